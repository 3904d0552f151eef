import type { Symbols } from '#components/symbols.ts';
import type { WizardStore } from '../store/store.ts';
import type { Frame } from '../view/view.ts';
import { announce } from './announce.ts';

/**
 * Writes what changes, line after line, until the returned function is called. A burst of keys is told once, by where
 * it led.
 */
export function startAnnouncements(
  store: WizardStore,
  symbols: Symbols,
  write: (text: string) => void,
  fail: (error: unknown) => void,
): () => void {
  let told: Frame | undefined;
  let waiting: NodeJS.Immediate | undefined;
  const say = (): void => {
    waiting = undefined;
    try {
      const frame = store.frame();
      const lines = announce(told, frame, symbols);
      told = frame;
      if (lines.length > 0) write(`${lines.join('\n')}\n`);
    } catch (error) {
      fail(error);
    }
  };
  const wait = (): void => {
    waiting ??= setImmediate(say);
  };
  wait();
  const unsubscribe = store.subscribe(wait);
  return () => {
    unsubscribe();
    clearImmediate(waiting);
  };
}
