import { longestCopy } from '#components/clipboard.ts';
import { sanitizeLines } from '#presentation/sanitize.ts';
import { stepModes } from '../keys/mode.ts';
import { note } from '../keys/note.ts';
import { recordAt } from '../log/moving.ts';
import type { Transition } from '../state/message.ts';
import type { WizardState } from '../state/state.ts';
import { type ActionInput, selectedIn, unselected, type WizardAction } from './action.ts';
import { closed, transition, notify, withNote, withOverlay } from './change.ts';

/** c: one command is copied at once; of several, one is chosen: a joined list would all run when pasted. */
export const copyCommandAction: WizardAction = {
  id: 'copy-command',
  bindings: [{ keys: ['c'], modes: stepModes, group: 'act', footer: { order: 5, rank: 5 } }],
  refusal: (input) =>
    unselected(input) ?? (commandsIn(input).length === 0 ? note('noCommand', {}) : undefined),
  run(input) {
    const { state } = input;
    const commands = commandsIn(input);
    const [first = '', ...others] = commands;
    if (others.length === 0) return copyOne(state, first);
    const last = commands.indexOf(state.copied ?? '');
    return transition(withOverlay(state, { kind: 'commands', cursor: Math.max(0, last), commands }));
  },
};

function commandsIn(input: ActionInput): readonly string[] {
  return selectedIn(input)?.commands ?? [];
}

/** y: the raw words of the selected row, or of the record of a log. */
export const copyEvidenceAction: WizardAction = {
  id: 'copy-evidence',
  bindings: [{ keys: ['y'], modes: [...stepModes, 'log'], group: 'act' }],
  refusal: (input) => {
    if (input.state.log === undefined && unselected(input) !== undefined) return note('nothingSelected', {});
    return evidenceIn(input) === undefined ? note('noEvidence', {}) : undefined;
  },
  run(input) {
    const lines = evidenceIn(input) ?? [];
    const told = withNote(input.state, 'copiedEvidence', { lines: lines.length });
    return copy(input.state, told, lines.join('\n'));
  },
};

/** Without what a terminal would obey when it is pasted. */
function evidenceIn(input: ActionInput): readonly string[] | undefined {
  const { log } = input.state;
  if (log !== undefined) return recordAt(log)?.flatMap(sanitizeLines);
  const evidence = selectedIn(input)?.evidence ?? '';
  return evidence === '' ? undefined : sanitizeLines(evidence);
}

export function copyOne(state: WizardState, command: string): Transition {
  const next = closed(state);
  return copy(next, withNote(next, 'copiedCommand', { command }), command);
}

/**
 * No terminal says whether it took the text. So what is asked for once more, and what is too long for terminals, is
 * shown to be selected by hand. `told`: the state that says it was sent.
 */
function copy(state: WizardState, told: WizardState, text: string): Transition {
  const shown = withOverlay(state, { kind: 'copy', text, scroll: 0 });
  const bytes = Math.ceil(Buffer.byteLength(text, 'utf8') / 3) * 4;
  if (bytes > longestCopy) return notify(shown, 'tooLongToCopy', { kilobytes: Math.round(bytes / 1000) });
  const next = state.copied === text ? shown : { ...told, copied: text };
  return transition(next, { kind: 'copy', text });
}
