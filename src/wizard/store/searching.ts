import type { WizardStore } from './store.ts';

/**
 * Goes on with a search that one turn of the event loop does not finish, until the returned function is called. Keys are
 * heard between two turns, and the matches so far are drawn.
 */
export function startSearching(store: WizardStore, crash: (error: unknown) => void): () => void {
  let turn: NodeJS.Immediate | undefined;
  const guarded = (work: () => void) => (): void => {
    try {
      work();
    } catch (error) {
      crash(error);
    }
  };
  const goOn = guarded(() => {
    turn = undefined;
    store.send({ kind: 'search-on' });
  });
  const unsubscribe = store.subscribe(
    guarded(() => {
      if (!store.isSearching()) return;
      turn ??= setImmediate(goOn);
    }),
  );
  return () => {
    unsubscribe();
    clearImmediate(turn);
  };
}
