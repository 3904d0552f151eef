import { type Line, plainLine, span, type Style } from '#components/line.ts';
import type { PaneView } from '#components/pane.tsx';
import { clamp, windowTop } from '#components/scroll.ts';
import type { Symbols } from '#components/symbols.ts';
import { titleRoom } from '#components/rule-lines.ts';
import { labelColumns, timelineLines } from '#components/timeline-lines.ts';
import { timelineKinds } from '#diagnosis/diagnosis.ts';
import { age, span as lasting, utc } from '#presentation/age.ts';
import { textWidth } from '#presentation/text-width.ts';
import { cellOf } from '#presentation/time-scale.ts';
import { toneOf } from '#presentation/timeline.ts';
import { wrapText } from '#presentation/wrap.ts';
import type { Texts } from '#i18n/texts.ts';
import type { Size } from '../layout/geometry.ts';
import { currentMesh, shownFacts } from '../state/shown.ts';
import { placeOf, type WizardState } from '../state/state.ts';
import {
  type Axis,
  axisOf,
  bucketsOf,
  type Happened,
  happenedIn,
  type Moment,
  momentsAt,
  stretchOf,
} from './scale.ts';
import { clockOf, iso, momentWords } from './words.ts';

/** The time line of the verdict as it stands on the screen; the reducer moves the cursor by it. */
export interface TimelineView {
  readonly pane: PaneView;
  readonly happened: Happened;
  readonly axis: Axis;
  /** The cell under the cursor. */
  readonly cell: number;
  /** The entry that is read, if there is one under the cursor. */
  readonly selected?: Moment;
  /** What each row is called, and how much it holds. */
  readonly rows: readonly string[];
  /** What stands under the cursor in words: when, and what happened then. */
  readonly said: readonly string[];
  /** The words of the entry that is read. */
  readonly read?: string;
  /** The entry that a line of the pane tells. */
  readonly momentOf: (line: number) => Moment | undefined;
}

interface TimelineWords {
  readonly line: Line;
  readonly moment?: Moment;
}

interface Parts {
  readonly texts: Texts;
  readonly symbols: Symbols;
  /** RFC 3339; ages are relative to it. */
  readonly now: string;
}

/** Rows that everything else keeps while the time line has the keys; on a low terminal it gets the whole body. */
const lowest = 20;

export function timelineView(
  state: WizardState,
  size: Size,
  bodyHeight: number,
  parts: Parts,
): TimelineView | undefined {
  const { texts, symbols, now } = parts;
  const happened =
    state.screen === 'verdict'
      ? happenedIn(currentMesh(state), shownFacts(state)?.diagnosis.readAt ?? '')
      : undefined;
  const isFocused = placeOf(state).view.kind === 'timeline';
  if (happened === undefined || (!isFocused && bodyHeight < lowest)) return undefined;

  const words = texts.ui.timeline;
  const kinds = timelineKinds
    .map((kind) => ({ kind, moments: happened.moments.filter(({ entry }) => entry.kind === kind) }))
    .filter(({ moments }) => moments.length > 0);
  const labels = kinds.map(({ kind, moments }) =>
    words.row(texts.presentation.timelineKinds[kind], totalOf(moments)),
  );
  const left = labelColumns(labels, size.columns);
  const stretch = state.timeline?.zooms.at(-1) ?? happened.whole;
  const axis = axisOf(
    stretch,
    Math.max(1, size.columns - left - 1),
    texts.report.timeline.before,
    Date.parse(now),
  );
  const last = happened.moments.at(-1);
  const at = clamp(state.timeline?.at ?? last?.from ?? stretch.to, stretch.from, stretch.to);
  const cell = cellOf(axis, at);
  const here = momentsAt(axis, happened.moments, cell);
  const selected = here.find(({ key }) => key === (state.timeline?.key ?? last?.key)) ?? here[0];
  const sayMoment = (moment: Moment): string =>
    momentWords(moment, happened, texts, age(moment.entry.at, now));
  const under = stretchOf(axis, cell);
  const [begin, end] = [clockOf(under.from, happened), clockOf(under.to, happened)];
  const said = [words.moment(begin, end, age(iso(under.from), now), here.length), ...here.map(sayMoment)];

  const share = shareOf(bodyHeight, kinds.length, isFocused);
  const selectedRow = kinds.findIndex(({ kind }) => kind === selected?.entry.kind);
  const top = windowTop(0, Math.max(0, selectedRow), share.rows, kinds.length);
  const shown = kinds.slice(top, top + share.rows).map(({ moments }, offset) => ({
    label: labels[top + offset] ?? '',
    buckets: bucketsOf(axis, moments),
    style: styleOf(moments),
    selected: isFocused && top + offset === selectedRow,
  }));
  const told = isFocused ? wordLines(share.words) : [];
  const ticks = axis.scale.ticks.map(({ at: place, label }) => ({
    cell: Math.min(axis.cells - 1, Math.floor(place * axis.cells)),
    label,
  }));
  const note =
    share.rows < kinds.length ? texts.ui.panes.position(top + 1, top + share.rows, kinds.length) : '';
  return {
    pane: {
      title: titleOf(stretch.from, stretch.to, titleRoom(size.columns, note)),
      lines: [
        ...timelineLines(shown, ticks, axis.cells, isFocused ? cell : undefined, left, symbols),
        ...told.map(({ line }) => line),
      ],
      scroll: 0,
      height: share.rows + 1 + share.words,
      focused: isFocused,
      position: texts.ui.panes.position,
      ...(note === '' ? {} : { note }),
    },
    happened,
    axis,
    cell,
    ...(selected === undefined ? {} : { selected }),
    rows: labels,
    said,
    momentOf: (line) => told[line - shown.length - 1]?.moment,
    ...(selected === undefined ? {} : { read: sayMoment(selected) }),
  };

  /** The first form that stands whole; the last one is cut where even that is too long. */
  function titleOf(begin: number, end: number, room: number): string {
    const [from, to] = [utc(iso(begin)), utc(iso(end))];
    const length = lasting(from, to);
    const day = from.slice(0, 10);
    const forms =
      day === to.slice(0, 10)
        ? words.titles(from.slice(11, 19), to.slice(11, 19), length, day)
        : [...words.titles(from, to, length), ...words.titles(minute(from), minute(to), length).slice(-1)];
    return forms.find((form) => textWidth(form) <= room) ?? forms.at(-1) ?? '';
  }

  /** The moment, then its entries around the selected one, which is told whole where there is room. */
  function wordLines(height: number): readonly TimelineWords[] {
    if (height < 1) return [];
    const heading = { line: plainLine(said[0] ?? '', 'strong') };
    if (here.length === 0) return [heading, { line: plainLine(words.nothing, 'dim') }].slice(0, height);
    const index = selected === undefined ? 0 : here.indexOf(selected);
    const pointers = textWidth(symbols.pointer) + 1;
    const whole = selected === undefined ? [] : wrapText(sayMoment(selected), size.columns - pointers);
    // Others are seen in the lines that the selected one leaves.
    const room = Math.max(1, height - 1 - Math.max(0, whole.length - 1));
    const first = windowTop(0, index, room, here.length);
    const visible = here.slice(first, first + room);
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

/** Lines for the rows and for the words below them. */
function shareOf(
  bodyHeight: number,
  kinds: number,
  isFocused: boolean,
): { readonly rows: number; readonly words: number } {
  // The title and the axis take a line each.
  if (!isFocused) return { rows: Math.min(kinds, Math.max(1, Math.floor(bodyHeight / 3) - 2)), words: 0 };
  const room = (bodyHeight >= lowest ? Math.ceil(bodyHeight * 0.6) : bodyHeight) - 2;
  // On a low terminal the words are the moment, and one entry on two lines.
  const words = clamp(room - kinds, Math.min(room < 9 ? 3 : 4, Math.ceil(room / 2)), 10);
  return { rows: Math.max(1, Math.min(kinds, room - words)), words: Math.max(0, words) };
}

/** `2026-11-23T09:20Z` of a time with seconds. */
function minute(time: string): string {
  return time.replace(/:\d\dZ$/u, 'Z');
}

function totalOf(moments: readonly Moment[]): number {
  return moments.reduce((sum, { entry }) => sum + entry.count, 0);
}

/** That of the worst among them, as in the pictures of the reports. */
function styleOf(moments: readonly Moment[]): Style {
  const tones = new Set(moments.map(({ entry }) => toneOf(entry)));
  if (tones.has('trouble')) return 'critical';
  return tones.has('caution') ? 'warning' : 'plain';
}
