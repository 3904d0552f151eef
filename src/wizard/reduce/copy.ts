import { longestCopy } from '#components/clipboard.ts';
import { sanitizeLines } from '#presentation/sanitize.ts';
import { type Next, same, say, withNote, withOverlay } from './change.ts';
import type { WizardState } from '../state/state.ts';
import type { View } from '../view/view.ts';

/** c: one command is copied at once; of several, one is chosen: a joined list would all run when pasted. */
export function copyCommand(state: WizardState, view: View): Next {
  const { selected } = view;
  if (selected === undefined) return say(state, 'nothingSelected', {});
  const [first, ...others] = selected.commands;
  if (first === undefined) return say(state, 'noCommand', {});
  if (others.length === 0) return copyOne(state, first);
  const last = selected.commands.indexOf(state.copied ?? '');
  return same(
    withOverlay(state, { kind: 'commands', cursor: Math.max(0, last), commands: selected.commands }),
  );
}

export function copyOne(state: WizardState, command: string): Next {
  const closed = withOverlay(state, { kind: 'none' });
  return copy(closed, withNote(closed, 'copiedCommand', { command }), command);
}

/** y: the raw words that the selected row rests on, without what a terminal would obey when they are pasted. */
export function copyEvidence(state: WizardState, view: View): Next {
  const { selected } = view;
  if (selected === undefined) return say(state, 'nothingSelected', {});
  if (selected.evidence === '') return say(state, 'noEvidence', {});
  const lines = sanitizeLines(selected.evidence);
  return copy(state, withNote(state, 'copiedEvidence', { lines: lines.length }), lines.join('\n'));
}

/**
 * No terminal says whether it took the text. So what is asked for once more, and what is too long for terminals, is
 * shown to be selected by hand.
 */
export function copy(state: WizardState, told: WizardState, text: string): Next {
  const shown = withOverlay(state, { kind: 'copy', text, scroll: 0 });
  const bytes = Math.ceil(Buffer.byteLength(text, 'utf8') / 3) * 4;
  if (bytes > longestCopy) return say(shown, 'tooLongToCopy', { kilobytes: Math.round(bytes / 1000) });
  const next = state.copied === text ? shown : { ...told, copied: text };
  return same(next, { kind: 'copy', text });
}
