import { expect, test } from 'vitest';
import type { FaultyServer } from '../support/faulty-server.ts';
import { connected } from './connected.ts';
import { bytesOf, lines, restart, setLog, target, withLog } from './log-bytes.ts';

const whole = { kind: 'read', missing: [] };
const old = lines(1000, 10);
const oldEnd = '2026-11-23T09:01:39.000009000Z';
const fresh = '2026-11-23T09:05:00Z a new run\n2026-11-23T09:05:01Z and on\n';

/** The log of the controller, whose first reading breaks off in the middle. */
async function breaking(text = old): Promise<FaultyServer> {
  return withLog(text, { faults: [{ kind: 'cut', afterBytes: 20_000, on: '/log', times: 1 }] });
}

/** Does something when the log is asked for the `count`th time, before the answer is made. */
function onRequest(server: FaultyServer, count: number, happens: () => void): void {
  let seen = 0;
  server.faults.add({
    kind: 'delay',
    ms: 0,
    on: ({ url }) => {
      if (url.includes('/log') && (seen += 1) === count) happens();
      return false;
    },
  });
}

test('a container that starts anew in the middle: the rest of its run is read, then the new run', async () => {
  const server = await breaking();
  onRequest(server, 2, () => restart(server, fresh));
  const { text, outcome } = await bytesOf(target(server), await connected(server));
  expect(text === old + fresh).toBe(true);
  expect(outcome).toEqual(whole);
});

test('wherever the reading was when it happened', async () => {
  const short = lines(6, 1);
  for (let afterBytes = 0; afterBytes <= short.length; afterBytes += 17) {
    const server = await withLog(short, { faults: [{ kind: 'end', afterBytes, on: '/log', times: 1 }] });
    onRequest(server, 2, () => restart(server, fresh));
    const { text, outcome } = await bytesOf(target(server), await connected(server));
    // Of a run of which nothing came yet nobody knows; then the new one is the container's log.
    const isSeen = afterBytes >= short.indexOf('\n') + 1;
    expect({ afterBytes, text, outcome }).toEqual({
      afterBytes,
      text: isSeen ? short + fresh : fresh,
      outcome: whole,
    });
    await server.close();
  }
});

test('the new run has said nothing yet', async () => {
  const server = await breaking();
  onRequest(server, 2, () => restart(server, ''));
  expect(await bytesOf(target(server), await connected(server))).toEqual({ text: old, outcome: whole });
});

test('a moment in which the kubelet has no log is waited out, of the old run and of the new one', async () => {
  const server = await breaking();
  const said = 'unable to retrieve container logs for containerd://0123';
  onRequest(server, 2, () => setLog(server, said));
  onRequest(server, 3, () => {
    setLog(server, old);
    restart(server, said);
  });
  onRequest(server, 5, () => setLog(server, fresh));
  const { text, outcome } = await bytesOf(target(server), await connected(server));
  expect(outcome).toMatchObject(whole);
  expect(text === old + fresh).toBe(true);
});

test('a connection to the new run that breaks is taken up again, too', async () => {
  const server = await breaking();
  const long = lines(500).replaceAll('T09:00', 'T09:05');
  onRequest(server, 2, () => {
    restart(server, long);
    server.faults.add({ kind: 'cut', afterBytes: 9_000, on: /\/log\?(?!.*(sinceTime|previous))/, times: 1 });
  });
  const { text, outcome } = await bytesOf(target(server), await connected(server));
  expect(outcome).toEqual(whole);
  expect(text === old + long).toBe(true);
});

test('a run that is gone altogether is said, up to where the run begins that is there', async () => {
  const server = await breaking();
  onRequest(server, 2, () => {
    restart(server, '2026-11-23T09:05:00Z a run in between\n');
    restart(server, '2026-11-23T09:06:00Z another\n');
  });
  const { text, outcome } = await bytesOf(target(server), await connected(server));
  expect(text).not.toContain('in between');
  expect(text.endsWith('Z another\n')).toBe(true);
  expect(outcome).toEqual({
    kind: 'read',
    missing: [
      {
        kind: 'log-restarted',
        reason: '',
        from: expect.stringMatching(/^2026-11-23T09:00:/),
        to: '2026-11-23T09:06:00Z',
      },
    ],
  });
});

test('a second restart before the new run is read: its log is read as the previous one, and what follows is said', async () => {
  const server = await breaking();
  // The rest of the old run, the check of its end, then the new run.
  onRequest(server, 2, () => restart(server, fresh));
  onRequest(server, 5, () => restart(server, '2026-11-23T09:06:00Z a third run\n'));
  const { text, outcome } = await bytesOf(target(server), await connected(server));
  expect(text === old + fresh).toBe(true);
  expect(outcome).toEqual({
    kind: 'read',
    missing: [{ kind: 'log-restarted', reason: '', from: '2026-11-23T09:05:01Z' }],
  });
});

test('a container that starts anew at every request: the reading ends, and says so', async () => {
  const server = await breaking();
  let run = 0;
  server.faults.add({
    kind: 'delay',
    ms: 0,
    on: ({ url }) => {
      if (url.includes('/log'))
        restart(server, `2026-11-23T10:00:${String((run += 1)).padStart(2, '0')}Z x\n`);
      return false;
    },
  });
  const { outcome } = await bytesOf(target(server), await connected(server));
  expect(outcome).toMatchObject({
    kind: 'read',
    missing: [{ kind: 'log-restarted', to: expect.any(String) }, { kind: 'log-restarted' }],
  });
  expect(server.requests.length).toBeLessThan(20);
});

test('a new run whose log is refused is said to be missing, with the words of the server', async () => {
  const server = await breaking();
  onRequest(server, 2, () => {
    restart(server, fresh);
    const message = 'the server has no time';
    server.faults.add({
      kind: 'status',
      status: 403,
      message,
      on: /\/log\?(?!.*(sinceTime|previous|tailLines))/,
    });
  });
  const { text, outcome } = await bytesOf(target(server), await connected(server));
  expect(text === old).toBe(true);
  expect(outcome).toEqual({
    kind: 'read',
    missing: [{ kind: 'log-restarted', reason: 'the server has no time', from: oldEnd }],
  });
});

test('both runs share the byte limit, and the end of each is read', async () => {
  const server = await breaking(lines(10_000, 100));
  const long = lines(10_000, 100, 'anew').replaceAll('T09:', 'T10:');
  onRequest(server, 2, () => restart(server, long));
  const logBytes = 200_000;
  const { text, outcome } = await bytesOf(target(server), await connected(server), { logBytes });
  expect(text.length).toBeLessThanOrEqual(logBytes * 1.25);
  expect(text.length).toBeGreaterThan(logBytes * 1.1);
  expect(text).toContain('"attempt 9999 failed"');
  expect(text).toContain('"anew 0 failed"');
  expect(text.endsWith('"anew 9999 failed"}\n')).toBe(true);
  const stamps = text.split('\n').map((line) => line.slice(0, 30));
  expect(stamps.slice(0, -1).toSorted()).toEqual(stamps.slice(0, -1));
  expect(new Set(text.split('\n')).size).toBe(stamps.length);
  expect(outcome).toMatchObject({
    missing: [
      { kind: 'log-limit', from: expect.any(String), to: expect.any(String) },
      { kind: 'log-limit', from: expect.any(String), to: expect.any(String) },
    ],
  });
});

test('the rest of the old run that is not there ends where the new run begins', async () => {
  const server = await breaking();
  onRequest(server, 2, () => {
    restart(server, fresh);
    setLog(server, '', true);
  });
  const { text, outcome } = await bytesOf(target(server), await connected(server));
  expect(text.endsWith(fresh)).toBe(true);
  expect(outcome).toMatchObject({ missing: [{ kind: 'log-restarted', to: '2026-11-23T09:05:00Z' }] });
});

test('of a previous log that another run took the place of only that is said: the new one is read by itself', async () => {
  const server = await withLog('2026-11-23T09:05:00Z the run that is\n');
  setLog(server, old, true);
  server.faults.add({ kind: 'cut', afterBytes: 20_000, on: 'previous', times: 1 });
  onRequest(server, 2, () => restart(server, fresh));
  const { text, outcome } = await bytesOf(target(server, { previous: true }), await connected(server));
  expect(old.startsWith(text)).toBe(true);
  expect(outcome).toMatchObject({ kind: 'read', missing: [{ kind: 'log-restarted' }] });
});
