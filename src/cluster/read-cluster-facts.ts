import type { MeshIdentity } from '#mesh/identity.ts';
import { deployment, metadataOnly, serverVersion } from '#snapshot/kubernetes.ts';
import type { Observed } from '#snapshot/observed.ts';
import { mapObserved, pending } from '#snapshot/observed.ts';
import type { ClusterFacts } from '#snapshot/snapshot.ts';
import { mergeLists } from './merge-lists.ts';
import { clusterRequests, enrolmentRequests, smiRequests } from './plan.ts';
import type { FactRequest } from './plan.ts';
import { readList, readObject } from './read-fact.ts';
import type { Room } from './read-namespace.ts';
import { apiResourceList, sentCustomResourceDefinition, sentWebhookConfiguration } from './api-schemas.ts';

type SingleFact = Exclude<keyof ClusterFacts, 'apiResources'>;

/** Starts what needs no knowledge of the cluster. `deployments` tells where the control planes are. */
export function readClusterFacts(room: Room): {
  readonly deployments: Promise<Observed<unknown>>;
  readonly all: Promise<unknown>;
} {
  const { reading } = room;
  const { version, deployments, mutatingWebhooks, validatingWebhooks, customResourceDefinitions } =
    clusterRequests;
  const all = {
    deployments: read(room, 'deployments', deployments, () => readList(deployments, deployment, reading)),
    version: read(room, 'version', version, () => readObject(version, serverVersion, reading)),
    mutatingWebhooks: read(room, 'mutatingWebhooks', mutatingWebhooks, () =>
      readList(mutatingWebhooks, sentWebhookConfiguration, reading),
    ),
    validatingWebhooks: read(room, 'validatingWebhooks', validatingWebhooks, () =>
      readList(validatingWebhooks, sentWebhookConfiguration, reading),
    ),
    customResourceDefinitions: read(room, 'customResourceDefinitions', customResourceDefinitions, () =>
      readList(customResourceDefinitions, sentCustomResourceDefinition, reading),
    ),
  };
  return { deployments: all.deployments, all: Promise.all(Object.values(all)) };
}

async function read<K extends SingleFact>(
  room: Room,
  name: K,
  { label }: FactRequest,
  work: () => Promise<ClusterFacts[K]>,
): Promise<Observed<unknown>> {
  const { board, wants } = room;
  if (!wants(name)) return board.snapshot.cluster[name];
  const fact = await board.track(label, work);
  setCluster(room, { [name]: fact });
  return fact;
}

/** Which namespaces are enrolled, in one list for all families of labels. */
export async function readEnrolment(
  { board, reading, wants }: Room,
  meshes: readonly MeshIdentity[],
): Promise<void> {
  if (!wants('enrolledNamespaces')) return;
  const facts = await Promise.all(
    enrolmentRequests(meshes).map((request) =>
      board.track(request.label, () => readList(request, metadataOnly, reading)),
    ),
  );
  // A namespace may carry the labels of both families.
  const enrolledNamespaces = mapObserved(mergeLists(facts), (items) => [
    ...new Map(items.map((item) => [item.metadata.name, item])).values(),
  ]);
  board.change((snapshot) => ({ ...snapshot, cluster: { ...snapshot.cluster, enrolledNamespaces } }));
}

/** The group versions that the controllers' own probes ask for. */
export async function readSmi(room: Room, meshes: readonly MeshIdentity[]): Promise<void> {
  if (!room.wants('apiResources')) return;
  const requests = Object.entries(smiRequests(meshes));
  setCluster(room, {
    apiResources: Object.fromEntries(requests.map(([groupVersion]) => [groupVersion, pending])),
  });
  await Promise.all(
    requests.map(async ([groupVersion, request]) => {
      const fact = await room.board.track(request.label, () =>
        readObject(request, apiResourceList, room.reading),
      );
      room.board.change((snapshot) => ({
        ...snapshot,
        cluster: {
          ...snapshot.cluster,
          apiResources: { ...snapshot.cluster.apiResources, [groupVersion]: fact },
        },
      }));
    }),
  );
}

function setCluster({ board }: Room, facts: Partial<ClusterFacts>): void {
  board.change((snapshot) => ({ ...snapshot, cluster: { ...snapshot.cluster, ...facts } }));
}
