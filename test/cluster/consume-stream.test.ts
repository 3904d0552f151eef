import { PassThrough, Readable } from 'node:stream';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { consumeStream } from '#cluster/consume-stream.ts';

afterEach(() => vi.useRealTimers());

function streamOf(...chunks: readonly string[]): Readable {
  const stream = new PassThrough();
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  return stream;
}

describe('the chunks of a stream', () => {
  test('come one by one, each when the one before is taken', async () => {
    const taken: string[] = [];
    let isTaking = false;
    const isWhole = await consumeStream(streamOf('a', 'b', 'c'), async (chunk) => {
      expect(isTaking).toBe(false);
      isTaking = true;
      await new Promise(setImmediate);
      isTaking = false;
      taken.push(chunk.toString());
      return true;
    });
    expect({ isWhole, taken }).toEqual({ isWhole: true, taken: ['a', 'b', 'c'] });
  });

  test('end when no more is wanted', async () => {
    const taken: string[] = [];
    const stream = streamOf('a', 'b', 'c');
    const isWhole = await consumeStream(stream, (chunk) => taken.push(chunk.toString()) < 2);
    expect({ isWhole, taken }).toEqual({ isWhole: false, taken: ['a', 'b'] });
  });

  test('end with the error of the stream, of its close, or of who takes them', async () => {
    const broken = new PassThrough();
    broken.write('a');
    const reading = consumeStream(broken, () => true);
    broken.destroy(new Error('reset'));
    await expect(reading).rejects.toThrow('reset');

    const closed = new PassThrough();
    const waiting = consumeStream(closed, () => true);
    closed.destroy();
    await expect(waiting).rejects.toThrow('the stream was closed');

    const refusing = consumeStream(streamOf('a'), () => Promise.reject(new Error('no')));
    await expect(refusing).rejects.toThrow('no');
  });

  test('let others have their turn while many wait', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    // Later than any turn of the tests before.
    vi.advanceTimersByTime(1e9);
    let turns = 0;
    let isOver = false;
    const others = (): void => {
      turns += 1;
      if (!isOver) setImmediate(others);
    };
    setImmediate(others);
    const chunks = Array.from({ length: 50 }, () => Buffer.alloc(1));
    await consumeStream(Readable.from(chunks, { highWaterMark: 50 }), () => {
      vi.advanceTimersByTime(20);
      return true;
    });
    isOver = true;
    expect(turns).toBeGreaterThan(40);
  });
});
