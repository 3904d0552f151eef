import type { TextEdit } from '../text-field/text-field.ts';
import { languages } from '#i18n/texts.ts';
import type { ActionId } from '#i18n/types/ui.ts';
import { type Next, same, say, withNote, withOverlay, withPlace } from './change.ts';
import type { Message } from '../state/message.ts';
import { nextFilter } from './filter.ts';
import { copyCommand, copyEvidence, copyOne } from './copy.ts';
import {
  chooseFormat,
  editPath,
  exported,
  exportFailed,
  leaveExport,
  openExport,
  submitPath,
} from './export.ts';
import { isTyping, modeOf } from '../state/mode.ts';
import { hearLog, leaveLog } from './log.ts';
import { inLog } from './log-keys.ts';
import { copyRecord } from './log-look.ts';
import { move, open, otherPane } from './move.ts';
import { cancel, hear, reread } from './run.ts';
import { moveInTimeline, zoomTimeline } from './timeline.ts';
import { editFilter, leavePicker, openPicker, pick } from './picker.ts';
import { toggleReport } from './report.ts';
import { editSearch, keepSearch, leaveSearch, openSearch, searchOn, toMatch, withoutWish } from './search.ts';
import { jump, walk } from './walk.ts';
import { tick, toggleWatch } from './watch.ts';
import { placeOf, type WizardState } from '../state/state.ts';
import { uselessKey } from './useless-key.ts';
import type { View } from '../view/view.ts';

/** The only place where the state changes. `view` is what the person saw when it happened. */
export function reduce(state: WizardState, message: Message, view: View): Next {
  switch (message.kind) {
    case 'action':
      return act(touched(state), message, view);
    case 'typed':
      return edit(touched(state), { kind: 'insert', text: message.text }, view);
    case 'pasted':
      return paste(touched(state), message.text, view);
    case 'no-action':
      return uselessKey(touched(state), message, view);
    case 'progressed':
    case 'diagnosed':
    case 'read':
    case 'read-failed':
    case 'kept':
      return hear(state, message);
    case 'contexts':
      return same({ ...state, contexts: message.contexts });
    case 'exported':
      return exported(state, message.file);
    case 'export-failed':
      return exportFailed(state, message);
    case 'log-lines':
    case 'log-ended':
    case 'log-failed':
      return hearLog(state, message);
    case 'search-on':
      return searchOn(state, view);
    case 'note':
      return same({ ...state, note: message.note });
    case 'tick':
      return tick(state, message.now);
    default:
      return message satisfies never;
  }
}

/** A key was pressed: a word in the status line holds until then. */
function touched(state: WizardState): WizardState {
  const { note: _, ...rest } = withoutWish(state);
  return rest.touched ? rest : { ...rest, touched: true };
}

/** Reorders text or is not seen; but for the joiners, which are parts of characters. */
const invisible = /(?![\u200C\u200D])\p{Cf}/gu;

/** Text may be pasted where it is asked for; anywhere else the pasted letters would run as commands. */
function paste(state: WizardState, text: string, view: View): Next {
  if (!isTyping(modeOf(state))) return say(state, 'pasteIgnored', {});
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll(invisible, '');
  return edit(state, { kind: 'insert', text: line.trim() }, view);
}

/** Changes the text that is being typed. */
function edit(state: WizardState, change: TextEdit, view: View): Next {
  const { overlay } = state;
  if (overlay.kind === 'picker') return editFilter(state, overlay, change);
  return modeOf(state) === 'typing-search' ? editSearch(state, change, view) : editPath(state, change);
}

function act(state: WizardState, message: Extract<Message, { kind: 'action' }>, view: View): Next {
  const { action, digit } = message;
  switch (action) {
    case 'move-up':
    case 'move-down':
    case 'page-up':
    case 'page-down':
    case 'top':
    case 'bottom':
      return move(state, action, view);
    case 'open-log':
      return open(state, view);
    case 'read-more':
    case 'previous-log':
    case 'time-stamps':
    case 'wrap':
    case 'follow':
    case 'level-filter':
    case 'columns-left':
    case 'columns-right':
    case 'leave-log':
      return state.log === undefined ? same(state) : inLog(state, state.log, action, view);
    case 'other-pane':
      return otherPane(state, 1, view);
    case 'previous-pane':
      return otherPane(state, -1, view);
    case 'cursor-left':
    case 'cursor-right':
      return view.timeline === undefined ? same(state) : moveInTimeline(state, action, view.timeline);
    case 'zoom-in':
    case 'zoom-out':
      return view.timeline === undefined
        ? same(state)
        : zoomTimeline(state, action === 'zoom-in' ? 'in' : 'out', view.timeline);
    case 'open':
      return open(state, view);
    case 'next-step':
      return walk(state, 1, view);
    case 'previous-step':
      return walk(state, -1, view);
    case 'jump':
      return jump(state, digit, view);
    case 'filter':
      return nextFilter(state, view);
    case 'search':
      return openSearch(state, view);
    case 'next-match':
      return toMatch(state, 1, view);
    case 'previous-match':
      return toMatch(state, -1, view);
    case 'keep-search':
      return keepSearch(state, view);
    case 'end-search':
      return leaveSearch(state);
    case 'toggle-report':
      return toggleReport(state, view);
    case 'choose-mesh':
      return openPicker(state);
    case 'guide':
    case 'help':
      return same(withOverlay(state, toggled(state, action)));
    case 'language':
      return same(withNote(nextLanguage(state), 'language', {}));
    case 'copy-command':
      return copyCommand(state, view);
    case 'copy-evidence':
      return state.log === undefined ? copyEvidence(state, view) : copyRecord(state, state.log);
    case 'reread-step':
      return reread(state, state.screen, view);
    case 'reread-all':
      return reread(state, 'everything', view);
    case 'watch':
      return toggleWatch(state, view);
    case 'export':
      return openExport(state);
    case 'choose':
      return choose(state, undefined, view);
    case 'pick':
      return choose(state, (digit ?? 0) - 1, view);
    case 'leave':
      return leave(state);
    case 'cancel':
      return cancel(state);
    case 'quit':
      return same(state, { kind: 'leave', reason: 'quit' });
    case 'interrupt':
      return same(state, { kind: 'leave', reason: 'interrupted' });
    case 'suspend':
      return same(state, { kind: 'suspend' });
    case 'submit':
      return submitPath(state);
    case 'caret-left':
      return edit(state, { kind: 'move', by: -1 }, view);
    case 'caret-right':
      return edit(state, { kind: 'move', by: 1 }, view);
    case 'caret-start':
      return edit(state, { kind: 'start' }, view);
    case 'caret-end':
      return edit(state, { kind: 'end' }, view);
    case 'erase':
      return edit(state, { kind: 'erase' }, view);
    case 'erase-forward':
      return edit(state, { kind: 'erase-forward' }, view);
    case 'erase-line':
      return edit(state, { kind: 'erase-line' }, view);
    default:
      return action satisfies never;
  }
}

/** ? and o open their page, and close it again. */
function toggled(state: WizardState, page: Extract<ActionId, 'help' | 'guide'>): WizardState['overlay'] {
  return state.overlay.kind === page ? { kind: 'none' } : { kind: page, scroll: 0 };
}

function nextLanguage(state: WizardState): WizardState {
  const index = (languages.indexOf(state.language) + 1) % languages.length;
  return { ...state, language: languages[index] ?? state.language };
}

/** Enter, or a digit, in a list of choices. */
function choose(state: WizardState, picked: number | undefined, view: View): Next {
  const { overlay } = state;
  switch (overlay.kind) {
    case 'picker':
      return pick(state, view.texts);
    case 'commands': {
      const command = overlay.commands[picked ?? overlay.cursor];
      return command === undefined ? say(state, 'noSuchChoice', {}) : copyOne(state, command);
    }
    case 'export':
      return overlay.stage.kind === 'format'
        ? chooseFormat(state, picked ?? overlay.stage.cursor)
        : same(withOverlay(state, { kind: 'none' }));
    case 'none':
    case 'help':
    case 'guide':
    case 'copy':
      return same(state);
    default:
      return overlay satisfies never;
  }
}

/** Esc and q leave the innermost thing. */
function leave(state: WizardState): Next {
  const { overlay, search } = state;
  if (search?.kind === 'typing') return leaveSearch(state);
  if (overlay.kind === 'picker') return leavePicker(state, overlay);
  if (overlay.kind === 'export') return leaveExport(state, overlay.stage);
  if (overlay.kind !== 'none') return same(withOverlay(state, { kind: 'none' }));
  if (state.log !== undefined) return leaveLog(state);
  const { view } = placeOf(state);
  if (view.kind === 'step') return same(state);
  return same(withPlace(state, { view: { kind: 'step', focus: 'list', scroll: 0 } }));
}
