import { clamp } from '#components/scroll.ts';
import { type Next, same, say } from './change.ts';
import type { TimelinePlace, WizardState } from '../state/state.ts';
import { type Happened, type Moment, shortest, type Stretch, stretchOf } from '../timeline/scale.ts';
import type { TimelineView } from '../timeline/view.ts';

export type TimelineMotion =
  'cursor-left' | 'cursor-right' | 'move-up' | 'move-down' | 'page-up' | 'page-down' | 'top' | 'bottom';

/** Left and right go by cells, up and down from entry to entry, pages by a quarter of what is seen. */
export function moveInTimeline(state: WizardState, motion: TimelineMotion, view: TimelineView): Next {
  const { axis, happened } = view;
  const page = Math.max(1, Math.floor(axis.cells / 4));
  switch (motion) {
    case 'cursor-left':
      return byCells(state, -1, view);
    case 'cursor-right':
      return byCells(state, 1, view);
    case 'page-up':
      return byCells(state, -page, view);
    case 'page-down':
      return byCells(state, page, view);
    case 'move-up':
      return byEntries(state, -1, view);
    case 'move-down':
      return byEntries(state, 1, view);
    case 'top':
      return same(atTime(state, happened, happened.whole.from));
    case 'bottom':
      return same(atTime(state, happened, happened.whole.to));
    default:
      return motion satisfies never;
  }
}

/** A zoomed stretch follows the cursor over its ends. */
function byCells(state: WizardState, by: number, view: TimelineView): Next {
  const { axis, cell, happened } = view;
  const { whole } = happened;
  const target = cell + by;
  if (target >= 0 && target < axis.cells) return same(atTime(state, happened, middleOf(view, target)));
  const length = axis.to - axis.from;
  const isAtEnd = by < 0 ? axis.from <= whole.from : axis.to >= whole.to;
  if (!isAtEnd) return same(atTime(state, happened, by < 0 ? axis.from - length / 4 : axis.to + length / 4));
  const edge = by < 0 ? 0 : axis.cells - 1;
  if (cell === edge) return say(state, by < 0 ? 'timelineStart' : 'timelineEnd', {});
  return same(atTime(state, happened, middleOf(view, edge)));
}

function middleOf({ axis }: TimelineView, cell: number): number {
  return axis.scale.timeAt((cell + 0.5) / axis.cells);
}

/** From the entry that is read to the one before or after it; from an empty cell to the suggest. */
function byEntries(state: WizardState, by: -1 | 1, view: TimelineView): Next {
  const { axis, cell, selected } = view;
  const { moments } = view.happened;
  const next =
    selected === undefined
      ? suggest(moments, stretchOf(axis, cell), by)
      : moments[moments.indexOf(selected) + by];
  if (next === undefined) return say(state, by < 0 ? 'timelineStart' : 'timelineEnd', {});
  return same(atTime(state, view.happened, next.from, next.key));
}

function suggest(moments: readonly Moment[], { from, to }: Stretch, by: -1 | 1): Moment | undefined {
  return by < 0 ? moments.findLast((moment) => moment.to < from) : moments.find((moment) => moment.from > to);
}

/** The cursor at a time; a zoomed stretch that does not hold it moves there. */
export function atTime(state: WizardState, { whole }: Happened, time: number, key?: string): WizardState {
  const zooms = (state.timeline?.zooms ?? []).map((zoom) => holding(zoom, time, whole));
  return {
    ...state,
    timeline: { at: clamp(time, whole.from, whole.to), zooms, ...(key === undefined ? {} : { key }) },
  };
}

function holding(zoom: Stretch, time: number, whole: Stretch): Stretch {
  if (time >= zoom.from && time <= zoom.to) return zoom;
  const length = zoom.to - zoom.from;
  const from = clamp(time - length / 2, whole.from, Math.max(whole.from, whole.to - length));
  return { from, to: from + length };
}

/** + shows half of the cells on all of them, around the cursor; - goes back the way that + came. */
export function zoomTimeline(state: WizardState, direction: 'in' | 'out', view: TimelineView): Next {
  const { axis, cell, selected } = view;
  const { zooms = [] } = state.timeline ?? {};
  const place: TimelinePlace = {
    at: clamp(state.timeline?.at ?? selected?.from ?? axis.to, axis.from, axis.to),
    zooms,
    ...(selected === undefined ? {} : { key: selected.key }),
  };
  if (direction === 'out') {
    if (zooms.length === 0) return say(state, 'timelineWhole', {});
    return same({ ...state, timeline: { ...place, zooms: zooms.slice(0, -1) } });
  }
  const closer = halfAround(view, clamp(cell, 0, axis.cells - 1));
  if (closer.to - closer.from < shortest) return say(state, 'timelineClosest', { seconds: shortest / 1000 });
  return same({ ...state, timeline: { ...place, zooms: [...zooms, closer] } });
}

function halfAround({ axis }: TimelineView, cell: number): Stretch {
  const from = clamp((cell + 0.5) / axis.cells - 0.25, 0, 0.5);
  return { from: axis.scale.timeAt(from), to: axis.scale.timeAt(from + 0.5) };
}
