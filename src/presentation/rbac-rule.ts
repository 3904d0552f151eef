import type { Refusal } from '#snapshot/observed.ts';
import type { Block } from './blocks.ts';

type Rule = { group: string; resources: Set<string>; verbs: Set<string> };

/**
 * The rules that an account lacks, as they are written in a ClusterRole, or in a Role of the namespace for what was
 * refused in one: one quote for each scope.
 */
export function rbacRules(refusals: readonly Refusal[]): readonly Block[] {
  const scopes = [...new Set(refusals.map(scopeOf))].toSorted();
  return scopes.map((scope) => ({
    kind: 'quote',
    source: scope === '' ? 'ClusterRole rules:' : `Role ${scope} rules:`,
    lines: merged(refusals.filter((refusal) => scopeOf(refusal) === scope)).flatMap(linesOf),
  }));
}

function scopeOf({ namespace = '' }: Refusal): string {
  return namespace;
}

/** One rule for each group and verb, since few accounts lack only one resource. */
function merged(refusals: readonly Refusal[]): readonly Rule[] {
  const rules = new Map<string, Rule>();
  for (const { group, resource, verb } of refusals) {
    const key = `${resource.startsWith('/') ? '/' : group}|${verb}`;
    const rule = rules.get(key) ?? { group, resources: new Set(), verbs: new Set() };
    rule.resources.add(resource);
    rule.verbs.add(verb);
    rules.set(key, rule);
  }
  return [...rules.values()];
}

function linesOf({ group, resources, verbs }: Rule): string[] {
  const isPath = [...resources].every((resource) => resource.startsWith('/'));
  return isPath
    ? [`- nonResourceURLs: ${listed(resources)}`, `  verbs: ${listed(verbs)}`]
    : [`- apiGroups: ["${group}"]`, `  resources: ${listed(resources)}`, `  verbs: ${listed(verbs)}`];
}

function listed(values: ReadonlySet<string>): string {
  return `[${[...values].map((value) => `"${value}"`).join(', ')}]`;
}
