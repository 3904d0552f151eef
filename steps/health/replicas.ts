import type { CheckInput } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import type { Severity } from '#diagnosis/severity.ts';
import { podStatus } from '#mesh/pod-status.ts';
import type { ContainerStatus } from '#snapshot/kubernetes.ts';
import {
  conditionOf,
  mayHaveReadySibling,
  isLooping,
  isSuperseded,
  lastEnd,
  type Replica,
  replicasOf,
} from '#steps/shared/replicas.ts';
import { isComingUp, isFirstStart, isHarmlessFirstRestart } from '#steps/shared/start-up.ts';
import { evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';

type Input = CheckInput<'pods'>;

/** Is every replica Ready, and was it all the time? "Healthy now but failed before" is an outcome of its own. */
export function checkReplicas(input: Input): {
  readonly findings: readonly FindingDraft[];
  readonly looked: number;
} {
  const all = replicasOf(input.mesh, input.facts.pods) ?? [];
  const active = all.filter(({ isActive }) => isActive);
  const findings = active.flatMap((replica) =>
    replica.isReady ? restartedBefore(input, replica) : [notReady(input, replica, active)],
  );
  return { findings, looked: active.length };
}

function notReady(input: Input, replica: Replica, all: readonly Replica[]): FindingDraft {
  const { mesh } = input;
  const { pod, name, workload } = replica;
  const { ready, status, restarts } = podStatus(pod);
  const subject = subjectOf(mesh, 'Pod', name, { workload });
  const condition = conditionOf(pod, 'Ready');
  const quote = [condition?.status ?? 'unknown', condition?.reason, condition?.message]
    .filter(Boolean)
    .join(': ');
  const evidence = [
    evidenceOf('pods', subject, 'status.conditions[Ready]', quote, condition?.lastTransitionTime),
  ];
  const severity = severityOfNotReady(input, replica, all);
  return finding('replica-not-ready', severity, subject, { ready, status, restarts }, evidence);
}

/** The rules at the top of `diagnosis/severity.ts`, for one replica that is not Ready or whose probe fails now. */
export function severityOfNotReady(input: Input, replica: Replica, all: readonly Replica[]): Severity {
  if (isSuperseded(replica, all) || isComingUp(replica, input.readAt)) return 'info';
  if (!mayHaveReadySibling(replica, all)) return 'critical';
  if (replica.pod.status.containerStatuses.some((status) => isLooping(status, input.readAt)))
    return 'critical';
  return isFirstStart(replica.pod, input.readAt) ? 'info' : 'warning';
}

/** Init containers are left out: that they waited is over once the pod is Ready. */
function restartedBefore(input: Input, replica: Replica): readonly FindingDraft[] {
  return replica.pod.status.containerStatuses
    .filter(({ restartCount }) => restartCount > 0)
    .map((status) => restarted(input, replica, status));
}

function restarted({ mesh, readAt }: Input, replica: Replica, status: ContainerStatus): FindingDraft {
  const { name: container, restartCount: restarts } = status;
  const end = lastEnd(status);
  const subject = subjectOf(mesh, 'Pod', replica.name, { workload: replica.workload, container });
  const { reason = '', exitCode = 0, finishedAt = '' } = end ?? {};
  const path = `status.containerStatuses[${container}]`;
  const evidence = [
    evidenceOf('pods', subject, `${path}.restartCount`, String(restarts)),
    ...(end === undefined
      ? []
      : [
          evidenceOf(
            'pods',
            subject,
            `${path}.lastState.terminated`,
            `${reason}, exit ${exitCode}`,
            end.finishedAt,
          ),
        ]),
  ];
  const params = { container, restarts, reason, exitCode, finishedAt };
  return finding('restarted-before', severityOfRestarts(), subject, params, evidence);

  function severityOfRestarts(): Severity {
    if (isLooping(status, readAt)) return 'critical';
    return isHarmlessFirstRestart(replica, container, mesh) ? 'info' : 'warning';
  }
}
