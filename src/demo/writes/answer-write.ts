import { isDeepStrictEqual } from 'node:util';
import { badRequest, json, notFound, pageNotFound, statusAnswer } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { findResource } from '../discovery.ts';
import { at, textAt } from '../field.ts';
import { isCustom, negotiate, single } from '../representation.ts';
import type { ResourceType } from '../representation.ts';
import { isTrue } from '../request.ts';
import type { KubeRequest } from '../request.ts';
import { resourceKey } from '../scenario.ts';
import type { KubeObject } from '../scenario.ts';
import type { Store } from '../store.ts';
import { answerAccessReview, isAccessReview } from './access-review.ts';
import { applyPatch, isApply, readBody } from './body.ts';
import { alreadyExists, checkNamespace, conflict } from './conflicts.ts';
import { withDefaults } from './defaults.ts';
import { answerDelete, answerDeleteCollection } from './delete.ts';
import { withWriter } from './managed-fields.ts';
import { fieldsOf, isFields } from './merge-patch.ts';
import type { Fields } from './merge-patch.ts';
import { generatedName, now } from './naming.ts';
import { answerScale } from './scale.ts';
import { validate } from './validate.ts';
import type { WriteContext } from './write-context.ts';

const NOT_ALLOWED = 'the server does not allow this method on the requested resource';

/** Answers a request that creates, changes or deletes objects. With `dryRun=All` all is checked and nothing stored. */
export function answerWrite(context: WriteContext, request: KubeRequest): Answer {
  const { group, version, resource: plural, namespace, subresource, verb } = request.attributes;
  const resource = findResource(context.discovery, group === '' ? version : `${group}/${version}`, plural);
  if (!resource) return pageNotFound();
  const type: ResourceType = { group, version, key: resourceKey(group, plural), resource };
  if (isAccessReview(type)) return answerAccessReview(context.store, type, request);
  if (subresource === 'scale') return answerScale(context, type, request);
  if (subresource === 'eviction') return answerDelete(context, type, request);
  if (subresource !== '' && subresource !== 'status') return pageNotFound();
  if (resource.namespaced && namespace === '' && verb !== 'deletecollection') return pageNotFound();
  switch (verb) {
    case 'create':
      return answerCreate(context, type, request);
    case 'update':
    case 'patch':
      return answerChange(context, type, request);
    case 'delete':
      return answerDelete(context, type, request);
    case 'deletecollection':
      return answerDeleteCollection(context, type, request);
    default:
      return statusAnswer(405, NOT_ALLOWED);
  }
}

function answerCreate(context: WriteContext, type: ResourceType, request: KubeRequest): Answer {
  const { store } = context;
  const { namespace } = request.attributes;
  const { apiVersion: _version, kind, ...body } = readBody(request);
  if (kind !== undefined && kind !== type.resource.kind) {
    return badRequest(
      `${JSON.stringify(kind)} in version ${JSON.stringify(type.version)} cannot be handled as a ${type.resource.kind}`,
    );
  }
  const metadata = fieldsOf(body['metadata']);
  const name = textAt(metadata, 'name') || generatedName(textAt(metadata, 'generateName'));
  const given = textAt(metadata, 'namespace');
  if (type.resource.namespaced && given !== '' && given !== namespace) {
    return badRequest(
      `the namespace of the provided object does not match the namespace sent on the request`,
    );
  }
  checkNamespace(store, type, namespace, name);
  if (store.get(type.key, type.resource.namespaced ? namespace : '', name)) return alreadyExists(type, name);
  const object: KubeObject = {
    ...body,
    metadata: {
      ...metadata,
      name,
      ...(type.resource.namespaced && { namespace }),
      uid: crypto.randomUUID(),
      creationTimestamp: now(),
      ...(hasGeneration(type.key) && { generation: 1 }),
    },
  };
  return finish(context, type, request, undefined, withDefaults(type.key, object));
}

/** PUT and PATCH, of an object or of its status. */
function answerChange(context: WriteContext, type: ResourceType, request: KubeRequest): Answer {
  const { store } = context;
  const { name, namespace, subresource, verb } = request.attributes;
  const before = store.get(type.key, type.resource.namespaced ? namespace : '', name);
  if (!before) {
    return isApply(request)
      ? answerCreate(context, type, request)
      : notFound(type.group, type.resource.name, name);
  }
  const sent = fieldsOf(
    verb === 'patch' ? applyPatch(request, before, isCustom(type.group)) : readBody(request),
  );
  const { apiVersion: _version, kind: _kind, metadata, ...rest } = sent;
  const meta = fieldsOf(metadata);
  if (meta['name'] !== name) {
    return badRequest(
      `the name of the object (${String(meta['name'])}) does not match the name on the URL (${name})`,
    );
  }
  const version = meta['resourceVersion'];
  if (version !== undefined && version !== '' && version !== before.metadata.resourceVersion)
    return conflict(type, name);
  const { uid, creationTimestamp, generation, deletionTimestamp, managedFields } = before.metadata;
  const fixed = {
    uid,
    creationTimestamp,
    generation,
    deletionTimestamp,
    managedFields,
    namespace: before.metadata.namespace,
  };
  const kept = Object.fromEntries(Object.entries(fixed).filter(([, value]) => value !== undefined));
  const object = { ...rest, metadata: { ...withoutEmptyMaps(meta), name, ...kept } } as KubeObject;
  const after =
    subresource === 'status'
      ? { ...before, status: object['status'] }
      : { ...object, status: before['status'] };
  if (after.status === undefined) delete after.status;
  return finish(
    context,
    type,
    request,
    before,
    subresource === 'status' ? after : withDefaults(type.key, after),
  );
}

/** Labels or annotations of which none is left are not there. */
function withoutEmptyMaps(metadata: Fields): Fields {
  const isEmpty = (value: unknown): boolean => isFields(value) && Object.keys(value).length === 0;
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => !isEmpty(value)));
}

/** Checks what a request makes of an object, stores it unless that is a dry run, and answers with it. */
function finish(
  context: WriteContext,
  type: ResourceType,
  request: KubeRequest,
  before: KubeObject | undefined,
  wanted: KubeObject,
): Answer {
  validate(type, before, wanted);
  const admitted = context.admit(type.key, before, wanted);
  const after = withGeneration(type.key, before, admitted);
  const written = withWriter(before, after, {
    manager: request.query.get('fieldManager') ?? request.userAgent.split('/')[0] ?? '',
    operation: isApply(request) ? 'Apply' : 'Update',
    apiVersion: type.group === '' ? type.version : `${type.group}/${type.version}`,
    time: now(),
  });
  const isSame = before !== undefined && isDeepStrictEqual(withoutManagers(before), withoutManagers(written));
  let stored = isSame ? before : written;
  if (!isSame && !isTrue(request.query.get('dryRun'))) {
    context.store.put(type.key, written);
    const { name, namespace = '' } = written.metadata;
    stored = context.store.get(type.key, namespace, name) ?? written;
    removeWhenFinal(context.store, type.key, stored);
  }
  const answer = single(type, stored, negotiate(request.accept), request.query);
  return json(answer, 'application/json', before === undefined ? 201 : 200);
}

/** The last finalizer of an object that is being deleted was removed: now it goes. */
function removeWhenFinal(store: Store, key: string, { metadata }: KubeObject): void {
  const finalizers = metadata['finalizers'] as readonly string[] | undefined;
  const isFinal = metadata.deletionTimestamp !== undefined && (finalizers?.length ?? 0) === 0;
  if (isFinal && key !== 'pods' && key !== 'namespaces')
    store.remove(key, metadata.namespace ?? '', metadata.name);
}

function withoutManagers({
  metadata: { managedFields: _managers, ...metadata },
  ...rest
}: KubeObject): object {
  return { ...rest, metadata };
}

/** A new generation for a change of what is wanted, which controllers report as observed. */
function withGeneration(key: string, before: KubeObject | undefined, after: KubeObject): KubeObject {
  if (!before || !hasGeneration(key) || isDeepStrictEqual(before['spec'], after['spec'])) return after;
  const generation = Number(at(before, 'metadata.generation') ?? 0) + 1;
  return { ...after, metadata: { ...after.metadata, generation } };
}

function hasGeneration(key: string): boolean {
  return /^(?:deployments|replicasets|daemonsets|statefulsets)\.apps$|^customresourcedefinitions\./.test(key);
}
