import { demoConfiguration } from '../../src/cli/demo-configuration.ts';
import { diagnoseSnapshot } from '../../src/cli/diagnose.ts';
import { readCluster } from '#cluster/read-cluster.ts';
import { openTransport } from '#cluster/transport.ts';
import { loadScenario } from '#demo/scenarios.ts';
import type { RequestRecord } from '#demo/server.ts';
import { type FaultyServer, type FaultyServerOptions, startFaultyServer } from '../support/faulty-server.ts';
import type { Cause } from '#diagnosis/cause.ts';
import type { Diagnosis, MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { ScreenModel } from '#presentation/blocks.ts';
import { rootCauses } from '#presentation/related.ts';
import { textsOf } from '#steps/all-texts.ts';
import type { Language } from '#i18n/texts.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { screens } from '../../src/cli/walk.ts';
import { quick } from '../cluster/connected.ts';
import { blockText } from '../support/block-text.ts';

/** A scenario as the command line reads it: embedded server, real transport, real reading, real diagnosis. */
export interface Recording {
  readonly snapshot: Snapshot;
  readonly diagnosis: Diagnosis;
  /** What the server was asked. */
  readonly requests: readonly RequestRecord[];
}

export interface RecordingOptions extends Omit<Partial<FaultyServerOptions>, 'scenario'> {
  /** When the recording was made, as far as anybody can see. */
  readonly now?: Date;
  /** Changes what is served before it is read. */
  readonly change?: (server: FaultyServer) => void;
}

export async function readRecording(name: string, options: RecordingOptions = {}): Promise<Recording> {
  const { now, change, ...rest } = options;
  const server = await startFaultyServer({ ...rest, scenario: await loadScenario(name, now) });
  change?.(server);
  const transport = await openTransport(demoConfiguration(server.url, name));
  try {
    const source = { kind: 'demo', scenario: name } as const;
    const snapshot = await readCluster({ transport, source, settings: quick });
    return { snapshot, diagnosis: diagnoseSnapshot(snapshot), requests: server.requests };
  } finally {
    await transport.close();
    await server.close();
  }
}

/** Reads each scenario once. */
export function recordingsReadOnce(): (name: string) => Promise<Recording> {
  const read = new Map<string, Promise<Recording>>();
  return (name) => {
    const known = read.get(name) ?? readRecording(name);
    read.set(name, known);
    return known;
  };
}

/** The mesh that the run's verdict comes from. */
export function worstMesh({ meshes }: Diagnosis): MeshDiagnosis {
  const [worst] = meshes;
  if (worst === undefined) throw new Error('no mesh was diagnosed');
  return worst;
}

/** The root causes of the worst mesh. */
export function rootsOf({ diagnosis }: Recording): readonly Cause[] {
  return rootCauses(worstMesh(diagnosis).causes);
}

/** All findings of the worst mesh. */
export function findingsOf({ diagnosis }: Recording): readonly Finding[] {
  return Object.values(worstMesh(diagnosis).steps).flatMap(({ findings }) => findings);
}

/** What a screen of the worst mesh shows. */
export function screenModel(
  run: Diagnosis,
  screen: ScreenId,
  language: Language = 'en',
  width = 80,
): ScreenModel {
  const diagnosis = worstMesh(run);
  const texts = textsOf(language);
  return screens[screen]({ diagnosis, run, texts, language, width, now: run.readAt });
}

/** Everything that can be read on a screen, all rows opened. */
export function screenText(run: Diagnosis, screen: ScreenId, language: Language = 'en'): string {
  const { looked, overview, question, rows } = screenModel(run, screen, language);
  return [
    question,
    looked,
    ...rows.map(({ id, subject, text }) => `${id} ${subject} ${text}`),
    ...rows.map(({ detail }) => blockText(detail())),
    blockText(overview),
  ].join('\n');
}
