import { ownerDeploymentName } from '#mesh/control-plane.ts';
import type { Pod } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import type { Finding } from './finding.ts';
import type { RuleContext } from './rule-context.ts';
import type { Subject } from './subject.ts';

/**
 * The one Pod that a cause is about, where all that it rests on stands at that Pod and another replica of its Deployment
 * serves: then the replica has the trouble, not the workload. Undefined otherwise.
 */
export function affectedReplica(
  subject: Subject,
  requires: readonly Finding[],
  { facts }: RuleContext,
): Subject | undefined {
  const [first, ...others] = requires.map((finding) => finding.subject).filter(({ kind }) => kind === 'Pod');
  if (subject.kind !== 'Deployment' || first === undefined) return undefined;
  if (others.some(({ name }) => name !== first.name)) return undefined;
  const pods = valueOf(facts.pods) ?? [];
  const deployment = pods.filter(({ metadata }) => metadata.name === first.name).map(ownerDeploymentName)[0];
  const serves = pods.some(
    (pod) => pod.metadata.name !== first.name && deployment === ownerDeploymentName(pod) && isServing(pod),
  );
  if (deployment === undefined || !serves) return undefined;
  const { container: _, ...pod } = first;
  return pod;
}

function isServing({ metadata, status }: Pod): boolean {
  const isReady = status.conditions.some((item) => item.type === 'Ready' && item.status === 'True');
  return isReady && metadata.deletionTimestamp === undefined && status.phase === 'Running';
}
