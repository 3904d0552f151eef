import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRuns } from '#cluster/log-runs.ts';
import { bytesOf, lines, setLog, target, withLog } from './log-bytes.ts';
import { connected } from './connected.ts';

const whole = { kind: 'read', missing: [] };

/** Time stamps of several lengths and zones, characters of two to four bytes, equal lines, and no line end at the end. */
const odd = [
  '2026-11-23T09:00:00.000000001Z {"m":"接続"}',
  '2026-11-23T18:00:01.2+09:00 é🙂',
  '2026-11-23T18:00:01.2+09:00 é🙂',
  '2026-11-23T09:00:03Z ',
  '2026-11-23T09:00:03.5Z end',
].join('\n');

test.each(['cut', 'end'] as const)(
  'a connection that stops (%s) after any byte loses and doubles nothing',
  async (kind) => {
    const server = await withLog(odd);
    const transport = await connected(server);
    for (let afterBytes = 0; afterBytes < Buffer.byteLength(odd); afterBytes += 1) {
      server.faults.add({ kind, afterBytes, on: '/log', times: 1 });
      const { text, outcome } = await bytesOf(target(server), transport);
      expect({ afterBytes, text, outcome }).toEqual({ afterBytes, text: odd, outcome: whole });
    }
  },
);

test('any log, broken anywhere, again and again', async () => {
  const server = await withLog('');
  const transport = await connected(server);
  const line = fc.record({
    // In nanoseconds since the line before; a little disorder, equal times, and gaps of seconds.
    step: fc.oneof(
      fc.constant(0),
      fc.integer({ min: -900_000, max: 2_000_000 }),
      fc.integer({ max: 3e9, min: 0 }),
    ),
    text: fc.oneof(
      fc.constant('same'),
      fc.string({ unit: 'grapheme', maxLength: 30 }).map((words) => words.replaceAll('\n', ' ')),
    ),
  });
  const fault = fc.record({ kind: fc.constantFrom('cut' as const, 'end' as const), at: fc.nat(100) });
  const log = fc.record({
    lines: fc.array(line, { maxLength: 40 }),
    faults: fc.array(fault, { maxLength: 2 }),
    ends: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(log, async ({ lines: parts, faults, ends }) => {
      let at = 1_795_000_000_000_000_000n;
      const stamped = parts.map(({ step, text }) => `${stampOf((at += BigInt(step)))} ${text}`);
      const text = stamped.join('\n') + (ends && stamped.length > 0 ? '\n' : '');
      setLog(server, text);
      for (const { kind, at: percent } of faults)
        server.faults.add({
          kind,
          afterBytes: Math.floor((Buffer.byteLength(text) * percent) / 100),
          on: '/log',
          times: 1,
        });
      expect(await bytesOf(target(server), transport)).toEqual({ text, outcome: whole });
      server.faults.clear();
    }),
    { numRuns: 60 },
  );
});

function stampOf(nanoseconds: bigint): string {
  const time = new Date(Number(nanoseconds / 1_000_000n)).toISOString().slice(0, 19);
  return `${time}.${String(nanoseconds % 1_000_000_000n).padStart(9, '0')}Z`;
}

test('a connection that breaks several times, each time in the middle of what comes again', async () => {
  const text = lines(3000);
  const server = await withLog(text);
  const transport = await connected(server);
  for (const afterBytes of [70_001, 70_002, 70_099]) {
    server.faults.add({ kind: 'cut', afterBytes, on: '/log', times: 1 });
    server.faults.add({ kind: 'end', afterBytes: 4, on: '/log', times: 1 });
    const { text: read, outcome } = await bytesOf(target(server), transport);
    expect(read === text).toBe(true);
    expect(outcome).toEqual(whole);
    server.faults.clear();
  }
});

test('lines of two streams that stand a little out of order', async () => {
  const [a, b, c, d] = ['00.999999Z a', '01.000001Z b', '00.999999Z late', '01.5Z d'].map(
    (line) => `2026-11-23T09:00:${line}\n`,
  );
  const text = `${a}${b}${c}${d}`;
  const server = await withLog(text);
  const transport = await connected(server);
  for (let afterBytes = 0; afterBytes < text.length; afterBytes += 7) {
    server.faults.add({ kind: 'cut', afterBytes, on: '/log', times: 1 });
    expect((await bytesOf(target(server), transport)).text).toBe(text);
  }
});

test('more lines in one second than are remembered: still none is lost or doubled', async () => {
  const text = lines(20, 10) + lines(40_000, 1e6, 'busy').replaceAll('T09:00:00', 'T09:00:05');
  const server = await withLog(text, {
    faults: [{ kind: 'cut', afterBytes: 2_500_003, on: '/log', times: 1 }],
  });
  const { text: read, outcome } = await bytesOf(target(server), await connected(server));
  expect(outcome).toEqual(whole);
  expect(read === text).toBe(true);
});

test('a line of three megabytes that breaks in the middle', async () => {
  const text = `${lines(3)}2026-11-23T09:01:00Z ${'x'.repeat(3_000_000)}\n2026-11-23T09:01:00Z after\n`;
  const server = await withLog(text);
  const transport = await connected(server);
  for (const afterBytes of [1_000_000, 2_500_000]) {
    server.faults.add({ kind: 'cut', afterBytes, on: '/log', times: 1 });
    const { text: read, outcome } = await bytesOf(target(server), transport);
    expect(outcome).toEqual(whole);
    expect(read === text).toBe(true);
  }
});

test('an answer that is empty where the log goes on is asked for again, and is no rotation', async () => {
  const text = lines(500);
  const server = await withLog(text, { faults: [{ kind: 'cut', afterBytes: 10_000, on: '/log', times: 1 }] });
  server.faults.add({ kind: 'end', afterBytes: 0, on: 'sinceTime', times: 2 });
  const { text: read, outcome } = await bytesOf(target(server), await connected(server));
  expect(outcome).toEqual(whole);
  expect(read === text).toBe(true);
});

test('a last line of which only the beginning came is not taken for the end, however long it is', async () => {
  const text = `${lines(3)}2026-11-23T09:01:00Z ${'x'.repeat(2_000_000)}\n`;
  const server = await withLog(text);
  const transport = await connected(server);
  for (const afterBytes of [100_000, 1_500_000]) {
    server.faults.add({ kind: 'end', afterBytes, on: '/log', times: 1 });
    const { text: read, outcome } = await bytesOf(target(server), transport);
    expect(outcome).toEqual(whole);
    expect(read === text).toBe(true);
  }
});

test('a body that comes a byte at a time, and one that is zipped', async () => {
  const server = await withLog(odd);
  const transport = await connected(server);
  for (const fault of [{ kind: 'drip', bytes: 1, everyMs: 0 }, { kind: 'zip' }] as const) {
    server.faults.add({ ...fault, on: '/log' });
    expect(await bytesOf(target(server), transport)).toEqual({ text: odd, outcome: whole });
    server.faults.clear();
  }
});

test('a zipped body that breaks', async () => {
  const text = lines(3000);
  const server = await withLog(text, { faults: [{ kind: 'zip', on: '/log' }] });
  server.faults.add({ kind: 'cut', afterBytes: 9_000, on: '/log', times: 1 });
  const { text: read, outcome } = await bytesOf(target(server), await connected(server));
  expect(outcome).toEqual(whole);
  expect(read === text).toBe(true);
});

test.each([410, 429, 500, 503])('a status %i in between is waited out', async (status) => {
  const text = lines(500);
  const server = await withLog(text, { faults: [{ kind: 'cut', afterBytes: 10_000, on: '/log', times: 1 }] });
  server.faults.add({ kind: 'status', status, on: 'sinceTime', times: 2 });
  const { text: read, outcome } = await bytesOf(target(server), await connected(server));
  expect(outcome).toEqual(whole);
  expect(read === text).toBe(true);
});

test('a reading that is called off at its last try is called off, and not broken', async () => {
  const server = await withLog(lines(500), {
    faults: [{ kind: 'cut', afterBytes: 10_000, on: '/log', times: 1 }],
  });
  const abort = new AbortController();
  server.faults.add({ kind: 'status', status: 503, on: 'sinceTime', times: 2 });
  // Nothing says when the log's last line is asked for but the request itself.
  server.faults.add({ kind: 'hang', on: ({ url }) => url.includes('tailLines') && (abort.abort(), true) });
  const reading = { transport: await connected(server), signal: abort.signal };
  const outcome = await readRuns(target(server), reading, { logBytes: 1e9, resumeDelayMs: 0 }, () => {});
  expect(outcome).toEqual({ kind: 'none', fact: { state: 'cancelled' } });
});

test('a 410 that stays ends the log there, and says so', async () => {
  const server = await withLog(lines(500), {
    faults: [{ kind: 'cut', afterBytes: 10_000, on: '/log', times: 1 }],
  });
  server.faults.add({ kind: 'status', status: 410, message: 'gone', on: 'sinceTime' });
  const { outcome } = await bytesOf(target(server), await connected(server));
  expect(outcome).toEqual({
    kind: 'read',
    missing: [
      { kind: 'log-broken', count: 4, reason: 'gone', from: expect.stringContaining('2026-11-23T09:00:0') },
    ],
  });
});

test('a log that was rotated before it could be taken up again: what may be lost is said', async () => {
  const text = lines(1000, 10);
  const server = await withLog(text, { faults: [{ kind: 'cut', afterBytes: 20_000, on: '/log', times: 1 }] });
  const transport = await connected(server);
  const rotated = text.slice(text.indexOf('2026-11-23T09:01:00'));
  const reading = bytesOf(target(server), transport, { resumeDelayMs: 150 });
  while (server.requests.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
  setLog(server, rotated);
  const { text: read, outcome } = await reading;
  expect(outcome).toMatchObject({
    kind: 'read',
    missing: [
      {
        kind: 'log-rotated',
        from: expect.stringMatching(/^2026-11-23T09:00:2/),
        to: '2026-11-23T09:01:00.000000000Z',
      },
    ],
  });
  expect(read.endsWith(rotated)).toBe(true);
  expect(text.startsWith(read.slice(0, -rotated.length))).toBe(true);
});

test('the kubelet ends the log in its own words: they are told, and it is not whole', async () => {
  const server = await withLog(`${lines(3)}rpc error: code = Unknown desc = failed to read log file\n`);
  const { outcome } = await bytesOf(target(server), await connected(server));
  expect(outcome).toMatchObject({
    missing: [{ kind: 'log-broken', reason: 'rpc error: code = Unknown desc = failed to read log file' }],
  });
});

test('a log that grows while it is read ends, and has all that was there when it was looked at', async () => {
  const server = await withLog(lines(100));
  let size = 100;
  const grow = server.store.onLog(() => undefined);
  server.faults.add({
    kind: 'delay',
    ms: 5,
    on: ({ url }) => {
      if (url.includes('/log')) setLog(server, lines((size += 10)));
      return false;
    },
  });
  const { text, outcome } = await bytesOf(target(server), await connected(server));
  grow();
  expect(outcome).toEqual(whole);
  expect(lines(size).startsWith(text)).toBe(true);
  expect(text.length).toBeGreaterThan(lines(110).length);
});
