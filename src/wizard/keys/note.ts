import type { UiNotes } from '#i18n/types/ui.ts';

/** A sentence for the status line, by its name in the texts. */
export type Note = { [N in keyof UiNotes]: { readonly name: N; readonly params: UiNotes[N] } }[keyof UiNotes];

export function note<N extends keyof UiNotes>(name: N, params: UiNotes[N]): Note {
  return { name, params } as Note;
}
