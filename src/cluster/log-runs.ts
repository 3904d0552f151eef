import type { Missing, Observed } from '#snapshot/observed.ts';
import type { TakeLines } from './log-pipe.ts';
import { LogReader } from './log-reader.ts';
import type { LogOutcome } from './log-reader.ts';
import type { LogSettings } from './log-settings.ts';
import { restartsNow } from './log-run.ts';
import { stampAt } from './log-stamp.ts';
import type { LogStamp } from './log-stamp.ts';
import type { LogTarget } from './log-targets.ts';
import type { Reading } from './read-fact.ts';

/**
 * Reads the log of a container to its end. When the container is started anew meanwhile, what the new run says comes
 * behind what the old one said; that of one more run is missing, since a container may start anew for ever.
 */
export async function readRuns(
  target: LogTarget,
  reading: Reading,
  settings: LogSettings,
  take: TakeLines,
): Promise<LogOutcome> {
  const old = new LogReader(target, reading, settings, take);
  const first = await old.read();
  if (first.kind === 'none') return first;
  if (!first.isOver) return { kind: 'read', missing: first.missing };
  const expected = (target.restartCount ?? 0) + 1;
  const restartCount = (await restartsNow(target, reading)) ?? expected;
  let begin: LogStamp | undefined;
  let isFirst = true;
  const takeNew = async (lines: Buffer): Promise<void> => {
    if (isFirst && !old.place.endsLine) await take(Buffer.from('\n'));
    if (isFirst) begin = stampAt(lines, 0);
    isFirst = false;
    await take(lines);
  };
  const before = { taken: old.taken, last: old.place.last };
  const next = new LogReader({ ...target, restartCount }, reading, settings, takeNew, before);
  const second = await next.read();
  if (second.kind === 'none' && second.fact.state === 'cancelled') return second;
  const hasLostRun = restartCount > expected && !isSaid(first.missing);
  const ofOld = hasLostRun ? [...first.missing, restarted(before.last)] : first.missing;
  return {
    kind: 'read',
    missing: [
      ...ofOld.map((missing) => until(missing, begin)),
      ...(second.kind === 'none' ? [restarted(before.last, wordsOf(second.fact))] : second.missing),
      ...(second.kind === 'read' && second.isOver && !isSaid(second.missing)
        ? [restarted(next.place.last)]
        : []),
    ],
  };
}

function restarted(from: LogStamp | undefined, reason = ''): Missing {
  return { kind: 'log-restarted', reason, ...(from && { from: from.text }) };
}

function isSaid(missing: readonly Missing[]): boolean {
  return missing.some(({ kind }) => kind === 'log-restarted');
}

/** What is missing to the end of a run is there again with the first line of the next one. */
function until(missing: Missing, begin: LogStamp | undefined): Missing {
  const isOpen = missing.from !== undefined && missing.to === undefined;
  return isOpen && begin !== undefined ? { ...missing, to: begin.text } : missing;
}

/** Why the log of the new run could not be read. */
function wordsOf(fact: Observed<never>): string {
  if (fact.state === 'failed') return fact.error.message;
  return (fact.state === 'refused' && fact.message) || '';
}
