import type { ActionId } from '#i18n/types/ui.ts';
import { hasOtherRun, whereToRead } from './log.ts';
import { searchableOf } from '../layout/searchables.ts';
import type { WizardState } from '../state/state.ts';
import type { Frame } from '../store/store.ts';

/** When an action would do something; those that are not named always do. */
const conditions: Readonly<Partial<Record<ActionId, (frame: Frame) => boolean>>> = {
  'move-up': (frame) => !isUnread(frame.state),
  'other-pane': (frame) => !isUnread(frame.state),
  open: ({ view }) => view.selected !== undefined,
  'open-log': ({ view }) => view.selected?.log !== undefined,
  'read-more': ({ state, view }) =>
    state.log !== undefined && typeof whereToRead(state.log, view.log?.isLive === true) !== 'string',
  follow: ({ state, view }) => view.log?.isLive === true && state.log?.pane.log.previous === false,
  'previous-log': ({ state, view }) =>
    state.log !== undefined && hasOtherRun(state, state.log, view.log?.isLive === true),
  'copy-command': ({ view }) => (view.selected?.commands.length ?? 0) > 0,
  export: ({ state }) => state.data !== undefined,
  cancel: ({ state }) => state.run.kind === 'reading' || state.watch.kind === 'on',
  'reread-step': ({ state, view }) =>
    state.run.kind !== 'reading' && state.data !== undefined && !view.isReplay,
  // Of both keys that read again the footer has room for one: this one where there is no step to read again.
  'reread-all': ({ state }) => state.run.kind === 'failed' && isUnread(state),
  search: ({ state, view }) => (searchableOf(state, view)?.count ?? 0) > 0,
  'next-match': ({ state }) => state.search !== undefined,
  filter: ({ view }) => (view.model?.rows.length ?? 0) > 0,
  'toggle-report': ({ view }) => view.selected?.about !== undefined,
  watch: ({ state, view }) => !view.isReplay && !isUnread(state),
  'next-step': ({ state }) => state.screen !== 'verdict' && !isUnread(state),
};

/** Nothing was read, and nothing is being read: a step has nothing to show. */
export function isUnread({ data, log, overlay, run }: WizardState): boolean {
  const isOver = run.kind === 'failed' || run.kind === 'unchosen';
  return isOver && data === undefined && log === undefined && overlay.kind === 'none';
}

/** Whether the footer offers an action now. Its key is heard anyway, and says why it does nothing. */
export function isActionAvailable(action: ActionId, frame: Frame): boolean {
  return conditions[action]?.(frame) ?? true;
}
