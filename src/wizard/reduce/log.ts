import type { LogCursor } from '#presentation/blocks.ts';
import { closeLogAction, logActions } from '../log/actions.ts';
import { close, receiveLog, type LogMessage } from '../log/fetching.ts';
import { moveLog } from '../log/moving.ts';
import { openedLog } from '../log/pane.ts';
import type { LogContext, LogTransition } from '../log/transition.ts';
import type { Motion } from '../keys/motion.ts';
import type { Transition } from '../state/message.ts';
import { shownFacts } from '../state/shown.ts';
import type { WizardState } from '../state/state.ts';
import { type ActionInput, widgetAction, type WizardAction } from './action.ts';
import { noted, transition } from './change.ts';

export const inLogActions: readonly WizardAction[] = logActions.map((action) =>
  widgetAction(action, contextIn, ({ state }, made) => afterLog(state, made)),
);

export const leaveLogAction: WizardAction = widgetAction(closeLogAction, contextIn, ({ state }, made) =>
  afterLog(state, made),
);

/** Enter in an open row: the log around its record. */
export function openLog(state: WizardState, record: LogCursor): Transition {
  const snapshot = shownFacts(state)?.snapshot;
  return transition(snapshot === undefined ? state : { ...state, log: openedLog(snapshot, record) });
}

export function leaveLog(state: WizardState): Transition {
  return state.log === undefined ? transition(state) : afterLog(state, close(state.log));
}

/** Undefined while something else has the keys. */
export function moveInLog(input: ActionInput, motion: Motion): Transition | undefined {
  const context = contextIn(input);
  return context && afterLog(input.state, moveLog(context, motion));
}

/** What the fetch of a log reports; after the log was closed nobody listens. */
export function receiveLogMessage(state: WizardState, message: LogMessage): Transition {
  const { log, now } = state;
  return log === undefined
    ? transition(state)
    : afterLog(state, receiveLog(log, { now, nextId: nextId(state) }, message));
}

function contextIn(input: ActionInput): LogContext | undefined {
  const {
    state,
    display,
    layout: { body },
  } = input;
  if (body.kind !== 'log') return undefined;
  const snapshot = shownFacts(state)?.snapshot;
  return {
    log: body.log,
    width: display.size.columns,
    height: body.height,
    isLive: display.isLive,
    ...(snapshot === undefined ? {} : { snapshot }),
    now: state.now,
    nextId: nextId(state),
  };
}

function nextId({ logFetches }: WizardState): number {
  return logFetches + 1;
}

function afterLog(state: WizardState, { effects, log, note }: LogTransition): Transition {
  const { log: before, ...rest } = state;
  const isFetched = effects.some(({ kind }) => kind === 'fetch-log');
  const logFetches = state.logFetches + (isFetched ? 1 : 0);
  const next = log === before ? state : { ...rest, logFetches, ...(log === undefined ? {} : { log }) };
  return { state: note === undefined ? next : noted(next, note), effects };
}
