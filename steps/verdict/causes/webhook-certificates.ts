import { valueOf } from '#snapshot/observed.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { namespaceSubject } from '#steps/shared/placeholders.ts';
import { argument } from './arguments.ts';
import { change, kubectl, kubectlInNamespace, look } from './commands.ts';
import { appOf, byMesh, downSymptoms, meshSubject, sortedUnique } from './common.ts';
import {
  byWebhook,
  type CalledWebhook,
  calledIn,
  calledWebhook,
  type LostPods,
  lostPods,
  refusalsIn,
  refused,
  refusedSubject,
  showService,
  showWebhook,
} from './refused-pods.ts';
import { restart } from './restart.ts';
import { restartInjector } from './webhook-calls.ts';

type RefusedCertificate = CalledWebhook & LostPods;

const example: RefusedCertificate = { ...calledWebhook, workloads: [], namespaces: ['<namespace>'] };

const common = {
  stage: 'admission',
  example,
  exampleSubject: namespaceSubject,
  explains: [...downSymptoms, pattern(['no-pods', 'component-down'], 'workload')],
  proof: true,
  group: byWebhook,
} as const;

function describeCall(anchors: readonly Finding[], context: RuleContext) {
  return {
    subject: refusedSubject(anchors, context),
    params: { ...calledIn(anchors, context), ...lostPods(anchors) },
  };
}

/** Certificates between the API server and the webhooks of the mesh (facts §9; reports.md C). No Secret is read. */
export const webhookCertificateCauses = {
  'webhook-ca-mismatch': cause<RefusedCertificate>({
    ...common,
    id: 'OED513',
    source: 'facts §9 row "caBundle of webhook ≠ CA"; reports.md C (unknown authority)',
    requires: [refused(['webhook-x509-authority'])],
    supports: [pattern('ca-bundles-differ', 'mesh')],
    describe: describeCall,
    // An injector that starts writes its CA into its webhook configuration (facts §9, row "caBundle").
    remedy: (called, context) => [showWebhook(context, called), ...restartInjector(context, called.service)],
  }),
  'webhook-certificate-expired': cause<RefusedCertificate & { until: string }>({
    ...common,
    id: 'OED574',
    example: { ...example, until: '2026-11-23T09:15:35Z' },
    source: 'reports.md C (current time T is after U)',
    requires: [refused(['webhook-x509-expired'])],
    describe: (anchors, context) => {
      // Where the CA itself has expired, a new certificate of that CA does not help.
      if (hasExpiredCa(context)) return undefined;
      const { subject, params } = describeCall(anchors, context);
      return { subject, params: { ...params, until: refusalsIn(anchors)[0]?.params.object ?? '' } };
    },
    // The certificate of a webhook server is made anew at each start (facts §8).
    remedy: (called, context) => [showWebhook(context, called), ...restartInjector(context, called.service)],
  }),
  'clocks-differ': cause<LostPods & { from: string }>({
    id: 'OED575',
    stage: 'admission',
    example: { workloads: [], namespaces: ['<namespace>'], from: '2026-11-23T09:15:35Z' },
    source: 'reports.md C (current time T is before U)',
    requires: [
      pattern(
        ['create-rejected', 'app-create-rejected', 'ca-bundle-not-valid'],
        'mesh',
        ({ code, params }) =>
          code === 'ca-bundle-not-valid'
            ? 'state' in params && params.state === 'not-yet-valid'
            : 'failure' in params && params.failure === 'webhook-x509-not-yet-valid',
      ),
    ],
    explains: common.explains,
    proof: true,
    group: byMesh,
    describe: (anchors, context) => {
      const from =
        refusalsIn(anchors)[0]?.params.object ?? ofCode(anchors, 'ca-bundle-not-valid')[0]?.params.time ?? '';
      return { subject: meshSubject(context), params: { ...lostPods(anchors), from } };
    },
    remedy: (_params, context) => [
      look(kubectl(context, 'get', 'nodes', '-o', 'wide'), { code: 'inspect-nodes', params: {} }),
    ],
  }),
  'webhook-certificate-name': cause<RefusedCertificate & { names: string }>({
    ...common,
    id: 'OED576',
    example: { ...example, names: '<name>' },
    source: 'reports.md C (valid for A, not B)',
    requires: [refused(['webhook-x509-name'])],
    describe: (anchors, context) => {
      const { subject, params } = describeCall(anchors, context);
      return { subject, params: { ...params, names: refusalsIn(anchors)[0]?.params.object ?? '' } };
    },
    remedy: (called, context) => [
      showWebhook(context, called),
      ...showService(context, called.service),
      ...restartInjector(context, called.service),
    ],
  }),
  'webhook-ca-not-valid': cause<{ objects: string[]; state: string; time: string }>({
    id: 'OED577',
    stage: 'certificates',
    example: { objects: ['<webhook configuration>'], state: 'expired', time: '2026-11-23T09:15:35Z' },
    source: 'reports.md C; facts §9 row "CA or Vault token expired"',
    requires: [pattern('ca-bundle-not-valid', 'mesh', ({ params }) => params.state !== 'not-yet-valid')],
    explains: [...common.explains, refused(['webhook-x509-authority', 'webhook-x509-expired'])],
    proof: true,
    group: (finding) => (finding.code === 'ca-bundle-not-valid' ? finding.params.state : ''),
    describe: (anchors, context) => {
      const bundles = ofCode(anchors, 'ca-bundle-not-valid');
      const [first] = bundles;
      if (first === undefined) return undefined;
      return {
        subject: meshSubject(context),
        params: {
          objects: [...sortedUnique(bundles.map(({ subject }) => subject.name))],
          state: first.params.state,
          time: first.params.time,
        },
      };
    },
    identity: ['state'],
    remedy: (_params, context) => newCertificates(context),
  }),
  'webhook-ca-expires-soon': cause<{ objects: string[]; until: string }>({
    id: 'OED578',
    stage: 'certificates',
    example: { objects: ['<webhook configuration>'], until: '2026-11-23T09:15:35Z' },
    source: 'issue 11: less than the smaller of 60 days and a tenth of its life',
    requires: [pattern('ca-bundle-expires-soon', 'mesh')],
    proof: true,
    group: byMesh,
    describe: (anchors, context) => {
      const bundles = ofCode(anchors, 'ca-bundle-expires-soon');
      return {
        subject: meshSubject(context),
        params: {
          objects: [...sortedUnique(bundles.map(({ subject }) => subject.name))],
          until: bundles[0]?.params.until ?? '',
        },
      };
    },
    remedy: (_params, context) => newCertificates(context),
  }),
  'mesh-has-two-cas': cause<{ objects: string[] }>({
    id: 'OED579',
    stage: 'certificates',
    example: { objects: ['<webhook configuration>'] },
    source: 'facts §9 row "caBundle of webhook ≠ CA" (only one Deployment restarted)',
    requires: [pattern('ca-bundles-differ', 'mesh')],
    fallback: true,
    proof: true,
    group: byMesh,
    describe: (anchors, context) => ({
      subject: meshSubject(context),
      params: { objects: [...(ofCode(anchors, 'ca-bundles-differ')[0]?.params.objects ?? [])] },
    }),
    // Each process reads the CA when it starts, and writes it into its own configuration.
    remedy: (_params, context) =>
      restart(context, [
        appOf(context, 'bootstrap'),
        appOf(context, 'controller'),
        appOf(context, 'injector'),
      ]),
  }),
};

function hasExpiredCa({ findings }: RuleContext): boolean {
  return ofCode(findings, 'ca-bundle-not-valid').some(({ params }) => params.state === 'expired');
}

/** The mesh's own CA is made anew where its Secret is gone; that of Vault or cert-manager is renewed there (facts §8). */
function newCertificates(context: RuleContext) {
  const secret = context.flavour.caSecret;
  return [
    // `describe` names the keys and their sizes, never what stands in them.
    look(kubectlInNamespace(context, 'describe', 'secret', secret), {
      code: 'inspect-secret-name',
      params: { secret },
    }),
    ...(signsItself(context)
      ? [
          change(
            kubectlInNamespace(context, 'delete', 'secret', secret),
            { code: 'delete-secret', params: { secret } },
            [
              { code: 'deletes-object', params: { object: `secret/${secret}` } },
              { code: 'new-root-certificate', params: {} },
            ],
            { before: [{ code: 'secret-in-use', params: { secret }, answer: 'check-first' }] },
          ),
          ...restart(context, [
            appOf(context, 'bootstrap'),
            appOf(context, 'controller'),
            appOf(context, 'injector'),
          ]),
        ]
      : []),
  ];
}

/** Is the CA the mesh's own? One of Vault or cert-manager comes back as it is. */
function signsItself({ facts }: RuleContext): boolean {
  return (valueOf(facts.pods) ?? []).some(
    ({ metadata }) => argument(facts.pods, metadata.name, '--certificate-manager') === 'tresor',
  );
}
