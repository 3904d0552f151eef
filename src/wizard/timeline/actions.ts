import type { Action, Binding } from '../keys/action.ts';
import { moveInTimeline, type TimelineInput, type TimelineTransition, zoomTimeline } from './moving.ts';

/** What keys do on the time line and nowhere else. */
export const timelineActions: readonly Action<TimelineInput, TimelineTransition>[] = [
  {
    id: 'cursor-left',
    bindings: keys('move', ['left', 'h'], { order: 1.3, rank: 2, keys: ['left', 'right'] }),
    run: (timeline) => moveInTimeline(timeline, 'cursor-left'),
  },
  {
    id: 'cursor-right',
    bindings: keys('move', ['right', 'l']),
    run: (timeline) => moveInTimeline(timeline, 'cursor-right'),
  },
  {
    id: 'zoom-in',
    bindings: keys('look', ['+', '='], { order: 1.6, rank: 3, keys: ['+', '-'] }),
    run: (timeline) => zoomTimeline(timeline, 'in'),
  },
  {
    id: 'zoom-out',
    bindings: keys('look', ['-', '_']),
    run: (timeline) => zoomTimeline(timeline, 'out'),
  },
];

function keys(
  group: Binding['group'],
  names: readonly string[],
  footer?: Binding['footer'],
): readonly Binding[] {
  const binding: Binding = { keys: names, modes: ['timeline'], group };
  return [footer === undefined ? binding : { ...binding, footer }];
}
