import { type CauseRule, defineCause } from '../cause-rule.ts';
import { clue, ofCode } from '../clue.ts';
import { change, kubectlInNamespace, look } from '../commands.ts';
import type { Finding } from '../finding.ts';
import { argument } from './arguments.ts';
import { appOf, byMesh, byWorkload, downSymptoms, lastWords, showLogs, workloadSubject } from './common.ts';
import { restart, watch } from './restart.ts';

const ends = [
  { cause: 'process-ends', relation: 'workload' },
  { cause: 'probe-endpoint-unreachable', relation: 'workload' },
  { cause: 'not-ready-unexplained', relation: 'workload' },
  { cause: 'failed-before', relation: 'workload' },
  { cause: 'slow-start', relation: 'workload' },
] as const;

/** Codes that say the CA Secret itself is absent or unusable (facts §6, §9 row "CA Secret broken"). */
const caSecretCodes: ReadonlySet<string> = new Set([
  'E4000',
  'E4001',
  'E4002',
  'E4003',
  'E4004',
  'E4005',
  'E4011',
  'E4012',
  'E4014',
  'E4015',
]);

const aboutCaSecret = (finding: Finding<'log-certificate-error'>): boolean =>
  caSecretCodes.has(finding.params.errorCode) && !finding.params.error.includes('forbidden');

/** Causes inside the process: versions, ports, the repo server, certificates (facts §5.5, §9). */
export const processRules: readonly CauseRule[] = [
  defineCause({
    code: 'version-mismatch',
    source: 'facts §5.4, §9 row "Chart/CLI and image version differ"',
    requires: [clue('log-version-mismatch', 'mesh')],
    explains: [...downSymptoms, ...lastWords, clue('log-error', 'workload')],
    proof: true,
    leadsTo: ends,
    group: byWorkload,
    describe: (anchors, scene) => ({
      subject: workloadSubject(anchors, scene),
      params: { message: said(ofCode(anchors, 'log-version-mismatch')[0]) },
    }),
    remedy: (_params, scene, subject, anchors) => [
      look(
        kubectlInNamespace(
          scene,
          'get',
          `deployment/${subject.name}`,
          '-o',
          'jsonpath={range .spec.template.spec.containers[*]}{.image}{" "}{.args}{"\\n"}{end}',
        ),
        { code: 'inspect-pod', params: { pod: anchors[0]?.subject.name ?? subject.name } },
      ),
      look(kubectlInNamespace(scene, 'rollout', 'history', `deployment/${subject.name}`), {
        code: 'show-revisions',
        params: { workload: subject.name },
      }),
    ],
  }),
  defineCause({
    code: 'port-in-use',
    source: 'facts §5.5-16, §9 row "6060 or 9091 or 9093 already used"',
    requires: [clue('log-port-in-use', 'mesh')],
    explains: [...downSymptoms, ...lastWords, clue('log-repo-down', 'workload')],
    proof: true,
    leadsTo: [...ends, { cause: 'repo-server-down', relation: 'workload' }],
    group: byWorkload,
    describe: (anchors, scene) => ({
      subject: workloadSubject(anchors, scene),
      params: { port: ofCode(anchors, 'log-port-in-use')[0]?.params.port ?? '' },
    }),
    remedy: (_params, scene, subject) => [
      look(
        kubectlInNamespace(
          scene,
          'get',
          `deployment/${subject.name}`,
          '-o',
          'jsonpath={.spec.template.spec.hostNetwork}{"\\n"}{range .spec.template.spec.containers[*]}{.name}{" "}{.ports}{"\\n"}{end}',
        ),
        { code: 'inspect-pod', params: { pod: subject.name } },
      ),
      ...restart(scene, [subject.name]),
    ],
  }),
  defineCause({
    code: 'ca-secret-broken',
    source: 'facts §5.5-9, §8 (osm-ca-bundle), §9 row "CA Secret broken"',
    requires: [
      clue(
        'log-certificate-error',
        'mesh',
        (finding) => aboutCaSecret(finding) && finding.severity === 'critical',
      ),
    ],
    supports: [
      clue('mesh-fatal-event', 'mesh', ({ params }) => params.reason === 'FatalInvalidCertificateManager'),
      clue('log-fatal', 'workload', ({ params }) =>
        /certificate manager/i.test(`${params.message} ${params.error}`),
      ),
    ],
    contradicts: [clue('log-forbidden', 'workload', ({ params }) => params.resource.startsWith('secrets'))],
    explains: [...downSymptoms, ...lastWords, clue('log-certificate-error', 'mesh')],
    leadsTo: ends,
    group: byMesh,
    describe: (anchors, scene) => {
      const error = ofCode(anchors, 'log-certificate-error')[0];
      return {
        subject: workloadSubject(anchors, scene),
        params: {
          errorCode: error?.params.errorCode ?? '',
          secret:
            argument(scene.facts.pods, error?.subject.name, '--ca-bundle-secret-name') ??
            scene.flavour.caSecret,
        },
      };
    },
    remedy: ({ secret, errorCode }, scene, _subject, anchors) => {
      const everyone = [appOf(scene, 'bootstrap'), appOf(scene, 'controller'), appOf(scene, 'injector')];
      const isAbsent = anchors.some(
        (anchor) => 'error' in anchor.params && anchor.params.error.includes('not found'),
      );
      const isOwnCa =
        argument(scene.facts.pods, anchors[0]?.subject.name, '--certificate-manager') === 'tresor';
      return [
        look(kubectlInNamespace(scene, 'get', 'secret', secret, '-o', 'jsonpath={.type}{"\\n"}'), {
          code: 'inspect-secret-name',
          params: { secret },
        }),
        ...(isAbsent || !isOwnCa
          ? []
          : [
              change(
                kubectlInNamespace(scene, 'delete', 'secret', secret),
                { code: 'delete-secret', params: { secret } },
                [
                  { code: 'deletes-object', params: { object: `secret/${secret}` } },
                  { code: 'new-root-certificate', params: {} },
                ],
                { before: [{ code: 'secret-in-use', params: { secret }, answer: 'check-first' }] },
              ),
            ]),
        ...restart(scene, everyone),
        look([scene.flavour.cli, 'support', 'error-info', errorCode], {
          code: 'inspect-error-code',
          params: { errorCode },
        }),
      ].filter(({ purpose }) => purpose.code !== 'inspect-error-code' || errorCode !== '');
    },
  }),
  defineCause({
    code: 'certificate-provider-failing',
    source: 'facts §6 (E4008, E4013, E4016), §9 row "CA or Vault token expired, cert-manager absent"',
    requires: [
      clue(
        'log-certificate-error',
        'mesh',
        (finding) => !aboutCaSecret(finding) && finding.severity === 'critical',
      ),
    ],
    supports: [
      clue(
        'mesh-fatal-event',
        'mesh',
        ({ params }) =>
          params.reason.startsWith('FatalCertificate') || params.reason === 'FatalInvalidCertificateManager',
      ),
    ],
    explains: [...downSymptoms, ...lastWords, clue('log-certificate-error', 'mesh')],
    leadsTo: ends,
    group: byMesh,
    describe: (anchors, scene) => {
      const error = ofCode(anchors, 'log-certificate-error')[0];
      return {
        subject: workloadSubject(anchors, scene),
        params: {
          errorCode: error?.params.errorCode ?? '',
          provider:
            argument(scene.facts.pods, error?.subject.name, '--certificate-manager') ??
            error?.params.component ??
            '',
        },
      };
    },
    remedy: (_params, scene, subject, anchors) =>
      anchors
        .slice(0, 1)
        .map((anchor) =>
          showLogs(scene, anchor.subject.name, containerOf(anchor) ?? subject.name, isPrevious(anchor)),
        ),
  }),
  defineCause({
    code: 'repo-server-down',
    source: 'facts §2.4, §5.5-7, §9 row "osm-pipy-repo crashed / slow / OOM"',
    requires: [clue('log-repo-down', 'mesh', ({ severity }) => severity !== 'info')],
    supports: [
      clue(
        ['crash-loop', 'container-terminated', 'out-of-memory', 'probe-refused', 'probe-event-refused'],
        'workload',
        ({ params }) => params.container.endsWith('pipy-repo'),
      ),
    ],
    explains: [...downSymptoms, ...lastWords],
    leadsTo: ends,
    group: byWorkload,
    describe: (anchors, scene) => ({ subject: workloadSubject(anchors, scene), params: {} }),
    remedy: (_params, scene, subject, anchors) => [
      ...anchors
        .slice(0, 1)
        .map((anchor) =>
          showLogs(scene, anchor.subject.name, scene.flavour.repoContainer ?? subject.name, false),
        ),
      ...restart(scene, [subject.name]),
    ],
  }),
  defineCause({
    code: 'slow-start',
    source: 'facts §2.4 (liveness starts after 1 s with 3×10 s), §9 row "API server slow / start > 30 s"',
    requires: [
      clue('killed-by-liveness', 'mesh', ({ severity }) => severity !== 'info'),
      clue('probe-event-refused', 'workload', ({ params }) => params.probe === 'liveness'),
    ],
    contradicts: [
      clue(
        ['log-fatal', 'go-panic', 'log-forbidden', 'log-missing-resource', 'probe-event-status'],
        'workload',
      ),
    ],
    explains: downSymptoms,
    fallback: true,
    leadsTo: [],
    group: byWorkload,
    describe: (anchors, scene) => ({
      subject: workloadSubject(anchors, scene),
      params: { container: ofCode(anchors, 'killed-by-liveness')[0]?.params.container ?? '' },
    }),
    remedy: ({ container }, scene, subject) => {
      const patch = {
        spec: {
          template: {
            spec: { containers: [{ name: container, livenessProbe: { initialDelaySeconds: 60 } }] },
          },
        },
      };
      return [
        change(
          kubectlInNamespace(scene, 'patch', 'deployment', subject.name, '-p', JSON.stringify(patch)),
          { code: 'delay-liveness', params: { workload: subject.name, container } },
          [
            { code: 'changes-workload', params: { workload: subject.name } },
            { code: 'restarts-pods', params: { workloads: [subject.name] } },
          ],
        ),
        watch(scene, subject.name),
      ];
    },
  }),
];

function said(finding: Finding<'log-version-mismatch'> | undefined): string {
  if (finding === undefined) return '';
  return finding.params.error === '' ? finding.params.message : finding.params.error;
}

function containerOf(finding: Finding): string | undefined {
  return 'container' in finding.params ? finding.params.container : finding.subject.container;
}

function isPrevious(finding: Finding): boolean {
  return 'previous' in finding.params && finding.params.previous;
}
