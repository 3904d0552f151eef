import type { FactName, MeshFacts } from '#mesh/mesh-facts.ts';
import type { LogRead } from '#snapshot/log-summary.ts';
import { type Observed, valueOf } from '#snapshot/observed.ts';
import type { CoverageNote, CoverageRow } from './diagnosis.ts';
import { type Asked, askedOf } from './gaps.ts';

/** In the order in which a reader wants them: the cluster first, then the namespace, then pods. */
const order: readonly FactName[] = [
  'deployments',
  'enrolledNamespaces',
  'mutatingWebhooks',
  'validatingWebhooks',
  'customResourceDefinitions',
  'apiResources',
  'creationFailures',
  'affectedWorkloads',
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

/**
 * What was asked about one mesh and how each question was answered. `startedAt` is when the last reading began: an answer
 * from before it was not asked for again.
 */
export function coverageOf(facts: MeshFacts, namespace: string, startedAt?: string): readonly CoverageRow[] {
  return order.flatMap((fact) =>
    askedOf(facts, fact).map((asked) => coverageRow(asked, namespace, startedAt)),
  );
}

function coverageRow(
  { fact, key, observed }: Asked,
  namespace: string,
  startedAt: string | undefined,
): CoverageRow {
  const items = itemsOf(fact, observed);
  const notes = notesOf(fact, key, observed);
  return {
    fact,
    ...(ofNamespace.has(fact) ? { namespace } : {}),
    ...(key === undefined ? {} : { key }),
    state: observed.state,
    ...(items === undefined ? {} : { items }),
    observed: withoutValue(observed),
    ...(startedAt !== undefined && 'at' in observed && observed.at < startedAt ? { kept: observed.at } : {}),
    ...(notes.length === 0 ? {} : { notes }),
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
function notesOf(
  fact: FactName,
  key: string | undefined,
  observed: Observed<unknown>,
): readonly CoverageNote[] {
  if (fact === 'events') return valueOf(observed) === undefined ? [] : [{ kind: 'events-expire' }];
  return fact === 'logs' ? logNotes(key ?? '', observed as Observed<LogRead>) : [];
}

function logNotes(log: string, observed: Observed<LogRead>): readonly CoverageNote[] {
  switch (observed.state) {
    case 'absent':
      return [{ kind: log.endsWith('/previous') ? 'no-previous-log' : 'log-not-started' }];
    case 'failed':
      return observed.error.kind === 'invalid' ? [{ kind: 'log-not-text' }] : [];
    case 'partial':
      return [{ kind: 'log-cut', log }, ...limitNotes(log, observed.value)];
    case 'read':
      return limitNotes(log, observed.value);
    case 'pending':
    case 'cancelled':
    case 'refused':
      return [];
    default:
      return observed satisfies never;
  }
}

function limitNotes(log: string, { missedStart, summary }: LogRead): readonly CoverageNote[] {
  const { firstAt, oversizedLines: lines } = summary;
  return [
    ...(missedStart?.why === 'since' ? [{ kind: 'log-since' as const, since: missedStart.at }] : []),
    ...(missedStart?.why === 'rotated' && firstAt !== undefined
      ? [{ kind: 'log-rotates' as const, log, startedAt: missedStart.at, firstAt }]
      : []),
    ...(lines > 0 ? [{ kind: 'log-oversized' as const, log, lines }] : []),
  ];
}
