import { type Line, plainLine, span, type Style } from '#components/line.ts';
import type { PaneView } from '#components/pane.ts';
import { windowTop } from '#components/scroll.ts';
import type { Symbols } from '#components/symbols.ts';
import { titleRoom } from '#components/rule-lines.ts';
import { timelineLines } from '#components/timeline-lines.ts';
import { age, span as lasting, utc } from '#presentation/age.ts';
import { textWidth } from '#presentation/text-width.ts';
import { toneOf } from '#presentation/timeline.ts';
import { wrapText } from '#presentation/wrap.ts';
import type { Texts } from '#i18n/texts.ts';
import type { TimelineLayout } from './layout.ts';
import { bucketsOf, type Moment, type TimeRange, rangeOfCell } from './scale.ts';
import { clockOf, iso, momentWords } from './words.ts';

/** The time line of the verdict as it is drawn, and as it is read aloud. */
export interface TimelineView {
  readonly pane: PaneView;
  /** What each row is called, and how much it holds. */
  readonly rows: readonly string[];
  /** What stands under the cursor in words: when, and what happened then. */
  readonly said: readonly string[];
  /** The words of the entry that is read. */
  readonly read?: string;
  /** Which of all entries a line of the pane tells. */
  readonly entryAt: (line: number) => number | undefined;
}

interface TimelineWords {
  readonly line: Line;
  readonly moment?: Moment;
}

/** `now`: RFC 3339; ages are relative to it. */
interface TimelineDisplay {
  readonly texts: Texts;
  readonly symbols: Symbols;
  readonly columns: number;
  readonly now: string;
}

export function timelineView(layout: TimelineLayout, display: TimelineDisplay): TimelineView {
  const { texts, symbols, columns, now } = display;
  const { axis, cell, focused, data, here, rows, selected, range, rowsHeight } = layout;
  const words = texts.ui.timeline;
  const sayMoment = (moment: Moment): string => momentWords(moment, data, texts, age(moment.entry.at, now));
  const under = rangeOfCell(axis, cell);
  const [begin, end] = [clockOf(under.from, data), clockOf(under.to, data)];
  const said = [words.moment(begin, end, age(iso(under.from), now), here.length), ...here.map(sayMoment)];

  const selectedRow = rows.findIndex(({ kind }) => kind === selected?.entry.kind);
  const top = windowTop(0, Math.max(0, selectedRow), rowsHeight, rows.length);
  const shown = rows.slice(top, top + rowsHeight).map(({ label, moments }, offset) => ({
    label,
    buckets: bucketsOf(axis, moments),
    style: styleOf(moments),
    selected: focused && top + offset === selectedRow,
  }));
  const told = focused ? wordLines(layout.wordsHeight) : [];
  const ticks = axis.scale.ticks.map(({ at: place, label }) => ({
    cell: Math.min(axis.cells - 1, Math.floor(place * axis.cells)),
    label,
  }));
  const note =
    rowsHeight < rows.length ? texts.ui.panes.position(top + 1, top + rowsHeight, rows.length) : '';
  const cursor = focused ? cell : undefined;
  return {
    pane: {
      title: titleOf(range, titleRoom(columns, note)),
      lines: [
        ...timelineLines(shown, ticks, axis.cells, cursor, layout.labelColumns, symbols),
        ...told.map(({ line }) => line),
      ],
      scroll: 0,
      height: layout.height,
      focused,
      position: texts.ui.panes.position,
      ...(note === '' ? {} : { note }),
    },
    rows: rows.map(({ label }) => label),
    said,
    entryAt: (line) => {
      const moment = told[line - shown.length - 1]?.moment;
      return moment === undefined ? undefined : data.moments.indexOf(moment);
    },
    ...(selected === undefined ? {} : { read: sayMoment(selected) }),
  };

  /** The first form that stands whole; the last one is cut where even that is too long. */
  function titleOf({ from: begin, to: end }: TimeRange, most: number): string {
    const [from, to] = [utc(iso(begin)), utc(iso(end))];
    const length = lasting(from, to);
    const day = from.slice(0, 10);
    const forms =
      day === to.slice(0, 10)
        ? words.titles(from.slice(11, 19), to.slice(11, 19), length, day)
        : [...words.titles(from, to, length), ...words.titles(minute(from), minute(to), length).slice(-1)];
    return forms.find((form) => textWidth(form) <= most) ?? forms.at(-1) ?? '';
  }

  /** The moment, then its entries around the selected one, which is told whole where there is room. */
  function wordLines(height: number): readonly TimelineWords[] {
    if (height < 1) return [];
    const heading = { line: plainLine(said[0] ?? '', 'strong') };
    if (here.length === 0) return [heading, { line: plainLine(words.nothing, 'dim') }].slice(0, height);
    const index = selected === undefined ? 0 : here.indexOf(selected);
    const pointers = textWidth(symbols.pointer) + 1;
    const whole = selected === undefined ? [] : wrapText(sayMoment(selected), columns - pointers);
    // Others are seen in the lines that the selected one leaves.
    const free = Math.max(1, height - 1 - Math.max(0, whole.length - 1));
    const first = windowTop(0, index, free, here.length);
    const visible = here.slice(first, first + free);
    const spare = Math.max(1, height - visible.length);
    return [
      heading,
      ...visible.flatMap((moment): readonly TimelineWords[] => {
        const isSelected = moment === selected;
        const pointer = span(isSelected ? `${symbols.pointer} ` : '  ', 'strong');
        if (!isSelected) return [{ line: [pointer, span(sayMoment(moment))], moment }];
        return whole.slice(0, spare).map((text, row) => {
          const rest = row === spare - 1 ? whole.slice(row).join(' ') : text;
          return { line: [row === 0 ? pointer : span('  '), span(rest, 'strong')], moment };
        });
      }),
    ];
  }
}

/** `2026-11-23T09:20Z` of a time with seconds. */
function minute(time: string): string {
  return time.replace(/:\d\dZ$/u, 'Z');
}

/** That of the worst among them, as in the pictures of the reports. */
function styleOf(moments: readonly Moment[]): Style {
  const tones = new Set(moments.map(({ entry }) => toneOf(entry)));
  if (tones.has('trouble')) return 'critical';
  return tones.has('caution') ? 'warning' : 'plain';
}
