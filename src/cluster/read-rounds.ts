import type { MeshIdentity } from '#mesh/identity.ts';
import { findMeshes, selectMeshes } from '#mesh/meshes.ts';
import { flavourList, flavours } from '#mesh/flavours.ts';
import { ProblemError } from '#errors/problem.ts';
import type { Pod } from '#snapshot/kubernetes.ts';
import type { Observed, ReadError } from '#snapshot/observed.ts';
import { valueOf } from '#snapshot/observed.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { OptionalRequests } from './optional-requests.ts';
import { clusterRequests, enrolmentRequests, namespaceRequests } from './plan.ts';
import { planSmi, readClusterFacts, readEnrolment, readSmi } from './read-cluster-facts.ts';
import { readCreationFailures } from './read-creation-failures.ts';
import { listPods, readDeployments, readNamespace } from './read-namespace.ts';
import { fatalProblem } from './request-error.ts';
import type { Room } from './room.ts';

/** Pods of the namespace that a control plane is expected in, asked for before it is known that it is there. */
interface Guess {
  readonly namespace: string;
  readonly pods: Promise<Observed<Pod[]>>;
}

/**
 * Reads everything in few rounds of requests that wait for each other: (1) lists of the cluster, and the Pods of the usual
 * namespace; (2) the namespaces of control planes, with probes and logs where the Pods are known; (3) probes and logs
 * of other namespaces, and what follows up failures; (4) what remains.
 * @throws {ProblemError} when the cluster gave no answer at all.
 */
export async function readAll(room: Room): Promise<void> {
  const { board } = room;
  const first = readClusterFacts(room);
  const guess = guessPods(room);
  for (const early of [first.all, first.creationFailures, guess?.pods]) {
    early?.catch(() => {
      // Seen when it is awaited; until then it must not end the process.
    });
  }
  // What follows must not wait for the slowest of the first requests, unless they are in vain.
  const [deployments] = await Promise.all([first.deployments, first.customResourceDefinitions]);
  if (deployments.state === 'failed') {
    await first.all;
    throwIfUnanswered(room);
  }
  const namespaces = await chooseNamespaces(room);
  const meshes = knownMeshes(board.snapshot);
  const smi = planSmi(board.snapshot.cluster.customResourceDefinitions, meshes);
  const optional = new OptionalRequests(
    Math.max(1, namespaces.length),
    plannedRequests(room, namespaces, meshes, guess) + smi.unknown.length,
  );
  const enrolment = readEnrolment(room, meshes);
  const details = namespaces.map((namespace) =>
    readNamespace(room, namespace, {
      mesh: meshOf(namespace, meshes),
      optional,
      pods: guess?.namespace === namespace ? guess.pods : undefined,
    }),
  );
  const failures = async (): Promise<void> => {
    if (first.creationFailures === undefined) return;
    const nodesChosen = details.map((one) => one.nodesChosen);
    const [listed] = await Promise.all([first.creationFailures, enrolment, ...nodesChosen]);
    const own = meshes.filter(({ namespace }) => namespaces.includes(namespace));
    await readCreationFailures(room, listed, own, optional);
  };
  await Promise.all([first.all, enrolment, readSmi(room, smi), ...details.map(({ all }) => all), failures()]);
  await readOthers(room, optional);
}

/** What webhooks or enrolled namespaces point to although no Deployment is there. */
async function readOthers(room: Room, optional: OptionalRequests): Promise<void> {
  const { snapshot } = room.board;
  const meshes = findMeshes(snapshot);
  const others = selectMeshes(meshes, snapshot.target)
    .map(({ namespace }) => namespace)
    .filter((namespace) => snapshot.namespaces[namespace] === undefined);
  await Promise.all(
    [...new Set(others)].map(
      (namespace) => readNamespace(room, namespace, { mesh: meshOf(namespace, meshes), optional }).all,
    ),
  );
}

function guessPods(room: Room): Guess | undefined {
  const { target, namespaces } = room.board.snapshot;
  if (Object.keys(namespaces).length > 0) return undefined;
  const namespace = target.namespace ?? flavours['osm-edge'].defaults.namespace;
  return { namespace, pods: listPods(room, namespace) };
}

/** How many requests are sent in any case, those that were sent already included; but for the kinds of SMI. */
function plannedRequests(
  { board: { snapshot } }: Room,
  namespaces: readonly string[],
  meshes: readonly MeshIdentity[],
  guess: Guess | undefined,
): number {
  // Deployments are listed for the cluster, and Endpoints only where there are no slices.
  const ofNamespace = Object.keys(namespaceRequests('')).length - 2;
  const inVain = guess === undefined || namespaces.includes(guess.namespace) ? 0 : 1;
  const usual = snapshot.target.namespace === undefined ? flavourNamespaces.length : 1;
  const ofDeployments = valueOf(snapshot.cluster.deployments) === undefined ? usual : 0;
  const ofCluster = Object.keys(clusterRequests).length + 1 + enrolmentRequests(meshes).length;
  return ofCluster + ofDeployments + inVain + namespaces.length * ofNamespace;
}

/** The control planes that something is known of. */
function knownMeshes(snapshot: Snapshot): readonly MeshIdentity[] {
  return findMeshes(snapshot).filter(({ presence }) => presence === 'controller' || presence === 'leftovers');
}

function meshOf(namespace: string, meshes: readonly MeshIdentity[]): MeshIdentity | undefined {
  return meshes.find((mesh) => mesh.namespace === namespace);
}

const flavourNamespaces = [...new Set(flavourList.map(({ defaults }) => defaults.namespace))];

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
  const usual = [...new Set([...flavourNamespaces, ...known])];
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
