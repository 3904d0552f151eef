import type { ChangeCounts } from '#i18n/types/runs.ts';
import { screenModes } from '../keys/mode.ts';
import { note } from '../keys/note.ts';
import type { Transition } from '../state/message.ts';
import type { Facts, WizardState } from '../state/state.ts';
import { nextPause } from '../state/watch.ts';
import { isUnread, type WizardAction } from './action.ts';
import { beginReading } from './begin-reading.ts';
import { transition, notify, withNote } from './change.ts';

/** w: reads everything again and again until it is healthy; a second time it stops. */
export const watchAction: WizardAction = {
  id: 'watch',
  bindings: [{ keys: ['w'], modes: screenModes, group: 'act', footer: { order: 7.2, rank: 8.2 } }],
  refusal: ({ state, display }) => {
    if (state.run.kind === 'unchosen') return note('noContext', {});
    return display.file === undefined ? undefined : note('watchReplay', {});
  },
  isOffered: ({ state }) => !isUnread(state),
  run: ({ state }) => toggleWatch(state),
};

function toggleWatch(state: WizardState): Transition {
  if (state.watch.kind === 'on') return stopWatch(state);
  const isHealthy = state.run.kind === 'finished' && state.data?.diagnosis.verdict.status === 'healthy';
  if (isHealthy) return notify(state, 'alreadyHealthy', {});
  const { watchInterval } = state.settings;
  const watching: WizardState = { ...state, watch: { kind: 'on', pause: watchInterval } };
  const next = state.run.kind === 'reading' ? transition(watching) : beginReading(watching, 'everything');
  return { ...next, state: withNote(next.state, 'watchStarted', { seconds: watchInterval }) };
}

/** A reading under way goes on to its end. */
export function stopWatch(state: WizardState): Transition {
  return notify({ ...state, watch: { kind: 'idle' } }, 'watchStopped', {});
}

/** A watched reading has ended: done, or when the next one is due. */
export function afterReading(
  state: WizardState,
  before: Facts | undefined,
  counts: ChangeCounts | undefined,
): Transition {
  const { status } = state.data?.diagnosis.verdict ?? {};
  if (status === 'healthy') {
    const done = withNote({ ...state, watch: { kind: 'idle' } }, 'healthyNow', {});
    const isNews = before?.diagnosis.verdict.status !== 'healthy';
    return state.settings.bell && isNews ? transition(done, { kind: 'bell' }) : transition(done);
  }
  const isChanged =
    before?.diagnosis.verdict.status !== status || (counts !== undefined && counts.fixed + counts.fresh > 0);
  const next = scheduled(state, isChanged ? 'changed' : 'unchanged');
  return isChanged && before !== undefined && counts !== undefined
    ? notify(next, 'watchChanged', { counts })
    : transition(next);
}

/** A watch goes on after a failure, later and later. */
export function afterFailure(state: WizardState): Transition {
  return transition(scheduled(state, 'failed'));
}

function scheduled(state: WizardState, outcome: Parameters<typeof nextPause>[1]): WizardState {
  const { settings, watch } = state;
  if (watch.kind !== 'on') return state;
  const pause = nextPause(watch.pause, outcome, settings.watchInterval);
  return { ...state, watch: { kind: 'on', pause, nextAt: state.now + pause * 1000 } };
}

/** The clock went on: is the next reading due? */
export function tick(state: WizardState, now: number): Transition {
  const next = { ...state, now };
  const { run, watch } = state;
  if (watch.kind !== 'on' || watch.nextAt === undefined || run.kind === 'reading') return transition(next);
  const left = watch.nextAt - now;
  // More than the pause: the clock was set back meanwhile.
  return left > 0 && left <= watch.pause * 1000 ? transition(next) : beginReading(next, 'everything');
}
