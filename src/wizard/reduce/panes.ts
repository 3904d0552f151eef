import { screenModes } from '../keys/mode.ts';
import { note } from '../keys/note.ts';
import type { Transition } from '../state/message.ts';
import { positionOf, type StepView } from '../state/state.ts';
import { type ActionInput, isUnread, mainIn, selectedIn, type WizardAction } from './action.ts';
import { notify, transition, withPosition } from './change.ts';
import { openLog } from './log.ts';
import { move } from './move.ts';

/** Tab and Shift-Tab: the next part of the screen gets the keys, or the one before. */
export const paneActions: readonly WizardAction[] = [
  {
    id: 'other-pane',
    bindings: [{ keys: ['tab'], modes: screenModes, group: 'move', footer: { order: 3, rank: 6 } }],
    isOffered: ({ state }) => !isUnread(state),
    run: (input) => otherPane(input, 1),
  },
  {
    id: 'previous-pane',
    bindings: [{ keys: ['shift-tab'], modes: screenModes, group: 'move' }],
    run: (input) => otherPane(input, -1),
  },
];

function otherPane(input: ActionInput, by: 1 | -1): Transition {
  const { state } = input;
  const main = mainIn(input);
  if (main?.model === undefined) return notify(state, 'noOtherPane', {});
  const { view } = positionOf(state);
  const views = panesOf(view, main.hasTimeline);
  const index = views.findIndex(({ focus }) => focus === view.focus);
  const next = views[(index + by + views.length) % views.length];
  return transition(next === undefined ? state : withPosition(state, { view: next }));
}

/** What can have the keys, in the order of Tab; an open detail stays open, and stands where it was scrolled to. */
function panesOf(shown: StepView, hasTimeline: boolean): readonly StepView[] {
  const timeline: readonly StepView[] = hasTimeline
    ? [{ kind: 'timeline', focus: 'timeline', scroll: 0 }]
    : [];
  switch (shown.kind) {
    case 'detail':
      return [{ ...shown, focus: 'list' }, { ...shown, focus: 'detail' }, ...timeline];
    case 'step':
      return [{ ...shown, focus: 'list' }, { ...shown, focus: 'overview' }, ...timeline];
    case 'timeline':
      return [
        { kind: 'step', focus: 'list', scroll: 0 },
        { kind: 'step', focus: 'overview', scroll: 0 },
        shown,
      ];
    default:
      return shown satisfies never;
  }
}

/** Enter: opens the finding, and from its list goes into it; inside it, it opens its log, or reads on. */
export const openActions: readonly WizardAction[] = [
  {
    id: 'open',
    bindings: [{ keys: ['enter'], modes: ['step'], group: 'look', footer: { order: 2, rank: 2 } }],
    refusal: nothingToOpen,
    run: open,
  },
  {
    id: 'open-log',
    bindings: [{ keys: ['enter'], modes: ['detail'], group: 'look', footer: { order: 2, rank: 2 } }],
    refusal: nothingToOpen,
    isOffered: (input) => selectedIn(input)?.log !== undefined,
    run: open,
  },
];

function nothingToOpen(input: ActionInput) {
  return selectedIn(input) === undefined ? note('nothingToOpen', {}) : undefined;
}

function open(input: ActionInput): Transition {
  const { state } = input;
  const main = mainIn(input);
  const { view } = positionOf(state);
  if (main?.selected === undefined) return transition(state);
  const { list, selected } = main;
  if (view.kind === 'detail' && view.focus === 'detail') {
    return selected.log === undefined ? move(input, 'move-down') : openLog(state, selected.log);
  }
  return transition(
    withPosition(state, {
      key: selected.key,
      index: list.selected,
      top: list.top,
      view: { kind: 'detail', focus: 'detail', scroll: 0 },
    }),
  );
}
