import type { BeforeCheck, RemedyStep } from '#diagnosis/remedy.ts';
import type { Block } from './blocks.ts';
import { beforeMark } from './marks.ts';
import { beforeText, effectText, purposeText } from './message-lookup.ts';
import type { PresentationInput } from './screen-input.ts';
import { commandLine, remedyLine } from './shell.ts';

type Note = Extract<Block, { kind: 'command' }>['notes'][number];

/** The numbered commands of a remedy: its group and why each is run, the form of the mesh's CLI, what was checked before, what it alters. */
export function remedyBlocks(steps: readonly RemedyStep[], input: PresentationInput): readonly Block[] {
  return steps.map((step, index) => ({
    kind: 'command',
    number: index + 1,
    command: remedyLine(step, input.run),
    equivalents: (step.equivalent ?? []).map((argv) => commandLine(argv, input.run)),
    text: `${input.texts.remedies.groups[step.group]}: ${purposeText(step.purpose, input.texts)}`,
    notes: notesOf(step, input),
  }));
}

/** The lines that `c` copies: each command alone, never a joined list. */
export function remedyLines(steps: readonly RemedyStep[], input: PresentationInput): readonly string[] {
  return steps.map((step) => remedyLine(step, input.run));
}

function notesOf(step: RemedyStep, input: PresentationInput): readonly Note[] {
  return [
    ...step.before.map((check) => beforeNote(check, input)),
    ...step.changes.map((change) => ({ mark: 'info' as const, text: effectText(change, input.texts) })),
  ];
}

/** The sentence says "check first" by itself; the command that does it stands below. */
function beforeNote(check: BeforeCheck, { run, texts }: PresentationInput): Note {
  const note = { mark: beforeMark(check.answer), text: beforeText(check, texts) };
  if (check.answer !== 'check-first' || check.command === undefined) return note;
  return { ...note, command: commandLine(check.command, run) };
}
