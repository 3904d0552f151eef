import { valueOf } from '#snapshot/observed.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { pattern, ofCode } from '#diagnosis/finding-pattern.ts';
import { change, kubectlInNamespace, look } from './commands.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { byWorkload, downSymptoms, lastWords, showLogs, showMeshConfig, workloadSubject } from './common.ts';
import { doubleQuantity } from './quantity.ts';
import { restart, showRevisions, undoRollout, watch } from './restart.ts';
import { runsOtherThanBefore } from '#steps/shared/revisions.ts';
import { container as anyContainer } from '#steps/shared/placeholders.ts';

/** What a process that ends or never gets ready looks like, where nothing better is known. */
export const ends = [
  { cause: 'process-ends', relation: 'workload' },
  { cause: 'probe-endpoint-unreachable', relation: 'workload' },
  { cause: 'not-ready-unexplained', relation: 'workload' },
  { cause: 'failed-before', relation: 'workload' },
  { cause: 'slow-start', relation: 'workload' },
  { cause: 'busy-process', relation: 'workload' },
] as const;

/** Causes inside the process: versions, ports, the repo server, a slow start (facts §5.5, §9). */
export const processCauses = {
  'version-mismatch': cause<{
    message: string;
    /** The flag that the process does not know, e.g. `--verbosty`; '' when the message is of another kind. */
    flag: string;
  }>({
    id: 'OED521',
    stage: 'crash',
    example: { message: '', flag: '--<flag>' },
    source: 'facts §5.4, §9 row "Chart/CLI and image version differ"',
    requires: [pattern('log-version-mismatch', 'mesh')],
    explains: [...downSymptoms, ...lastWords, pattern(['log-error', 'version-differs'], 'workload')],
    proof: true,
    leadsTo: ends,
    group: byWorkload,
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: flagIn(said(ofCode(anchors, 'log-version-mismatch')[0])),
    }),
    remedy: (_params, context, subject, anchors) => [
      look(
        kubectlInNamespace(
          context,
          'get',
          `deployment/${subject.name}`,
          '-o',
          'jsonpath={range .spec.template.spec.containers[*]}{.image}{" "}{.args}{"\\n"}{end}',
        ),
        { code: 'inspect-pod', params: { pod: anchors[0]?.subject.name ?? subject.name } },
      ),
      showRevisions(context, subject.name),
      ...(runsOtherThanBefore(context.facts, subject.name) ? undoRollout(context, subject.name) : []),
    ],
  }),
  'port-in-use': cause<{ port: string }>({
    id: 'OED510',
    stage: 'crash',
    example: { port: '<port>' },
    source: 'facts §5.5-16, §9 row "6060 or 9091 or 9093 already used"',
    requires: [pattern('log-port-in-use', 'mesh')],
    explains: [...downSymptoms, ...lastWords, pattern('log-repo-down', 'workload')],
    proof: true,
    leadsTo: [...ends, { cause: 'repo-server-down', relation: 'workload' }],
    group: byWorkload,
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: { port: ofCode(anchors, 'log-port-in-use')[0]?.params.port ?? '' },
    }),
    remedy: (_params, context, subject) => [
      look(
        kubectlInNamespace(
          context,
          'get',
          `deployment/${subject.name}`,
          '-o',
          'jsonpath={.spec.template.spec.hostNetwork}{"\\n"}{range .spec.template.spec.containers[*]}{.name}{" "}{.ports}{"\\n"}{end}',
        ),
        { code: 'inspect-pod', params: { pod: subject.name } },
      ),
      ...restart(context, [subject.name]),
    ],
  }),
  'repo-server-down': cause<Record<string, never>>({
    id: 'OED509',
    stage: 'crash',
    example: {},
    source: 'facts §2.4, §5.5-7, §9 row "osm-pipy-repo crashed / slow / OOM"',
    requires: [
      pattern(
        ['log-repo-down', 'crash-loop', 'container-terminated'],
        'mesh',
        ({ code, params }) => code === 'log-repo-down' || isRepo(params.container),
      ),
    ],
    supports: [
      pattern(['out-of-memory', 'probe-refused', 'probe-event-refused'], 'workload', ({ params }) =>
        isRepo(params.container),
      ),
      pattern('log-error', 'workload', ({ params }) => isRepo(params.container)),
    ],
    explains: [...downSymptoms, ...lastWords],
    leadsTo: ends,
    group: byWorkload,
    describe: (anchors, context) => ({ subject: workloadSubject(anchors, context), params: {} }),
    remedy: (_params, context, subject, anchors) => [
      ...anchors.slice(0, 1).map((anchor) => showRepo(context, anchor.subject.name)),
      ...restart(context, [subject.name]),
    ],
  }),
  'slow-start': cause<{ container: string }>({
    id: 'OED523',
    stage: 'crash',
    example: { container: anyContainer },
    source: 'facts §2.4 (liveness starts after 1 s with 3×10 s), §9 row "API server slow / start > 30 s"',
    requires: [
      pattern('killed-by-liveness', 'mesh'),
      pattern('probe-event-refused', 'workload', ({ params }) => params.probe === 'liveness'),
    ],
    supports: [
      pattern('informers-stuck', 'workload'),
      // Asked to stop, the process ends with exit 0, or with 1 while it still waits for its informers (facts §5.4).
      pattern('container-terminated', 'workload', ({ params }) => params.exitCode === 0),
      pattern(['log-fatal', 'mesh-fatal-event', 'log-error'], 'workload', isStoppedWait),
    ],
    contradicts: [
      pattern(['log-fatal', 'mesh-fatal-event'], 'workload', (finding) => !isStoppedWait(finding)),
      pattern(['go-panic', 'log-forbidden', 'log-missing-resource', 'probe-event-status'], 'workload'),
    ],
    explains: downSymptoms,
    fallback: true,
    leadsTo: ends,
    group: byWorkload,
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: { container: ofCode(anchors, 'killed-by-liveness')[0]?.params.container ?? '' },
    }),
    remedy: ({ container }, context, subject) => {
      const initialDelaySeconds = longestStartSeconds[context.mesh.flavour];
      const patch = {
        spec: {
          template: { spec: { containers: [{ name: container, livenessProbe: { initialDelaySeconds } }] } },
        },
      };
      return [
        change(
          kubectlInNamespace(context, 'patch', 'deployment', subject.name, '-p', JSON.stringify(patch)),
          { code: 'delay-liveness', params: { workload: subject.name, container } },
          [
            { code: 'changes-workload', params: { workload: subject.name } },
            { code: 'restarts-pods', params: { workloads: [subject.name] } },
          ],
        ),
        watch(context, subject.name),
      ];
    },
  }),
  'busy-process': cause<{
    container: string;
    restarts: number;
    /** Of its liveness probe. */
    timeoutSeconds: number;
    /** Its CPU limit; '' when it has none. */
    cpu: string;
  }>({
    id: 'OED564',
    stage: 'probe-answer',
    example: { container: anyContainer, restarts: 14, timeoutSeconds: 5, cpu: '' },
    remedyExample: { container: 'osm-controller', restarts: 14, timeoutSeconds: 5, cpu: '1500m' },
    source: 'osm#2779, aws-app-mesh-controller#624: time-outs of the liveness probe, then Killing',
    requires: [
      pattern('killed-by-liveness', 'mesh'),
      pattern('probe-event-timeout', 'workload', ({ params }) => params.probe === 'liveness'),
    ],
    supports: [
      pattern('probe-event-timeout', 'workload', ({ params }) => params.probe !== 'liveness'),
      pattern('probe-no-answer', 'workload'),
    ],
    contradicts: [pattern(['log-fatal', 'go-panic', 'mesh-fatal-event', 'probe-event-status'], 'workload')],
    explains: downSymptoms,
    leadsTo: ends.filter(({ cause: code }) => code !== 'busy-process'),
    group: byWorkload,
    describe(anchors, context) {
      const killed = ofCode(anchors, 'killed-by-liveness')[0];
      const pod = valueOf(context.facts.pods)?.find(({ metadata }) => metadata.name === killed?.subject.name);
      if (killed === undefined) return undefined;
      const { container } = killed.params;
      const spec = pod?.spec.containers.find(({ name }) => name === container);
      const status = pod?.status.containerStatuses.find(({ name }) => name === container);
      return {
        subject: workloadSubject(anchors, context),
        params: {
          container,
          restarts: status?.restartCount ?? killed.params.count,
          timeoutSeconds: spec?.livenessProbe?.timeoutSeconds ?? 0,
          cpu: spec?.resources?.limits['cpu'] ?? '',
        },
      };
    },
    remedy: (params, context, subject, anchors) => [
      ...anchors.slice(0, 1).map(({ subject: { name } }) =>
        look(kubectlInNamespace(context, 'top', 'pod', name, '--containers'), {
          code: 'inspect-usage',
          params: { pod: name },
        }),
      ),
      ...roomToAnswer(context, subject.name, params),
    ],
  }),
};

/** More CPU, and more time for the probe, in one rollout; how much it needs is for the person to see. */
function roomToAnswer(
  context: RuleContext,
  workload: string,
  { container, timeoutSeconds, cpu }: { container: string; timeoutSeconds: number; cpu: string },
): readonly RemedyStep[] {
  const more = doubleQuantity(cpu);
  if (container === '' || timeoutSeconds === 0) return [];
  const relief = {
    name: container,
    livenessProbe: { timeoutSeconds: timeoutSeconds * 3 },
    ...(more === undefined ? {} : { resources: { limits: { cpu: more } } }),
  };
  const patch = { spec: { template: { spec: { containers: [relief] } } } };
  return [
    change(
      kubectlInNamespace(context, 'patch', 'deployment', workload, '-p', JSON.stringify(patch)),
      { code: 'relieve-probe', params: { workload, container } },
      [
        { code: 'changes-workload', params: { workload } },
        { code: 'restarts-pods', params: { workloads: [workload] } },
      ],
    ),
    watch(context, workload),
  ];
}

/** The longest regular start: what it waits for its repo, where it has one (facts §2.4). */
const longestStartSeconds = { osm: 60, 'osm-edge': 180, fsm: 300 } as const;

const isRepo = (container: string): boolean => container.endsWith('-pipy-repo');

/** What a process says that is stopped while it waits for its informers: no reason of its own (facts §5.4). */
function isStoppedWait({ params }: Finding<'log-fatal' | 'mesh-fatal-event' | 'log-error'>): boolean {
  const error = 'error' in params ? params.error : '';
  return /informer collection/.test(params.message) && /^$|failed initial cache sync/.test(error);
}

/** The repo's log: of the run that ended where it was restarted. A standalone repo server has none here (facts §1.2). */
function showRepo(context: RuleContext, podName: string): RemedyStep {
  const container = context.flavour.repoContainer ?? '';
  const pod = valueOf(context.facts.pods)?.find(({ metadata }) => metadata.name === podName);
  const isStandalone = pod !== undefined && !pod.spec.containers.some(({ name }) => name === container);
  if (isStandalone || container === '') return showMeshConfig(context);
  const restarts = pod?.status.containerStatuses.find(({ name }) => name === container)?.restartCount ?? 0;
  return showLogs(context, podName, container, restarts > 0);
}

/** Of `unknown flag: --x` and `unknown shorthand flag: 'x' in -xyz` (pflag). */
function flagIn(message: string): { message: string; flag: string } {
  const [, long, short] = /unknown (?:flag: (\S+)|shorthand flag: '.' in (\S+))/.exec(message) ?? [];
  return { message, flag: long ?? short ?? '' };
}

function said(finding: Finding<'log-version-mismatch'> | undefined): string {
  if (finding === undefined) return '';
  return finding.params.error === '' ? finding.params.message : finding.params.error;
}
