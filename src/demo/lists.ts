import { AnswerError, json, statusAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { many } from './representation.ts';
import type { ResourceType, Shape } from './representation.ts';
import type { KubeRequest } from './request.ts';
import type { KubeObject } from './scenario.ts';
import { parseFieldSelector, parseLabelSelector } from './selectors.ts';
import type { Store } from './store.ts';

/** Answers a list request, whole or a page of it. */
export function answerList(store: Store, type: ResourceType, request: KubeRequest, shape: Shape): Answer {
  const { query } = request;
  const selected = selectObjects(store, type, request);
  const token = query.get('continue');
  const after = token ? readToken(token) : '';
  const remaining = after === '' ? selected : selected.filter((object) => position(object) > after);
  const limit = readLimit(query.get('limit'));
  const page = limit === 0 ? remaining : remaining.slice(0, limit);
  const left = remaining.length - page.length;
  const last = page.at(-1);
  const isFiltered = query.has('labelSelector') || query.has('fieldSelector');
  const metadata = {
    resourceVersion: store.resourceVersion,
    ...(left > 0 && last && { continue: makeToken(store.resourceVersion, last) }),
    // With a selector the API server does not know how many are left.
    ...(left > 0 && !isFiltered && { remainingItemCount: left }),
  };
  return json(many(type, page, metadata, shape, query));
}

/** The objects that a list or watch request is about. */
export function selectObjects(store: Store, type: ResourceType, request: KubeRequest): KubeObject[] {
  return store.list(type.key).filter(selectorOf(type, request));
}

/** Whether an object is what a list or watch request is about. */
export function selectorOf(type: ResourceType, request: KubeRequest): (object: KubeObject) => boolean {
  const { namespace } = request.attributes;
  const byLabels = parseLabelSelector(request.query.get('labelSelector') ?? '');
  const byFields = parseFieldSelector(type.key, request.query.get('fieldSelector') ?? '');
  const inNamespace = (object: KubeObject): boolean =>
    !type.resource.namespaced || object.metadata.namespace === namespace;
  return (object) => (namespace === '' || inNamespace(object)) && byLabels(object) && byFields(object);
}

function readLimit(text: string | null): number {
  if (text === null || text === '') return 0;
  const limit = Number(text);
  if (!Number.isInteger(limit)) {
    const message = `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`;
    throw new AnswerError(statusAnswer(400, message));
  }
  return Math.max(0, limit);
}

function position({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function makeToken(resourceVersion: string, last: KubeObject): string {
  return encodeToken(Number(resourceVersion), position(last));
}

/** @param rv Version of the list that it goes on with; -1 for whatever is there. @param start The last position given. */
export function encodeToken(rv: number, start: string): string {
  return Buffer.from(JSON.stringify({ v: 'meta.k8s.io/v1', rv, start })).toString('base64url');
}

/** The position after which a list goes on. @throws {AnswerError} 400 */
export function readToken(token: string): string {
  try {
    const content = JSON.parse(Buffer.from(token, 'base64url').toString()) as {
      v?: unknown;
      start?: unknown;
    };
    if (content.v === 'meta.k8s.io/v1' && typeof content.start === 'string') return content.start;
  } catch {
    // Answered below, like a token of the wrong form.
  }
  throw new AnswerError(statusAnswer(400, `invalid continue token: ${JSON.stringify(token)}`));
}
