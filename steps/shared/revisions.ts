import type { MeshFacts } from '#mesh/mesh-facts.ts';
import type { Container, ReplicaSet } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import { byTime } from './order.ts';

/** The deployment controller numbers the ReplicaSets of a Deployment; the highest holds its template of now. */
const revisionAnnotation = 'deployment.kubernetes.io/revision';

/** The ReplicaSets of a Deployment, newest first; empty when they could not be read. */
export function revisionsOf(
  { replicaSets }: Pick<MeshFacts, 'replicaSets'>,
  deployment: string,
): readonly ReplicaSet[] {
  return (valueOf(replicaSets) ?? [])
    .filter(({ metadata }) =>
      metadata.ownerReferences.some(({ kind, name }) => kind === 'Deployment' && name === deployment),
    )
    .toSorted(
      (a, b) =>
        revisionNumber(b) - revisionNumber(a) ||
        byTime(b.metadata.creationTimestamp, a.metadata.creationTimestamp),
    );
}

/** A container as the revision before the newest one had it; undefined when there is none, or it is not known. */
export function earlierContainer(
  facts: Pick<MeshFacts, 'replicaSets'>,
  deployment: string,
  container: string,
): Container | undefined {
  const template = revisionsOf(facts, deployment)[1]?.spec.template?.spec;
  return [...(template?.containers ?? []), ...(template?.initContainers ?? [])].find(
    ({ name }) => name === container,
  );
}

/** Has any container of the newest revision another image, command or arguments than in the one before? */
export function runsOtherThanBefore(facts: Pick<MeshFacts, 'replicaSets'>, deployment: string): boolean {
  const [now, before] = revisionsOf(facts, deployment).map(({ spec }) => spec.template?.spec);
  return now !== undefined && before !== undefined && programs(now) !== programs(before);
}

const programs = ({
  containers,
  initContainers,
}: {
  containers: Container[];
  initContainers: Container[];
}): string =>
  JSON.stringify(
    [...initContainers, ...containers].map(({ name, image, command, args }) => [name, image, command, args]),
  );

function revisionNumber({ metadata }: ReplicaSet): number {
  return Number(metadata.annotations[revisionAnnotation] ?? 0) || 0;
}
