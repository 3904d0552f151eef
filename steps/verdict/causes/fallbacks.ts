import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern, workloadOf } from '#diagnosis/finding-pattern.ts';
import { isBootstrapReady, waitsForBootstrap } from './bootstrap.ts';
import { kubectlInNamespace, look } from './commands.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import {
  appOf,
  byMesh,
  byWorkload,
  describePod,
  downSymptoms,
  errorInfo,
  lastWords,
  meshSubject,
  showLogs,
  sortedUnique,
  workloadSubject,
} from './common.ts';
import { loggedErrorCauses } from './logged-errors.ts';
import { container as anyContainer } from '#steps/shared/placeholders.ts';

/** Asked to stop, a process ends with exit 0, and runs again: what asked it is the question (facts §5.4). */
const isStopped = ({ code, severity, params }: Finding): boolean =>
  code === 'container-terminated' && severity !== 'critical' && 'exitCode' in params && params.exitCode === 0;

const isProblem = ({ severity }: Finding): boolean => severity !== 'info';

/**
 * Causes of last resort, for what no row above explains: they name what is known and where to look, so that no
 * finding above info is ever left without a cause.
 */
export const fallbackCauses = {
  'process-ends': cause<{ container: string; exitCode: number; lastWords: string; errorCode: string }>({
    id: 'OED532',
    stage: 'crash',
    example: { container: anyContainer, exitCode: 1, lastWords: '', errorCode: '' },
    remedyExample: { container: anyContainer, exitCode: 1, lastWords: '', errorCode: '<code>' },
    source: 'facts §5.4',
    requires: [
      pattern(
        [
          'crash-loop',
          'container-terminated',
          'start-failed',
          'log-fatal',
          'log-exec-failed',
          'go-panic',
          'mesh-fatal-event',
        ],
        'mesh',
        (finding) => !isStopped(finding),
      ),
    ],
    supports: [pattern(['log-fatal', 'go-panic', 'mesh-fatal-event'], 'workload')],
    explains: [...downSymptoms, ...lastWords, pattern(['log-error', 'log-certificate-error'], 'workload')],
    fallback: true,
    isSymptom: true,
    leadsTo: [
      { cause: 'probe-endpoint-unreachable', relation: 'workload' },
      { cause: 'not-ready-unexplained', relation: 'workload' },
    ],
    group: byWorkload,
    describe(anchors, context) {
      const ended = [...ofCode(anchors, 'container-terminated')][0];
      const loop = ofCode(anchors, 'crash-loop')[0];
      const last = [...ofCode(anchors, 'log-fatal'), ...ofCode(anchors, 'go-panic')][0];
      return {
        subject: workloadSubject(anchors, context),
        params: {
          container: ended?.params.container ?? loop?.params.container ?? last?.params.container ?? '',
          exitCode: ended?.params.exitCode ?? 1,
          lastWords: last === undefined ? '' : wordsOf(last),
          errorCode: last?.params.errorCode ?? '',
        },
      };
    },
    remedy: ({ container, errorCode }, context, _subject, anchors) => [
      ...anchors
        .filter(({ subject }) => subject.kind === 'Pod')
        .slice(0, 1)
        .map(({ subject }) =>
          showLogs(context, subject.name, container, hasRestarted(context, subject.name)),
        ),
      ...describePod(context, anchors),
      ...errorInfo(context, errorCode),
    ],
  }),
  'bootstrap-not-ready': cause<{ init: string }>({
    id: 'OED503',
    stage: 'init-wait',
    example: { init: 'init-osm-controller' },
    source: 'facts §0.15, §2.4 "Ordering between pods", §9 row "osm-bootstrap down"',
    requires: [
      pattern(
        'init-not-done',
        'mesh',
        ({ params, severity }) => waitsForBootstrap(params.container) && severity !== 'info',
      ),
    ],
    supports: [pattern('log-init-wait', 'mesh')],
    explains: [...downSymptoms, pattern('log-init-wait', 'mesh')],
    fallback: true,
    isSymptom: true,
    leadsTo: [{ cause: 'not-ready-unexplained', relation: 'workload' }],
    // Whatever keeps the bootstrap from running makes the other two wait (facts §2.4).
    isEffectOf: ({ subject }) => workloadOf(subject).endsWith('-bootstrap'),
    group: byMesh,
    // A bootstrap that is Ready and cannot be reached is another trouble (`bootstrap-unreachable`).
    describe: (anchors, context) =>
      isBootstrapReady(context)
        ? undefined
        : {
            subject: meshSubject(context),
            params: {
              init: sortedUnique(ofCode(anchors, 'init-not-done').map(({ params }) => params.container)).join(
                ', ',
              ),
            },
          },
    remedy: (_params, context) => {
      const bootstrap = appOf(context, 'bootstrap');
      return [
        look(kubectlInNamespace(context, 'get', 'pods', '-l', `app=${bootstrap}`), {
          code: 'inspect-service',
          params: { service: context.flavour.services.bootstrap },
        }),
        look(kubectlInNamespace(context, 'describe', `deployment/${bootstrap}`), {
          code: 'inspect-pod',
          params: { pod: bootstrap },
        }),
      ];
    },
  }),
  'probe-endpoint-unreachable': cause<{
    url: string;
    container: string;
    /** What it answers instead of success; 0 when it does not answer. */
    status: number;
  }>({
    id: 'OED531',
    stage: 'probe-answer',
    example: { url: '<url>', container: anyContainer, status: 0 },
    source: 'facts §2.4 (meaning of "connection refused")',
    requires: [
      pattern(
        [
          'probe-refused',
          'probe-no-answer',
          'probe-status',
          'probe-event-refused',
          'probe-event-timeout',
          'probe-event-status',
          'probe-event-other',
        ],
        'mesh',
        isProblem,
      ),
    ],
    supports: [pattern(['replica-not-ready', 'component-down'], 'workload')],
    explains: downSymptoms,
    fallback: true,
    isSymptom: true,
    group: byWorkload,
    describe(anchors, context) {
      const live = anchors.find((anchor) => 'url' in anchor.params);
      const params = anchors[0]?.params;
      return {
        subject: workloadSubject(anchors, context),
        params: {
          url: live !== undefined && 'url' in live.params ? live.params.url : '',
          container: params !== undefined && 'container' in params ? params.container : '',
          status:
            anchors.flatMap((anchor) => ('status' in anchor.params ? Number(anchor.params.status) : []))[0] ??
            0,
        },
      };
    },
    remedy: ({ container }, context, _subject, anchors) => [
      ...anchors.slice(0, 1).map(({ subject }) => showLogs(context, subject.name, container, false)),
      ...describePod(context, anchors),
    ],
  }),
  'not-ready-unexplained': cause<{ status: string }>({
    id: 'OED538',
    stage: 'errors',
    example: { status: '<status>' },
    source: 'design §4 (never silent)',
    requires: [
      pattern(
        [
          'component-down',
          'no-pods',
          'replica-not-ready',
          'rollout-stuck',
          'service-without-endpoints',
          'init-not-done',
        ],
        'mesh',
        isProblem,
      ),
    ],
    explains: downSymptoms,
    fallback: true,
    isSymptom: true,
    group: byWorkload,
    describe(anchors, context) {
      return {
        subject: workloadSubject(anchors, context),
        params: { status: ofCode(anchors, 'replica-not-ready')[0]?.params.status ?? '' },
      };
    },
    remedy: (_params, context, subject, anchors) => {
      const pods = describePod(context, anchors);
      if (pods.length > 0) return pods;
      return [
        look(kubectlInNamespace(context, 'describe', `deployment/${subject.name}`), {
          code: 'inspect-pod',
          params: { pod: subject.name },
        }),
        look(kubectlInNamespace(context, 'get', 'events', '--sort-by=.lastTimestamp'), {
          code: 'inspect-events',
          params: { namespace: context.mesh.namespace },
        }),
      ];
    },
  }),
  'failed-before': cause<{ container: string; reason: string; restarts: number }>({
    id: 'OED537',
    stage: 'errors',
    example: { container: anyContainer, reason: '', restarts: 3 },
    source: 'design §4 step 0 ("Healthy now but failed before")',
    isPast: true,
    requires: [
      pattern(['restarted-before', 'killed-by-liveness', 'container-terminated'], 'mesh', isProblem),
    ],
    explains: [...downSymptoms, ...lastWords],
    fallback: true,
    isSymptom: true,
    group: byWorkload,
    describe(anchors, context) {
      const restarted = ofCode(anchors, 'restarted-before')[0];
      const { container = '', reason = '', restarts = 0 } = restarted?.params ?? {};
      return { subject: workloadSubject(anchors, context), params: { container, reason, restarts } };
    },
    remedy: ({ container }, context, _subject, anchors) => [
      ...anchors
        .filter(({ subject }) => subject.kind === 'Pod')
        .slice(0, 1)
        .map(({ subject }) => showLogs(context, subject.name, container, true)),
      ...describePod(context, anchors),
    ],
  }),
  ...loggedErrorCauses,
};

function wordsOf({ params }: Finding<'log-fatal'> | Finding<'go-panic'>): string {
  return params.error === '' ? params.message : `${params.message}: ${params.error}`;
}

function hasRestarted(context: RuleContext, pod: string): boolean {
  return context.findings.some(
    ({ subject, params }) => subject.name === pod && 'restarts' in params && params.restarts > 0,
  );
}
