import { highlighted } from '#components/highlight.ts';
import { type Line, span, type Style, takeColumns } from '#components/line.ts';
import type { Symbols } from '#components/symbols.ts';
import type { Texts } from '#i18n/texts.ts';
import type { Mark } from '#presentation/blocks.ts';
import { age, utc } from '#presentation/age.ts';
import { pad, textWidth } from '#presentation/text-width.ts';
import type { LogLevel } from '#snapshot/log-levels.ts';
import { type Needle, rangesOf } from '../search/needle.ts';
import type { LogState } from './state.ts';
import {
  hiddenCharacters,
  indentColumns,
  isNarrow,
  shownText,
  stampColumns,
  textColumns,
  wrappedText,
} from './measure.ts';
import type { TextRow } from './rows.ts';

/** What a log is drawn with, and how large. */
export interface LogDisplay {
  readonly texts: Texts;
  readonly symbols: Symbols;
  readonly width: number;
  /** Lines of text. */
  readonly height: number;
  /** More of the log can be read. */
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

/** Which of the lines of a wrapped text stand at an edge of the screen that hides more of it. */
export interface CutAt {
  readonly above?: number;
  readonly below?: number;
}

/** One line of a log on the screen: one line of it, or several where it is wrapped. */
export function textLines(
  row: TextRow,
  pointer: string,
  log: LogState,
  display: LogDisplay,
  cut: CutAt = {},
): readonly Line[] {
  const { needle, symbols, texts, width } = display;
  const columns = textColumns(log, width);
  const isCursor = pointer !== ' ';
  const isRecord = log.pane.record.includes(row);
  const level = row.continues ? undefined : row.level;
  const mark = level === undefined ? undefined : levelMarks[level];
  const stamp = stampText(row, log, display);
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
    const parts = wrappedText(row, log, width);
    return parts.map((part, index) => [
      ...(index === 0 ? head : furtherHead(index)),
      ...found(part),
      ...(index === parts.length - 1 ? more : []),
    ]);
  }
  const whole = shownText(row);
  const text = log.column === 0 ? whole : withoutColumns(whole, log.column);
  if (textWidth(text) <= columns) return [[...head, ...found(text)]];
  // The sign apart from the text: one that is all ASCII is measured by its length.
  return [[...head, ...found(takeColumns(text, columns - 1)), span(symbols.ellipsis)]];

  function furtherHead(part: number): Line {
    const isFirst = part === cut.above;
    const sign = isFirst ? symbols.moreAbove : part === cut.below ? symbols.moreBelow : ' ';
    const indent = ' '.repeat(indentColumns(width) - 2);
    return [span(isFirst ? pointer : ' ', 'strong'), span(`${sign}${indent}`, 'strong')];
  }
}

/** What is right of so many columns. */
function withoutColumns(text: string, columns: number): string {
  return text.slice(takeColumns(text, columns).length);
}

function stampText({ at }: TextRow, { stamps }: LogState, { now, width }: LogDisplay): string {
  const columns = stampColumns(stamps, width);
  switch (stamps) {
    case 'off':
      return '';
    case 'utc':
      return pad(at === undefined ? '' : isNarrow(width) ? shortUtc(at) : utc(at), columns);
    case 'age':
      return pad(at === undefined ? '' : age(at, now), columns);
    default:
      return stamps satisfies never;
  }
}

/** `11-23 09:00:24` of `2026-11-23T09:00:24Z`. */
function shortUtc(at: string): string {
  const whole = utc(at);
  return `${whole.slice(5, 10)} ${whole.slice(11, 19)}`;
}
