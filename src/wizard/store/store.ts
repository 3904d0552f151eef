import type { KeyPress } from '#components/keys.ts';
import { layout as layoutBlocks } from '#components/layout.ts';
import type { Symbols } from '#components/symbols.ts';
import type { Language } from '#i18n/texts.ts';
import { messageOf } from '../reduce/dispatch.ts';
import { lookFurther } from '../layout/found.ts';
import type { Size } from '../layout/geometry.ts';
import type { Effect, Message } from '../state/message.ts';
import { type BlockLayout, createModels } from '../layout/models.ts';
import type { WizardPorts } from '../ports/ports.ts';
import { reduce } from '../reduce/reduce.ts';
import { modesOf } from '../state/mode.ts';
import { type Beginning, initialState, type WizardState } from '../state/state.ts';
import { type View, viewOf } from '../view/view.ts';
import { withDots } from './with-dots.ts';

/** The state and how it looks now: all that the app draws. */
export interface Frame {
  readonly state: WizardState;
  readonly view: View;
  /** What is searched was not looked through to its end, or a key waits for it. */
  readonly isSearching: boolean;
}

/** Holds the state outside of React, so that each key of a fast burst sees what the one before it did. */
export interface WizardStore {
  /** Without drawing anything: it works even where the drawing fails. */
  readonly state: () => WizardState;
  readonly frame: () => Frame;
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (message: Message) => void;
  readonly press: (presses: readonly KeyPress[]) => void;
  readonly resize: (size: Size) => void;
}

export function createStore(parts: {
  readonly ports: Pick<WizardPorts, 'texts' | 'headline' | 'screens' | 'logs' | 'now'>;
  readonly language: Language;
  readonly symbols: Symbols;
  /** How blocks become lines; drawn with the symbols when absent. */
  readonly layout?: BlockLayout;
  readonly size: Size;
  readonly file?: string;
  /** Address of the folder of our documents. */
  readonly docs?: string;
  readonly beginning?: Beginning;
  readonly perform: (effect: Effect) => void;
}): WizardStore {
  const { symbols, perform } = parts;
  const ports = {
    ...parts.ports,
    texts: (language: Language) => withDots(parts.ports.texts(language), symbols.dots),
  };
  const { layout = (blocks, width) => layoutBlocks(blocks, width, symbols) } = parts;
  const models = createModels(ports.screens, layout, parts.docs);
  const listeners = new Set<() => void>();
  let { size } = parts;
  let state = initialState(parts.language, ports.now().getTime(), parts.beginning);
  let seen: Frame | undefined;

  const frame = (): Frame => {
    if (seen !== undefined) return seen;
    const view = viewOf(state, size, {
      ports,
      models,
      symbols,
      layout,
      ...(parts.file === undefined ? {} : { file: parts.file }),
    });
    return (seen = { state, view, isSearching: lookFurther(state, view) });
  };

  const send = (message: Message): void => {
    // A key sees the time it was pressed at, however long ago the last tick was.
    const current = message.kind === 'action' ? { ...state, now: ports.now().getTime() } : state;
    const next = reduce(current, message, frame().view);
    if (next.state !== state) {
      state = next.state;
      seen = undefined;
      for (const listener of listeners) listener();
    }
    for (const effect of next.effects) perform(effect);
  };

  return {
    state: () => state,
    frame,
    send,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    press(presses) {
      for (const press of presses) send(messageOf(press, modesOf(state)));
    },
    resize(changed) {
      if (changed.columns === size.columns && changed.rows === size.rows) return;
      size = changed;
      seen = undefined;
      for (const listener of listeners) listener();
    },
  };
}
