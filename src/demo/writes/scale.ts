import { json, notFound, pageNotFound } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { at, mapAt, numberAt } from '../field.ts';
import type { ResourceType } from '../representation.ts';
import { isTrue } from '../request.ts';
import type { KubeRequest } from '../request.ts';
import type { KubeObject } from '../scenario.ts';
import { conflict } from './conflicts.ts';
import type { WriteContext } from './write-context.ts';
import { applyPatch, readBody } from './body.ts';
import { fieldsOf } from './merge-patch.ts';

/** Answers GET, PUT and PATCH of the subresource `scale`: the number of replicas alone. */
export function answerScale({ store }: WriteContext, type: ResourceType, request: KubeRequest): Answer {
  const { name, namespace, verb } = request.attributes;
  if (!['deployments.apps', 'replicasets.apps'].includes(type.key)) return pageNotFound();
  const object = store.get(type.key, namespace, name);
  if (!object) return notFound(type.group, type.resource.name, name);
  if (verb === 'get') return json(scaleOf(object));
  const sent = verb === 'patch' ? applyPatch(request, scaleOf(object), false) : readBody(request);
  const version = at(sent, 'metadata.resourceVersion');
  if (version !== undefined && version !== '' && version !== object.metadata.resourceVersion)
    return conflict(type, name);
  const replicas = numberAt(sent, 'spec.replicas');
  const generation = numberAt(object, 'metadata.generation') + 1;
  const scaled = {
    ...object,
    metadata: { ...object.metadata, generation },
    spec: { ...fieldsOf(object['spec']), replicas },
  };
  if (replicas === numberAt(object, 'spec.replicas')) return json(scaleOf(object));
  if (isTrue(request.query.get('dryRun'))) return json(scaleOf(scaled));
  store.put(type.key, scaled);
  return json(scaleOf(store.get(type.key, namespace, name) ?? scaled));
}

function scaleOf(object: KubeObject): object {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const selector = Object.entries(mapAt(object, 'spec.selector.matchLabels'));
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: numberAt(object, 'spec.replicas') },
    status: {
      replicas: numberAt(object, 'status.replicas'),
      selector: selector.map(([key, value]) => `${key}=${value}`).join(','),
    },
  };
}
