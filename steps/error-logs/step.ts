import { type CheckRun, defineCheck, type StepDefinition } from '#diagnosis/check.ts';
import type { LogRead } from '#snapshot/log-summary.ts';
import { logsDetail } from './detail.ts';
import { logFindings } from './findings.ts';
import { checkLogLevels } from './log-levels.ts';
import { type LogsObserved, observeLogs } from './observe.ts';

/** As `logKey` ends. */
const isPrevious = (key: string): boolean => key.endsWith('/previous');

/** Step 3: did a process log an error since its container started, or before its last restart? */
export const logsStep = {
  id: 'error-logs',
  findings: logFindings,
  observe: observeLogs,
  checks: [
    defineCheck({
      id: 'current-logs',
      required: ['logs', 'pods'],
      needsKey: (key) => !isPrevious(key),
      run: checkCurrentLogs,
    }),
    defineCheck({
      id: 'previous-logs',
      required: ['logs', 'pods'],
      needsKey: isPrevious,
      run: checkPreviousLogs,
    }),
    defineCheck({ id: 'log-levels', required: ['pods'], supporting: ['meshConfig'], run: checkLogLevels }),
  ],
  detail: logsDetail,
} satisfies StepDefinition<'error-logs', LogsObserved>;

/** What do the running processes log? */
function checkCurrentLogs(_: unknown, observed: LogsObserved): CheckRun {
  return findingsIn(observed, false);
}

/** What did the runs before the last restart log? Their last lines say why they ended (facts §5.4). */
function checkPreviousLogs(_: unknown, observed: LogsObserved): CheckRun {
  return findingsIn(observed, true);
}

/** A finding that stands in both logs of a container belongs to both checks; the runner joins them. */
function findingsIn({ informers, reads, signatures }: LogsObserved, previous: boolean): CheckRun {
  const isAsked = (read: LogRead): boolean => read.previous === previous;
  const findings = [
    ...signatures.filter(({ lines }) => lines.some(({ line }) => isAsked(line.read))),
    ...informers.filter((informer) => informer.reads.some(isAsked)),
  ].map(({ finding }) => finding);
  const asked = reads.filter(isAsked);
  return { findings, looked: asked.length, since: sinceOf(asked) };
}

/** Set when lines before a time were not asked for: then nothing is known of them. */
function sinceOf(reads: readonly LogRead[]): string | undefined {
  return reads.flatMap(({ missedStart }) => (missedStart?.why === 'since' ? [missedStart.at] : []))[0];
}
