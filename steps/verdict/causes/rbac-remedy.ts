import { ofCode } from '#diagnosis/finding-pattern.ts';
import { change, kubectl, kubectlInNamespace, look } from './commands.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { appOf } from './common.ts';
import { applyRelease } from './release.ts';
import { restart } from './restart.ts';

/**
 * What gives an account its rights back. `account` is `system:serviceaccount:NS:NAME` as the refusal names it; the
 * accounts of the components are named after the Helm release (facts §1.1).
 */
export function restoreRbac(
  context: RuleContext,
  resource: string,
  account: string,
  anchors: readonly Finding[],
): readonly RemedyStep[] {
  const name = account.split(':').at(-1);
  const ask =
    account === '' || resource === '' ? [] : [askWhetherAllowed(context, resource, account, anchors)];
  const { interceptor, defaults } = context.flavour;
  const release = name === undefined || name === '' || name === interceptor ? context.mesh.name : name;
  if (name !== undefined && name === interceptor && context.mesh.namespace !== defaults.namespace) {
    return [...ask, ...bindInterceptor(context, name)];
  }
  return [
    ...ask,
    applyRelease(context, release, { code: 'restore-rbac', params: { release } }),
    ...restart(context, [appOf(context, 'controller'), appOf(context, 'injector')]),
  ];
}

/** The chart names the default namespace in this binding, wherever the mesh is (facts §1.1, §9 "ebpf interceptor"). */
function bindInterceptor(context: RuleContext, name: string): readonly RemedyStep[] {
  const { namespace } = context.mesh;
  const binding = `clusterrolebinding/${name}`;
  const patch = [{ op: 'replace', path: '/subjects/0/namespace', value: namespace }];
  return [
    change(
      kubectl(context, 'patch', binding, '--type=json', '-p', JSON.stringify(patch)),
      { code: 'fix-binding-subject', params: { binding: name, namespace } },
      [{ code: 'changes-workload', params: { workload: binding } }],
      {
        before: [
          {
            code: 'manifest-source',
            params: { workload: binding },
            answer: 'check-first',
            command: kubectl(context, 'get', binding, '-o', 'yaml'),
          },
        ],
      },
    ),
    change(
      kubectlInNamespace(context, 'rollout', 'restart', `daemonset/${name}`),
      { code: 'restart-workloads', params: { workloads: [name] } },
      [{ code: 'restarts-pods', params: { workloads: [name] } }],
    ),
  ];
}

/** The question that the API server said no to: the same verb, in the same place. */
function askWhetherAllowed(
  context: RuleContext,
  resource: string,
  account: string,
  anchors: readonly Finding[],
): RemedyStep {
  const refusal = ofCode(anchors, 'log-forbidden').find(({ params }) => params.resource === resource);
  const words = refusal === undefined ? '' : `${refusal.params.message} ${refusal.params.error}`;
  const verb = /cannot (\w+) resource/.exec(words)?.[1] ?? 'list';
  const namespace = /in the namespace "([^"]+)"/.exec(words)?.[1];
  const where = namespace === undefined ? ['--all-namespaces'] : ['-n', namespace];
  return look(kubectl(context, 'auth', 'can-i', verb, resource, `--as=${account}`, ...where), {
    code: 'inspect-rbac',
    params: { account, verb, resource },
  });
}
