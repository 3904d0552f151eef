import { json } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { textAt } from '../field.ts';
import { isAllowedByRoles } from '../roles.ts';
import type { ResourceType } from '../representation.ts';
import type { KubeRequest } from '../request.ts';
import type { Store } from '../store.ts';
import { readBody } from './body.ts';
import { fieldsOf } from './merge-patch.ts';

/** The reviews behind `kubectl auth can-i`. */
export function isAccessReview({ key }: ResourceType): boolean {
  return /^(?:self|local)?subjectaccessreviews\.authorization\.k8s\.io$/.test(key);
}

/** Answers whether somebody may do something: the client itself may do all, others what the stored roles say. */
export function answerAccessReview(store: Store, type: ResourceType, request: KubeRequest): Answer {
  const { apiVersion: _version, kind: _kind, ...body } = readBody(request);
  const spec = fieldsOf(body['spec']);
  const user = textAt(spec, 'user') || request.actsAs;
  const asked = {
    verb: textAt(spec, 'resourceAttributes.verb'),
    group: textAt(spec, 'resourceAttributes.group'),
    resource: textAt(spec, 'resourceAttributes.resource'),
    namespace: textAt(spec, 'resourceAttributes.namespace'),
    name: textAt(spec, 'resourceAttributes.name'),
  };
  const allowed = user === '' || isAllowedByRoles(store, user, asked);
  const status = { allowed, ...(!allowed && { reason: '' }) };
  const apiVersion = `${type.group}/${type.version}`;
  return json(
    { kind: type.resource.kind, apiVersion, metadata: {}, ...body, status },
    'application/json',
    201,
  );
}
