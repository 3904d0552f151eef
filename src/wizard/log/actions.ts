import type { Action, Binding } from '../keys/action.ts';
import {
  closeOrStop,
  follow,
  followRefusal,
  otherRunRefusal,
  readMore,
  readMoreRefusal,
  toOtherRun,
} from './fetching.ts';
import { columnsRefusal, moveColumns, nextLevelFilter, nextStamps, toggleWrap } from './moving.ts';
import type { LogContext, LogTransition } from './transition.ts';

/** What keys do in the log view and nowhere else. */
export const logActions: readonly Action<LogContext, LogTransition>[] = [
  { id: 'read-more', bindings: keys(['enter'], 2), refusal: readMoreRefusal, run: (log) => readMore(log) },
  { id: 'follow', bindings: keys(['w'], 3), refusal: followRefusal, run: follow },
  { id: 'previous-log', bindings: keys(['p'], 4), refusal: otherRunRefusal, run: toOtherRun },
  { id: 'level-filter', bindings: keys(['f'], 5), run: nextLevelFilter },
  { id: 'time-stamps', bindings: keys(['t'], 6), run: nextStamps },
  { id: 'wrap', bindings: keys(['z'], 7), run: toggleWrap },
  {
    id: 'columns-right',
    bindings: keys(['right', 'l']),
    refusal: columnsRefusal,
    run: (log) => moveColumns(log, 1),
  },
  {
    id: 'columns-left',
    bindings: keys(['left', 'h']),
    refusal: columnsRefusal,
    run: (log) => moveColumns(log, -1),
  },
];

export const closeLogAction: Action<LogContext, LogTransition> = {
  id: 'leave-log',
  bindings: [{ keys: ['escape'], modes: ['log'], group: 'leave', footer: { order: 11, rank: 0 } }],
  run: closeOrStop,
};

/** In the footer in this order; hints further behind give way first. */
function keys(names: readonly string[], order?: number): readonly Binding[] {
  const binding: Binding = { keys: names, modes: ['log'], group: 'log' };
  return [order === undefined ? binding : { ...binding, footer: { order, rank: order } }];
}
