import type { MeshIdentity } from '#mesh/identity.ts';
import type { CustomResourceDefinition } from '#snapshot/custom-resource-definition.ts';
import { deployment, metadataOnly, serverVersion } from '#snapshot/kubernetes.ts';
import type { EventRecord } from '#snapshot/kubernetes.ts';
import type { Observed } from '#snapshot/observed.ts';
import { mapObserved, pending } from '#snapshot/observed.ts';
import type { ClusterFacts } from '#snapshot/snapshot.ts';
import { apiResourceList, sentCustomResourceDefinition, sentWebhookConfiguration } from './api-schemas.ts';
import { mergeLists } from './merge-lists.ts';
import { clusterRequests, enrolmentRequests, smiKinds, smiRequest } from './plan.ts';
import type { FactRequest } from './plan.ts';
import { listCreationFailures } from './read-creation-failures.ts';
import { readList, readObject } from './read-fact.ts';
import { setCluster } from './room.ts';
import type { Room } from './room.ts';
import { servedKinds } from './served-kinds.ts';

type SingleFact = Exclude<
  keyof ClusterFacts,
  'apiResources' | 'creationFailures' | 'affectedWorkloads' | 'enrolledNamespaces'
>;

/** The requests that need no knowledge of the cluster, under way. */
export interface FirstRequests {
  /** Where the control planes are. */
  readonly deployments: Promise<Observed<unknown>>;
  readonly customResourceDefinitions: Promise<Observed<unknown>>;
  /** Undefined when it is not wanted. */
  readonly creationFailures: Promise<Observed<EventRecord[]>> | undefined;
  /** All but the creation failures, which may take longer. */
  readonly all: Promise<unknown>;
}

export function readClusterFacts(room: Room): FirstRequests {
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
  return {
    ...all,
    creationFailures: room.wants('creationFailures') ? listCreationFailures(room) : undefined,
    all: Promise.all(Object.values(all)),
  };
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
export async function readEnrolment(room: Room, meshes: readonly MeshIdentity[]): Promise<void> {
  const { board, reading, wants } = room;
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
  setCluster(room, { enrolledNamespaces });
}

/** What is known of the kinds that the controllers' own probes ask for, from the CRDs; the others have to be asked for. */
export function planSmi(
  crds: Observed<readonly CustomResourceDefinition[]>,
  meshes: readonly MeshIdentity[],
): { readonly known: ClusterFacts['apiResources']; readonly unknown: readonly string[] } {
  const facts = [...smiKinds(meshes)].map(
    ([groupVersion, kinds]) => [groupVersion, servedKinds(groupVersion, kinds, crds)] as const,
  );
  return {
    known: Object.fromEntries(facts.flatMap(([version, fact]) => (fact ? [[version, fact]] : []))),
    unknown: facts.flatMap(([version, fact]) => (fact ? [] : [version])),
  };
}

export async function readSmi(room: Room, { known, unknown }: ReturnType<typeof planSmi>): Promise<void> {
  if (!room.wants('apiResources')) return;
  setCluster(room, {
    apiResources: { ...known, ...Object.fromEntries(unknown.map((version) => [version, pending])) },
  });
  await Promise.all(
    unknown.map(async (groupVersion) => {
      const request = smiRequest(groupVersion);
      const fact = await room.board.track(request.label, () =>
        readObject(request, apiResourceList, room.reading),
      );
      const { apiResources } = room.board.snapshot.cluster;
      setCluster(room, { apiResources: { ...apiResources, [groupVersion]: fact } });
    }),
  );
}
