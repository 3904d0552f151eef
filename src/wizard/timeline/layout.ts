import { clamp } from '#components/scroll.ts';
import { labelColumns } from '#components/timeline-lines.ts';
import { type TimelineEntry, timelineKinds } from '#diagnosis/diagnosis.ts';
import { cellOf } from '#presentation/time-scale.ts';
import type { Texts } from '#i18n/texts.ts';
import { type Axis, axisOf, type TimelineData, type Moment, momentsAt, type TimeRange } from './scale.ts';
import type { TimelineCursor } from './state.ts';

/** One row: the entries of a kind, and how it is called. */
export interface TimelineRow {
  readonly kind: TimelineEntry['kind'];
  readonly label: string;
  readonly moments: readonly Moment[];
}

/** The time line on a screen of a width: what a cell stands for, and what is under the cursor. */
export interface TimelineLayout {
  readonly data: TimelineData;
  readonly rows: readonly TimelineRow[];
  /** Columns left of the cells. */
  readonly labelColumns: number;
  readonly range: TimeRange;
  readonly axis: Axis;
  /** The cell under the cursor, and the entries that touch it. */
  readonly cell: number;
  readonly here: readonly Moment[];
  /** The entry that is read, if there is one under the cursor. */
  readonly selected?: Moment;
  readonly focused: boolean;
  /** Lines of its pane, without the title: rows and axis, and the words below them. */
  readonly height: number;
  readonly rowsHeight: number;
  readonly wordsHeight: number;
}

/** Rows that everything else keeps while the time line has the keys; on a low terminal it gets the whole body. */
const lowest = 20;

/** Undefined where it has no room: without the keys it gives way to what stands above it. */
export function timelineLayout(
  data: TimelineData,
  cursor: TimelineCursor | undefined,
  focused: boolean,
  area: { readonly columns: number; readonly bodyHeight: number },
  texts: Texts,
  now: string,
): TimelineLayout | undefined {
  const { columns, bodyHeight } = area;
  if (!focused && bodyHeight < lowest) return undefined;
  const rows = timelineKinds
    .map((kind) => ({ kind, moments: data.moments.filter(({ entry }) => entry.kind === kind) }))
    .filter(({ moments }) => moments.length > 0)
    .map(({ kind, moments }) => ({
      kind,
      moments,
      label: texts.ui.timeline.row(texts.presentation.timelineKinds[kind], totalOf(moments)),
    }));
  const left = labelColumns(
    rows.map(({ label }) => label),
    columns,
  );
  const range = cursor?.zooms.at(-1) ?? data.whole;
  const cells = Math.max(1, columns - left - 1);
  const axis = axisOf(range, cells, texts.report.timeline.before, Date.parse(now));
  const last = data.moments.at(-1);
  const cell = cellOf(axis, clamp(cursor?.at ?? last?.from ?? range.to, range.from, range.to));
  const here = momentsAt(axis, data.moments, cell);
  const selected = here.find(({ key }) => key === (cursor?.key ?? last?.key)) ?? here[0];
  const share = shareOf(bodyHeight, rows.length, focused);
  return {
    data,
    rows,
    labelColumns: left,
    range,
    axis,
    cell,
    here,
    ...(selected === undefined ? {} : { selected }),
    focused,
    height: share.rows + 1 + share.words,
    rowsHeight: share.rows,
    wordsHeight: share.words,
  };
}

/** Lines for the rows and for the words below them. */
function shareOf(
  bodyHeight: number,
  kinds: number,
  isFocused: boolean,
): { readonly rows: number; readonly words: number } {
  // The title and the axis take a line each.
  if (!isFocused) return { rows: Math.min(kinds, Math.max(1, Math.floor(bodyHeight / 3) - 2)), words: 0 };
  const free = (bodyHeight >= lowest ? Math.ceil(bodyHeight * 0.6) : bodyHeight) - 2;
  // On a low terminal the words are the moment, and one entry on two lines.
  const words = clamp(free - kinds, Math.min(free < 9 ? 3 : 4, Math.ceil(free / 2)), 10);
  return { rows: Math.max(1, Math.min(kinds, free - words)), words: Math.max(0, words) };
}

function totalOf(moments: readonly Moment[]): number {
  return moments.reduce((sum, { entry }) => sum + entry.count, 0);
}
