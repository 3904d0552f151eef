import { onTestFinished, expect, test } from 'vitest';
import type { FaultyServer } from '../support/faulty-server.ts';
import { readLiveLog } from '#cluster/live-log.ts';
import type { LiveCut, LiveWindow } from '#cluster/live-log.ts';
import type { LogLine } from '#cluster/log-batches.ts';
import { connected, problemIn } from './connected.ts';
import { controllerOf, lines, restart, setLog, target, withLog } from './log-bytes.ts';

interface Live {
  readonly lines: readonly LogLine[];
  readonly ended: Promise<{ readonly cut?: LiveCut }>;
  readonly stop: () => void;
  /** Resolves when a line of this text came. */
  readonly saw: (text: string) => Promise<void>;
}

async function live(
  server: FaultyServer,
  window: Partial<LiveWindow> = {},
  more: Partial<ReturnType<typeof target>> = {},
  idleMs = 60_000,
): Promise<Live> {
  const transport = await connected(server, { deadlines: { idleMs: 300 } });
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const seen: LogLine[] = [];
  let tell = (): void => {};
  const onLines = (batch: readonly LogLine[]): void => {
    seen.push(...batch);
    tell();
  };
  const ended = readLiveLog(target(server, more), { limitBytes: 1e9, follow: false, ...window }, onLines, {
    transport,
    signal: abort.signal,
    resumeDelayMs: 1,
    idleMs,
  });
  ended.catch(() => undefined);
  const saw = async (text: string): Promise<void> => {
    while (!seen.some((line) => line.text === text)) await new Promise<void>((resolve) => (tell = resolve));
  };
  return { lines: seen, ended, stop: () => abort.abort(), saw };
}

const textOf = (seen: readonly LogLine[]): string => seen.map(({ at, text }) => `${at} ${text}\n`).join('');

test('lines come with their time stamps apart, from a time on or the last ones', async () => {
  const text = lines(100, 10);
  const server = await withLog(text);
  const all = await live(server);
  expect(await all.ended).toEqual({});
  expect(textOf(all.lines)).toBe(text);
  const tail = await live(server, { tailLines: 3 });
  await tail.ended;
  expect(tail.lines.map((line) => line.at)).toEqual([
    '2026-11-23T09:00:09.000007000Z',
    '2026-11-23T09:00:09.000008000Z',
    '2026-11-23T09:00:09.000009000Z',
  ]);
  const late = await live(server, { from: '2026-11-23T09:00:08Z' });
  await late.ended;
  expect(late.lines).toHaveLength(20);
});

test('the limit cuts, and says so; what stands behind the last line end is no line', async () => {
  const server = await withLog(lines(100, 10));
  const some = await live(server, { limitBytes: 1000 });
  expect(await some.ended).toEqual({ cut: 'bytes' });
  expect(lines(100, 10).startsWith(textOf(some.lines))).toBe(true);
});

test('secrets are not shown, also when they go over several lines; a very long line is cut', async () => {
  const at = '2026-11-23T09:00:00Z';
  const key = [
    '-----BEGIN RSA PRIVATE KEY-----',
    'MIIEowIBAAKCAQEA0123456789abcdef',
    '-----END RSA PRIVATE KEY-----',
  ];
  const text = ['password=hunter2hunter2', ...key, 'x'.repeat(3_000_000), 'after'].map(
    (line) => `${at} ${line}\n`,
  );
  const shown = await live(await withLog(text.join('')));
  await shown.ended;
  const texts = shown.lines.map((line) => line.text);
  expect(texts.slice(0, 4)).toEqual([
    'password=[redacted: password]',
    '[redacted: private key]',
    '[redacted: private key]',
    '[redacted: private key]',
  ]);
  expect(texts[4]).toBe(`${'x'.repeat(64 * 1024)}…`);
  expect(texts.slice(5)).toEqual(['after']);
});

test('a log that is taken up in the middle of a private key does not show the rest of it', async () => {
  const at = '2026-11-23T09:00:00.5Z';
  const body = 'MIIEowIBAAKCAQEA0123456789abcdefMIIEowIBAAKCAQEA0123456789abcdef';
  const key = ['-----BEGIN RSA PRIVATE KEY-----', body, body, '-----END RSA PRIVATE KEY-----', 'after'];
  const shown = await live(await withLog(key.map((line) => `${at} ${line}\n`).join('')), { tailLines: 4 });
  await shown.ended;
  const hidden = '[redacted: private key]';
  expect(shown.lines.map((line) => line.text)).toEqual([hidden, hidden, hidden, 'after']);
});

test('a followed log brings what is added, over broken connections, each line once, and ends with its container', async () => {
  const server = await withLog(lines(20, 4));
  const followed = await live(server, { follow: true, tailLines: 8 });
  const message = (number: number): string => `{"level":"error","message":"attempt ${number} failed"}`;
  await followed.saw(message(19));
  for (let count = 21; count <= 40; count += 1) {
    if (count % 5 === 0)
      server.faults.add({ kind: 'cut', afterBytes: 300 + count, on: 'sinceTime', times: 1 });
    if (count === 30) server.faults.add({ kind: 'reset', on: '/log', times: 1 });
    setLog(server, lines(count, 4));
    await followed.saw(message(count - 1));
  }
  const pod = controllerOf(server);
  server.store.update('pods', 'osm-system', pod, (object) => ({ ...object, status: {} }));
  expect(await followed.ended).toEqual({});
  const expected = lines(40, 4).split('\n').slice(12).join('\n');
  expect(textOf(followed.lines)).toBe(expected);
});

test('an answer that is empty where the log goes on is asked for again', async () => {
  const text = lines(20);
  const server = await withLog(text, { faults: [{ kind: 'cut', afterBytes: 700, on: '/log', times: 1 }] });
  server.faults.add({ kind: 'end', afterBytes: 0, on: 'sinceTime', times: 2 });
  const shown = await live(server);
  expect(await shown.ended).toEqual({});
  expect(textOf(shown.lines)).toBe(text);
});

test.each([
  [401, 'failed'],
  [403, 'refused'],
  [429, 'failed'],
])(
  'a log that cannot be taken up again because of a %i has not ended: it is a problem',
  async (status, why) => {
    const server = await withLog(lines(20), {
      faults: [{ kind: 'cut', afterBytes: 700, on: '/log', times: 1 }],
    });
    server.faults.add({ kind: 'status', status, message: 'not now', on: 'sinceTime' });
    expect(await problemIn((await live(server)).ended)).toMatchObject({
      kind: 'log-not-read',
      why,
      message: 'not now',
    });
  },
);

test('a quiet log is still followed when the connection goes silent', async () => {
  const server = await withLog(lines(5));
  server.faults.add({ kind: 'hang', on: 'sinceTime', times: 1 });
  server.faults.add({ kind: 'end', afterBytes: 100, on: '/log', times: 1 });
  const followed = await live(server, { follow: true }, {}, 100);
  await followed.saw('{"level":"error","message":"attempt 0 failed"}');
  // The second connection hangs, the third one brings the rest.
  await followed.saw('{"level":"error","message":"attempt 4 failed"}');
  expect(textOf(followed.lines)).toBe(lines(5));
});

test('a followed log does not go on into another one', async () => {
  const server = await withLog(lines(5));
  const followed = await live(server, { follow: true });
  await followed.saw('{"level":"error","message":"attempt 4 failed"}');
  restart(server, '2026-11-23T09:05:00Z a new run\n');
  expect(await followed.ended).toEqual({ cut: 'replaced' });
  expect(followed.lines).toHaveLength(5);
});

test('an abort ends it quietly', async () => {
  const server = await withLog(lines(5));
  const followed = await live(server, { follow: true });
  await followed.saw('{"level":"error","message":"attempt 4 failed"}');
  followed.stop();
  expect(await followed.ended).toEqual({});
});

test('a log that cannot be had is a problem in the words of the API server', async () => {
  const server = await withLog('unable to retrieve container logs for containerd://0123');
  const pod = controllerOf(server);
  const names = { kind: 'log-not-read', namespace: 'osm-system', pod, container: 'osm-controller' };
  expect(await problemIn((await live(server)).ended)).toMatchObject({
    ...names,
    why: 'failed',
    message: 'unable to retrieve container logs for containerd://0123',
  });
  expect(await problemIn((await live(server, {}, { previous: true })).ended)).toMatchObject({
    ...names,
    why: 'absent',
    previous: true,
    message: `previous terminated container "osm-controller" in pod "${pod}" not found`,
  });
  expect(await problemIn((await live(server, {}, { pod: 'gone' })).ended)).toMatchObject({
    why: 'absent',
    message: 'pods "gone" not found',
  });
  server.faults.add({ kind: 'status', status: 403, message: 'pods "x" is forbidden', on: '/log', times: 1 });
  expect(await problemIn((await live(server)).ended)).toMatchObject({ ...names, why: 'refused' });
  server.faults.add({ kind: 'status', status: 503, message: 'try later', on: '/log' });
  expect(await problemIn((await live(server)).ended)).toMatchObject({ why: 'failed', message: 'try later' });
});

test('a server that is gone is told as such', async () => {
  const server = await withLog(lines(5));
  const followed = await live(server, { follow: true });
  await followed.saw('{"level":"error","message":"attempt 4 failed"}');
  await server.close();
  expect(await problemIn(followed.ended)).toMatchObject({ kind: 'unreachable', code: 'ECONNREFUSED' });
});
