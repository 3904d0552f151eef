import type { ContainerStatus } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import type { CauseRule } from './cause-rule.ts';
import type { Finding } from './finding.ts';
import type { Subject } from './subject.ts';
import type { RuleContext } from './rule-context.ts';

/** Facts whose times are those of the reading: that something is not there says nothing about since when. */
const readNow: ReadonlySet<string> = new Set([
  'probes',
  'apiResources',
  'customResourceDefinitions',
  'meshConfig',
  'deployments',
]);

/**
 * When what the findings rest on began, as far as it is known. Logs only go back to the last start, so their first line says
 * nothing about when a trouble began; nor does the last end of a container that was restarted several times.
 */
export function earliest(findings: readonly Finding[]): string | undefined {
  return findings
    .flatMap(startsOf)
    .filter((time) => !Number.isNaN(Date.parse(time)))
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}

function startsOf({ params, evidence }: Finding): readonly string[] {
  const isRepeated = 'restarts' in params && params.restarts > 1;
  return evidence
    .filter(({ fact }) => fact !== 'logs' && !readNow.has(fact) && !(isRepeated && fact === 'pods'))
    .flatMap(({ since, time }) => since ?? time ?? []);
}

/**
 * Is a cause over that costs nothing now? A trouble of a process or its probes is, since the process runs again; any other
 * is when all that shows it is older than the run of the container it speaks of.
 */
export function isOver(rule: CauseRule, anchors: readonly Finding[], context: RuleContext): boolean {
  const { isPast, stage } = rule;
  if (isPast || stage === 'crash' || stage === 'probe-answer') return true;
  return anchors.every((anchor) => isBeforeThisRun(anchor, context));
}

function isBeforeThisRun({ subject, evidence }: Finding, context: RuleContext): boolean {
  const start = startOf(subject, context);
  const times = evidence.map(({ time }) => Date.parse(time ?? ''));
  return start !== undefined && times.length > 0 && times.every((time) => time < start);
}

/** When the container that runs now was started; of a pod as a whole, the last one. */
function startOf({ kind, name, container }: Subject, { facts }: RuleContext): number | undefined {
  if (kind !== 'Pod') return undefined;
  const pod = valueOf(facts.pods)?.find(({ metadata }) => metadata.name === name);
  const starts = (pod?.status.containerStatuses ?? [])
    .filter((status) => container === undefined || status.name === container)
    .map(runningSince);
  return starts.length === 0 || starts.some(Number.isNaN) ? undefined : Math.max(...starts);
}

const runningSince = ({ state }: ContainerStatus): number => Date.parse(state?.running?.startedAt ?? '');
