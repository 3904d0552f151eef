import type { RestartRelation, SignatureRow } from './rows.ts';
import type { LogLevel } from '#snapshot/log-levels.ts';
import { byMark, severityMark } from '#presentation/marks.ts';

const levelRank: Readonly<Record<LogLevel, number>> = {
  panic: 0,
  fatal: 0,
  error: 1,
  warn: 2,
  info: 3,
  debug: 4,
  trace: 5,
};

const relationRank: Readonly<Record<RestartRelation, number>> = {
  'last-words': 0,
  'right-before': 1,
  none: 2,
};

/** Worst first: severity, then deadly levels, then what stands before the end of a run, then how often. */
export function bySignatureRank(a: SignatureRow, b: SignatureRow): number {
  return (
    byMark(severityMark(a.severity), severityMark(b.severity)) ||
    levelRank[a.signature.level] - levelRank[b.signature.level] ||
    relationRank[a.relation] - relationRank[b.relation] ||
    Number(b.previous) - Number(a.previous) ||
    b.signature.count - a.signature.count
  );
}
