import type { Symbols } from './symbols.ts';

/** How things are drawn here; what they say never depends on it. */
export interface Theme {
  readonly symbols: Symbols;
  /** False under NO_COLOR: bold and dim stay, colours go. */
  readonly color: boolean;
  /** The terminal shows links (OSC 8). */
  readonly links: boolean;
}
