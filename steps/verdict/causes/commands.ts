import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';

/** A kubectl command that reaches the cluster that was read, whatever the current context is by then. */
export function kubectl(context: Pick<RuleContext, 'source'>, ...args: readonly string[]): readonly string[] {
  const { context: name, kubeconfig } = context.source;
  return [
    'kubectl',
    ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]),
    ...(name === undefined ? [] : ['--context', name]),
    ...args,
  ];
}

/** The same in the control plane's namespace. */
export function kubectlInNamespace(context: RuleContext, ...args: readonly string[]): readonly string[] {
  return kubectl(context, '-n', context.mesh.namespace, ...args);
}

/** A command that only looks. */
export function look(argv: readonly string[], purpose: RemedyStep['purpose']): RemedyStep {
  return { group: 'look', argv, purpose, changes: [], before: [] };
}

/** A command that changes something; it says what, and what was checked before. `apply` restarts what a fix needs restarted. */
export function change(
  argv: readonly string[],
  purpose: RemedyStep['purpose'],
  changes: RemedyStep['changes'],
  more: Partial<Pick<RemedyStep, 'before' | 'equivalent' | 'group' | 'pipe'>> = {},
): RemedyStep {
  return { group: 'fix', argv, purpose, changes, before: [], ...more };
}
