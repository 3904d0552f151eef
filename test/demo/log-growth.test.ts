import { expect, test } from 'vitest';
import { readLiveLog } from '#cluster/live-log.ts';
import type { LogLine } from '#cluster/log-batches.ts';
import type { FaultyServer } from '../support/faulty-server.ts';
import { connected, served } from '../cluster/connected.ts';
import { controllerOf } from '../cluster/log-bytes.ts';

const namespace = 'osm-system';

interface Followed {
  readonly lines: readonly LogLine[];
  /** Resolves when so many lines came. */
  readonly came: (count: number) => Promise<void>;
  readonly leave: () => Promise<unknown>;
}

async function followed(server: FaultyServer, container = 'osm-controller'): Promise<Followed> {
  const transport = await connected(server);
  const lines: LogLine[] = [];
  const abort = new AbortController();
  const source = { namespace, pod: controllerOf(server), container, previous: false };
  const ended = readLiveLog(source, { limitBytes: 1e9, follow: true }, (batch) => void lines.push(...batch), {
    transport,
    signal: abort.signal,
  });
  return {
    lines,
    came: async (count) => {
      while (lines.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    leave: () => {
      abort.abort();
      return ended;
    },
  };
}

const textOf = (server: FaultyServer, container = 'osm-controller'): string => {
  const log = server.store.log(namespace, controllerOf(server), container, false);
  return log && 'text' in log ? log.text : '';
};
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

test('a log that is followed goes on with lines of the kinds it came to, at the time they are written', async () => {
  const server = await served({ name: '03-liveness-503', logEveryMs: 10 });
  const before = textOf(server).trim().split('\n').length;
  const began = Date.now();
  const { came, leave, lines } = await followed(server);
  await came(before + 3);
  await leave();
  const added = lines.slice(before, before + 3);
  for (const { at = '', text } of added) {
    expect(text).toContain('Liveness probe for osm-proxyserver indicates it is not alive');
    expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/u);
    expect(Date.parse(at)).toBeGreaterThanOrEqual(began);
    expect(text).toContain(`"time":"${at.slice(0, 19)}Z"`);
  }
  const stamps = lines.map(({ at = '' }) => Date.parse(at));
  expect(stamps.toSorted((a, b) => a - b)).toEqual(stamps);
});

test('what the recording counts is counted on', async () => {
  const server = await served({ name: '05-injector-errors', logEveryMs: 10 });
  const transport = await connected(server);
  const abort = new AbortController();
  const attempts: number[] = [];
  const pod = server.store.list('pods').find(({ metadata }) => metadata.labels?.['app'] === 'osm-injector');
  await readLiveLog(
    { namespace, pod: pod?.metadata.name ?? '', container: 'osm-injector', previous: false },
    { limitBytes: 1e9, tailLines: 1, follow: true },
    (batch) => {
      for (const { text } of batch) attempts.push(Number(/attempt (\d+)/u.exec(text)?.[1]));
      if (attempts.length > 3) abort.abort();
    },
    { transport, signal: abort.signal },
  );
  const [first = 0] = attempts;
  expect(attempts.slice(0, 4)).toEqual([first, first + 1, first + 2, first + 3]);
});

test('it stands still before anybody follows and after the last one left', async () => {
  const server = await served({ logEveryMs: 10 });
  const fixed = textOf(server);
  await soon();
  expect(textOf(server)).toBe(fixed);
  const [one, two] = [await followed(server), await followed(server)];
  const begun = fixed.trim().split('\n').length;
  await Promise.all([one.came(begun + 2), two.came(begun + 2)]);
  await one.leave();
  await two.came(two.lines.length + 2);
  await two.leave();
  await soon();
  const left = textOf(server);
  await soon();
  expect(textOf(server)).toBe(left);
  expect(left.startsWith(fixed)).toBe(true);
});

test('without being told to, a log stays as it was recorded, whoever follows it', async () => {
  const server = await served();
  const fixed = textOf(server);
  const { came, leave } = await followed(server);
  await came(1);
  await soon();
  await leave();
  expect(textOf(server)).toBe(fixed);
});

test('a process that only told of its start says no more, and a container that ended nothing at all', async () => {
  const server = await served({ name: '06b-crashloop-fatal', logEveryMs: 10 });
  const [repo, crashed] = [textOf(server, 'osm-pipy-repo'), textOf(server)];
  const { came, leave } = await followed(server, 'osm-pipy-repo');
  await came(1);
  const ended = (await followed(server)).leave;
  await soon();
  expect(textOf(server, 'osm-pipy-repo')).toBe(repo);
  expect(textOf(server)).toBe(crashed);
  await Promise.all([leave(), ended()]);
});
