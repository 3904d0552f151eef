import { expect, test } from 'vitest';
import { LogReader } from '#cluster/log-reader.ts';
import { connected } from './connected.ts';
import { bytesOf, lines, target, withLog } from './log-bytes.ts';

const whole = { kind: 'read', missing: [] };

test('beyond the limit the end is read as well, and what lies between is said', async () => {
  const text = lines(10_000);
  const server = await withLog(text);
  const { text: read, outcome } = await bytesOf(target(server), await connected(server), {
    logBytes: 200_000,
  });
  expect(server.requests[0]?.query['limitBytes']).toBe('200000');
  expect(read.length).toBeGreaterThan(215_000);
  expect(read.length).toBeLessThanOrEqual(250_000);
  const head = read.slice(0, 199_000);
  expect(text.startsWith(head)).toBe(true);
  expect(text.endsWith(read.slice(-15_000))).toBe(true);
  expect(new Set(read.split('\n')).size).toBe(read.split('\n').length);
  expect(outcome).toMatchObject({
    kind: 'read',
    missing: [{ kind: 'log-limit', from: expect.any(String), to: expect.any(String) }],
  });
});

test('a busy second at the limit: its end is read, and a log that is a little longer is read whole', async () => {
  const text = lines(30_000, 1e6);
  const server = await withLog(text);
  const transport = await connected(server);
  const half = await bytesOf(target(server), transport, { logBytes: 1_000_000 });
  expect(half.outcome).toMatchObject({ kind: 'read', missing: [{ kind: 'log-limit' }] });
  expect(text.endsWith(half.text.slice(-100_000))).toBe(true);
  expect(half.outcome).toHaveProperty('missing.length', 1);
  const { text: read, outcome } = await bytesOf(target(server), transport, {
    logBytes: text.length - 50_000,
  });
  expect(outcome).toEqual(whole);
  expect(read === text).toBe(true);
});

test('lines written at once have one time stamp: the limit among them is said, too, and the end is read', async () => {
  const text = lines(1000).replace(/^\S+/gm, '2026-11-23T09:00:00.5Z');
  const server = await withLog(text);
  const { text: read, outcome } = await bytesOf(target(server), await connected(server), {
    logBytes: 20_000,
  });
  expect(outcome).toMatchObject({ kind: 'read', missing: [{ kind: 'log-limit' }] });
  expect(text.endsWith(read.slice(-1000))).toBe(true);
  expect(new Set(read.split('\n')).size).toBe(read.split('\n').length);
});

test('a log that is a little longer than the limit is read whole, and one that just fits too', async () => {
  const text = lines(1000);
  const server = await withLog(text);
  const transport = await connected(server);
  for (const logBytes of [text.length - 3000, text.length - 1, text.length, text.length + 1]) {
    const { text: read, outcome } = await bytesOf(target(server), transport, { logBytes });
    expect({ logBytes, isSame: read === text, outcome }).toEqual({ logBytes, isSame: true, outcome: whole });
  }
});

test('since a time: older lines are not asked for, also when the connection breaks', async () => {
  const text = lines(1000, 10);
  const server = await withLog(text, { faults: [{ kind: 'cut', afterBytes: 1_000, on: '/log', times: 1 }] });
  const since = '2026-11-23T09:01:00Z';
  const { text: read, outcome } = await bytesOf(target(server), await connected(server), { since });
  expect(outcome).toEqual(whole);
  expect(read === text.slice(text.indexOf('2026-11-23T09:01:00'))).toBe(true);
});

test('a slow scanner holds the server up: the body is not collected', async () => {
  const text = lines(7_000, 50, 'x'.repeat(4000));
  const server = await withLog(text);
  let isReading = false;
  let taken = 0;
  const reader = new LogReader(
    target(server),
    { transport: await connected(server) },
    { logBytes: 1e9, resumeDelayMs: 0 },
    async (received) => {
      taken += received.length;
      if (isReading) return;
      isReading = true;
      await settled(() => server.requests[0]?.sent ?? 0);
      // Buffers of both ends of the connection, of the kernel too; the log is 28 MB.
      expect(server.requests[0]?.sent).toBeLessThan(text.length / 2);
    },
  );
  await reader.read();
  expect(taken).toBe(text.length);
});

/** Waits until a count does not grow any more. */
async function settled(count: () => number): Promise<void> {
  for (let last = -1; last !== count();) {
    last = count();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
