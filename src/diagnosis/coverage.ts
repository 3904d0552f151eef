import type { FactName, MeshFacts } from '#mesh/mesh-facts.ts';
import type { LogRead } from '#snapshot/log-summary.ts';
import { type Observed, valueOf } from '#snapshot/observed.ts';
import type { CoverageRow } from './diagnosis.ts';
import { type Asked, askedOf } from './gaps.ts';

/** In the order in which a reader wants them: the cluster first, then the namespace, then pods. */
const order: readonly FactName[] = [
  'deployments',
  'enrolledNamespaces',
  'mutatingWebhooks',
  'validatingWebhooks',
  'customResourceDefinitions',
  'apiResources',
  'namespace',
  'replicaSets',
  'pods',
  'events',
  'services',
  'endpoints',
  'meshConfig',
  'probes',
  'logs',
];

const ofNamespace: ReadonlySet<FactName> = new Set([
  'namespace',
  'replicaSets',
  'pods',
  'events',
  'services',
  'endpoints',
  'meshConfig',
  'probes',
  'logs',
]);

/** What was asked about one mesh and how each question was answered. */
export function coverageOf(facts: MeshFacts, namespace: string): readonly CoverageRow[] {
  return order.flatMap((fact) => askedOf(facts, fact).map((asked) => coverageRow(asked, namespace)));
}

function coverageRow({ fact, key, observed }: Asked, namespace: string): CoverageRow {
  const items = itemsOf(fact, observed);
  const note = noteOf(fact, key, observed);
  return {
    fact,
    ...(ofNamespace.has(fact) ? { namespace } : {}),
    ...(key === undefined ? {} : { key }),
    state: observed.state,
    ...(items === undefined ? {} : { items }),
    observed: withoutValue(observed),
    ...(note === undefined ? {} : { note }),
  };
}

/** The facts are in the snapshot; a diagnosis that repeated them would be as large. */
function withoutValue(observed: Observed<unknown>): Observed<unknown> {
  return observed.state === 'read' || observed.state === 'partial' ? { ...observed, value: null } : observed;
}

function itemsOf(fact: FactName, observed: Observed<unknown>): number | undefined {
  const value = valueOf(observed);
  if (value === undefined) return undefined;
  if (fact === 'logs') return (value as LogRead).summary.lines;
  return Array.isArray(value) ? value.length : 1;
}

/** Limits of the medium (design §3): they are said, and never make a check "not checked". */
function noteOf(fact: FactName, key: string | undefined, observed: Observed<unknown>): CoverageRow['note'] {
  if (fact === 'events' && (observed.state === 'read' || observed.state === 'partial'))
    return 'events-expire';
  if (fact !== 'logs') return undefined;
  switch (observed.state) {
    case 'absent':
      return key?.endsWith('/previous') ? 'no-previous-log' : 'log-not-started';
    case 'partial':
      return 'log-cut';
    case 'failed':
      return observed.error.kind === 'invalid' ? 'log-not-text' : undefined;
    case 'read':
    case 'pending':
    case 'cancelled':
    case 'refused':
      return undefined;
    default:
      observed satisfies never;
      return undefined;
  }
}
