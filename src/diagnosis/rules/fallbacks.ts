import { type CauseRule, defineCause } from '../cause-rule.ts';
import { clue, ofCode, workloadOf } from '../clue.ts';
import { kubectlInNamespace, look } from '../commands.ts';
import type { Finding } from '../finding.ts';
import type { RemedyStep } from '../remedy.ts';
import type { Scene } from '../scene.ts';
import {
  appOf,
  byMesh,
  byWorkload,
  describePod,
  downSymptoms,
  lastWords,
  meshSubject,
  showLogs,
  sortedUnique,
  workloadSubject,
} from './common.ts';

const isProblem = ({ severity }: Finding): boolean => severity !== 'info';

/**
 * Causes of last resort, for what no row above explains: they name what is known and where to look, so that no
 * finding above info is ever left without a cause.
 */
export const fallbackRules: readonly CauseRule[] = [
  defineCause({
    code: 'process-ends',
    source: 'facts §5.4',
    requires: [
      clue(
        ['crash-loop', 'container-terminated', 'log-fatal', 'go-panic', 'mesh-fatal-event'],
        'mesh',
        (finding) => isProblem(finding),
      ),
    ],
    supports: [clue(['log-fatal', 'go-panic', 'mesh-fatal-event'], 'workload')],
    explains: [...downSymptoms, ...lastWords, clue(['log-error', 'log-certificate-error'], 'workload')],
    fallback: true,
    leadsTo: [
      { cause: 'probe-endpoint-unreachable', relation: 'workload' },
      { cause: 'not-ready-unexplained', relation: 'workload' },
    ],
    group: byWorkload,
    describe(anchors, scene) {
      const ended = [...ofCode(anchors, 'container-terminated')][0];
      const loop = ofCode(anchors, 'crash-loop')[0];
      const last = [...ofCode(anchors, 'log-fatal'), ...ofCode(anchors, 'go-panic')][0];
      return {
        subject: workloadSubject(anchors, scene),
        params: {
          container: ended?.params.container ?? loop?.params.container ?? last?.params.container ?? '',
          exitCode: ended?.params.exitCode ?? 1,
          lastWords: last === undefined ? '' : wordsOf(last),
          errorCode: last?.params.errorCode ?? '',
        },
      };
    },
    remedy: ({ container, errorCode }, scene, _subject, anchors) => [
      ...anchors
        .filter(({ subject }) => subject.kind === 'Pod')
        .slice(0, 1)
        .map(({ subject }) => showLogs(scene, subject.name, container, hasRestarted(scene, subject.name))),
      ...describePod(scene, anchors),
      ...errorInfo(scene, errorCode),
    ],
  }),
  defineCause({
    code: 'bootstrap-not-ready',
    source: 'facts §0.15, §2.4 "Ordering between pods", §9 row "osm-bootstrap down"',
    requires: [
      clue(
        'init-not-done',
        'mesh',
        ({ params, subject, severity }) =>
          params.container.startsWith('init-') &&
          !workloadOf(subject).endsWith('bootstrap') &&
          severity !== 'info',
      ),
    ],
    supports: [
      clue('log-init-wait', 'mesh'),
      clue(['component-down', 'no-pods', 'component-missing', 'scaled-to-zero'], 'mesh', ({ subject }) =>
        workloadOf(subject).endsWith('bootstrap'),
      ),
    ],
    explains: [...downSymptoms, clue('log-init-wait', 'mesh')],
    fallback: true,
    leadsTo: [{ cause: 'not-ready-unexplained', relation: 'workload' }],
    group: byMesh,
    describe: (anchors, scene) => ({
      subject: meshSubject(scene),
      params: {
        init: sortedUnique(ofCode(anchors, 'init-not-done').map(({ params }) => params.container)).join(', '),
      },
    }),
    remedy: (_params, scene) => {
      const bootstrap = appOf(scene, 'bootstrap');
      return [
        look(kubectlInNamespace(scene, 'get', 'pods,endpoints', '-l', `app=${bootstrap}`), {
          code: 'inspect-service',
          params: { service: scene.flavour.services.bootstrap },
        }),
        look(kubectlInNamespace(scene, 'describe', `deployment/${bootstrap}`), {
          code: 'inspect-pod',
          params: { pod: bootstrap },
        }),
      ];
    },
  }),
  defineCause({
    code: 'probe-endpoint-unreachable',
    source: 'facts §2.4 (meaning of "connection refused")',
    requires: [
      clue(
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
    supports: [clue(['replica-not-ready', 'component-down'], 'workload')],
    explains: downSymptoms,
    fallback: true,
    group: byWorkload,
    describe(anchors, scene) {
      const live = anchors.find((anchor) => 'url' in anchor.params);
      const params = anchors[0]?.params;
      return {
        subject: workloadSubject(anchors, scene),
        params: {
          url: live !== undefined && 'url' in live.params ? live.params.url : '',
          container: params !== undefined && 'container' in params ? params.container : '',
        },
      };
    },
    remedy: ({ container }, scene, _subject, anchors) => [
      ...anchors.slice(0, 1).map(({ subject }) => showLogs(scene, subject.name, container, false)),
      ...describePod(scene, anchors),
    ],
  }),
  defineCause({
    code: 'not-ready-unexplained',
    source: 'design §4 (never silent)',
    requires: [
      clue(
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
    group: byWorkload,
    describe(anchors, scene) {
      return {
        subject: workloadSubject(anchors, scene),
        params: { status: ofCode(anchors, 'replica-not-ready')[0]?.params.status ?? '' },
      };
    },
    remedy: (_params, scene, subject, anchors) => {
      const pods = describePod(scene, anchors);
      if (pods.length > 0) return pods;
      return [
        look(kubectlInNamespace(scene, 'describe', `deployment/${subject.name}`), {
          code: 'inspect-pod',
          params: { pod: subject.name },
        }),
        look(kubectlInNamespace(scene, 'get', 'events', '--sort-by=.lastTimestamp'), {
          code: 'inspect-events',
          params: { namespace: scene.mesh.namespace },
        }),
      ];
    },
  }),
  defineCause({
    code: 'failed-before',
    source: 'design §4 step 0 ("Healthy now but failed before")',
    requires: [clue(['restarted-before', 'killed-by-liveness', 'container-terminated'], 'mesh', isProblem)],
    explains: [...downSymptoms, ...lastWords],
    fallback: true,
    group: byWorkload,
    describe(anchors, scene) {
      const restarted = ofCode(anchors, 'restarted-before')[0];
      const { container = '', reason = '', restarts = 0 } = restarted?.params ?? {};
      return { subject: workloadSubject(anchors, scene), params: { container, reason, restarts } };
    },
    remedy: ({ container }, scene, _subject, anchors) => [
      ...anchors
        .filter(({ subject }) => subject.kind === 'Pod')
        .slice(0, 1)
        .map(({ subject }) => showLogs(scene, subject.name, container, true)),
      ...describePod(scene, anchors),
    ],
  }),
  defineCause({
    code: 'logged-errors',
    source: 'facts §5.6, §6',
    requires: [
      clue(
        [
          'log-error',
          'log-injection-error',
          'log-certificate-error',
          'recovered-panic',
          'log-repo-down',
          'log-missing-resource',
          'log-smi-check-failed',
          'log-health-warning',
          'log-init-wait',
        ],
        'mesh',
        isProblem,
      ),
    ],
    explains: [],
    proof: true,
    fallback: true,
    group: byWorkload,
    describe: (anchors, scene) => ({
      subject: workloadSubject(anchors, scene),
      params: countsOf(anchors),
    }),
    remedy: ({ container, errorCodes }, scene, _subject, anchors) => [
      ...anchors.slice(0, 1).map(({ subject }) => showLogs(scene, subject.name, container, false)),
      ...errorCodes.slice(0, 1).flatMap((code) => errorInfo(scene, code)),
    ],
  }),
];

function countsOf(anchors: readonly Finding[]): {
  errorCodes: string[];
  signatures: number;
  records: number;
  panics: number;
  container: string;
} {
  const logged = anchors.flatMap(({ code, params }) => ('errorCode' in params ? [{ code, ...params }] : []));
  const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);
  return {
    errorCodes: [...sortedUnique(logged.map(({ errorCode }) => errorCode).filter((code) => code !== ''))],
    signatures: logged.length,
    records: sum(logged),
    panics: sum(logged.filter(({ code }) => code === 'recovered-panic')),
    container: logged[0]?.container ?? '',
  };
}

function wordsOf({ params }: Finding<'log-fatal'> | Finding<'go-panic'>): string {
  return params.error === '' ? params.message : `${params.message}: ${params.error}`;
}

function hasRestarted(scene: Scene, pod: string): boolean {
  return scene.findings.some(
    ({ subject, params }) => subject.name === pod && 'restarts' in params && params.restarts > 0,
  );
}

/** The CLI explains error codes offline (facts §4); FSM's has the same command. */
function errorInfo(scene: Scene, errorCode: string): readonly RemedyStep[] {
  if (errorCode === '') return [];
  return [
    look([scene.flavour.cli, 'support', 'error-info', errorCode], {
      code: 'inspect-error-code',
      params: { errorCode },
    }),
  ];
}
