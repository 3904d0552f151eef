import { valueFor } from '#mesh/version.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { type FindingPattern, pattern, ofCode } from '#diagnosis/finding-pattern.ts';
import { change, kubectl, kubectlInNamespace, look } from './commands.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import {
  appOf,
  byWorkload,
  describePod,
  downSymptoms,
  lastWords,
  leadsToSilence,
  showLogs,
  sortedUnique,
  workloadSubject,
} from './common.ts';
import { restart, watch } from './restart.ts';
import { container as anyContainer } from '#steps/shared/placeholders.ts';

const controllerOnly = (probe: 'liveness' | 'readiness'): FindingPattern =>
  pattern(
    ['probe-status', 'probe-event-status'],
    'mesh',
    ({ params, severity }) => params.probe === probe && params.status === 503 && severity !== 'info',
  );

/**
 * What a 503 of the controller means: its process runs and says of itself that a part is not well. With the pipy
 * class only the SMI check does that (facts §0.13, §2.3), and that has a cause of its own; what is left is a
 * sub-probe that the answer or the log names.
 */
export const probeCauses = {
  'liveness-answers-503': cause<{ subProbe: string; path: string; container: string }>({
    id: 'OED529',
    stage: 'probe-answer',
    example: { subProbe: '', path: '', container: anyContainer },
    source: 'facts §0.13, §2.2, §2.3',
    requires: [controllerOnly('liveness')],
    supports: [
      pattern(['log-health-warning', 'killed-by-liveness', 'probe-event-status'], 'workload', isLiveness),
    ],
    explains: [...downSymptoms, ...lastWords],
    leadsTo: [{ cause: 'failed-before', relation: 'workload' }],
    fallback: true,
    group: byWorkload,
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: paramsOf(anchors, context),
    }),
    remedy: (params, context, subject, anchors) => lookInto(params, context, subject.name, anchors),
  }),
  'readiness-answers-503': cause<{ subProbe: string; path: string; container: string }>({
    id: 'OED530',
    stage: 'probe-answer',
    example: { subProbe: '', path: '', container: anyContainer },
    source: 'facts §0.13, §2.2, §2.3',
    requires: [controllerOnly('readiness')],
    supports: [pattern(['log-health-warning', 'probe-event-status'], 'workload', isReadiness)],
    explains: [...downSymptoms, ...lastWords],
    fallback: true,
    group: byWorkload,
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: paramsOf(anchors, context),
    }),
    remedy: (params, context, subject, anchors) => lookInto(params, context, subject.name, anchors),
  }),
  'probe-edited': cause<{
    container: string;
    probes: string[];
    url: string;
    chart: string;
    /** What the process answers where the chart's probe goes; 0 when that is not known. */
    status: number;
  }>({
    id: 'OED566',
    stage: 'probe-answer',
    example: {
      container: anyContainer,
      probes: ['liveness'],
      url: '<url>',
      chart: '<url of the chart>',
      status: 200,
    },
    source: 'facts §2.1 (the chart), §2.5 (ports are fixed)',
    requires: [pattern('probe-edited', 'mesh')],
    supports: [
      pattern(['probe-status', 'probe-event-status'], 'workload', ({ params }) => params.status === 404),
    ],
    explains: downSymptoms,
    proof: true,
    leadsTo: [
      ...leadsToSilence,
      { cause: 'slow-start', relation: 'workload' },
      { cause: 'busy-process', relation: 'workload' },
    ],
    group: byWorkload,
    describe(anchors, context) {
      const edited = ofCode(anchors, 'probe-edited');
      const first = edited[0];
      if (first === undefined) return undefined;
      const { container, url, chart, status } = first.params;
      const probes = [...sortedUnique(edited.map(({ params }) => params.probe))];
      return {
        subject: workloadSubject(anchors, context),
        params: { container, probes, url, chart, status },
      };
    },
    remedy: ({ container, probes }, context, subject, anchors) => [
      ...describePod(context, anchors),
      change(
        kubectlInNamespace(
          context,
          'patch',
          'deployment',
          subject.name,
          '-p',
          JSON.stringify(chartProbesPatch(container, ofCode(anchors, 'probe-edited'))),
        ),
        { code: 'restore-probes', params: { workload: subject.name, container, probes } },
        [
          { code: 'changes-workload', params: { workload: subject.name } },
          { code: 'restarts-pods', params: { workloads: [subject.name] } },
        ],
      ),
      watch(context, subject.name),
    ],
  }),
};

/** Sends the edited probes where the chart's go; `chart` is a URL without a host, e.g. `http://:9091/healthz`. */
function chartProbesPatch(container: string, edited: readonly Finding<'probe-edited'>[]): object {
  const probes = edited.map(({ params }) => {
    const [, scheme = '', port = '', path = ''] = /^(\w+):\/\/:(\d+)(.*)$/.exec(params.chart) ?? [];
    return [`${params.probe}Probe`, { httpGet: { path, port: Number(port), scheme: scheme.toUpperCase() } }];
  });
  return {
    spec: { template: { spec: { containers: [{ name: container, ...Object.fromEntries(probes) }] } } },
  };
}

function isLiveness(finding: Finding): boolean {
  return !('probe' in finding.params) || finding.params.probe === 'liveness';
}

function isReadiness(finding: Finding): boolean {
  return !('probe' in finding.params) || finding.params.probe === 'readiness';
}

interface ProbeParams {
  subProbe: string;
  path: string;
  container: string;
}

function paramsOf(anchors: readonly Finding[], context: RuleContext): ProbeParams {
  const live = ofCode(anchors, 'probe-status')[0];
  const event = ofCode(anchors, 'probe-event-status')[0];
  const probe = live?.params.probe ?? event?.params.probe;
  const logged = ofCode(context.findings, 'log-health-warning').find(({ params }) => params.probe === probe);
  return {
    subProbe: live?.params.subProbe || logged?.params.subProbe || '',
    path: live === undefined ? '' : pathOf(live.params.url),
    container: live?.params.container ?? event?.params.container ?? '',
  };
}

/** `http://:9091/health/alive` → `/health/alive` */
function pathOf(url: string): string {
  return url.replace(/^\w+:\/\/[^/]*/, '');
}

function lookInto(
  { container, subProbe }: ProbeParams,
  context: RuleContext,
  workload: string,
  anchors: readonly Finding[],
): readonly RemedyStep[] {
  const pod = anchors.find(({ subject }) => subject.kind === 'Pod')?.subject.name;
  const restarted = ofCode(context.findings, 'restarted-before').some(({ subject }) => subject.name === pod);
  return [
    ...(pod === undefined ? [] : [showLogs(context, pod, container, restarted)]),
    // A sub-probe that is named and is another says nothing about SMI (facts §2.2).
    ...(workload === appOf(context, 'controller') && ['', 'SMI'].includes(subProbe)
      ? [smiLook(context)]
      : []),
    ...restart(context, [workload]),
    ...(pod === undefined
      ? []
      : [
          look(kubectlInNamespace(context, 'describe', 'pod', pod), { code: 'inspect-pod', params: { pod } }),
        ]),
  ];
}

function smiLook(context: RuleContext): RemedyStep {
  const groupVersion = `split.smi-spec.io/${valueFor(context.flavour.trafficSplit, context.mesh.version)}`;
  return look(kubectl(context, 'get', '--raw', `/apis/${groupVersion}`), {
    code: 'inspect-smi-api',
    params: { groupVersion },
  });
}
