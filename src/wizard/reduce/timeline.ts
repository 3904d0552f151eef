import type { Motion } from '../keys/motion.ts';
import type { Transition } from '../state/message.ts';
import type { WizardState } from '../state/state.ts';
import { timelineActions } from '../timeline/actions.ts';
import { moveInTimeline, type TimelineInput, type TimelineTransition } from '../timeline/moving.ts';
import { type ActionInput, mainIn, widgetAction, type WizardAction } from './action.ts';
import { noted, transition } from './change.ts';

export const onTimelineActions: readonly WizardAction[] = timelineActions.map((action) =>
  widgetAction(action, timelineIn, ({ state }, made) => afterTimeline(state, made)),
);

/** Undefined while something else has the keys. */
export function moveOnTimeline(input: ActionInput, motion: Motion): Transition | undefined {
  const timeline = timelineIn(input);
  if (timeline?.layout.focused !== true) return undefined;
  return afterTimeline(input.state, moveInTimeline(timeline, motion));
}

function timelineIn(input: ActionInput): TimelineInput | undefined {
  const layout = mainIn(input)?.timeline;
  const { timeline: cursor } = input.state;
  return layout && { layout, ...(cursor === undefined ? {} : { cursor }) };
}

function afterTimeline(state: WizardState, made: TimelineTransition): Transition {
  return transition('note' in made ? noted(state, made.note) : { ...state, timeline: made.cursor });
}
