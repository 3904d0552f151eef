import { change, kubectlInNamespace } from './commands.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';

/**
 * Applies what the Helm release was installed with: its stored manifest holds the Deployments, the ClusterRole and
 * its binding (facts §1.1, §9). A release is named after its mesh when the CLI installed it.
 */
export function applyRelease(
  context: RuleContext,
  release: string,
  purpose: RemedyStep['purpose'],
): RemedyStep {
  const { namespace } = context.mesh;
  const { context: name, kubeconfig } = context.source;
  const where = [
    '--namespace',
    namespace,
    ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]),
    ...(name === undefined ? [] : ['--kube-context', name]),
  ];
  return change(
    ['helm', 'get', 'manifest', release, ...where],
    purpose,
    [{ code: 'changes-workload', params: { workload: `release/${release}` } }],
    {
      pipe: kubectlInNamespace(context, 'apply', '-f', '-'),
      before: [
        {
          code: 'release-exists',
          params: { release },
          answer: 'check-first',
          command: ['helm', 'list', ...where],
        },
      ],
    },
  );
}
