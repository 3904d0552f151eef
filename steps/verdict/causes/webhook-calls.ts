import { cause } from '#diagnosis/cause-rule.ts';
import { pattern } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { namespaceSubject } from '#steps/shared/placeholders.ts';
import { unansweredCalls } from '#steps/pod-events/create-failures.ts';
import { kubectl, look } from './commands.ts';
import { downSymptoms } from './common.ts';
import { leaveMesh } from './injection.ts';
import {
  byWebhook,
  type CalledWebhook,
  calledIn,
  calledWebhook,
  injectorBehind,
  injectorIsReady,
  type LostPods,
  lostPods,
  refusalsIn,
  refused,
  refusedSubject,
  showService,
  showWebhook,
} from './refused-pods.ts';
import { restart } from './restart.ts';
import { isAnnotationMessage } from './injection-annotation.ts';

type UnansweredCall = CalledWebhook & LostPods;

const example: UnansweredCall = { ...calledWebhook, workloads: [], namespaces: ['<namespace>'] };

/** Of every call that is not answered. The Pods that are not created are missing, and what they would have done fails. */
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

/**
 * Calls of our own webhook fail because the injector is down: then what keeps it down is the cause, and there is always a
 * finding of that.
 */
function describeUnlessInjectorIsDown(anchors: readonly Finding[], context: RuleContext) {
  const described = describeCall(anchors, context);
  const isOwn = described.params.owner === 'own';
  return isOwn && injectorIsReady(context) === false ? undefined : described;
}

/** Calls of webhooks that nobody answers, told apart by what the message says (facts §3.4, §9; reports.md C, D). */
export const webhookCallCauses = {
  'own-webhook-dead-lock': cause<{ mesh: string; namespace: string; webhook: string; workloads: string[] }>({
    id: 'OED570',
    stage: 'admission',
    example: {
      mesh: '<mesh>',
      namespace: '<namespace>',
      webhook: '<webhook>',
      workloads: ['<workload>'],
    },
    exampleSubject: namespaceSubject,
    source: 'facts §3.4, dead-lock case; reports.md C (r8)',
    requires: [
      pattern('create-rejected', 'mesh', ({ params }) => unansweredCalls.includes(params.failure)),
      pattern('namespace-enrolled-in-own-mesh', 'mesh', ({ params }) => params.guardedBy === ''),
    ],
    explains: [...downSymptoms, refused(unansweredCalls)],
    proof: true,
    group: byWebhook,
    describe(anchors, context) {
      const { webhook, owner } = calledIn(anchors, context);
      if (owner !== 'own' || injectorIsReady(context) === true) return undefined;
      const { mesh, namespace } = { ...context.mesh, mesh: context.mesh.name };
      const { workloads } = lostPods(anchors);
      return {
        subject: { mesh, kind: 'Namespace', namespace, name: namespace },
        params: { mesh, namespace, webhook, workloads },
      };
    },
    remedy: ({ mesh, workloads }, context) => [
      ...leaveMesh(context, mesh),
      // The commands before have ended the dead-lock, which the check would still see.
      ...restart(context, workloads).map((step) => ({ ...step, before: [] })),
    ],
  }),
  'webhook-without-endpoints': cause<UnansweredCall>({
    ...common,
    id: 'OED571',
    source: 'facts §3.4; reports.md C (no endpoints available)',
    requires: [refused(['webhook-no-endpoints', 'webhook-no-service'])],
    fallback: true,
    describe: describeUnlessInjectorIsDown,
    remedy: (called, context) => [
      ...showService(context, called.service),
      ...podsBehind(context, called.service),
      showWebhook(context, called),
    ],
  }),
  'webhook-not-listening': cause<UnansweredCall>({
    ...common,
    id: 'OED572',
    source: 'facts §2.5, §9; reports.md C (connection refused)',
    requires: [refused(['webhook-refused'])],
    fallback: true,
    describe: describeUnlessInjectorIsDown,
    remedy: (called, context) => [
      ...showService(context, called.service),
      ...logsBehind(context, called.service),
      ...restartInjector(context, called.service),
      showWebhook(context, called),
    ],
  }),
  'webhook-unreachable': cause<UnansweredCall>({
    ...common,
    id: 'OED515',
    source: 'facts §9 row "Network policy / firewall"; reports.md C, D (r1, osm#4552)',
    requires: [refused(['webhook-timeout'])],
    fallback: true,
    describe: describeUnlessInjectorIsDown,
    remedy: (called, context) => {
      const namespace = called.service.split('/')[0] ?? '';
      return [
        ...showService(context, called.service),
        ...(namespace === ''
          ? []
          : [
              look(kubectl(context, '-n', namespace, 'get', 'networkpolicies'), {
                code: 'inspect-network-policies',
                params: { namespace },
              }),
            ]),
        ...logsBehind(context, called.service),
        showWebhook(context, called),
      ];
    },
  }),
  'webhook-gives-errors': cause<UnansweredCall & { message: string }>({
    ...common,
    id: 'OED573',
    example: { ...example, message: '' },
    source: 'reports.md C',
    requires: [refused(['webhook-answer'])],
    fallback: true,
    describe: withMessage,
    remedy: (called, context) => [...logsBehind(context, called.service), showWebhook(context, called)],
  }),
  'webhook-denies-pods': cause<UnansweredCall & { message: string }>({
    ...common,
    id: 'OED516',
    example: { ...example, message: '' },
    source: 'facts §7, FailedCreate; reports.md C (denied the request)',
    requires: [refused(['webhook-denied'], ({ params }) => !isAnnotationMessage(params.message))],
    describe: withMessage,
    remedy: (called, context) => [showWebhook(context, called), ...logsBehind(context, called.service)],
  }),
};

function withMessage(anchors: readonly Finding[], context: RuleContext) {
  const { subject, params } = describeCall(anchors, context);
  const message = refusalsIn(anchors)[0]?.params.message ?? '';
  return {
    subject,
    params: { ...params, message: message.split(' denied the request: ').at(-1) ?? message },
  };
}

/** Only an injector's Pods are known: by its label (facts §1.1). */
function podsBehind(context: RuleContext, service: string): readonly RemedyStep[] {
  const injector = injectorBehind(service);
  if (injector === undefined) return [];
  const { name, namespace } = injector;
  return [
    look(kubectl(context, '-n', namespace, 'get', 'pods', '-l', `app=${name}`, '-o', 'wide'), {
      code: 'inspect-pods-of',
      params: { workload: name },
    }),
  ];
}

function logsBehind(context: RuleContext, service: string): readonly RemedyStep[] {
  const injector = injectorBehind(service);
  if (injector === undefined) return [];
  const { name, namespace } = injector;
  return [
    look(kubectl(context, '-n', namespace, 'logs', `deployment/${name}`, '-c', name, '--tail=100'), {
      code: 'inspect-logs-of',
      params: { workload: name },
    }),
  ];
}

/** Restarts an injector: that of this control plane, or of another mesh. */
export function restartInjector(context: RuleContext, service: string): readonly RemedyStep[] {
  const injector = injectorBehind(service);
  if (injector === undefined) return [];
  const { name, namespace } = injector;
  const steps = restart(context, [name]);
  if (namespace === context.mesh.namespace) return steps;
  const elsewhere = (argv: readonly string[]): readonly string[] =>
    argv.map((word, at) => (argv[at - 1] === '-n' ? namespace : word));
  return steps.map((step) => ({ ...step, argv: elsewhere(step.argv), before: [] }));
}
