import { onTestFinished } from 'vitest';
import type { LogSummary } from '#snapshot/log-summary.ts';
import { logKey } from '#snapshot/fact-keys.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type OpenOptions, openWizard, type OpenWizard } from '../../support/frame.tsx';
import { fakePorts, readAt, row } from '../fakes.ts';
import { type FakeLog, logName } from './fake-log.ts';

/** A snapshot that keeps these of a container's two logs. */
export function snapshotWith(current: LogSummary, previous?: LogSummary): Snapshot {
  const { container, namespace, pod } = logName;
  const read = (summary: LogSummary, isPrevious: boolean) => ({
    state: 'read',
    at: readAt,
    value: { pod, container, previous: isPrevious, init: false, summary },
  });
  const logs = {
    [logKey(pod, container, false)]: read(current, false),
    [logKey(pod, container, true)]:
      previous === undefined ? { state: 'absent', at: readAt } : read(previous, true),
  };
  return { readAt, namespaces: { [namespace]: { logs } } } as unknown as Snapshot;
}

/** The wizard with the log view open at a line of the current log; without a log to read, as from a snapshot. */
export async function openedLog(
  snapshot: Snapshot,
  log: FakeLog | undefined,
  options: OpenOptions & { readonly number?: number } = {},
): Promise<OpenWizard> {
  const { number } = options;
  const place = { ...logName, ...(number === undefined ? {} : { number }) };
  const progress = { done: 1, total: 1, current: [], startedAt: Date.parse(readAt), finished: true };
  const wizard = await openWizard(
    fakePorts(
      {
        source: {
          start: async (onUpdate) => onUpdate({ snapshot, progress }),
          reread: async () => undefined,
        },
        ...(log === undefined ? {} : { logs: log.port }),
      },
      [row({ key: 'a', log: place }), row({ key: 'b' })],
    ),
    options,
  );
  onTestFinished(wizard.close);
  await wizard.type('\r');
  await wizard.type('\r');
  return wizard;
}

/** The lines of the log on the screen, without the frame around them. */
export function shownLog(wizard: OpenWizard): readonly string[] {
  const lines = wizard.frame().split('\n');
  const title = lines.findIndex((line) => line.startsWith('━━ ') || line.startsWith('== '));
  return lines.slice(title + 2, -2).filter((line) => line !== '');
}
