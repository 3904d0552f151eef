import type { FactName } from '#mesh/mesh-facts.ts';
import { type Problem, ProblemError } from '#errors/problem.ts';
import type { Observed } from '#snapshot/observed.ts';
import { redactText } from '#snapshot/redact.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { SnapshotBuilder } from './snapshot-builder.ts';
import type { OnUpdate } from './snapshot-builder.ts';
import { defaultProbeSettings } from './call-probe.ts';
import type { ProbeSettings } from './call-probe.ts';
import { emptySnapshot, forgetFacts, isAnswered, settle } from './empty-snapshot.ts';
import { credentialError, withCredentialErrors } from './with-credential-errors.ts';
import { now } from './read-fact.ts';
import { defaultLogSettings } from './log-settings.ts';
import type { LogSettings } from './log-settings.ts';
import { readAll } from './read-rounds.ts';
import type { Room } from './room.ts';
import type { Transport } from './transport.ts';

export interface ReadOptions {
  readonly transport: Transport;
  /** `--mesh` and `-n`: only these control planes are read in detail. */
  readonly target?: Snapshot['target'];
  /** Of logs; kept in the snapshot. */
  readonly limits?: Snapshot['limits'];
  /** Set for the demo; by default a live cluster. */
  readonly source?: Pick<Snapshot['source'], 'kind' | 'scenario'>;
  /** Reads into this snapshot instead of an empty one. */
  readonly previous?: Snapshot;
  /** With `previous`: only these facts are read again, all others stay. */
  readonly only?: readonly FactName[];
  readonly signal?: AbortSignal;
  readonly onUpdate?: OnUpdate;
  readonly settings?: Partial<LogSettings & ProbeSettings>;
}

/**
 * Reads a cluster into a snapshot. Every fact says how it came to be known; what is called off is `cancelled`.
 * @throws {ProblemError} when no request at all was answered: unreachable, tls-not-trusted, not-authenticated, or a
 * credential plugin that failed. Nothing else is thrown for what a cluster does: a plugin that fails on the way only
 * leaves the rest unread.
 */
export async function readCluster(options: ReadOptions): Promise<Snapshot> {
  const startedAt = now();
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const board = new SnapshotBuilder(startingPoint(options, startedAt), startedAt, options.onUpdate);
  let problem: Problem | undefined;
  const transport = withCredentialErrors(options.transport, (told) => {
    problem ??= told;
    stop.abort();
  });
  const room: Room = {
    board,
    reading: { transport, signal },
    settings: settingsOf(options),
    wants: wanted(options.only),
    nodes: new Map(),
  };
  try {
    await readAll(room);
  } catch (error) {
    stop.abort();
    board.stop();
    throw problem === undefined ? error : new ProblemError(problem, error);
  }
  if (problem !== undefined && !isAnswered(board.snapshot, startedAt)) {
    board.stop();
    throw new ProblemError(problem);
  }
  const lost: Observed<never> =
    problem === undefined ? { state: 'cancelled' } : { state: 'failed', error: credentialError(problem) };
  board.change((snapshot) => ({ ...settle(snapshot, lost), readAt: now() }));
  return board.finish();
}

function settingsOf({ limits: { logBytes, since } = {}, settings }: ReadOptions): Room['settings'] {
  return {
    ...defaultLogSettings,
    ...defaultProbeSettings,
    ...(logBytes !== undefined && { logBytes }),
    ...(since !== undefined && { since }),
    ...settings,
  };
}

function startingPoint(
  { transport, target = {}, source, previous, only, limits }: ReadOptions,
  startedAt: string,
): Snapshot {
  const limited = limits && { limits };
  if (previous && only)
    return {
      ...forgetFacts(previous, wantedNames(only)),
      readAt: startedAt,
      startedAt,
      ...(only.includes('logs') && limited),
    };
  const from = {
    kind: 'live' as const,
    ...(transport.context !== undefined && { context: transport.context }),
    ...(transport.kubeconfig !== undefined && { kubeconfig: transport.kubeconfig }),
    server: redactText(transport.server),
    ...source,
  };
  return { ...emptySnapshot(from, target, startedAt), ...limited };
}

function wanted(only: readonly FactName[] | undefined): (fact: FactName) => boolean {
  if (!only) return () => true;
  const names = wantedNames(only);
  return (fact) => names.has(fact);
}

/** Facts that another fact is found by: which Pods there are now, and which workloads could not create theirs. */
function wantedNames(only: readonly FactName[]): ReadonlySet<FactName> {
  const needed = only.flatMap((name): FactName[] => {
    if (name === 'logs' || name === 'probes' || name === 'nodes') return ['pods'];
    return name === 'affectedWorkloads' ? ['creationFailures'] : [];
  });
  return new Set([...only, ...needed]);
}
