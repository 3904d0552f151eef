import type { RemedyStep } from './remedy.ts';
import type { Scene } from './scene.ts';

/** A kubectl command that reaches the cluster that was read, whatever the current context is by then. */
export function kubectl(scene: Pick<Scene, 'source'>, ...args: readonly string[]): readonly string[] {
  const { context, kubeconfig } = scene.source;
  return [
    'kubectl',
    ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]),
    ...(context === undefined ? [] : ['--context', context]),
    ...args,
  ];
}

/** The same in the control plane's namespace. */
export function kubectlInNamespace(scene: Scene, ...args: readonly string[]): readonly string[] {
  return kubectl(scene, '-n', scene.mesh.namespace, ...args);
}

/** A command that only looks. */
export function look(argv: readonly string[], purpose: RemedyStep['purpose']): RemedyStep {
  return { argv, purpose, changes: [], before: [] };
}

/** A command that changes something; it says what, and what was checked before. */
export function change(
  argv: readonly string[],
  purpose: RemedyStep['purpose'],
  changes: RemedyStep['changes'],
  more: Partial<Pick<RemedyStep, 'before' | 'equivalent' | 'pipe'>> = {},
): RemedyStep {
  return { argv, purpose, changes, before: [], ...more };
}
