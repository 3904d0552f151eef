import type { CheckInput } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import type { Severity } from '#diagnosis/severity.ts';
import { subProbeOf } from '#mesh/probes.ts';
import { valueOf } from '#snapshot/observed.ts';
import type { ProbeAttempt, ProbeCall } from '#snapshot/probe-call.ts';
import { probeKey } from '#snapshot/fact-keys.ts';
import { type HttpProbe, httpProbesOf, probeUrl } from '#steps/shared/container-probes.ts';
import {
  hasStarted,
  isSuperseded,
  mayHaveReadySibling,
  type Replica,
  replicasOf,
} from '#steps/shared/replicas.ts';
import { isComingUp, isFirstStart } from '#steps/shared/start-up.ts';
import { editedProbes } from './edited-probes.ts';
import { passes, verdictOf } from './probe-verdict.ts';
import { evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';

type Input = CheckInput<'pods' | 'probes'>;

/** What does each probe of the pods' own specs answer now, called through pods/proxy (design §4, step 0)? */
export function checkProbes(input: Input): {
  readonly findings: readonly FindingDraft[];
  readonly looked: number;
} {
  const replicas = (replicasOf(input.mesh, input.facts.pods) ?? []).filter(({ isActive }) => isActive);
  const called = replicas.flatMap((replica) =>
    startedContainers(replica)
      .flatMap(httpProbesOf)
      .flatMap((probe) => {
        const call = valueOf(input.facts.probes[probeKey(replica.name, probe.container, probe.probe)]);
        return call === undefined ? [] : [{ replica, probe, call }];
      }),
  );
  const findings = called.flatMap(({ replica, probe, call }) =>
    failing(input, replica, probe, call, replicas),
  );
  return { findings: [...findings, ...editedProbes(input, replicas)], looked: called.length };
}

/** One that waits to be started answers nothing, and that says nothing about it. */
function startedContainers(replica: Replica): Replica['pod']['spec']['containers'] {
  return replica.pod.spec.containers.filter(({ name }) => hasStarted(replica, name));
}

function failing(
  { mesh, readAt }: Input,
  replica: Replica,
  probe: HttpProbe,
  call: ProbeCall,
  all: readonly Replica[],
): readonly FindingDraft[] {
  const failures = call.attempts.filter((attempt) => !passes(attempt));
  const attempt = failures.findLast(({ kind }) => kind !== 'proxy-failed');
  if (attempt === undefined) return [];
  const consistent = verdictOf(call) === 'fails';
  const { container, probe: name } = probe;
  const base = { container, probe: name, url: probeUrl(probe), consistent };
  const subject = subjectOf(mesh, 'Pod', replica.name, { workload: replica.workload, container });
  const evidence = [evidenceOf('probes', subject, base.url, quoteOf(attempt), attempt.at)];
  const severity = severityOfFailure(replica, failures.length >= probe.failureThreshold);
  switch (attempt.kind) {
    case 'answered': {
      const { status, body } = attempt;
      const params = { ...base, status, body, subProbe: subProbeOf(body) };
      return [finding('probe-status', severity, subject, params, evidence)];
    }
    case 'refused':
      return [finding('probe-refused', severity, subject, base, evidence)];
    case 'no-answer': {
      const params = { ...base, seconds: attempt.afterSeconds };
      return [finding('probe-no-answer', severity, subject, params, evidence)];
    }
    case 'proxy-failed':
      return [];
    default:
      return attempt satisfies never;
  }

  /** One failing call while Ready is a warning; so is a failing replica beside a Ready one, but while it starts. */
  function severityOfFailure({ isReady }: Replica, oftenEnough: boolean): Severity {
    if (isSuperseded(replica, all) || isComingUp(replica, readAt)) return 'info';
    if (!consistent || (isReady && !oftenEnough)) return 'warning';
    if (!mayHaveReadySibling(replica, all)) return 'critical';
    return !isReady && isFirstStart(replica.pod, readAt) ? 'info' : 'warning';
  }
}

function quoteOf(attempt: ProbeAttempt): string {
  switch (attempt.kind) {
    case 'answered':
      return `${attempt.status} ${attempt.body}`.trim();
    case 'refused':
    case 'proxy-failed':
      return attempt.message;
    case 'no-answer':
      return `no answer in ${attempt.afterSeconds} s`;
    default:
      return attempt satisfies never;
  }
}
