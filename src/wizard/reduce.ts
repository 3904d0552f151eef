import { languages } from '#language/texts.ts';
import type { ActionId } from '#language/types/ui.ts';
import { type Next, same, say, withNote, withOverlay, withPlace } from './change.ts';
import type { Message } from './message.ts';
import { copyCommand, copyEvidence, copyOne } from './reduce-copy.ts';
import {
  chooseFormat,
  editPath,
  exported,
  exportFailed,
  leaveExport,
  openExport,
  submitPath,
} from './reduce-export.ts';
import { follow, hearLog, leaveLog, leaveOrStop, otherRun, readMore } from './reduce-log.ts';
import type { LogState } from './log/log-state.ts';
import { copyRecord, moveColumns, nextLevelFilter, nextStamps, toggleWrap } from './reduce-log-look.ts';
import { move, open, otherPane } from './reduce-move.ts';
import { cancel, hear, reread } from './reduce-run.ts';
import { moveInTimeline, zoomTimeline } from './reduce-timeline.ts';
import { chooseMesh, jump, openMeshes, walk } from './reduce-walk.ts';
import { modeOf, placeOf, type WizardState } from './state.ts';
import type { View } from './view.ts';

/** The only place where the state changes. `view` is what the person saw when it happened. */
export function reduce(state: WizardState, message: Message, view: View): Next {
  switch (message.kind) {
    case 'action':
      return act(withoutNote(state), message, view);
    case 'typed':
      return editPath(withoutNote(state), { kind: 'insert', text: message.text });
    case 'pasted':
      return paste(withoutNote(state), message.text);
    case 'no-action':
      return message.elsewhere === undefined
        ? say(state, 'unknownKey', { key: message.key })
        : say(state, 'notHere', { action: view.texts.ui.actions[message.elsewhere].help });
    case 'progressed':
    case 'diagnosed':
    case 'read':
    case 'read-failed':
      return hear(state, message);
    case 'exported':
      return exported(state, message.file);
    case 'export-failed':
      return exportFailed(state, message.problem);
    case 'log-lines':
    case 'log-ended':
    case 'log-failed':
      return hearLog(state, message);
    case 'note':
      return same({ ...state, note: message.note });
    case 'tick':
      return same({ ...state, now: message.now });
    default:
      return message satisfies never;
  }
}

/** A word in the status line holds until the next key. */
function withoutNote(state: WizardState): WizardState {
  const { note: _, ...rest } = state;
  return rest;
}

/** A file name may be pasted; anywhere else the pasted letters would run as commands. */
function paste(state: WizardState, text: string): Next {
  if (modeOf(state) !== 'entry') return say(state, 'pasteIgnored', {});
  return editPath(state, { kind: 'insert', text: text.replaceAll(/\p{Cc}+/gu, ' ').trim() });
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
      return jump(state, digit);
    case 'choose-mesh':
      return openMeshes(state);
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
    case 'export':
      return openExport(state);
    case 'choose':
      return choose(state, undefined);
    case 'pick':
      return choose(state, (digit ?? 0) - 1);
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
      return editPath(state, { kind: 'move', by: -1 });
    case 'caret-right':
      return editPath(state, { kind: 'move', by: 1 });
    case 'caret-start':
      return editPath(state, { kind: 'start' });
    case 'caret-end':
      return editPath(state, { kind: 'end' });
    case 'erase':
      return editPath(state, { kind: 'erase' });
    case 'erase-forward':
      return editPath(state, { kind: 'erase-forward' });
    case 'erase-line':
      return editPath(state, { kind: 'erase-line' });
    default:
      return action satisfies never;
  }
}

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
function inLog(state: WizardState, log: LogState, action: LogAction, view: View): Next {
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

/** ? and o open their page, and close it again. */
function toggled(state: WizardState, page: Extract<ActionId, 'help' | 'guide'>): WizardState['overlay'] {
  return state.overlay.kind === page ? { kind: 'none' } : { kind: page, scroll: 0 };
}

function nextLanguage(state: WizardState): WizardState {
  const index = (languages.indexOf(state.language) + 1) % languages.length;
  return { ...state, language: languages[index] ?? state.language };
}

/** Enter, or a digit, in a list of choices. */
function choose(state: WizardState, picked: number | undefined): Next {
  const { overlay } = state;
  switch (overlay.kind) {
    case 'meshes':
      return chooseMesh(state, picked ?? overlay.cursor);
    case 'commands': {
      const command = overlay.commands[picked ?? overlay.cursor];
      return command === undefined ? same(state) : copyOne(state, command);
    }
    case 'export':
      return overlay.stage.kind === 'format'
        ? chooseFormat(state, picked ?? overlay.stage.cursor)
        : same(withOverlay(state, { kind: 'none' }));
    case 'none':
    case 'help':
    case 'guide':
      return same(state);
    default:
      return overlay satisfies never;
  }
}

/** Esc and q leave the innermost thing. */
function leave(state: WizardState): Next {
  const { overlay } = state;
  if (overlay.kind === 'export') return leaveExport(state, overlay.stage);
  if (overlay.kind !== 'none') return same(withOverlay(state, { kind: 'none' }));
  if (state.log !== undefined) return leaveLog(state);
  const { view } = placeOf(state);
  if (view.kind === 'step') return same(state);
  return same(withPlace(state, { view: { kind: 'step', focus: 'list', scroll: 0 } }));
}
