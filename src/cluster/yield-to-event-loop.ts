import { setImmediate as nextTurn } from 'node:timers/promises';

let last: Promise<void> = Promise.resolve();

/**
 * Waits for a turn of the event loop that nobody else has asked for. Several answers often come at once; when each is taken
 * apart in a turn of its own, keys and frames need not wait for all of them.
 */
export function yieldToEventLoop(): Promise<void> {
  last = last.then(() => nextTurn());
  return last;
}

/** For work in many small pieces: waits for another turn whenever `milliseconds` are over. */
export function pacer(milliseconds: number): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < milliseconds) return;
    await yieldToEventLoop();
    began = performance.now();
  };
}
