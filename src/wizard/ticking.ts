import { nextTick } from './moment.ts';
import { isFollowing } from './log/log-state.ts';
import type { WizardPorts } from './ports.ts';
import type { WizardState } from './state.ts';
import type { WizardStore } from './store.ts';

/** While something is read, the seconds in the progress line move. */
const readingTick = 200;

/** Sends the time as often as something on the screen depends on it, until the returned function is called. */
export function startTicking(
  store: WizardStore,
  ports: Pick<WizardPorts, 'now'>,
  file: string | undefined,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let waiting = 0;
  const wait = (): void => {
    waiting = pause();
    clearTimeout(timer);
    timer = setTimeout(() => {
      const state = store.state();
      // A replayed snapshot does not age.
      if (file === undefined || isReading(state)) {
        store.send({ kind: 'tick', now: ports.now().getTime() });
      }
      wait();
    }, waiting);
  };
  const pause = (): number => {
    const { data, now } = store.state();
    if (isReading(store.state())) return readingTick;
    const readAt = Date.parse(data?.diagnosis.readAt ?? '');
    return Number.isNaN(readAt) ? 1_000 : nextTick((now - readAt) / 1_000);
  };
  wait();
  // A reading that starts during a long pause must not wait for its end.
  const unsubscribe = store.subscribe(() => {
    if (pause() < waiting) wait();
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}

/** Something shows how many seconds it takes. A log that is followed shows none. */
function isReading({ log, run }: WizardState): boolean {
  return run.kind === 'reading' || (log?.reading.kind === 'reading' && !isFollowing(log));
}
