import { change, kubectlInNamespace } from '../commands.ts';
import type { RemedyStep } from '../remedy.ts';
import type { Scene } from '../scene.ts';

/**
 * Applies what the Helm release was installed with: its stored manifest holds the Deployments, the ClusterRole and
 * its binding (facts §1.1, §9). A release is named after its mesh when the CLI installed it.
 */
export function applyRelease(scene: Scene, release: string, purpose: RemedyStep['purpose']): RemedyStep {
  const { namespace } = scene.mesh;
  const { context, kubeconfig } = scene.source;
  const where = [
    '--namespace',
    namespace,
    ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]),
    ...(context === undefined ? [] : ['--kube-context', context]),
  ];
  return change(
    ['helm', 'get', 'manifest', release, ...where],
    purpose,
    [{ code: 'changes-workload', params: { workload: `release/${release}` } }],
    {
      pipe: kubectlInNamespace(scene, 'apply', '-f', '-'),
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
