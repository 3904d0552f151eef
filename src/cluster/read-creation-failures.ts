import type { MeshIdentity } from '#mesh/identity.ts';
import { flavourOf } from '#mesh/flavours.ts';
import type { EventRecord } from '#snapshot/kubernetes.ts';
import type { Observed } from '#snapshot/observed.ts';
import { mapObserved, valueOf } from '#snapshot/observed.ts';
import { event } from './api-schemas.ts';
import { mergeLists } from './merge-lists.ts';
import type { OptionalRequests } from './optional-requests.ts';
import { creationFailureRequest } from './plan.ts';
import { readAffectedWorkloads } from './read-affected-workloads.ts';
import { readList } from './read-fact.ts';
import { setCluster, setFacts } from './room.ts';
import type { Room } from './room.ts';

const maxNamespaces = 5;

/** Starts the cluster-wide list of Pods that could not be created: one page, since any workload may fill it. */
export async function listCreationFailures(room: Room): Promise<Observed<EventRecord[]>> {
  return listIn(room, undefined);
}

function listIn({ board, reading }: Room, namespace: string | undefined): Promise<Observed<EventRecord[]>> {
  const request = creationFailureRequest(namespace);
  return board.track(request.label, () => readList(request, event, reading, 1));
}

/**
 * Keeps of the cluster-wide list what bears on a mesh. Where it was refused, the enrolled namespaces of each mesh are
 * asked, at most five. Then asks for the workloads behind the latest events.
 * @param listed of `listCreationFailures`; enrolled namespaces must have been read.
 */
export async function readCreationFailures(
  room: Room,
  listed: Observed<EventRecord[]>,
  meshes: readonly MeshIdentity[],
  optional: OptionalRequests,
): Promise<void> {
  const enrolled = valueOf(room.board.snapshot.cluster.enrolledNamespaces) ?? [];
  const names = new Set(enrolled.map(({ metadata }) => metadata.name));
  setCluster(room, {
    creationFailures: mapObserved(listed, (events) =>
      // A webhook that was left behind may also select namespaces that are enrolled nowhere.
      events.filter(
        ({ regarding, message }) => names.has(regarding.namespace ?? '') || /webhook/i.test(message),
      ),
    ),
  });
  if (listed.state === 'refused') {
    await Promise.all(
      meshes.map((mesh) => {
        const key = flavourOf(mesh).keys.monitoredBy;
        const own = enrolled.filter(({ metadata }) => metadata.labels[key] === mesh.name);
        return readOfMesh(room, mesh, own.map(({ metadata }) => metadata.name).toSorted(), optional);
      }),
    );
  }
  await readAffectedWorkloads(room, failuresOutside(room), optional);
}

async function readOfMesh(
  room: Room,
  { namespace: home }: MeshIdentity,
  enrolled: readonly string[],
  optional: OptionalRequests,
): Promise<void> {
  const others = enrolled.filter((name) => name !== home);
  const asked = optional.take(others.slice(0, maxNamespaces));
  if (asked.length === 0) return;
  const facts = await Promise.all(asked.map((name) => listIn(room, name)));
  const left = others.length - asked.length;
  const unasked: Observed<never> = {
    state: 'failed',
    error: { kind: 'invalid', message: `${left} more enrolled namespaces were not asked` },
  };
  setFacts(room, home, { creationFailures: mergeLists(left === 0 ? facts : [...facts, unasked]) });
}

/** Those of control planes are read with their own namespaces. */
function failuresOutside({ board: { snapshot } }: Room): readonly EventRecord[] {
  const { cluster, namespaces } = snapshot;
  const lists = [cluster.creationFailures, ...Object.values(namespaces).map((own) => own.creationFailures)];
  return lists
    .flatMap((list) => valueOf(list) ?? [])
    .filter(({ regarding }) => !Object.hasOwn(namespaces, regarding.namespace ?? ''));
}
