import { isFollowing } from '../log/state.ts';
import { untilChange } from '../layout/displayed-time.ts';
import type { WizardPorts } from '../ports/ports.ts';
import type { WizardState } from '../state/state.ts';
import type { WizardStore } from './store.ts';
import { countdownTick } from '../state/watch.ts';

/** While something is read, the seconds in the progress line move. */
const readingTick = 200;

/** Sends the time as often as something on the screen depends on it, until the returned function is called. */
export function startTicking(
  store: WizardStore,
  ports: Pick<WizardPorts, 'now'>,
  file: string | undefined,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;
  const now = (): number => ports.now().getTime();
  const wait = (milliseconds: number): void => {
    due = now() + milliseconds;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const state = store.state();
      due = Number.POSITIVE_INFINITY;
      // A replayed snapshot does not age.
      if (file === undefined || isReading(state)) store.send({ kind: 'tick', now: now() });
      wait(pause());
    }, milliseconds);
  };
  const pause = (): number => {
    const state = store.state();
    if (isReading(state)) return readingTick;
    const readAt = Date.parse(state.data?.diagnosis.readAt ?? '');
    const { watch } = state;
    if (watch.kind === 'on' && watch.nextAt !== undefined) return countdownTick(now(), watch.nextAt);
    // A clock that was set back waits until it has caught up, but looks every minute.
    return Number.isNaN(readAt) ? 60_000 : Math.min(untilChange((now() - readAt) / 1_000), 60_000);
  };
  wait(pause());
  // A reading that starts during a long pause must not wait for its end.
  const unsubscribe = store.subscribe(() => {
    const next = pause();
    if (now() + next < due) wait(next);
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}

/** Something shows how many seconds it takes. A log that is followed shows none. */
function isReading({ log, run }: WizardState): boolean {
  return run.kind === 'reading' || (log?.fetch.kind === 'running' && !isFollowing(log));
}
