import type { Symbols } from '#components/symbols.ts';
import type { Language } from '#i18n/texts.ts';
import type { TerminalSize } from './layout/geometry.ts';
import type { BlockLayout } from './layout/models.ts';
import type { WizardPorts } from './ports/ports.ts';
import { createRunner, type RunnerTerminal } from './effects/runner.ts';
import { startSearching } from './store/searching.ts';
import type { Beginning } from './state/state.ts';
import { createStore, type WizardStore } from './store/store.ts';

/** The wizard without a screen: its state, and what acts on the world for it. */
export interface Wizard {
  readonly store: WizardStore;
  /** Begins to read; the first frame does not wait for it. */
  readonly start: () => void;
  /** Ends whatever is under way. */
  readonly stop: () => void;
}

/** Joins the store and the runner, which need each other. */
export function createWizard(parts: {
  readonly ports: WizardPorts;
  readonly language: Language;
  readonly symbols: Symbols;
  readonly size: TerminalSize;
  readonly layout?: BlockLayout;
  readonly demo?: string;
  readonly file?: string;
  readonly docs?: string;
  readonly beginning?: Beginning;
  readonly terminal: RunnerTerminal;
  readonly crash: (error: unknown) => void;
}): Wizard {
  const { ports, terminal, crash, ...looks } = parts;
  const store: WizardStore = createStore({ ports, ...looks, perform: (effect) => runner.run(effect) });
  const runner = createRunner({
    ports,
    terminal,
    crash,
    send: store.send,
    state: store.state,
  });
  const stopSearching = startSearching(store, crash);
  return {
    store,
    start: () => runner.run({ kind: 'start', run: 1 }),
    stop: () => {
      stopSearching();
      runner.stop();
    },
  };
}
