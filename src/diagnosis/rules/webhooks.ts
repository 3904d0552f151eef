import { type CauseRule, defineCause } from '../cause-rule.ts';
import { clue, ofCode } from '../clue.ts';
import { change, kubectl, kubectlInNamespace, look } from '../commands.ts';
import type { Finding } from '../finding.ts';
import type { CreateFailure } from '../finding-catalogue.ts';
import type { RemedyStep } from '../remedy.ts';
import type { Scene } from '../scene.ts';
import { appOf, byMesh, downSymptoms, workloadSubject } from './common.ts';
import { restart } from './restart.ts';

const rejected = (...failures: readonly CreateFailure[]) =>
  clue('create-rejected', 'mesh', ({ params }) => failures.includes(params.failure));

const byWebhook = (finding: Finding): string =>
  finding.code === 'create-rejected' ? finding.params.webhook : '';

const isAnnotationMessage = (message: string): boolean => message.includes('Invalid annotation value');

/** Shows one webhook configuration; a webhook entry's name does not tell the configuration's, so all are shown. */
function showWebhooks(scene: Scene, webhook: string): RemedyStep {
  return look(kubectl(scene, 'get', 'mutatingwebhookconfigurations', '-o', 'yaml'), {
    code: 'inspect-webhook',
    params: { webhook },
  });
}

/** Causes that keep pods from being created at all (facts §3.3, §3.4, §9). */
export const webhookRules: readonly CauseRule[] = [
  defineCause({
    code: 'stale-webhook-configuration',
    source: 'facts §9 row "Stale webhook config", §3.3 (osm#5084)',
    requires: [clue('stale-webhook', 'mesh')],
    supports: [rejected('webhook-no-service')],
    explains: [clue(['create-rejected', 'no-pods', 'component-down', 'rollout-stuck'], 'mesh')],
    group: (finding) => (finding.code === 'stale-webhook' ? finding.params.webhook : ''),
    describe(anchors, scene) {
      const stale = ofCode(anchors, 'stale-webhook')[0];
      if (stale === undefined) return undefined;
      return {
        subject: { ...stale.subject, mesh: scene.mesh.name },
        params: { configuration: stale.subject.name, service: stale.params.service },
      };
    },
    remedy: ({ configuration }, scene, subject) => {
      const resource =
        subject.kind === 'ValidatingWebhookConfiguration'
          ? 'validatingwebhookconfiguration'
          : 'mutatingwebhookconfiguration';
      return [
        change(
          kubectl(scene, 'delete', resource, configuration),
          { code: 'delete-webhook', params: { webhook: configuration } },
          [{ code: 'deletes-object', params: { object: `${resource}/${configuration}` } }],
          {
            before: [
              {
                code: 'webhook-unused',
                params: { webhook: configuration },
                answer: 'check-first',
                command: kubectl(scene, 'get', 'deployments', '-A', '-l', `app=${appOf(scene, 'injector')}`),
              },
            ],
          },
        ),
      ];
    },
  }),
  defineCause({
    code: 'webhook-ca-mismatch',
    source: 'facts §9 row "caBundle of webhook ≠ CA"',
    requires: [rejected('webhook-x509')],
    explains: [...downSymptoms, clue(['create-rejected', 'no-pods', 'component-down'], 'workload')],
    proof: true,
    group: byWebhook,
    describe: (anchors, scene) => ({
      subject: workloadSubject(anchors, scene),
      params: { webhook: ofCode(anchors, 'create-rejected')[0]?.params.webhook ?? '' },
    }),
    remedy: ({ webhook }, scene) => [
      ...restart(scene, [appOf(scene, 'injector')]),
      showWebhooks(scene, webhook),
    ],
  }),
  defineCause({
    code: 'webhook-unreachable',
    source: 'facts §9 row "Network policy / firewall", §3.4',
    requires: [rejected('webhook-timeout', 'webhook-refused', 'webhook-no-service')],
    explains: [...downSymptoms, clue(['create-rejected', 'no-pods', 'component-down'], 'workload')],
    proof: true,
    fallback: true,
    group: byWebhook,
    describe: (anchors, scene) => ({
      subject: workloadSubject(anchors, scene),
      params: { webhook: ofCode(anchors, 'create-rejected')[0]?.params.webhook ?? '' },
    }),
    remedy: ({ webhook }, scene) => [
      look(kubectlInNamespace(scene, 'get', 'pods,endpoints', '-l', `app=${appOf(scene, 'injector')}`), {
        code: 'inspect-service',
        params: { service: scene.flavour.services.injector },
      }),
      showWebhooks(scene, webhook),
    ],
  }),
  defineCause({
    code: 'invalid-injection-annotation',
    source: 'facts §3.2 rule 9, §9 row "Invalid injection annotation"',
    requires: [
      clue(['invalid-injection-annotation', 'create-rejected'], 'mesh', (finding) =>
        finding.code === 'create-rejected'
          ? isAnnotationMessage(finding.params.message)
          : finding.severity !== 'info',
      ),
    ],
    supports: [
      clue('log-injection-error', 'mesh', ({ params }) => ['E6108', 'E6109'].includes(params.errorCode)),
    ],
    explains: [clue(['create-rejected', 'no-pods', 'component-down', 'rollout-stuck'], 'mesh')],
    proof: true,
    group: byMesh,
    describe(anchors, scene) {
      const annotation = ofCode(anchors, 'invalid-injection-annotation')[0];
      const { namespace } = scene.mesh;
      return {
        subject: { mesh: scene.mesh.name, kind: 'Namespace', namespace, name: namespace },
        params: {
          value: annotation?.params.value ?? valueIn(ofCode(anchors, 'create-rejected')[0]?.params.message),
        },
      };
    },
    remedy: (_params, scene) => {
      const { namespace } = scene.mesh;
      const key = scene.flavour.keys.injection;
      return [
        look(kubectl(scene, 'get', 'namespace', namespace, '-o', 'yaml'), {
          code: 'inspect-annotation',
          params: { namespace },
        }),
        change(
          kubectl(scene, 'annotate', 'namespace', namespace, `${key}-`),
          { code: 'fix-annotation', params: { namespace, key } },
          [{ code: 'removes-labels-and-annotations', params: { keys: [key] } }],
        ),
      ];
    },
  }),
  defineCause({
    code: 'webhook-denies-pods',
    source: 'facts §7, FailedCreate',
    requires: [
      clue(
        'create-rejected',
        'mesh',
        ({ params }) => params.failure === 'webhook-denied' && !isAnnotationMessage(params.message),
      ),
    ],
    explains: [...downSymptoms, clue(['no-pods', 'component-down'], 'workload')],
    proof: true,
    group: byWebhook,
    describe(anchors, scene) {
      const denied = ofCode(anchors, 'create-rejected')[0];
      if (denied === undefined) return undefined;
      const { webhook, message } = denied.params;
      return { subject: workloadSubject(anchors, scene), params: { webhook, message } };
    },
    remedy: ({ webhook }, scene) => [showWebhooks(scene, webhook)],
  }),
  defineCause({
    code: 'quota-or-policy-rejects-pods',
    source: 'facts §7, FailedCreate: quota, PSA/SCC',
    requires: [rejected('quota', 'pod-security', 'other')],
    explains: [...downSymptoms, clue(['no-pods', 'component-down'], 'workload')],
    proof: true,
    group: byMesh,
    describe: (anchors, scene) => ({
      subject: workloadSubject(anchors, scene),
      params: { message: ofCode(anchors, 'create-rejected')[0]?.params.message ?? '' },
    }),
    remedy: (_params, scene) => {
      const { namespace } = scene.mesh;
      return [
        look(kubectlInNamespace(scene, 'describe', 'resourcequota,limitrange'), {
          code: 'inspect-quota',
          params: { namespace },
        }),
        look(kubectlInNamespace(scene, 'get', 'events', '--field-selector', 'reason=FailedCreate'), {
          code: 'inspect-events',
          params: { namespace },
        }),
      ];
    },
  }),
];

function valueIn(message: string | undefined): string {
  return /Invalid annotation value[^:]*: *(\S+)/.exec(message ?? '')?.[1] ?? '';
}
