import { findMeshes, selectMeshes } from '#mesh/meshes.ts';
import { flavourList } from '#mesh/flavours.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import { type Problem, ProblemError } from '#errors/problem.ts';
import type { Observed, ReadError } from '#snapshot/observed.ts';
import { valueOf } from '#snapshot/observed.ts';
import { redactText } from '#snapshot/redact.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { SnapshotBuilder } from './snapshot-builder.ts';
import type { OnUpdate } from './snapshot-builder.ts';
import { defaultProbeSettings } from './call-probe.ts';
import type { ProbeSettings } from './call-probe.ts';
import { emptySnapshot, forgetFacts, isAnswered, settle } from './empty-snapshot.ts';
import { credentialError, withCredentialErrors } from './with-credential-errors.ts';
import { readClusterFacts, readEnrolment, readSmi } from './read-cluster-facts.ts';
import { now } from './read-fact.ts';
import { defaultLogSettings } from './log-settings.ts';
import type { LogSettings } from './log-settings.ts';
import { readDeployments, readNamespace } from './read-namespace.ts';
import type { Room } from './read-namespace.ts';
import { fatalProblem } from './request-error.ts';
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

function wanted(only: readonly FactName[] | undefined): (fact: FactName | 'version') => boolean {
  if (!only) return () => true;
  const names = wantedNames(only);
  return (fact) => fact !== 'version' && names.has(fact);
}

/** Whoever asks for logs or probes needs to know which pods there are now. */
function wantedNames(only: readonly FactName[]): ReadonlySet<FactName> {
  return new Set([...only, ...(only.includes('logs') || only.includes('probes') ? (['pods'] as const) : [])]);
}

async function readAll(room: Room): Promise<void> {
  const { board } = room;
  const early = readClusterFacts(room);
  // Everything that follows must not wait for the slowest of the first requests, unless they are in vain.
  early.all.catch(() => {
    // Seen when it is awaited; until then it must not end the process.
  });
  const deployments = await early.deployments;
  if (deployments.state === 'failed') {
    await early.all;
    throwIfUnanswered(room);
  }
  const namespaces = await chooseNamespaces(room);
  const meshes = knownMeshes(board.snapshot);
  await Promise.all([
    early.all,
    readEnrolment(room, meshes),
    readSmi(room, meshes),
    ...namespaces.map((namespace) => readNamespace(room, namespace, meshOf(namespace, meshes))),
  ]);
  // What webhooks or enrolled namespaces point to although no Deployment is there.
  const others = selectMeshes(findMeshes(board.snapshot), board.snapshot.target)
    .map(({ namespace }) => namespace)
    .filter((namespace) => board.snapshot.namespaces[namespace] === undefined);
  await Promise.all(
    [...new Set(others)].map((namespace) =>
      readNamespace(room, namespace, meshOf(namespace, findMeshes(board.snapshot))),
    ),
  );
}

/** The control planes that something is known of. */
function knownMeshes(snapshot: Snapshot): readonly MeshIdentity[] {
  return findMeshes(snapshot).filter(({ presence }) => presence === 'controller' || presence === 'leftovers');
}

function meshOf(namespace: string, meshes: readonly MeshIdentity[]): MeshIdentity | undefined {
  return meshes.find((mesh) => mesh.namespace === namespace);
}

/** Namespaces to read in detail; without the cluster-wide list their own Deployments are asked for first. */
async function chooseNamespaces(room: Room): Promise<readonly string[]> {
  const { board, wants } = room;
  const { target, cluster, namespaces } = board.snapshot;
  const known = Object.keys(namespaces);
  if (!wants('deployments') && known.length > 0) return known;
  const isListed = valueOf(cluster.deployments) !== undefined;
  if (target.namespace !== undefined) {
    if (!isListed) await readDeployments(room, target.namespace);
    return [target.namespace];
  }
  if (isListed) {
    const found = selectMeshes(knownMeshes(board.snapshot), target).map(({ namespace }) => namespace);
    return [...new Set([...found, ...known])];
  }
  const usual = [...new Set([...flavourList.map(({ defaults }) => defaults.namespace), ...known])];
  await Promise.all(usual.map((namespace) => readDeployments(room, namespace)));
  const withMesh = usual.filter((namespace) => {
    const own = board.snapshot.namespaces[namespace]?.deployments;
    return (own && valueOf(own)?.length) || known.includes(namespace);
  });
  // When nobody may look anywhere the first stands for what is missing.
  const chosen = withMesh.length > 0 ? withMesh : usual.slice(0, 1);
  board.change((snapshot) => ({
    ...snapshot,
    namespaces: Object.fromEntries(
      Object.entries(snapshot.namespaces).filter(([namespace]) => chosen.includes(namespace)),
    ),
  }));
  return chosen;
}

/**
 * Ends the reading when the cluster gave no answer at all. A 401 counts only while no resource was answered: `/version` may be
 * open to everybody.
 */
function throwIfUnanswered({ board, reading }: Room): void {
  const { version, deployments, mutatingWebhooks, validatingWebhooks, customResourceDefinitions } =
    board.snapshot.cluster;
  const resources: readonly Observed<unknown>[] = [
    deployments,
    mutatingWebhooks,
    validatingWebhooks,
    customResourceDefinitions,
  ];
  const errors = resources.flatMap((fact) => (fact.state === 'failed' ? [fact.error] : []));
  if (errors.length < resources.length) return;
  const isAlive = version.state !== 'failed' || version.error.kind === 'status';
  const first = errors.find((error) => error.kind === 'unauthorized' || (!isAlive && isFatal(error)));
  const problem = first && fatalProblem(first, reading.transport);
  if (problem) throw new ProblemError(problem);
}

function isFatal({ kind }: ReadError): boolean {
  return kind === 'network' || kind === 'tls' || kind === 'timeout';
}
