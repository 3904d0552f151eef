import type { Subject } from '#diagnosis/subject.ts';
import { flavourOf } from '#mesh/flavours.ts';
import { type MeshIdentity, roles } from '#mesh/identity.ts';
import type { EventRecord } from '#snapshot/kubernetes.ts';
import type { Replica } from '#steps/shared/replicas.ts';
import { subjectOf } from '#steps/shared/subjects.ts';

/** The control-plane object that an event is about. */
export interface Place {
  readonly subject: Subject;
  /** The pod, when it is one that exists. */
  readonly replica?: Replica;
  /** It is about a pod that does not exist any more: events outlive pods. */
  readonly isGone: boolean;
}

/**
 * Where the object of an event belongs; undefined for objects that are no part of the control plane. Objects that are gone can only
 * be told by name: `APP-HASH-RANDOM` for pods, `APP-HASH` for ReplicaSets, `APP-hpa`, `RELEASE-preinstall` (facts §1.1).
 * `replicas` is undefined when the pods could not be read: then none is said to be gone, nor when the list lacks some.
 */
export function placeOf(
  { kind, name }: Pick<EventRecord['regarding'], 'kind' | 'name'>,
  mesh: MeshIdentity,
  replicas: readonly Replica[] | undefined,
  knowsAllPods = true,
): Place | undefined {
  switch (kind) {
    case 'Pod':
      return podPlace(name, mesh, replicas, knowsAllPods);
    case 'ReplicaSet':
      return ofWorkload('ReplicaSet', name, workloadOf(name, mesh, /^-[a-z0-9]+$/), mesh);
    case 'Deployment':
      return ofWorkload('Deployment', name, workloadOf(name, mesh, /^$/), mesh);
    case 'HorizontalPodAutoscaler':
      return ofWorkload('HorizontalPodAutoscaler', name, workloadOf(name, mesh, /^(?:-hpa)?$/), mesh);
    case 'Job':
      return hookJob.test(name) ? { subject: subjectOf(mesh, 'Job', name), isGone: false } : undefined;
    default:
      return undefined;
  }
}

/** The chart's hooks are named after the Helm release, which need not be the mesh. */
const hookJob = /^[a-z0-9.-]+-(?:preinstall|cleanup)$/;
const hookPod = /^([a-z0-9.-]+-(?:preinstall|cleanup))-[a-z0-9]{5}$/;

function podPlace(
  name: string,
  mesh: MeshIdentity,
  replicas: readonly Replica[] | undefined,
  knowsAllPods: boolean,
): Place | undefined {
  const replica = replicas?.find((item) => item.name === name);
  if (replica) {
    const subject = subjectOf(mesh, 'Pod', name, { workload: replica.workload });
    return { subject, replica, isGone: false };
  }
  if (hookPod.test(name)) return { subject: subjectOf(mesh, 'Pod', name), isGone: false };
  const workload = workloadOf(name, mesh, /^-[a-z0-9]+-[a-z0-9]{5}$/);
  const place = ofWorkload('Pod', name, workload, mesh);
  return place && { ...place, isGone: replicas !== undefined && knowsAllPods };
}

function ofWorkload(
  kind: Subject['kind'],
  name: string,
  workload: string | undefined,
  mesh: MeshIdentity,
): Place | undefined {
  return workload === undefined
    ? undefined
    : { subject: subjectOf(mesh, kind, name, { workload }), isGone: false };
}

/** The Deployment whose name, followed by `rest`, makes `name`. */
function workloadOf(name: string, mesh: MeshIdentity, rest: RegExp): string | undefined {
  const { apps } = flavourOf(mesh);
  return roles
    .map((role) => apps[role])
    .find((app) => name.startsWith(app) && rest.test(name.slice(app.length)));
}
