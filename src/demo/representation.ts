import { AnswerError, statusAnswer } from './answer.ts';
import type { ApiResource } from './discovery.ts';
import { eventsV1 } from './events-v1.ts';
import type { KubeObject } from './scenario.ts';
import { textWidth } from './tables.ts';

/** In which shape the client wants objects. */
export type Shape = 'object' | 'metadata' | 'table';

/** A resource in one of its versions, as a request names it. */
export interface ResourceType {
  readonly group: string;
  readonly version: string;
  /** The key under which its objects are stored. */
  readonly key: string;
  readonly resource: ApiResource;
}

/**
 * Picks the first shape of the Accept header that this server can make.
 * @throws {AnswerError} 406, when there is none.
 */
export function negotiate(accept: string): Shape {
  for (const type of accept.split(',')) {
    const [media = '', ...parameters] = type.split(';').map((part) => part.trim());
    if (!['application/json', 'application/*', '*/*', ''].includes(media)) continue;
    const as = parameters.find((parameter) => parameter.startsWith('as='))?.slice(3);
    if (as === undefined) return 'object';
    if (!parameters.includes('v=v1') || !parameters.includes('g=meta.k8s.io')) continue;
    if (as === 'Table') return 'table';
    if (as === 'PartialObjectMetadata' || as === 'PartialObjectMetadataList') return 'metadata';
  }
  const message = 'only the following media types are accepted: application/json';
  throw new AnswerError(statusAnswer(406, message));
}

/** An object as an answer of its own. */
export function single(type: ResourceType, object: KubeObject, shape: Shape, query: URLSearchParams): object {
  if (shape === 'table') {
    return table(type, [object], { resourceVersion: object.metadata.resourceVersion }, query);
  }
  return shape === 'metadata' ? partial(object) : complete(type, object);
}

/** Objects as a list. */
export function many(
  type: ResourceType,
  objects: readonly KubeObject[],
  metadata: object,
  shape: Shape,
  query: URLSearchParams,
): object {
  if (shape === 'table') return table(type, objects, metadata, query);
  if (shape === 'metadata') {
    const items = objects.map(partial);
    return { kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1', metadata, items };
  }
  // Items of custom resources carry kind and apiVersion, those of built-in types do not.
  const custom = isCustom(type.group);
  const items = objects.map((object) => (custom ? complete(type, object) : convert(type, object)));
  return { kind: `${type.resource.kind}List`, apiVersion: apiVersion(type), metadata, items };
}

function table(
  type: ResourceType,
  objects: readonly KubeObject[],
  metadata: object,
  query: URLSearchParams,
): object {
  const include = query.get('includeObject') ?? 'Metadata';
  const columns = textWidth(type.key);
  const now = Date.now();
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columns.definitions,
    rows: objects.map((object) => ({
      cells: columns.cells(object, now),
      object: include === 'None' ? null : include === 'Object' ? complete(type, object) : partial(object),
    })),
  };
}

function complete(type: ResourceType, object: KubeObject): object {
  return { kind: type.resource.kind, apiVersion: apiVersion(type), ...convert(type, object) };
}

function partial({ metadata }: KubeObject): object {
  return { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata };
}

function convert(type: ResourceType, object: KubeObject): object {
  return type.group === 'events.k8s.io' ? eventsV1(object) : object;
}

function apiVersion({ group, version }: ResourceType): string {
  return group === '' ? version : `${group}/${version}`;
}

/** Built-in groups have no dot, or belong to Kubernetes itself. */
export function isCustom(group: string): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}
