import { cut as cutLine, type Line, plainLine, span } from '#components/line.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { textWidth } from '#presentation/text-width.ts';
import { isFollowing, type LogState } from './state.ts';
import { viewportOf } from './moving.ts';
import { type LogRow, rowAt } from './rows.ts';
import { fitted, type ScrollPosition, type Viewport } from './scroll.ts';
import { type CutAt, type LogDisplay, textLines } from './text-lines.ts';
import { problemText } from '../ports/problem-text.ts';

/** The log view on a screen of a size. */
export interface LogView {
  readonly title: string;
  /** Where the cursor is. */
  readonly note: string;
  /** How it is shown, and what is being read, in words. */
  readonly status: Line;
  readonly lines: readonly Line[];
  /** Lines of text; title and status come on top. */
  readonly height: number;
}

/** Draws the rows that are on the screen; no other line is cleaned or measured, but for those a wrapped screen needs. */
export function logView(log: LogState, display: LogDisplay): LogView {
  const { height, texts } = display;
  const { pane } = log;
  const words = texts.ui.log;
  const viewport = viewportOf(log, display);
  const count = viewport.total - 1;
  const standing = fitted(pane, viewport);
  const cut = cutAt(standing, viewport);
  const lines: Line[] = [];
  for (let index = standing.top; index <= count && lines.length < height + standing.skip; index += 1) {
    const row = rowAt(pane.rows, pane.filter, index);
    lines.push(...rowLines(row, index === standing.cursor, log, display, index === standing.top ? cut : {}));
  }
  const { container, pod, previous } = pane.log;
  return {
    title: sanitizeLine(words.title(pod, container, previous)),
    note: words.position(Math.min(standing.cursor + 1, count), count),
    status: statusLine(log, cut, display),
    lines: lines.slice(standing.skip, standing.skip + height),
    height,
  };
}

/** Where the screen hides a part of the row under the cursor: one that is higher than it. */
function cutAt({ cursor, skip, top }: ScrollPosition, { height, heightOf }: Viewport): CutAt {
  if (top !== cursor) return {};
  const last = skip + height - 1;
  return {
    ...(skip > 0 ? { above: skip } : {}),
    ...(heightOf(cursor) - 1 > last ? { below: last } : {}),
  };
}

function rowLines(
  row: LogRow,
  isCursor: boolean,
  log: LogState,
  display: LogDisplay,
  cut: CutAt,
): readonly Line[] {
  const { symbols, texts, width } = display;
  const words = texts.ui.log;
  const pointer = isCursor ? symbols.pointer : ' ';
  switch (row.kind) {
    case 'line':
      return textLines(row, pointer, log, display, cut);
    case 'gap': {
      const said = row.dropped ? words.dropped(row.lines) : words.gap(row.lines);
      const rule = ` ${cutLine(`${symbols.rule.repeat(2)} ${said} `, width - 2, symbols.ellipsis)}`;
      const filler = symbols.rule.repeat(Math.max(0, width - 1 - textWidth(rule)));
      return [[span(pointer, 'strong'), span(rule, isCursor ? 'strong' : 'plain'), span(filler, 'dim')]];
    }
    case 'end': {
      const said = cutLine(endWords(log, display), width - 2, symbols.ellipsis);
      return [[span(`${pointer} `, 'strong'), span(said, isCursor ? 'strong' : 'dim')]];
    }
    default:
      return row satisfies never;
  }
}

function endWords(log: LogState, { isLive, texts }: LogDisplay): string {
  const { end } = texts.ui.log;
  if (isFollowing(log)) return end.following;
  if (!isLive) return end.kept;
  return log.pane.log.previous ? end.previous : end.current;
}

function statusLine(log: LogState, cut: CutAt, { clock, isLive, symbols, texts }: LogDisplay): Line {
  const words = texts.ui.log;
  const { fetch } = log;
  if (fetch.kind === 'failed') {
    const said = sanitizeLine(words.failed(problemText(fetch.problem, texts).what));
    return [span(`${symbols.marks.critical} `, 'critical'), span(said)];
  }
  const seconds = fetch.kind === 'running' ? ((clock - fetch.startedAt) / 1000).toFixed(1) : '';
  const parts = [
    ...(fetch.kind === 'running'
      ? [
          fetch.fill.direction === 'follow'
            ? log.sticks
              ? words.following
              : words.followingAbove
            : words.reading(fetch.fill.got, seconds),
        ]
      : []),
    ...(cut.below === undefined ? [] : [`${symbols.moreBelow} ${words.goesOn}`]),
    ...(log.pane.filter === 'all' ? [] : [words.filters[log.pane.filter]]),
    ...(log.stamps === 'off' ? [] : [words.stamps[log.stamps]]),
    ...(log.wrap ? [] : [log.column > 0 ? words.column(log.column + 1) : words.unwrapped]),
    ...(log.pane.record.length > 0 ? [`${symbols.here} ${words.record}`] : []),
    ...(isLive ? [] : [words.notLive]),
  ];
  return plainLine(parts.join(' · '), 'dim');
}
