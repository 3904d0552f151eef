import type { Symbols } from '#components/symbols.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import type { KeyBinding } from '../keys/action.ts';
import type { WizardPorts } from '../ports/ports.ts';
import type { BlockLayout, Models } from './models.ts';
import type { TerminalSize } from './geometry.ts';

/** The terminal, and all that is needed to say what stands on it. With the state it decides every screen. */
export interface Display {
  readonly size: TerminalSize;
  readonly symbols: Symbols;
  readonly texts: (language: Language) => Texts;
  readonly headline: WizardPorts['headline'];
  readonly models: Models;
  /** How blocks become lines. */
  readonly layout: BlockLayout;
  /** What the page of all keys lists. */
  readonly keymap: readonly KeyBinding[];
  /** More of a log can be read than the snapshot keeps. */
  readonly isLive: boolean;
  /** Name of the demo scenario that was begun with. */
  readonly demo?: string;
  /** The file of a replayed snapshot: there is nothing to read again, and no age. */
  readonly file?: string;
}
