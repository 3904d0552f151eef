import type { KeyPress } from '#components/keys.ts';
import { layout as layoutBlocks } from '#components/layout.ts';
import type { Symbols } from '#components/symbols.ts';
import type { Language } from '#i18n/texts.ts';
import type { Display } from '../layout/display.ts';
import type { TerminalSize } from '../layout/geometry.ts';
import { type BlockLayout, createModels } from '../layout/models.ts';
import { searchOn } from '../layout/searched.ts';
import type { WizardPorts } from '../ports/ports.ts';
import { keymap } from '../reduce/actions.ts';
import { messageOf } from '../reduce/dispatch.ts';
import { reduce } from '../reduce/reduce.ts';
import type { Effect, Message } from '../state/message.ts';
import { modesOf } from '../state/mode.ts';
import { type Beginning, initialState, type WizardState } from '../state/state.ts';
import { type Frame, viewOf } from '../view/view.ts';
import { withDots } from './with-dots.ts';

/** Holds the state outside of React, so that each key of a fast burst sees what the one before it did. */
export interface WizardStore {
  /** Without drawing anything: it works even where the drawing fails. */
  readonly state: () => WizardState;
  readonly display: () => Display;
  readonly frame: () => Frame;
  /** What is searched was not looked through to its end, or a key waits for it. */
  readonly isSearching: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (message: Message) => void;
  readonly press: (presses: readonly KeyPress[]) => void;
  readonly resize: (size: TerminalSize) => void;
}

export function createStore(parts: {
  readonly ports: Pick<WizardPorts, 'texts' | 'headline' | 'screens' | 'logs' | 'now'>;
  readonly language: Language;
  readonly symbols: Symbols;
  /** How blocks become lines; drawn with the symbols when absent. */
  readonly layout?: BlockLayout;
  readonly size: TerminalSize;
  /** Name of the demo scenario. */
  readonly demo?: string;
  /** The file of a replayed snapshot. */
  readonly file?: string;
  /** Address of the folder of our documents. */
  readonly docs?: string;
  readonly beginning?: Beginning;
  readonly perform: (effect: Effect) => void;
}): WizardStore {
  const { ports, symbols, perform } = parts;
  const { layout = (blocks, width) => layoutBlocks(blocks, width, symbols) } = parts;
  const listeners = new Set<() => void>();
  let display: Display = {
    size: parts.size,
    symbols,
    texts: (language) => withDots(ports.texts(language), symbols.dots),
    headline: (of, texts, source) => ports.headline(of, texts, source),
    models: createModels(ports.screens, layout, parts.docs),
    layout,
    keymap,
    isLive: ports.logs !== undefined,
    ...(parts.demo === undefined ? {} : { demo: parts.demo }),
    ...(parts.file === undefined ? {} : { file: parts.file }),
  };
  let state = initialState(parts.language, ports.now().getTime(), parts.beginning);
  let seen: Frame | undefined;
  let isSearching = false;

  const changed = (): void => {
    seen = undefined;
    isSearching = searchOn(state, display);
    for (const listener of listeners) listener();
  };

  const send = (message: Message): void => {
    const at = ports.now().getTime();
    const next = reduce(state, message.kind === 'action' ? { at, ...message } : message, display);
    if (next.state !== state) {
      ({ state } = next);
      changed();
    }
    for (const effect of next.effects) perform(effect);
  };

  return {
    state: () => state,
    display: () => display,
    frame: () => (seen ??= { state, view: viewOf(state, display) }),
    isSearching: () => isSearching,
    send,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    press(presses) {
      for (const press of presses) send(messageOf(press, modesOf(state)));
    },
    resize(size) {
      if (size.columns === display.size.columns && size.rows === display.size.rows) return;
      display = { ...display, size };
      changed();
    },
  };
}
