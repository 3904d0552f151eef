import { titleRoom } from '#components/rule-lines.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { wrapText } from '#presentation/wrap.ts';
import type { Texts } from '#i18n/texts.ts';
import type { Note } from '../keys/note.ts';
import { problemText } from '../ports/problem-text.ts';
import type { WizardState } from '../state/state.ts';

/** What the status line says while nothing is searched: the note of the last key, else that the last reading failed. */
export function statusWords({ data, note, run }: WizardState, texts: Texts): string {
  if (note !== undefined) return sanitizeLine(noteText(note, texts));
  if (run.kind !== 'failed' || data === undefined) return '';
  return sanitizeLine(texts.runs.failed(problemText(run.problem, texts).what));
}

/** A long sentence goes on on a second line. */
export function statusLines(words: string, width: number): readonly string[] {
  if (words === '') return [];
  const [first = '', ...further] = wrapText(words, titleRoom(width));
  return further.length === 0 ? [first] : [first, further.join(' ')];
}

/** Lines of the status line, the rule above the footer: what a search found has one. */
export function statusHeight(state: WizardState, texts: Texts, columns: number): number {
  if (state.note === undefined && state.search !== undefined) return 1;
  return Math.max(1, statusLines(statusWords(state, texts), columns).length);
}

function noteText(note: Note, texts: Texts): string {
  // One function a note; the compiler cannot see that the name picks the right one.
  const tell = texts.ui.notes[note.name] as (params: Note['params']) => string;
  return tell(note.params);
}
