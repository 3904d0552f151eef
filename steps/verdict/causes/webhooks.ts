import { flavourList } from '#mesh/flavours.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { pattern, ofCode, workloadOf } from '#diagnosis/finding-pattern.ts';
import { change, kubectl, kubectlInNamespace, look } from './commands.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { CreateFailure } from '#steps/pod-events/findings.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { byMesh, downSymptoms, workloadSubject } from './common.ts';
import { restart } from './restart.ts';
import { namespaceSubject } from '#steps/shared/placeholders.ts';

const rejected = (...failures: readonly CreateFailure[]) =>
  pattern('create-rejected', 'mesh', ({ params }) => failures.includes(params.failure));

const byWebhook = (finding: Finding): string =>
  finding.code === 'create-rejected' ? finding.params.webhook : '';

const isAnnotationMessage = (message: string): boolean => message.includes('Invalid annotation value');

/** A webhook entry's name does not tell the configuration's, nor which kind it is, so all are shown. */
function showWebhooks(context: RuleContext, webhook: string): RemedyStep {
  const kinds = 'mutatingwebhookconfigurations,validatingwebhookconfigurations';
  return look(kubectl(context, 'get', kinds, '-o', 'yaml'), { code: 'inspect-webhook', params: { webhook } });
}

/** The Service that the API server called, from the URL in its message: it may be another mesh's injector. */
function serviceCalled(anchors: readonly Finding[]): { name: string; namespace: string } | undefined {
  const message = ofCode(anchors, 'create-rejected')[0]?.params.message ?? '';
  const [, name, namespace] = /https:\/\/([\w-]+)\.([\w-]+)\.svc[:/.]/.exec(message) ?? [];
  return name === undefined || namespace === undefined ? undefined : { name, namespace };
}

/** Its Deployment is named like the injector's Service (facts §1.1, §3.3); undefined for a webhook of other software. */
function injectorCalled(anchors: readonly Finding[]): { name: string; namespace: string } | undefined {
  const service = serviceCalled(anchors);
  const isInjector = flavourList.some(({ mutatingWebhook }) => mutatingWebhook.service === service?.name);
  return isInjector ? service : undefined;
}

/** An injector that starts writes its CA into its webhook configuration (facts §9, row "caBundle"). */
function restartInjector(context: RuleContext, anchors: readonly Finding[]): readonly RemedyStep[] {
  const injector = injectorCalled(anchors);
  if (injector === undefined) return [];
  const { name, namespace } = injector;
  if (namespace === context.mesh.namespace) return restart(context, [name]);
  return [
    change(
      kubectl(context, '-n', namespace, 'rollout', 'restart', `deployment/${name}`),
      { code: 'restart-workloads', params: { workloads: [name] } },
      [{ code: 'restarts-pods', params: { workloads: [name] } }],
    ),
    look(kubectl(context, '-n', namespace, 'rollout', 'status', `deployment/${name}`), {
      code: 'watch-rollout',
      params: { workload: name },
    }),
  ];
}

/** Causes that keep pods from being created at all (facts §3.3, §3.4, §9). */
export const webhookCauses = {
  'stale-webhook-configuration': cause<{ configuration: string; service: string }>({
    id: 'OED514',
    stage: 'admission',
    example: { configuration: '<webhook configuration>', service: '<service>' },
    source: 'facts §9 row "Stale webhook config", §3.3 (osm#5084)',
    requires: [pattern('stale-webhook', 'mesh')],
    supports: [rejected('webhook-no-service')],
    explains: [...downSymptoms, pattern('create-rejected', 'workload')],
    group: (finding) => (finding.code === 'stale-webhook' ? finding.params.webhook : ''),
    describe(anchors, context) {
      const stale = ofCode(anchors, 'stale-webhook')[0];
      if (stale === undefined) return undefined;
      return {
        subject: { ...stale.subject, mesh: context.mesh.name },
        params: { configuration: stale.subject.name, service: stale.params.service },
      };
    },
    remedy: ({ configuration }, context, { kind }) => {
      const resource = kind.toLowerCase();
      return [
        change(
          kubectl(context, 'delete', resource, configuration),
          { code: 'delete-webhook', params: { webhook: configuration } },
          [{ code: 'deletes-object', params: { object: `${resource}/${configuration}` } }],
          // The finding is only there where a whole list shows that no Deployment is behind it.
          { before: [{ code: 'webhook-unused', params: { webhook: configuration }, answer: 'clear' }] },
        ),
      ];
    },
  }),
  'webhook-ca-mismatch': cause<{ webhook: string }>({
    id: 'OED513',
    stage: 'admission',
    example: { webhook: '<webhook>' },
    source: 'facts §9 row "caBundle of webhook ≠ CA"',
    requires: [rejected('webhook-x509')],
    explains: [...downSymptoms, pattern(['create-rejected', 'no-pods', 'component-down'], 'workload')],
    proof: true,
    group: byWebhook,
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: { webhook: ofCode(anchors, 'create-rejected')[0]?.params.webhook ?? '' },
    }),
    remedy: ({ webhook }, context, _subject, anchors) => [
      ...restartInjector(context, anchors),
      showWebhooks(context, webhook),
    ],
  }),
  'webhook-unreachable': cause<{ webhook: string }>({
    id: 'OED515',
    stage: 'admission',
    example: { webhook: '<webhook>' },
    source: 'facts §9 row "Network policy / firewall", §3.4',
    requires: [rejected('webhook-timeout', 'webhook-refused', 'webhook-no-service')],
    explains: [...downSymptoms, pattern(['create-rejected', 'no-pods', 'component-down'], 'workload')],
    proof: true,
    fallback: true,
    group: byWebhook,
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: { webhook: ofCode(anchors, 'create-rejected')[0]?.params.webhook ?? '' },
    }),
    remedy: ({ webhook }, context, _subject, anchors) => {
      const { name: service, namespace } = serviceCalled(anchors) ?? {
        name: context.flavour.services.injector,
        namespace: context.mesh.namespace,
      };
      return [
        look(kubectl(context, '-n', namespace, 'get', 'service,endpoints', service), {
          code: 'inspect-service',
          params: { service },
        }),
        showWebhooks(context, webhook),
      ];
    },
  }),
  'invalid-injection-annotation': cause<{ value: string }>({
    id: 'OED528',
    stage: 'admission',
    example: { value: '<value>' },
    exampleSubject: namespaceSubject,
    source: 'facts §3.2 rule 9, §9 row "Invalid injection annotation"',
    requires: [
      pattern(['invalid-injection-annotation', 'create-rejected'], 'mesh', (finding) =>
        finding.code === 'create-rejected'
          ? isAnnotationMessage(finding.params.message)
          : finding.severity !== 'info',
      ),
    ],
    supports: [
      pattern('log-injection-error', 'mesh', ({ params }) => ['E6108', 'E6109'].includes(params.errorCode)),
    ],
    explains: [...downSymptoms, pattern('create-rejected', 'workload')],
    proof: true,
    group: byMesh,
    describe(anchors, context) {
      const annotation = ofCode(anchors, 'invalid-injection-annotation')[0];
      const { namespace } = context.mesh;
      return {
        subject: { mesh: context.mesh.name, kind: 'Namespace', namespace, name: namespace },
        params: {
          value: annotation?.params.value ?? valueIn(ofCode(anchors, 'create-rejected')[0]?.params.message),
        },
      };
    },
    remedy: (_params, context, _subject, anchors) => {
      const annotation = ofCode(anchors, 'invalid-injection-annotation')[0];
      const key = annotation?.params.key ?? keyIn(anchors) ?? context.flavour.keys.injection;
      return annotation?.subject.kind === 'Pod'
        ? ofTemplate(context, workloadOf(annotation.subject), key)
        : ofNamespace(context, key);
    },
  }),
  'webhook-denies-pods': cause<{ webhook: string; message: string }>({
    id: 'OED516',
    stage: 'admission',
    example: { webhook: '<webhook>', message: '' },
    source: 'facts §7, FailedCreate',
    requires: [
      pattern(
        'create-rejected',
        'mesh',
        ({ params }) => params.failure === 'webhook-denied' && !isAnnotationMessage(params.message),
      ),
    ],
    explains: [...downSymptoms, pattern(['no-pods', 'component-down'], 'workload')],
    proof: true,
    group: byWebhook,
    describe(anchors, context) {
      const denied = ofCode(anchors, 'create-rejected')[0];
      if (denied === undefined) return undefined;
      const { webhook, message } = denied.params;
      return { subject: workloadSubject(anchors, context), params: { webhook, message } };
    },
    remedy: ({ webhook }, context) => [showWebhooks(context, webhook)],
  }),
  'quota-or-policy-rejects-pods': cause<{ message: string }>({
    id: 'OED517',
    stage: 'admission',
    example: { message: '' },
    source: 'facts §7, FailedCreate: quota, PSA/SCC',
    requires: [rejected('quota', 'pod-security', 'other')],
    explains: [...downSymptoms, pattern(['no-pods', 'component-down'], 'workload')],
    proof: true,
    group: byMesh,
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: { message: ofCode(anchors, 'create-rejected')[0]?.params.message ?? '' },
    }),
    remedy: (_params, context) => {
      const { namespace } = context.mesh;
      return [
        look(kubectlInNamespace(context, 'describe', 'resourcequota,limitrange'), {
          code: 'inspect-quota',
          params: { namespace },
        }),
        look(kubectlInNamespace(context, 'get', 'events', '--field-selector', 'reason=FailedCreate'), {
          code: 'inspect-events',
          params: { namespace },
        }),
      ];
    },
  }),
};

function valueIn(message: string | undefined): string {
  return /Invalid annotation value[^:]*: *(\S+)/.exec(message ?? '')?.[1] ?? '';
}

/** The annotation that the refusal names: it may be another family's (facts §11.3). */
function keyIn(anchors: readonly Finding[]): string | undefined {
  const message = ofCode(anchors, 'create-rejected')[0]?.params.message ?? '';
  return /Invalid annotation value for key "([^"]+)"/.exec(message)?.[1];
}

function ofNamespace(context: RuleContext, key: string): readonly RemedyStep[] {
  const { namespace } = context.mesh;
  return [
    look(kubectl(context, 'get', 'namespace', namespace, '-o', 'yaml'), {
      code: 'inspect-annotation',
      params: { namespace },
    }),
    change(
      kubectl(context, 'annotate', 'namespace', namespace, `${key}-`),
      { code: 'fix-annotation', params: { namespace, key } },
      [{ code: 'removes-labels-and-annotations', params: { keys: [key] } }],
    ),
  ];
}

/** A pod has it from its Deployment's template: changing that makes new pods. */
function ofTemplate(context: RuleContext, workload: string, key: string): readonly RemedyStep[] {
  const { namespace } = context.mesh;
  const patch = { spec: { template: { metadata: { annotations: { [key]: null } } } } };
  return [
    change(
      kubectlInNamespace(context, 'patch', 'deployment', workload, '-p', JSON.stringify(patch)),
      { code: 'fix-annotation', params: { namespace, key } },
      [
        { code: 'removes-labels-and-annotations', params: { keys: [key] } },
        { code: 'restarts-pods', params: { workloads: [workload] } },
      ],
    ),
  ];
}
