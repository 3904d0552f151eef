import type { Next } from './change.ts';
import type { LogState } from '../log/state.ts';
import { follow, leaveOrStop, otherRun, readMore } from './log.ts';
import { moveColumns, nextLevelFilter, nextStamps, toggleWrap } from './log-look.ts';
import type { WizardState } from '../state/state.ts';
import type { View } from '../view/view.ts';

/** What a key does in the log view and nowhere else. */
type LogAction =
  | 'read-more'
  | 'previous-log'
  | 'time-stamps'
  | 'wrap'
  | 'follow'
  | 'level-filter'
  | 'columns-left'
  | 'columns-right'
  | 'leave-log';

/** The keys of the log view. */
export function inLog(state: WizardState, log: LogState, action: LogAction, view: View): Next {
  switch (action) {
    case 'read-more':
      return readMore(state, log, view);
    case 'previous-log':
      return otherRun(state, log, view);
    case 'time-stamps':
      return nextStamps(state, log);
    case 'wrap':
      return toggleWrap(state, log);
    case 'follow':
      return follow(state, log, view);
    case 'level-filter':
      return nextLevelFilter(state, log);
    case 'columns-left':
      return moveColumns(state, log, -1, view);
    case 'columns-right':
      return moveColumns(state, log, 1, view);
    case 'leave-log':
      return leaveOrStop(state, log);
    default:
      return action satisfies never;
  }
}
