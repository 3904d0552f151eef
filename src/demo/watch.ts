import { json } from './answer.ts';
import type { Answer } from './answer.ts';
import { selectObjects, selectorOf } from './lists.ts';
import { single } from './representation.ts';
import type { ResourceType, Shape } from './representation.ts';
import type { KubeRequest } from './request.ts';
import type { Store, StoreChange } from './store.ts';

/**
 * Answers a watch: what there is as ADDED, unless the client says that it has seen it (`resourceVersion` of a list), then
 * every change, until the client leaves or `timeoutSeconds` have passed.
 */
export function answerWatch(store: Store, type: ResourceType, request: KubeRequest, shape: Shape): Answer {
  const seen = request.query.get('resourceVersion') ?? '';
  const isKnown = seen !== '' && seen !== '0';
  const initial = isKnown ? [] : selectObjects(store, type, request);
  const events = initial.map((object): StoreChange => ({ type: 'ADDED', key: type.key, object }));
  return {
    ...json(null),
    body: stream(store, type, request, shape, events),
    compressible: false,
  };
}

async function* stream(
  store: Store,
  type: ResourceType,
  request: KubeRequest,
  shape: Shape,
  queue: StoreChange[],
): AsyncGenerator<string> {
  const isWanted = selectorOf(type, request);
  let wake = (): void => {};
  const unsubscribe = store.onChange((change) => {
    if (change.key === type.key && isWanted(change.object)) queue.push(change);
    wake();
  });
  const end = new AbortController();
  const finish = (): void => {
    end.abort();
    wake();
  };
  const timeout = Number(request.query.get('timeoutSeconds') ?? '');
  const timer = timeout > 0 ? setTimeout(finish, timeout * 1000).unref() : undefined;
  request.signal.addEventListener('abort', finish, { once: true });
  try {
    while (!end.signal.aborted && !request.signal.aborted) {
      for (const change of queue.splice(0)) {
        const object = single(type, change.object, shape, request.query);
        yield `${JSON.stringify({ type: change.type, object })}\n`;
      }
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (queue.length === 0 && !end.signal.aborted) await woken;
    }
  } finally {
    clearTimeout(timer);
    unsubscribe();
    request.signal.removeEventListener('abort', finish);
  }
}
