import type { FaultyServer } from '../support/faulty-server.ts';
import type { LogOutcome } from '#cluster/log-reader.ts';
import { readRuns } from '#cluster/log-runs.ts';
import type { LogSettings } from '#cluster/log-settings.ts';
import type { LogTarget } from '#cluster/log-targets.ts';
import type { Transport } from '#cluster/transport.ts';
import { served } from './connected.ts';

export const container = 'osm-controller';
export const namespace = 'osm-system';

export function controllerOf({ store }: FaultyServer): string {
  const pod = store.list('pods').find(({ metadata }) => metadata.labels?.['app'] === container);
  return pod?.metadata.name ?? '';
}

/** A server whose controller has this log. */
export async function withLog(
  text: string,
  options: Parameters<typeof served>[0] = {},
): Promise<FaultyServer> {
  const server = await served(options);
  setLog(server, text);
  return server;
}

export function setLog(server: FaultyServer, text: string, previous = false): void {
  server.store.setLog(namespace, controllerOf(server), container, { text }, previous);
}

export function target(server: FaultyServer, more: Partial<LogTarget> = {}): LogTarget {
  const pod = controllerOf(server);
  return { namespace, pod, container, previous: false, init: false, restartCount: 0, ...more };
}

/** The container ended and was started anew: what it logged is the previous log, the new run has `text`. */
export function restart(server: FaultyServer, text: string): void {
  const pod = controllerOf(server);
  const old = server.store.log(namespace, pod, container, false);
  if (old && 'text' in old) setLog(server, old.text, true);
  server.store.update('pods', namespace, pod, (object) => {
    const status = object['status'] as { containerStatuses: { name: string; restartCount: number }[] };
    const containerStatuses = status.containerStatuses.map((own) =>
      own.name === container ? { ...own, restartCount: own.restartCount + 1 } : own,
    );
    return { ...object, status: { ...status, containerStatuses } };
  });
  setLog(server, text);
}

/** Every byte that a reader hands on, in order. */
export async function bytesOf(
  log: LogTarget,
  transport: Transport,
  settings: Partial<LogSettings> = {},
): Promise<{ readonly text: string; readonly outcome: LogOutcome }> {
  const chunks: Buffer[] = [];
  const all = { logBytes: 1e9, resumeDelayMs: 0, ...settings };
  const outcome = await readRuns(log, { transport }, all, (lines) => void chunks.push(lines));
  return { text: Buffer.concat(chunks).toString(), outcome };
}

/** Lines of a second each, `count` of them, with `perSecond` to a second. */
export function lines(count: number, perSecond = 50, words = 'attempt'): string {
  let text = '';
  for (let i = 0; i < count; i += 1) {
    const at = new Date(Date.UTC(2026, 10, 23, 9, 0, Math.floor(i / perSecond))).toISOString().slice(0, 19);
    text += `${at}.${String((i % perSecond) * 1000).padStart(9, '0')}Z {"level":"error","message":"${words} ${i} failed"}\n`;
  }
  return text;
}
