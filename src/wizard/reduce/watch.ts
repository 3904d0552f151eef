import type { ChangeCounts } from '#i18n/types/runs.ts';
import { beginReading } from './begin-reading.ts';
import { type Next, same, say, withNote } from './change.ts';
import type { Facts, WizardState } from '../state/state.ts';
import type { View } from '../view/view.ts';
import { nextPause } from '../state/watch.ts';

/** w: reads everything again and again until it is healthy; a second time it stops. */
export function toggleWatch(state: WizardState, view: View): Next {
  if (state.run.kind === 'unchosen') return say(state, 'noContext', {});
  if (view.isReplay) return say(state, 'watchReplay', {});
  if (state.watch.kind === 'on') return stopWatch(state);
  const isHealthy = state.run.kind === 'finished' && state.data?.diagnosis.verdict.status === 'healthy';
  if (isHealthy) return say(state, 'alreadyHealthy', {});
  const { watchInterval } = state.settings;
  const watching: WizardState = { ...state, watch: { kind: 'on', pause: watchInterval } };
  const next = state.run.kind === 'reading' ? same(watching) : beginReading(watching, 'everything');
  return { ...next, state: withNote(next.state, 'watchStarted', { seconds: watchInterval }) };
}

/** A reading under way goes on to its end. */
export function stopWatch(state: WizardState): Next {
  return say({ ...state, watch: { kind: 'idle' } }, 'watchStopped', {});
}

/** A watched reading has ended: done, or when the next one is due. */
export function afterReading(
  state: WizardState,
  before: Facts | undefined,
  counts: ChangeCounts | undefined,
): Next {
  const { status } = state.data?.diagnosis.verdict ?? {};
  if (status === 'healthy') {
    const done = withNote({ ...state, watch: { kind: 'idle' } }, 'healthyNow', {});
    const isNews = before?.diagnosis.verdict.status !== 'healthy';
    return state.settings.bell && isNews ? same(done, { kind: 'bell' }) : same(done);
  }
  const isChanged =
    before?.diagnosis.verdict.status !== status || (counts !== undefined && counts.fixed + counts.fresh > 0);
  const next = scheduled(state, isChanged ? 'changed' : 'unchanged');
  return isChanged && before !== undefined && counts !== undefined
    ? say(next, 'watchChanged', { counts })
    : same(next);
}

/** A watch goes on after a failure, later and later. */
export function afterFailure(state: WizardState): Next {
  return same(scheduled(state, 'failed'));
}

function scheduled(state: WizardState, outcome: Parameters<typeof nextPause>[1]): WizardState {
  const { settings, watch } = state;
  if (watch.kind !== 'on') return state;
  const pause = nextPause(watch.pause, outcome, settings.watchInterval);
  return { ...state, watch: { kind: 'on', pause, nextAt: state.now + pause * 1000 } };
}

/** The clock went on: is the next reading due? */
export function tick(state: WizardState, now: number): Next {
  const next = { ...state, now };
  const { run, watch } = state;
  if (watch.kind !== 'on' || watch.nextAt === undefined || run.kind === 'reading') return same(next);
  const left = watch.nextAt - now;
  // More than the pause: the clock was set back meanwhile.
  return left > 0 && left <= watch.pause * 1000 ? same(next) : beginReading(next, 'everything');
}
