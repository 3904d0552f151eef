import { clamp, windowTop } from '#components/scroll.ts';
import type { Binding } from '../keys/action.ts';
import { listModes, scrolledModes } from '../keys/mode.ts';
import { isUpward, type Motion } from '../keys/motion.ts';
import { pickerHead, pickerItems } from '../picker/items.ts';
import { reportFormats } from '#report/formats.ts';
import type { Layout } from '../layout/layout.ts';
import { focusedPane, type ListLayout, type PaneLayout } from '../layout/main-layout.ts';
import type { Transition } from '../state/message.ts';
import type { Dialog } from '../state/overlay.ts';
import { pickerChoices } from '../state/picker-choices.ts';
import { positionOf, type WizardState } from '../state/state.ts';
import { type ActionInput, isUnread, type WizardAction } from './action.ts';
import { transition, notify, withOverlay, withPosition, withScroll } from './change.ts';
import { moveInLog } from './log.ts';
import { moveOnTimeline } from './timeline.ts';

/** In lists and texts, and with other keys in the picker, whose letters filter. */
export const moveActions: readonly WizardAction[] = [
  {
    ...row('move-up', [
      moveBinding(['up', 'k'], listModes, { order: 1, rank: 4, keys: ['up', 'down'] }),
      pickerBinding(['up', 'ctrl-p'], { order: 2, rank: 2, keys: ['up', 'down'] }),
    ]),
    isOffered: ({ state }) => !isUnread(state),
  },
  row('move-down', [moveBinding(['down', 'j'], listModes), pickerBinding(['down', 'ctrl-n'])]),
  row('page-up', [moveBinding(['pageup', 'ctrl-u'], scrolledModes), pickerBinding(['pageup'])]),
  row('page-down', [moveBinding(['pagedown', 'ctrl-d'], scrolledModes), pickerBinding(['pagedown'])]),
  row('top', [moveBinding(['g', 'home'], listModes)]),
  row('bottom', [moveBinding(['G', 'end'], listModes)]),
];

function row(id: Motion, bindings: readonly Binding[]): WizardAction {
  return { id, bindings, run: (input) => move(input, id) };
}

function moveBinding(keys: readonly string[], modes: Binding['modes'], footer?: Binding['footer']): Binding {
  return { keys, modes, group: 'move', ...(footer === undefined ? {} : { footer }) };
}

function pickerBinding(keys: readonly string[], footer?: Binding['footer']): Binding {
  return { keys, modes: ['finder'], group: 'filter', ...(footer === undefined ? {} : { footer }) };
}

/** Moves in whatever has the keys: an overlay, a pane, or the list. At an end it says so. */
export function move(input: ActionInput, motion: Motion): Transition {
  const { state } = input;
  const inWidget = moveInLog(input, motion) ?? moveOnTimeline(input, motion);
  if (inWidget !== undefined) return inWidget;
  const next = moveIn(input, motion);
  return next === undefined ? notify(state, isUpward(motion) ? 'atTop' : 'atBottom', {}) : transition(next);
}

/** Undefined when there is nowhere to go. */
function moveIn({ state, layout }: ActionInput, motion: Motion): WizardState | undefined {
  const { body } = layout;
  switch (body.kind) {
    case 'main': {
      const pane = focusedPane(body);
      return pane === undefined ? select(state, motion, body.list) : scrollPane(state, motion, pane);
    }
    case 'page': {
      const { height, lines, page } = body;
      const scroll = moved(body.scroll, motion, height, lines.length - height);
      return scroll === undefined ? undefined : withOverlay(state, { ...page, scroll });
    }
    case 'dialog':
      return moveInDialog(state, motion, body.dialog, layout);
    case 'log':
    case 'problem':
      return undefined;
    default:
      return body satisfies never;
  }
}

function moveInDialog(
  state: WizardState,
  motion: Motion,
  dialog: Dialog,
  { bodyHeight, texts }: Layout,
): WizardState | undefined {
  switch (dialog.kind) {
    case 'picker': {
      const { items, selected } = pickerItems(dialog, pickerChoices(state), texts);
      const index = moved(selected, motion, bodyHeight - pickerHead, items.length - 1);
      const item = index === undefined ? undefined : items[index];
      return item === undefined ? undefined : withOverlay(state, { ...dialog, selected: item.key });
    }
    case 'commands': {
      const cursor = moved(dialog.cursor, motion, bodyHeight, dialog.commands.length - 1);
      return cursor === undefined ? undefined : withOverlay(state, { ...dialog, cursor });
    }
    case 'export': {
      const { stage } = dialog;
      if (stage.kind !== 'format') return undefined;
      const cursor = moved(stage.cursor, motion, bodyHeight, reportFormats.length - 1);
      if (cursor === undefined) return undefined;
      return withOverlay(state, { ...dialog, stage: { ...stage, cursor } });
    }
    default:
      return dialog satisfies never;
  }
}

function select(
  state: WizardState,
  motion: Motion,
  { rows, selected, height, top }: ListLayout,
): WizardState | undefined {
  const index = moved(selected, motion, height, rows.length - 1);
  if (index === undefined) return undefined;
  const { view: shown } = positionOf(state);
  const key = rows[index]?.key;
  return withPosition(state, {
    ...(key === undefined ? {} : { key }),
    index,
    top: windowTop(top, index, height, rows.length),
    // Another row's detail starts at its top; the overview stays where it was.
    ...(shown.kind === 'detail' ? { view: { ...shown, scroll: 0 } } : {}),
  });
}

function scrollPane(state: WizardState, motion: Motion, pane: PaneLayout): WizardState | undefined {
  const scroll = moved(pane.scroll, motion, pane.height, pane.lines.length - pane.height);
  return scroll === undefined ? undefined : withScroll(state, scroll);
}

/** A position after a motion, within 0 and `last`; undefined at the end. A page leaves one line of what was seen. */
function moved(from: number, motion: Motion, height: number, last: number): number | undefined {
  const page = Math.max(1, height - 1);
  const target = {
    'move-up': from - 1,
    'move-down': from + 1,
    'page-up': from - page,
    'page-down': from + page,
    top: 0,
    bottom: last,
  }[motion];
  const reached = clamp(target, 0, Math.max(0, last));
  return reached === clamp(from, 0, Math.max(0, last)) ? undefined : reached;
}
