import { describe, expect, test } from 'vitest';
import { readRuns } from '#cluster/log-runs.ts';
import { connected } from './connected.ts';
import { bytesOf, lines, restart, setLog, target, withLog } from './log-bytes.ts';

const whole = { kind: 'read', missing: [] };
/** The log itself, and not its last line alone. */
const ofLog = /\/log\?(?!.*tailLines)/;
const atOnce = { endAtOnce: true };

describe('the last line is asked for along with the log', () => {
  test('so nothing is asked for when both have come', async () => {
    const text = lines(100);
    const server = await withLog(text);
    const read = await bytesOf(target(server), await connected(server), atOnce);
    expect(read).toEqual({ text, outcome: whole });
    expect(server.requests.map(({ query }) => query['tailLines'])).toEqual([undefined, '1']);
  });

  test('and not when its answer has come', async () => {
    const server = await withLog(lines(100), { faults: [{ kind: 'hang', on: ofLog }] });
    const abort = new AbortController();
    const reading = { transport: await connected(server), signal: abort.signal };
    const settings = { logBytes: 1e9, resumeDelayMs: 0, ...atOnce };
    const ended = readRuns(target(server), reading, settings, () => undefined);
    while (server.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort();
    expect(await ended).toMatchObject({ kind: 'none', fact: { state: 'cancelled' } });
  });

  test.each(['', 'no time stamp', '2026-11-23T09:00:00Z no line end'])(
    'also of a log of %j',
    async (text) => {
      const server = await withLog(text);
      expect(await bytesOf(target(server), await connected(server), atOnce)).toMatchObject({ text });
      expect(server.requests).toHaveLength(2);
    },
  );

  test('an answer that ends before it is not believed, wherever it ends', async () => {
    const text = lines(4, 1);
    const server = await withLog(text);
    const transport = await connected(server);
    for (let afterBytes = 0; afterBytes < text.length; afterBytes += 7) {
      server.faults.add({ kind: 'end', afterBytes, on: ofLog, times: 1 });
      const read = await bytesOf(target(server), transport, atOnce);
      expect({ afterBytes, ...read }).toEqual({ afterBytes, text, outcome: whole });
    }
  });

  test('a log that has grown since is read to where it was when the reading began, at least', async () => {
    const server = await withLog(lines(100));
    server.faults.add({ kind: 'delay', ms: 100, on: ofLog });
    let isGrown = false;
    const grow = ({ url }: { url: string }): boolean => {
      if (url.includes('tailLines') && !isGrown) setTimeout(() => setLog(server, lines(150)), 20);
      isGrown ||= url.includes('tailLines');
      return false;
    };
    server.faults.add({ kind: 'delay', ms: 0, on: grow });
    const { text, outcome } = await bytesOf(target(server), await connected(server), atOnce);
    expect(outcome).toEqual(whole);
    expect(text.startsWith(lines(100))).toBe(true);
  });

  test('where it cannot be had, the end is asked for afterwards', async () => {
    const text = lines(100);
    const server = await withLog(text, {
      faults: [{ kind: 'status', status: 500, on: 'tailLines', times: 1 }],
    });
    const read = await bytesOf(target(server), await connected(server), atOnce);
    expect(read).toEqual({ text, outcome: whole });
    expect(server.requests).toHaveLength(3);
  });

  test('after a break it says nothing any more: the container may have started anew', async () => {
    const old = lines(200, 10);
    const last = '2026-11-23T09:04:00Z the reason why it ended\n';
    const server = await withLog(old, { faults: [{ kind: 'cut', afterBytes: 5_000, on: ofLog, times: 1 }] });
    let isOver = false;
    server.faults.add({
      kind: 'delay',
      ms: 0,
      on: ({ url }) => {
        if (!isOver && url.includes('sinceTime')) {
          isOver = true;
          setLog(server, old + last);
          restart(server, '2026-11-23T09:05:00Z a new run\n');
        }
        return false;
      },
    });
    const { text, outcome } = await bytesOf(target(server), await connected(server), atOnce);
    expect(outcome).toEqual(whole);
    expect(text).toBe(`${old}${last}2026-11-23T09:05:00Z a new run\n`);
  });
});
