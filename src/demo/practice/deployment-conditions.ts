import { stamp } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import type { Condition, Workload } from './objects.ts';

type DeploymentCondition = Condition & { readonly lastUpdateTime?: string };

interface Counts {
  readonly replicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
}

/** The conditions of a Deployment. What did not change keeps its times. */
export function deploymentConditions(
  cluster: Cluster,
  deployment: Workload,
  current: Workload | undefined,
  counts: Counts,
): readonly DeploymentCondition[] {
  const known = deployment.status?.conditions ?? [];
  const { clock } = cluster;
  const wanted: DeploymentCondition[] = [
    available(deployment, counts),
    progressing(cluster, deployment, current, counts),
    ...replicaFailure(current),
  ];
  return wanted.map((condition) => {
    const before = known.find(({ type }) => type === condition.type);
    const isSame = before?.status === condition.status && before.reason === condition.reason;
    const isSaid = isSame && before.message === condition.message;
    const time = stamp(clock.now());
    return {
      type: condition.type,
      status: condition.status,
      lastUpdateTime: condition.lastUpdateTime ?? (isSaid ? (before.lastUpdateTime ?? time) : time),
      lastTransitionTime: before?.status === condition.status ? (before.lastTransitionTime ?? time) : time,
      reason: condition.reason ?? '',
      message: condition.message ?? '',
    };
  });
}

function available({ spec }: Workload, { availableReplicas }: Counts): Condition {
  const least = Math.max(0, spec.replicas - Math.floor(spec.replicas * 0.25));
  return availableReplicas >= least
    ? {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };
}

/** Complete, going on, or stuck: no progress for longer than the deadline. */
function progressing(
  { clock }: Cluster,
  deployment: Workload,
  current: Workload | undefined,
  counts: Counts,
): DeploymentCondition {
  const name = JSON.stringify(current?.metadata.name ?? '');
  const wanted = deployment.spec.replicas;
  const { availableReplicas, replicas, updatedReplicas } = counts;
  if (updatedReplicas === wanted && replicas === wanted && availableReplicas >= wanted) {
    const message = `ReplicaSet ${name} has successfully progressed.`;
    return { type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable', message };
  }
  const before = deployment.status?.conditions?.find(({ type }) => type === 'Progressing');
  const isSameReplicaSet = before?.message?.includes(name) ?? false;
  // A rollout that was complete once stays so, even if its Pods fail later.
  if (before && isSameReplicaSet && before.reason === 'NewReplicaSetAvailable') return before;
  const going: DeploymentCondition = {
    type: 'Progressing',
    status: 'True',
    reason: 'ReplicaSetUpdated',
    message: `ReplicaSet ${name} is progressing.`,
  };
  if (!before || !isSameReplicaSet || hasProgressed(deployment, counts)) {
    return { ...going, lastUpdateTime: stamp(clock.now()) };
  }
  const since = Math.max(Date.parse(before.lastUpdateTime ?? ''), clock.startedAt);
  const deadline = clock.duration(deployment.spec.progressDeadlineSeconds ?? 600);
  if (before.status === 'True' && !(clock.now() - since > deadline)) return before;
  const message = `ReplicaSet ${name} has timed out progressing.`;
  return { type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded', message };
}

function hasProgressed({ status = {} }: Workload, counts: Counts): boolean {
  return (
    counts.updatedReplicas > (status.updatedReplicas ?? 0) ||
    counts.readyReplicas > (status.readyReplicas ?? 0) ||
    counts.availableReplicas > (status.availableReplicas ?? 0)
  );
}

/** That no Pod can be created is passed on from the ReplicaSet. */
function replicaFailure(current: Workload | undefined): Condition[] {
  return (current?.status?.conditions ?? []).filter(({ type }) => type === 'ReplicaFailure');
}
