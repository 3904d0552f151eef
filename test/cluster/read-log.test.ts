import { describe, expect, test } from 'vitest';
import type { LogRead } from '#snapshot/log-summary.ts';
import type { Observed } from '#snapshot/observed.ts';
import { logKey } from '#snapshot/fact-keys.ts';
import type { FaultyServer } from '../support/faulty-server.ts';
import { returnKernel, takeKernel } from '#log-scan/kernel/kernel.ts';
import { readLog } from '#cluster/read-log.ts';
import type { LogSettings } from '#cluster/log-settings.ts';
import type { LogTarget } from '#cluster/log-targets.ts';
import { controllerOf, restart, withLog } from './log-bytes.ts';
import { connected, quick, readFrom, served } from './connected.ts';

async function read(
  server: FaultyServer,
  more: Partial<LogTarget> = {},
  settings: Partial<LogSettings> = {},
): Promise<Observed<LogRead>> {
  const transport = await connected(server, { deadlines: { idleMs: 300 } });
  const target = {
    namespace: 'osm-system',
    pod: controllerOf(server),
    container: 'osm-controller',
    previous: false,
    init: false,
    ...more,
  };
  return readLog(target, { transport }, { logBytes: 1e9, resumeDelayMs: 1, ...settings });
}

/** `count` error lines, `perSecond` of them with the same second; every tenth comes twice with the same time stamp. */
function errors(count: number, perSecond = 50): string {
  let text = '';
  for (let i = 0; i < count; i += 1) {
    const second = String(Math.floor(i / perSecond) % 60).padStart(2, '0');
    const minute = String(Math.floor(i / perSecond / 60)).padStart(2, '0');
    const line = `2026-11-23T09:${minute}:${second}.${String((i % perSecond) * 1000).padStart(9, '0')}Z {"level":"error","message":"attempt ${i} failed"}\n`;
    text += i % 10 === 0 ? line + line : line;
  }
  return text;
}

describe('a cut connection', () => {
  test.each([1, 2, 3])('is taken up again where it broke (%i times): counts are exact', async (times) => {
    const text = errors(3000);
    const server = await withLog(text, {
      faults: [{ kind: 'cut', afterBytes: 70_001, on: '/log', times }],
    });
    const log = await read(server);
    expect(log).toMatchObject({
      state: 'read',
      value: { summary: { lines: 3300, levels: { error: 3300 } } },
    });
    const again = server.requests.filter(({ query }) => query['sinceTime'] !== undefined);
    expect(again).toHaveLength(times);
    expect(again.at(-1)?.query['sinceTime']).toMatch(/^2026-11-23T09:\d\d:\d\dZ$/);
  });

  test('that breaks every time gives what came, as partial', async () => {
    const server = await withLog(errors(3000), { faults: [{ kind: 'cut', afterBytes: 20_000, on: '/log' }] });
    expect(await read(server)).toMatchObject({
      state: 'partial',
      missing: [{ kind: 'log-broken', count: 4 }],
    });
    expect(server.requests).toHaveLength(4);
  });
});

test('the scanner of a log that is not there is given back for the next one', async () => {
  const kernel = takeKernel();
  returnKernel(kernel);
  const server = await served();
  expect(await read(server, { pod: 'gone' })).toMatchObject({ state: 'absent' });
  // Not shown when it fails: it is megabytes.
  expect(takeKernel() === kernel).toBe(true);
  returnKernel(kernel);
});

test('a log beyond the limit is partial, and says what is missing', async () => {
  const server = await withLog(errors(3000));
  const log = await read(server, {}, { logBytes: 50_000 });
  expect(server.requests[0]?.query['limitBytes']).toBe('50000');
  expect(log).toMatchObject({ state: 'partial', missing: [{ kind: 'log-limit' }] });
});

describe('a log that does not begin where its container did', () => {
  const startedAt = '2026-11-23T08:00:00Z';

  test('was rotated, when it is a process that logs at once', async () => {
    const server = await withLog(errors(30));
    const missedStart = { why: 'rotated', at: startedAt };
    expect(await read(server, { startedAt, format: 'zerolog' })).toMatchObject({
      state: 'read',
      value: { missedStart },
    });
    const quiet = await read(server, { startedAt });
    expect(quiet).not.toHaveProperty('value.missedStart');
  });

  test('may be the log of another run: then it is not what was asked for', async () => {
    const server = await withLog(errors(30));
    restart(server, errors(10));
    const log = await read(server, { startedAt, format: 'zerolog', restartCount: 0 });
    expect(log).toMatchObject({ state: 'partial', missing: [{ kind: 'log-restarted' }] });
  });

  test('since a time that the container saw', async () => {
    const server = await withLog(errors(3000));
    const since = '2026-11-23T09:00:30Z';
    expect(await read(server, { startedAt }, { since })).toMatchObject({
      state: 'read',
      value: {
        missedStart: { why: 'since', at: since },
        summary: { firstAt: '2026-11-23T09:00:30.000000000Z' },
      },
    });
    const young = await read(server, { startedAt: '2026-11-23T09:00:31Z' }, { since });
    expect(young).not.toHaveProperty('value.missedStart');
  });
});

describe('there is no log', () => {
  test('of a container that never ran before, or waits to start', async () => {
    const server = await served({ name: '04b-image-pull' });
    expect(await read(server)).toMatchObject({ state: 'absent' });
    expect(await read(server, { previous: true })).toMatchObject({ state: 'absent' });
  });

  test('of a pod that is gone', async () => {
    expect(await read(await served(), { pod: 'gone' })).toMatchObject({ state: 'absent' });
  });

  test('to be had from the kubelet: then nothing is known of it', async () => {
    const message = 'the server could not find the requested resource';
    const server = await served({ faults: [{ kind: 'status', status: 404, message, on: '/log' }] });
    expect(await read(server)).toMatchObject({
      state: 'failed',
      error: { kind: 'status', code: '404', message },
    });
  });

  test('when the kubelet writes a message in its place', async () => {
    const server = await withLog('unable to retrieve container logs for containerd://0123');
    expect(await read(server)).toEqual({
      state: 'failed',
      error: { kind: 'invalid', message: 'unable to retrieve container logs for containerd://0123' },
    });
  });

  test('a container that is not in the pod is an error', async () => {
    const log = await read(await served(), { container: 'other' });
    expect(log).toMatchObject({ state: 'failed', error: { kind: 'status', code: '400' } });
  });

  test('an empty log is a log', async () => {
    expect(await read(await withLog(''))).toMatchObject({ state: 'read', value: { summary: { lines: 0 } } });
  });
});

test('a container that starts anew while its log is read: its fact holds both runs, in their order', async () => {
  const server = await withLog(errors(3000), {
    faults: [{ kind: 'cut', afterBytes: 20_000, on: '/log', times: 1 }],
  });
  server.faults.add({
    kind: 'delay',
    ms: 0,
    on: ({ url }) => {
      if (url.includes('sinceTime')) restartOnce();
      return false;
    },
  });
  let isOver = false;
  const restartOnce = (): void => {
    if (!isOver) restart(server, '2026-11-23T09:30:00Z {"level":"fatal","message":"no CA"}\n');
    isOver = true;
  };
  const log = await read(server, { restartCount: 0 });
  expect(log).toMatchObject({
    state: 'read',
    value: {
      previous: false,
      summary: {
        lines: 3301,
        levels: { error: 3300, fatal: 1 },
        firstAt: '2026-11-23T09:00:00.000000000Z',
        lastAt: '2026-11-23T09:30:00Z',
      },
    },
  });
});

test('the right logs are read: main, repo and init containers, and the run before of what was restarted', async () => {
  const server = await served({ name: '06b-crashloop-fatal' });
  const snapshot = await readFrom(server);
  const pod = controllerOf(server);
  const logs = Object.keys(snapshot.namespaces['osm-system']?.logs ?? {}).filter((key) =>
    key.startsWith(pod),
  );
  expect(logs).toEqual([
    logKey(pod, 'init-osm-controller', false),
    logKey(pod, 'osm-pipy-repo', false),
    logKey(pod, 'osm-controller', false),
    logKey(pod, 'osm-controller', true),
  ]);
});

test('the log of an injected sidecar is not read', async () => {
  const snapshot = await readFrom(await served({ name: '02-two-meshes' }));
  const logs = Object.keys(snapshot.namespaces['osm-system']?.logs ?? {});
  expect(logs.filter((key) => key.includes('/sidecar/'))).toEqual([]);
  expect(logs.filter((key) => key.includes('/osm-init/')).length).toBeGreaterThan(0);
});

test('a long log is read in bounded memory while others wait for nothing', async () => {
  const server = await withLog(errors(40_000));
  const snapshot = await readFrom(server, { settings: quick });
  const own = snapshot.namespaces['osm-system']?.logs[logKey(controllerOf(server), 'osm-controller', false)];
  expect(own).toMatchObject({ state: 'read', value: { summary: { lines: 44_000 } } });
  expect(JSON.stringify(own).length).toBeLessThan(100_000);
});
