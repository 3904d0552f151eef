import { containerStatus } from '#mesh/pod-status.ts';
import type { CheckInput } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import type { Severity } from '#diagnosis/severity.ts';
import { chartProbe, differs } from '#mesh/chart-probes.ts';
import { mainContainer } from '#mesh/control-plane.ts';
import { flavourOf } from '#mesh/flavours.ts';
import { isRewritten } from '#mesh/probes.ts';
import { chartProbeKey, probeKey } from '#snapshot/fact-keys.ts';
import { valueOf } from '#snapshot/observed.ts';
import type { ProbeCall } from '#snapshot/probe-call.ts';
import { type HttpProbe, httpProbesOf, probeUrl } from '#steps/shared/container-probes.ts';
import { hasStarted, isLooping, mayHaveReadySibling, type Replica } from '#steps/shared/replicas.ts';
import { evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';
import { verdictOf } from './probe-verdict.ts';

type Input = CheckInput<'pods' | 'probes'>;

/**
 * Probes of main containers that go elsewhere than the chart's of this version. It matters where the edited one fails and the
 * process answers the chart's: then the process is healthy, and the probe is wrong.
 */
export function editedProbes(input: Input, replicas: readonly Replica[]): readonly FindingDraft[] {
  return replicas.flatMap((replica) => {
    const name = mainContainer(replica.role, flavourOf(input.mesh));
    const container = replica.pod.spec.containers.find((item) => item.name === name);
    if (container === undefined || !hasStarted(replica, name)) return [];
    return httpProbesOf(container).flatMap((probe) => editedProbe(input, replica, probe, replicas));
  });
}

function editedProbe(
  { mesh, facts, readAt }: Input,
  replica: Replica,
  probe: HttpProbe,
  all: readonly Replica[],
): readonly FindingDraft[] {
  const { container, probe: kind } = probe;
  if (kind === 'startup' || isRewritten(probe.path, probe.port)) return [];
  const chart = chartProbe(replica.role, kind, flavourOf(mesh), mesh.version);
  if (!differs(chart, { ...probe, port: probe.portNumber })) return [];
  const own = valueOf(facts.probes[probeKey(replica.name, container, kind)]);
  const ofChart = valueOf(facts.probes[chartProbeKey(replica.name, container, kind)]);
  const subject = subjectOf(mesh, 'Pod', replica.name, { workload: replica.workload, container });
  const url = probeUrl(probe);
  const params = { container, probe: kind, url, chart: probeUrl(chart), status: lastStatus(ofChart) };
  const path = `spec.containers[${container}].${kind}Probe.httpGet`;
  const evidence = [evidenceOf('pods', subject, path, url), ...answers(subject, ofChart, params.chart)];
  return [finding('probe-edited', severity(), subject, params, evidence)];

  function severity(): Severity {
    const fails = own !== undefined && ['fails', 'flaps'].includes(verdictOf(own));
    // Where the chart's endpoint was not called, any answer of the process shows that it runs.
    const isHealthy = ofChart === undefined ? lastStatus(own) > 0 : verdictOf(ofChart) === 'passes';
    if (!fails || !isHealthy) return 'info';
    const status = containerStatus(replica.pod, container);
    if (status !== undefined && isLooping(status, readAt)) return 'critical';
    return replica.isReady || mayHaveReadySibling(replica, all) ? 'warning' : 'critical';
  }
}

/** The HTTP status of the last call; 0 when there was no answer. */
function lastStatus(call: ProbeCall | undefined): number {
  const last = call?.attempts.at(-1);
  return last?.kind === 'answered' ? last.status : 0;
}

function answers(
  subject: Parameters<typeof evidenceOf>[1],
  call: ProbeCall | undefined,
  url: string,
): ReturnType<typeof evidenceOf>[] {
  const last = call?.attempts.at(-1);
  if (last?.kind !== 'answered') return [];
  return [evidenceOf('probes', subject, url, `${last.status} ${last.body}`.trim(), last.at)];
}
