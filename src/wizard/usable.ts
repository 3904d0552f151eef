import type { ActionId } from '#language/types/ui.ts';
import { hasOtherRun, whereToRead } from './reduce-log.ts';
import { searchableOf } from './searchables.ts';
import type { Frame } from './store.ts';

/** When an action would do something; those that are not named always do. */
const conditions: Readonly<Partial<Record<ActionId, (frame: Frame) => boolean>>> = {
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
  'reread-step': ({ state, view }) => state.run.kind !== 'reading' && !view.isReplay,
  'reread-all': ({ state, view }) => state.run.kind !== 'reading' && !view.isReplay,
  search: ({ state, view }) => (searchableOf(state, view)?.count ?? 0) > 0,
  'next-match': ({ state }) => state.search !== undefined,
  filter: ({ view }) => (view.model?.rows.length ?? 0) > 0,
  'toggle-report': ({ view }) => view.selected?.about !== undefined,
  watch: ({ view }) => !view.isReplay,
  'next-step': ({ state }) => state.screen !== 'verdict',
};

/** Whether the footer offers an action now. Its key is heard anyway, and says why it does nothing. */
export function isUsable(action: ActionId, frame: Frame): boolean {
  return conditions[action]?.(frame) ?? true;
}
