import type { Texts } from '#i18n/texts.ts';
import { statusTitles } from '../view/chrome.ts';
import { placeOf, type WizardState } from '../state/state.ts';

/** Rows that are always there: header, tabs, the rule below them, footer. */
export const fixedRows = 4;

/** Lines of the status line, the rule above the footer: a long note has two, what a search found one. */
export function statusHeightOf(state: WizardState, texts: Texts, columns: number): number {
  if (state.note === undefined && state.search !== undefined) return 1;
  return Math.max(1, statusTitles(state, texts, columns).length);
}

/** Something else than the step is read: on a low terminal it gets the lines of the question, too. */
export function isCovered(state: WizardState): boolean {
  const isUnread = state.run.kind === 'failed' && state.data === undefined;
  const isOpen = state.overlay.kind !== 'none' || state.log !== undefined;
  return isOpen || isUnread || placeOf(state).view.kind === 'timeline';
}
