import { createLogScanner } from '#log-scan/scanner.ts';
import type { LogRead } from '#snapshot/log-summary.ts';
import type { Missing, Observed } from '#snapshot/observed.ts';
import type { LogSettings } from './log-settings.ts';
import { isNewRun } from './log-run.ts';
import { readRuns } from './log-runs.ts';
import type { LogTarget } from './log-targets.ts';
import { yieldToEventLoop } from './yield-to-event-loop.ts';
import { now } from './read-fact.ts';
import type { Reading } from './read-fact.ts';

/** A process of the control plane logs within moments of its start; a log that begins later has lost its beginning. */
const lateMs = 60_000;

/** Reads one log into its summary, in bounded memory. What could not be read of it is said in the fact. */
export async function readLog(
  target: LogTarget,
  reading: Reading,
  settings: LogSettings,
): Promise<Observed<LogRead>> {
  // The first scanners have to be compiled.
  await yieldToEventLoop();
  const { pod, container, previous, init, format } = target;
  const scanner = createLogScanner({ timestamps: true, ...(format && { format }) });
  // It must be ended also when there is no log: its kernel waits for the next one.
  const outcome = await readRuns(target, reading, settings, (lines) => scanner.write(lines)).finally(() =>
    scanner.end(),
  );
  if (outcome.kind === 'none') return outcome.fact;
  const summary = scanner.end();
  const start = missedStart({ target, settings, firstAt: summary.firstAt });
  const isOtherRun = start?.why === 'rotated' && (await isNewRun(target, reading));
  const missing: Missing[] = isOtherRun
    ? [...outcome.missing, { kind: 'log-restarted', reason: '' }]
    : [...outcome.missing];
  const value = {
    pod,
    container,
    previous,
    init,
    summary,
    ...(start && !isOtherRun && { missedStart: start }),
  };
  return missing.length > 0
    ? { state: 'partial', value, at: now(), missing }
    : { state: 'read', value, at: now() };
}

/** Why the log begins later than its container did. */
function missedStart({
  target: { startedAt = '', format },
  settings: { since },
  firstAt = '',
}: {
  readonly target: LogTarget;
  readonly settings: LogSettings;
  readonly firstAt: string | undefined;
}): LogRead['missedStart'] {
  const began = Date.parse(startedAt);
  if (since !== undefined && !(began >= Date.parse(since))) return { why: 'since', at: since };
  // Only of the mesh's own processes it is known that they log at once, and not only when they have something to say.
  const isLate = format === 'zerolog' && Date.parse(firstAt) - began > lateMs;
  return isLate ? { why: 'rotated', at: startedAt } : undefined;
}
