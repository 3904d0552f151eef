import type { ExportStage } from '../export/state.ts';
import type { Picker } from '../picker/state.ts';

/** What covers the body of a step; one at a time. */
export type Overlay = { readonly kind: 'none' } | Page | Dialog;

/** Something to choose, or to type. */
export type Dialog =
  | ({ readonly kind: 'picker' } & Picker)
  | { readonly kind: 'commands'; readonly cursor: number; readonly commands: readonly string[] }
  | { readonly kind: 'export'; readonly stage: ExportStage };

/** A text to be read; `copy` is one to be selected by hand, since no terminal says whether it took it. */
export type Page =
  | { readonly kind: 'help' | 'guide'; readonly scroll: number }
  | { readonly kind: 'copy'; readonly text: string; readonly scroll: number };

export function isPage(overlay: Overlay): overlay is Page {
  return overlay.kind === 'help' || overlay.kind === 'guide' || overlay.kind === 'copy';
}
