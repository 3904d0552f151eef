import { json, notFound } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { listAt, textAt } from '../field.ts';
import { selectObjects } from '../lists.ts';
import { many, negotiate, single } from '../representation.ts';
import type { ResourceType } from '../representation.ts';
import { isTrue } from '../request.ts';
import type { KubeRequest } from '../request.ts';
import type { KubeObject } from '../scenario.ts';
import type { Store } from '../store.ts';
import { conflict } from './conflicts.ts';
import { now } from './naming.ts';
import type { WriteContext } from './write-context.ts';
import { readBody } from './body.ts';
import { fieldsOf } from './merge-patch.ts';
import type { Fields } from './merge-patch.ts';

/**
 * Deletes one object. Pods, namespaces and objects with finalizers are only marked: whoever looks after them removes
 * them. What the object owned goes with it, unless the request says to leave it as orphans.
 */
export function answerDelete({ store }: WriteContext, type: ResourceType, request: KubeRequest): Answer {
  const { name, namespace } = request.attributes;
  const object = store.get(type.key, type.resource.namespaced ? namespace : '', name);
  if (!object) return notFound(type.group, type.resource.name, name);
  const options = optionsOf(request);
  const uid = textAt(options, 'preconditions.uid');
  if (uid !== '' && uid !== object.metadata.uid) return conflict(type, name);
  const isDryRun = isTrue(request.query.get('dryRun')) || listAt(options, 'dryRun').length > 0;
  if (!isDryRun) remove(store, type.key, object, options);
  const left = store.get(type.key, object.metadata.namespace ?? '', name);
  if (left?.metadata.deletionTimestamp !== undefined) {
    return json(single(type, left, negotiate(request.accept), request.query));
  }
  return deleted(type, object);
}

/** Deletes all objects that a request selects. */
export function answerDeleteCollection(
  { store }: WriteContext,
  type: ResourceType,
  request: KubeRequest,
): Answer {
  const objects = selectObjects(store, type, request);
  const options = optionsOf(request);
  if (!isTrue(request.query.get('dryRun')))
    for (const object of objects) remove(store, type.key, object, options);
  const metadata = { resourceVersion: store.resourceVersion };
  return json(many(type, objects, metadata, negotiate(request.accept), request.query));
}

function deleted({ group, resource }: ResourceType, { metadata: { name, uid } }: KubeObject): Answer {
  const details = { name, ...(group !== '' && { group }), kind: resource.name, uid };
  return json({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details });
}

function optionsOf(request: KubeRequest): Fields {
  const body = request.body.length === 0 ? {} : readBody(request);
  // An eviction carries its options inside.
  const options = body['kind'] === 'Eviction' ? fieldsOf(body['deleteOptions']) : body;
  const fromQuery = ['gracePeriodSeconds', 'propagationPolicy'].flatMap((field) => {
    const value = request.query.get(field);
    return value === null ? [] : [[field, field === 'gracePeriodSeconds' ? Number(value) : value] as const];
  });
  return { ...options, ...Object.fromEntries(fromQuery) };
}

/** Removes or marks an object and what it owns. */
export function remove(store: Store, key: string, object: KubeObject, options: Fields = {}): void {
  const { name, namespace = '', uid } = object.metadata;
  const grace = options['gracePeriodSeconds'];
  const isMarked =
    (key === 'pods' && grace !== 0 && textAt(object, 'spec.nodeName') !== '') ||
    key === 'namespaces' ||
    listAt(object, 'metadata.finalizers').length > 0;
  if (isMarked) mark(store, key, object, typeof grace === 'number' ? grace : undefined);
  else store.remove(key, namespace, name);
  const isOrphaning = options['propagationPolicy'] === 'Orphan' || options['orphanDependents'] === true;
  if (uid !== undefined) releaseOwned(store, uid, isOrphaning);
}

function mark(store: Store, key: string, object: KubeObject, grace: number | undefined): void {
  if (object.metadata.deletionTimestamp !== undefined) return;
  const spec = fieldsOf(object['spec']);
  const seconds = grace ?? (Number(spec['terminationGracePeriodSeconds']) || 30);
  store.put(key, {
    ...object,
    metadata: {
      ...object.metadata,
      deletionTimestamp: key === 'pods' ? later(seconds) : now(),
      ...(key === 'pods' && { deletionGracePeriodSeconds: seconds }),
    },
    ...(key === 'namespaces' && { status: { ...fieldsOf(object['status']), phase: 'Terminating' } }),
  });
}

function later(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString().replace(/\.\d+/, '');
}

/** What the garbage collector does to the objects of an owner that is gone. */
function releaseOwned(store: Store, owner: string, isOrphaning: boolean): void {
  for (const key of ['replicasets.apps', 'pods']) {
    for (const object of store.list(key)) {
      const owners = listAt(object, 'metadata.ownerReferences');
      if (!owners.some((reference) => textAt(reference, 'uid') === owner)) continue;
      if (!isOrphaning) {
        remove(store, key, object);
        continue;
      }
      const ownerReferences = owners.filter((reference) => textAt(reference, 'uid') !== owner);
      store.put(key, { ...object, metadata: { ...object.metadata, ownerReferences } });
    }
  }
}
