import { deadLocks, webhookCallsFor } from '#mesh/webhooks.ts';
import { valueOf } from '#snapshot/observed.ts';
import { change, kubectl, kubectlInNamespace, look } from '../commands.ts';
import type { BeforeCheck, RemedyStep } from '../remedy.ts';
import type { Scene } from '../scene.ts';
import { appOf } from './common.ts';

/** Restarts exactly these Deployments, then watches each roll out. */
export function restart(scene: Scene, workloads: readonly string[]): readonly RemedyStep[] {
  const targets = workloads.map((workload) => `deployment/${workload}`);
  return [
    change(
      kubectlInNamespace(scene, 'rollout', 'restart', ...targets),
      { code: 'restart-workloads', params: { workloads: [...workloads] } },
      [{ code: 'restarts-pods', params: { workloads: [...workloads] } }],
      { before: deadLockChecks(scene) },
    ),
    ...workloads.map((workload) => watch(scene, workload)),
  ];
}

/** Waits until the rollout of one Deployment is through. */
export function watch(scene: Scene, workload: string): RemedyStep {
  return look(kubectlInNamespace(scene, 'rollout', 'status', `deployment/${workload}`), {
    code: 'watch-rollout',
    params: { workload },
  });
}

/** Restarting osm-bootstrap re-applies the CRDs and re-creates an absent MeshConfig (facts §8, §9). */
export function restartBootstrap(scene: Scene): readonly RemedyStep[] {
  const workload = appOf(scene, 'bootstrap');
  return [
    change(
      kubectlInNamespace(scene, 'rollout', 'restart', `deployment/${workload}`),
      { code: 'restart-bootstrap', params: {} },
      [{ code: 'restarts-pods', params: { workloads: [workload] } }],
      { before: deadLockChecks(scene) },
    ),
    watch(scene, workload),
  ];
}

/**
 * A restart needs new pods. A webhook with failurePolicy Fail that is consulted for this namespace and has no
 * injector behind it refuses them (facts §3.4, dead-lock).
 */
export function deadLockChecks(scene: Scene): readonly BeforeCheck[] {
  const configurations = valueOf(scene.facts.mutatingWebhooks);
  const namespace = valueOf(scene.facts.namespace);
  if (configurations === undefined || namespace === undefined) {
    const command = kubectl(scene, 'get', 'mutatingwebhookconfigurations');
    return [{ code: 'webhook-dead-lock', params: { webhook: '' }, answer: 'check-first', command }];
  }
  const calls = webhookCallsFor(configurations, namespace.metadata.labels);
  if (calls.length === 0) return [{ code: 'webhook-dead-lock', params: { webhook: '' }, answer: 'clear' }];
  return deadLocks(calls, scene.backends).map(({ call, answer }): BeforeCheck => {
    const params = { webhook: call.configuration };
    if (answer !== 'unknown') return { code: 'webhook-dead-lock', params, answer };
    const command =
      call.service === undefined
        ? kubectl(scene, 'get', 'mutatingwebhookconfiguration', call.configuration, '-o', 'yaml')
        : kubectl(scene, '-n', call.service.namespace, 'get', 'endpoints', call.service.name);
    return { code: 'webhook-dead-lock', params, answer: 'check-first', command };
  });
}
