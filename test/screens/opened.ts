import { onTestFinished, vi } from 'vitest';
import { demoConfiguration } from '../../src/cli/demo-configuration.ts';
import { portsOf } from '../../src/cli/ports.ts';
import { diagnoseSnapshot } from '../../src/cli/diagnose.ts';
import type { Source } from '../../src/cli/source.ts';
import { textsOf } from '#steps/all-texts.ts';
import { readCluster } from '#cluster/read-cluster.ts';
import { openTransport } from '#cluster/transport.ts';
import type { FaultyServer } from '../support/faulty-server.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { WizardPorts } from '#wizard/ports/ports.ts';
import { quick } from '../cluster/connected.ts';
import { readRecording, type Recording } from '../recordings/read.ts';
import { type OpenOptions, openWizard, type OpenWizard } from '../support/frame.tsx';

/** The moment at which every frame is looked at. */
export const moment = new Date('2026-11-23T10:00:00.000Z');

/** A recording read with the clock standing still, so that its frames are always the same. */
export async function readFrozen(
  name: string,
  options: Parameters<typeof readRecording>[1] = {},
): Promise<Recording> {
  vi.useFakeTimers({ toFake: ['Date'], now: moment });
  try {
    const recording = await readRecording(name, { ...options, now: moment });
    const snapshot = withoutLatency(recording.snapshot);
    return { ...recording, snapshot, diagnosis: diagnoseSnapshot(snapshot) };
  } finally {
    vi.useRealTimers();
  }
}

/** How long a probe took is the one thing that no clock can freeze. */
function withoutLatency(snapshot: Snapshot): Snapshot {
  return JSON.parse(
    JSON.stringify(snapshot, (key, value: unknown) => (key === 'latencyMs' ? 4 : value)),
  ) as Snapshot;
}

/** The program's own ports, on any source, at the frozen moment. */
export function portsAt(source: Source): WizardPorts {
  return {
    ...portsOf(source, [
      ['en', textsOf('en')],
      ['ja', textsOf('ja')],
    ]),
    now: () => moment,
  };
}

/** No other context to go to. */
export const oneContext: Pick<Source, 'contexts' | 'use'> = {
  contexts: () => Promise.resolve({ kind: 'none', why: 'snapshot' }),
  use: () => Promise.resolve(),
};

/** A source that has read everything already. */
export function sourceOf(snapshot: Snapshot): Source {
  return {
    read: ({ onUpdate }) => {
      onUpdate?.(snapshot, { done: 30, total: 30, current: [], startedAt: snapshot.readAt });
      return Promise.resolve(snapshot);
    },
    ...oneContext,
    close: () => Promise.resolve(),
  };
}

/** The wizard on what was read, with the program's own ports; closed when the test ends. */
export async function opened(source: Source, options: OpenOptions = {}): Promise<OpenWizard> {
  const wizard = await openWizard(portsAt(source), options);
  onTestFinished(wizard.close);
  return wizard;
}

/** A source that reads what the server serves, however long that takes. */
export function readingFrom(server: FaultyServer): Source {
  const transport = openTransport(demoConfiguration(server.url, 'test'));
  onTestFinished(async () => (await transport).close());
  return {
    read: async ({ onUpdate, signal }) =>
      readCluster({
        transport: await transport,
        settings: quick,
        ...(onUpdate === undefined ? {} : { onUpdate }),
        ...(signal === undefined ? {} : { signal }),
      }),
    ...oneContext,
    close: () => Promise.resolve(),
  };
}
