import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** A busy connection has megabytes at once; after so many milliseconds keys, frames and timers get their turn. */
const turnMs = 4;
let turnBegan = 0;

/**
 * Hands out the chunks one by one as they came; while one is taken, the stream waits. An async iterator would do the same, but
 * joins what waits, and so copies every byte. Rejects with the stream's error.
 * @param take answers false when it wants no more.
 * @returns whether the stream was read to its end
 */
export function consumeStream(
  stream: Readable,
  take: (chunk: Buffer) => boolean | Promise<boolean>,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    /** The last chunk may still be with its taker when the stream ends. */
    let taking: Promise<void> = Promise.resolve();
    const takeOne = async (chunk: Buffer): Promise<void> => {
      if (isOver) return;
      try {
        if (!(await take(chunk))) return finish(false);
        if (performance.now() - turnBegan > turnMs) {
          await nextTurn();
          turnBegan = performance.now();
        }
        stream.resume();
      } catch (error) {
        fail(error);
      }
    };
    const finish = (isWhole: boolean): void => {
      isOver = true;
      resolve(isWhole);
    };
    const fail = (error: unknown): void => {
      isOver = true;
      reject(error);
    };
    stream.on('data', (chunk: Buffer) => {
      stream.pause();
      taking = takeOne(chunk);
    });
    const afterTaking = (then: () => void): void => void taking.then(then);
    stream.once('end', () => afterTaking(() => finish(true)));
    stream.on('error', (error) => afterTaking(() => fail(error)));
    stream.once('close', () => afterTaking(() => fail(new Error('the stream was closed'))));
  });
}
