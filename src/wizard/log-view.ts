import { highlighted } from '#components/highlight.ts';
import { cut, type Line, pad, plainLine, span, type Style, takeColumns } from '#components/line.ts';
import type { Symbols } from '#components/symbols.ts';
import type { Mark } from '#document/blocks.ts';
import { age, utc } from '#document/age.ts';
import { cleanLine } from '#document/clean.ts';
import { columnsOf } from '#document/columns.ts';
import type { Texts } from '#language/texts.ts';
import type { LogLevel } from '#snapshot/log-levels.ts';
import { isFollowing, type LogState } from './log/log-state.ts';
import { heightsOf, hiddenCharacters, shownText, textColumns, wrappedText } from './log/measure.ts';
import { countRows, type LogRow, type LogText, rowAt } from './log/rows.ts';
import { fitted, type Standing } from './log/scroll.ts';
import { problemText } from './problem-text.ts';
import { type Needle, rangesOf } from './search.ts';

/** The log view on a screen of a size. */
export interface LogView {
  readonly title: string;
  /** Where the cursor is. */
  readonly note: string;
  /** How it is shown, and what is being read, in words. */
  readonly status: Line;
  readonly lines: readonly Line[];
  readonly width: number;
  /** Lines of text; title and status come on top. */
  readonly height: number;
  readonly standing: Standing;
  /** Columns of the widest line on the screen. */
  readonly widest: number;
  /** More of the log can be read. */
  readonly isLive: boolean;
}

export interface LogViewInput {
  readonly texts: Texts;
  readonly symbols: Symbols;
  readonly size: { readonly width: number; readonly height: number };
  readonly isLive: boolean;
  /** What is searched for is marked in the text of the lines. */
  readonly needle?: Needle;
  /** RFC 3339; ages are relative to it. */
  readonly now: string;
  /** Milliseconds since the epoch. */
  readonly clock: number;
}

const levelStyles: Readonly<Record<LogLevel, Style>> = {
  panic: 'critical',
  fatal: 'critical',
  error: 'critical',
  warn: 'warning',
  info: 'dim',
  debug: 'dim',
  trace: 'dim',
};

const levelMarks: Readonly<Partial<Record<LogLevel, Mark>>> = {
  panic: 'critical',
  fatal: 'critical',
  error: 'critical',
  warn: 'warning',
};

/** Draws the rows that are on the screen; no other line is cleaned or measured, but for those a wrapped screen needs. */
export function logView(log: LogState, input: LogViewInput): LogView {
  const { size, texts } = input;
  const { pane } = log;
  const words = texts.ui.log;
  const height = Math.max(1, size.height - 1);
  const count = countRows(pane.rows, pane.filter);
  const heightOf = heightsOf(log, size.width);
  const standing = fitted(pane, { total: count + 1, height, heightOf });
  const lines: Line[] = [];
  let widest = 0;
  for (let index = standing.top; index <= count && lines.length < height + standing.skip; index += 1) {
    const row = rowAt(pane.rows, pane.filter, index);
    if (row.kind === 'line' && !log.wrap) widest = Math.max(widest, columnsOf(shownText(row)));
    lines.push(...rowLines(row, index === standing.cursor, log, input));
  }
  const { container, pod, previous } = pane.log;
  return {
    title: cleanLine(words.title(pod, container, previous)),
    note: words.position(Math.min(standing.cursor + 1, count), count),
    status: statusLine(log, input),
    lines: lines.slice(standing.skip, standing.skip + height),
    width: size.width,
    height,
    standing,
    widest,
    isLive: input.isLive,
  };
}

function rowLines(row: LogRow, isCursor: boolean, log: LogState, input: LogViewInput): readonly Line[] {
  const { size, symbols, texts } = input;
  const words = texts.ui.log;
  const pointer = isCursor ? symbols.pointer : ' ';
  switch (row.kind) {
    case 'line':
      return textLines(row, pointer, log, input);
    case 'gap': {
      const said = row.dropped ? words.dropped(row.lines) : words.gap(row.lines);
      const rule = ` ${cut(`${symbols.rule.repeat(2)} ${said} `, size.width - 2, symbols.ellipsis)}`;
      const filler = symbols.rule.repeat(Math.max(0, size.width - 1 - columnsOf(rule)));
      return [[span(pointer, 'strong'), span(rule, isCursor ? 'strong' : 'plain'), span(filler, 'dim')]];
    }
    case 'end': {
      const said = cut(endWords(log, input), size.width - 2, symbols.ellipsis);
      return [[span(`${pointer} `, 'strong'), span(said, isCursor ? 'strong' : 'dim')]];
    }
    default:
      return row satisfies never;
  }
}

function endWords(log: LogState, { isLive, texts }: LogViewInput): string {
  const { end } = texts.ui.log;
  if (isFollowing(log)) return end.following;
  if (!isLive) return end.kept;
  return log.pane.log.previous ? end.previous : end.current;
}

function textLines(row: LogText, pointer: string, log: LogState, input: LogViewInput): readonly Line[] {
  const { needle, size, symbols, texts } = input;
  const columns = textColumns(log, size.width);
  const isCursor = pointer !== ' ';
  const isRecord = log.pane.record.includes(row);
  const level = row.continues ? undefined : row.level;
  const mark = level === undefined ? undefined : levelMarks[level];
  const stamp = stampText(row, log, input);
  const style: Style = isCursor ? 'strong' : 'plain';
  const found = (text: string): Line => {
    const ranges = needle === undefined ? [] : rangesOf(text, needle);
    return highlighted([span(text, style)], ranges, isCursor ? 'current' : 'other', symbols);
  };
  const hidden = hiddenCharacters(row);
  const more = hidden === 0 ? [] : [span(` ${texts.ui.log.hidden(hidden)}`, 'dim')];
  const head: Line = [
    span(pointer, 'strong'),
    span(isRecord ? symbols.here : ' ', 'strong'),
    span(pad(` ${level ?? ''}`, 7), level === undefined ? 'plain' : (mark ?? levelStyles[level])),
    ...(stamp === '' ? [] : [span(stamp, 'dim')]),
  ];
  if (log.wrap) {
    const parts = wrappedText(row, columns);
    const indent = span(' '.repeat(size.width - columns));
    return parts.map((part, index) => [
      ...(index === 0 ? head : [indent]),
      ...found(part),
      ...(index === parts.length - 1 ? more : []),
    ]);
  }
  const whole = shownText(row);
  const text = log.column === 0 ? whole : withoutColumns(whole, log.column);
  if (columnsOf(text) <= columns) return [[...head, ...found(text)]];
  // The sign apart from the text: one that is all ASCII is measured by its length.
  return [[...head, ...found(takeColumns(text, columns - 1)), span(symbols.ellipsis)]];
}

/** What is right of so many columns. */
function withoutColumns(text: string, columns: number): string {
  return text.slice(takeColumns(text, columns).length);
}

function stampText({ at }: LogText, { stamps }: LogState, { now }: LogViewInput): string {
  switch (stamps) {
    case 'off':
      return '';
    case 'utc':
      return pad(at === undefined ? '' : utc(at), 21);
    case 'age':
      return pad(at === undefined ? '' : age(at, now), 8);
    default:
      return stamps satisfies never;
  }
}

function statusLine(log: LogState, { clock, isLive, symbols, texts }: LogViewInput): Line {
  const words = texts.ui.log;
  const { reading } = log;
  if (reading.kind === 'failed') {
    const said = cleanLine(words.failed(problemText(reading.problem, texts).what));
    return [span(`${symbols.marks.critical} `, 'critical'), span(said)];
  }
  const seconds = reading.kind === 'reading' ? ((clock - reading.startedAt) / 1000).toFixed(1) : '';
  const parts = [
    ...(reading.kind === 'reading'
      ? [
          reading.fill.direction === 'follow'
            ? log.sticks
              ? words.following
              : words.followingAbove
            : words.reading(reading.fill.got, seconds),
        ]
      : []),
    ...(log.pane.filter === 'all' ? [] : [words.filters[log.pane.filter]]),
    ...(log.stamps === 'off' ? [] : [words.stamps[log.stamps]]),
    ...(log.wrap ? [] : [log.column > 0 ? words.column(log.column + 1) : words.unwrapped]),
    ...(log.pane.record.length > 0 ? [`${symbols.here} ${words.record}`] : []),
    ...(isLive ? [] : [words.notLive]),
  ];
  return plainLine(parts.join(' · '), 'dim');
}
