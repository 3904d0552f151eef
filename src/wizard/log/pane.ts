import type { LogCursor } from '#presentation/blocks.ts';
import { logKey } from '#snapshot/fact-keys.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { LogRead } from '#snapshot/log-summary.ts';
import { bounded } from './bound.ts';
import { type Fill, type Filling, takeLines } from './fill.ts';
import { keptRows, recordRows } from './kept.ts';
import type { LogPane, LogState } from './state.ts';
import { compareStamps } from './stamps.ts';
import { countRows, indexOfAddress, addressAt, rowsBefore } from './rows.ts';
import type { LevelFilter, LogRows } from './rows.ts';
import type { LogLine, LogName } from '../ports/ports.ts';

/** Lines above the record when the view opens. */
const lead = 5;

/** How many seconds back the first fetch of earlier lines goes. */
const firstReach = 30;

/** The log view, opened at a record of the snapshot. */
export function openedLog(snapshot: Snapshot, record: LogCursor): LogState {
  const { namespace, pod, container, previous, number } = record;
  return {
    pane: openPane(snapshot, { namespace, pod, container, previous }, number),
    fetch: { kind: 'idle' },
    sticks: false,
    stamps: 'off',
    wrap: true,
    column: 0,
    reach: firstReach,
  };
}

/** How the log was read, if it was asked for at all. */
export function readOf(snapshot: Snapshot, log: LogName): Observed<LogRead> | undefined {
  return snapshot.namespaces[log.namespace]?.logs[logKey(log.pod, log.container, log.previous)];
}

/** A log with what the snapshot keeps of it; at the record with that number, else at its end. */
export function openPane(snapshot: Snapshot, log: LogName, number?: number): LogPane {
  const fact = readOf(snapshot, log);
  const isKept = fact?.state === 'read' || fact?.state === 'partial';
  const summary = isKept ? fact.value.summary : undefined;
  const { record, rows } = keptRows(summary, number);
  const cursor = record === undefined ? countRows(rows, 'all') : indexOfAddress(rows, 'all', record);
  return {
    log,
    rows,
    ...(summary?.firstAt === undefined ? {} : { firstAt: summary.firstAt }),
    record: recordRows(rows, record),
    filter: 'all',
    cursor,
    top: Math.max(0, cursor - lead),
    skip: 0,
    heading: record === undefined ? -1 : 1,
  };
}

/** The same place under another filter; where its row does not pass, the next that does. */
export function withFilter(pane: LogPane, filter: LevelFilter): LogPane {
  return { ...pane, filter, cursor: moved(pane.cursor), top: moved(pane.top), skip: 0 };

  function moved(index: number): number {
    const place = addressAt(pane.rows, pane.filter, index);
    return place === undefined ? countRows(pane.rows, filter) : indexOfAddress(pane.rows, filter, place);
  }
}

/** Other rows for the same log, with nothing moved on the screen that need not: `kept` rows stay at the start. */
function withRows(pane: LogPane, rows: LogRows, kept: number): LogPane {
  const before = countRows(pane.rows, pane.filter);
  const after = countRows(rows, pane.filter);
  // What is above the change is as far from the start as it was, what is below it as far from the end.
  const moved = (index: number): number => (index < kept ? index : Math.max(0, after - (before - index)));
  return { ...pane, rows, cursor: moved(pane.cursor), top: moved(pane.top) };
}

/** Nothing is missing before the first line: earlier ones were looked for since before the log began. */
export function fromStart(pane: LogPane, { since }: Fill): LogPane {
  const { firstAt, rows } = pane;
  const isWhole = since !== undefined && firstAt !== undefined && compareStamps(since, firstAt) <= 0;
  if (!isWhole || rows.segments[0]?.kind !== 'gap' || rows.segments.length === 1) return pane;
  return withRows(pane, { segments: rows.segments.slice(1) }, 0);
}

/** Rows where a reading began or ended: the gap at `segment` became others, or went. */
export function refilled(pane: LogPane, rows: LogRows, segment: number): LogPane {
  return withRows(pane, rows, rowsBefore(pane.rows, pane.filter, segment));
}

/** The pane with lines taken in; `isDone` when they met those that were there. */
export function withLines(
  pane: LogPane,
  fill: Fill,
  lines: readonly LogLine[],
): { readonly pane: LogPane; readonly fill: Fill; readonly isDone: boolean } {
  const at = segmentOf(pane, fill);
  const taken: Filling & { readonly isDone: boolean } = takeLines({ rows: pane.rows, fill }, lines);
  const end = rowsBefore(pane.rows, pane.filter, at + 1);
  // Lines that come behind the cursor's place are read from there on; earlier ones are found by moving up.
  const grown = withRows(pane, taken.rows, fill.direction === 'earlier' ? end : end + 1);
  return { pane: withRows(grown, bounded(grown.rows), 0), fill: taken.fill, isDone: taken.isDone };
}

/** The segment of the run that grows; past the last one when it is gone. */
export function segmentOf({ rows }: LogPane, { run }: Fill): number {
  const at = rows.segments.findIndex((segment) => segment.kind === 'run' && segment.id === run);
  return at < 0 ? rows.segments.length : at;
}
