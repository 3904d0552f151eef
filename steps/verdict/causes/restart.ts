import { deadLocks, webhookCallsFor } from '#mesh/webhooks.ts';
import { valueOf } from '#snapshot/observed.ts';
import { change, kubectl, kubectlInNamespace, look } from './commands.ts';
import type { BeforeCheck, RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { appOf } from './common.ts';

/** Restarts exactly these Deployments, then watches each roll out. `labels`: those that the namespace has by then. */
export function restart(
  context: RuleContext,
  workloads: readonly string[],
  labels?: Readonly<Record<string, string>>,
): readonly RemedyStep[] {
  const targets = workloads.map((workload) => `deployment/${workload}`);
  return [
    change(
      kubectlInNamespace(context, 'rollout', 'restart', ...targets),
      { code: 'restart-workloads', params: { workloads: [...workloads] } },
      [{ code: 'restarts-pods', params: { workloads: [...workloads] } }],
      { group: 'apply', before: deadLockChecks(context, labels) },
    ),
    ...workloads.map((workload) => watch(context, workload)),
  ];
}

/** Waits until the rollout of one Deployment is through. */
export function watch(context: RuleContext, workload: string): RemedyStep {
  const argv = kubectlInNamespace(context, 'rollout', 'status', `deployment/${workload}`);
  return { ...look(argv, { code: 'watch-rollout', params: { workload } }), group: 'verify' };
}

/** Lists the revisions of one Deployment. */
export function showRevisions(context: RuleContext, workload: string): RemedyStep {
  return look(kubectlInNamespace(context, 'rollout', 'history', `deployment/${workload}`), {
    code: 'show-revisions',
    params: { workload },
  });
}

/** Brings back the template of the revision before, which undoes every change since, then watches it roll out. */
export function undoRollout(context: RuleContext, workload: string): readonly RemedyStep[] {
  return [
    change(
      kubectlInNamespace(context, 'rollout', 'undo', `deployment/${workload}`),
      { code: 'undo-rollout', params: { workload } },
      [
        { code: 'changes-workload', params: { workload } },
        { code: 'restarts-pods', params: { workloads: [workload] } },
      ],
      { before: deadLockChecks(context) },
    ),
    watch(context, workload),
  ];
}

/** Restarting osm-bootstrap re-applies the CRDs and re-creates an absent MeshConfig (facts §8, §9). */
export function restartBootstrap(context: RuleContext): readonly RemedyStep[] {
  const workload = appOf(context, 'bootstrap');
  return [
    change(
      kubectlInNamespace(context, 'rollout', 'restart', `deployment/${workload}`),
      { code: 'restart-bootstrap', params: {} },
      [{ code: 'restarts-pods', params: { workloads: [workload] } }],
      { group: 'apply', before: deadLockChecks(context) },
    ),
    watch(context, workload),
  ];
}

/**
 * A restart needs new pods. A webhook with failurePolicy Fail that is consulted for this namespace and has no
 * injector behind it refuses them (facts §3.4, dead-lock). `labels` are those of the namespace after the commands before it.
 */
export function deadLockChecks(
  context: RuleContext,
  labels = valueOf(context.facts.namespace)?.metadata.labels,
): readonly BeforeCheck[] {
  const configurations = valueOf(context.facts.mutatingWebhooks);
  if (configurations === undefined || labels === undefined) {
    const command = kubectl(context, 'get', 'mutatingwebhookconfigurations');
    return [{ code: 'webhook-dead-lock', params: { webhook: '' }, answer: 'check-first', command }];
  }
  const calls = webhookCallsFor(configurations, labels);
  if (calls.length === 0) return [{ code: 'webhook-dead-lock', params: { webhook: '' }, answer: 'clear' }];
  return deadLocks(calls, context.backends).map(({ call, answer }): BeforeCheck => {
    const params = { webhook: call.configuration };
    if (answer !== 'unknown') return { code: 'webhook-dead-lock', params, answer };
    const command =
      call.service === undefined
        ? kubectl(context, 'get', 'mutatingwebhookconfiguration', call.configuration, '-o', 'yaml')
        : kubectl(context, '-n', call.service.namespace, 'get', 'endpoints', call.service.name);
    return { code: 'webhook-dead-lock', params, answer: 'check-first', command };
  });
}
