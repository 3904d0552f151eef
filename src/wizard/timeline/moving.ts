import { clamp } from '#components/scroll.ts';
import { type Note, note } from '../keys/note.ts';
import type { Motion } from '../keys/motion.ts';
import type { TimelineLayout } from './layout.ts';
import { type TimelineData, type Moment, shortest, type TimeRange, rangeOfCell } from './scale.ts';
import type { TimelineCursor } from './state.ts';

export type TimelineMotion = Motion | 'cursor-left' | 'cursor-right';

export interface TimelineInput {
  readonly layout: TimelineLayout;
  /** Absent until it was moved. */
  readonly cursor?: TimelineCursor;
}

/** The cursor where it goes to, or why it stays. */
export type TimelineTransition = { readonly cursor: TimelineCursor } | { readonly note: Note };

/** Left and right go by cells, up and down from entry to entry, pages by a quarter of what is seen. */
export function moveInTimeline(input: TimelineInput, motion: TimelineMotion): TimelineTransition {
  const { axis, data } = input.layout;
  const page = Math.max(1, Math.floor(axis.cells / 4));
  switch (motion) {
    case 'cursor-left':
      return byCells(input, -1);
    case 'cursor-right':
      return byCells(input, 1);
    case 'page-up':
      return byCells(input, -page);
    case 'page-down':
      return byCells(input, page);
    case 'move-up':
      return byEntries(input, -1);
    case 'move-down':
      return byEntries(input, 1);
    case 'top':
      return to(input, data.whole.from);
    case 'bottom':
      return to(input, data.whole.to);
    default:
      return motion satisfies never;
  }
}

/** A zoomed range follows the cursor over its ends. */
function byCells(input: TimelineInput, by: number): TimelineTransition {
  const { axis, cell, data } = input.layout;
  const { whole } = data;
  const target = cell + by;
  if (target >= 0 && target < axis.cells) return to(input, middleOf(input.layout, target));
  const length = axis.to - axis.from;
  const isAtEnd = by < 0 ? axis.from <= whole.from : axis.to >= whole.to;
  if (!isAtEnd) return to(input, by < 0 ? axis.from - length / 4 : axis.to + length / 4);
  const edge = by < 0 ? 0 : axis.cells - 1;
  return cell === edge ? atEdge(by) : to(input, middleOf(input.layout, edge));
}

function atEdge(by: number): TimelineTransition {
  return { note: note(by < 0 ? 'timelineStart' : 'timelineEnd', {}) };
}

function middleOf({ axis }: TimelineLayout, cell: number): number {
  return axis.scale.timeAt((cell + 0.5) / axis.cells);
}

/** From the entry that is read to the one before or after it; from an empty cell to the nearest. */
function byEntries(input: TimelineInput, by: -1 | 1): TimelineTransition {
  const { axis, cell, data, selected } = input.layout;
  const { moments } = data;
  const next =
    selected === undefined
      ? nearest(moments, rangeOfCell(axis, cell), by)
      : moments[moments.indexOf(selected) + by];
  return next === undefined ? atEdge(by) : to(input, next.from, next.key);
}

function nearest(moments: readonly Moment[], { from, to }: TimeRange, by: -1 | 1): Moment | undefined {
  return by < 0 ? moments.findLast((moment) => moment.to < from) : moments.find((moment) => moment.from > to);
}

function to({ cursor, layout }: TimelineInput, time: number, key?: string): TimelineTransition {
  return { cursor: cursorAt(cursor, layout.data, time, key) };
}

/** The cursor at a time; a zoomed range that does not hold it moves there. */
export function cursorAt(
  cursor: TimelineCursor | undefined,
  { whole }: TimelineData,
  time: number,
  key?: string,
): TimelineCursor {
  const zooms = (cursor?.zooms ?? []).map((zoom) => holding(zoom, time, whole));
  return { at: clamp(time, whole.from, whole.to), zooms, ...(key === undefined ? {} : { key }) };
}

function holding(zoom: TimeRange, time: number, whole: TimeRange): TimeRange {
  if (time >= zoom.from && time <= zoom.to) return zoom;
  const length = zoom.to - zoom.from;
  const from = clamp(time - length / 2, whole.from, Math.max(whole.from, whole.to - length));
  return { from, to: from + length };
}

/** + shows half of the cells on all of them, around the cursor; - goes back the way that + came. */
export function zoomTimeline({ cursor, layout }: TimelineInput, direction: 'in' | 'out'): TimelineTransition {
  const { axis, cell, selected } = layout;
  const zooms = cursor?.zooms ?? [];
  const here: TimelineCursor = {
    at: clamp(cursor?.at ?? selected?.from ?? axis.to, axis.from, axis.to),
    zooms,
    ...(selected === undefined ? {} : { key: selected.key }),
  };
  if (direction === 'out') {
    if (zooms.length === 0) return { note: note('timelineWhole', {}) };
    return { cursor: { ...here, zooms: zooms.slice(0, -1) } };
  }
  const closer = halfAround(layout, clamp(cell, 0, axis.cells - 1));
  if (closer.to - closer.from < shortest) {
    return { note: note('timelineClosest', { seconds: shortest / 1000 }) };
  }
  return { cursor: { ...here, zooms: [...zooms, closer] } };
}

function halfAround({ axis }: TimelineLayout, cell: number): TimeRange {
  const from = clamp((cell + 0.5) / axis.cells - 0.25, 0, 0.5);
  return { from: axis.scale.timeAt(from), to: axis.scale.timeAt(from + 0.5) };
}
