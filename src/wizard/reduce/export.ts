import type { Problem } from '#errors/problem.ts';
import { reportFormats } from '#report/formats.ts';
import { defaultFile, nextFile } from '../export/file-name.ts';
import type { ExportStage } from '../export/state.ts';
import { screenModes } from '../keys/mode.ts';
import { note } from '../keys/note.ts';
import type { Transition } from '../state/message.ts';
import { currentMesh, lastVerdict } from '../state/shown.ts';
import type { WizardState } from '../state/state.ts';
import { type TextField, textField } from '../text-field/text-field.ts';
import type { WizardAction } from './action.ts';
import { closed, transition, notify, withOverlay } from './change.ts';

/** e: first the format. */
export const exportAction: WizardAction = {
  id: 'export',
  bindings: [
    {
      keys: ['e', 'ctrl-s'],
      modes: screenModes,
      group: 'act',
      footer: { order: 8, rank: 7, keys: ['e'] },
    },
  ],
  refusal: ({ state }) => (state.data === undefined ? note('nothingRead', {}) : undefined),
  run: ({ state }) => at(state, { kind: 'format', cursor: 0 }),
};

/** Then the place, with a name that does not exist yet on offer. */
export function chooseFormat(state: WizardState, index: number): Transition {
  const format = reportFormats[index];
  if (format === undefined) return notify(state, 'noSuchChoice', {});
  const file = defaultFile(format, currentMesh(state), state.now);
  return at(state, { kind: 'path', format, field: textField(file) });
}

export function withPath(state: WizardState, field: TextField): Transition {
  const stage = exportStage(state);
  return stage?.kind === 'path'
    ? at(state, { kind: 'path', format: stage.format, field })
    : transition(state);
}

/** Enter: writes, and waits for the answer. */
export const submitAction: WizardAction = {
  id: 'submit',
  bindings: [{ keys: ['enter'], modes: ['entry'], group: 'type', footer: { order: 1, rank: 1 } }],
  run: ({ state }) => submitPath(state),
};

function submitPath(state: WizardState): Transition {
  const stage = exportStage(state);
  const facts = lastVerdict(state);
  if (stage?.kind !== 'path' || facts === undefined) return transition(state);
  const file = stage.field.value.trim();
  if (file === '') return at(state, { ...stage, trouble: 'empty' });
  const writing = at(state, { kind: 'writing', format: stage.format, file });
  return transition(writing.state, {
    kind: 'export',
    format: stage.format,
    file,
    diagnosis: facts.diagnosis,
    leftOut: state.leftOut,
    language: state.language,
    history: state.history,
  });
}

export function exported(state: WizardState, file: string): Transition {
  const saved = { ...state, reports: [...state.reports, file] };
  // The dialog may have been left while the file was written.
  return exportStage(state)?.kind === 'writing' ? at(saved, { kind: 'done', file }) : transition(saved);
}

/** Back to the path: another place may work, and for a file that exists another name is offered. */
export function exportFailed(
  state: WizardState,
  failed: { readonly file: string; readonly problem: Problem },
): Transition {
  const stage = exportStage(state);
  // The dialog may have been left while the file was written.
  if (stage?.kind !== 'writing') return notify(state, 'reportFailed', { file: failed.file });
  const { problem } = failed;
  const file = problem.kind === 'report-exists' ? nextFile(stage.file) : stage.file;
  return at(state, { kind: 'path', format: stage.format, field: textField(file), trouble: problem });
}

function exportStage(state: WizardState): ExportStage | undefined {
  return state.overlay.kind === 'export' ? state.overlay.stage : undefined;
}

/** Esc goes back one stage: from the path to the formats. */
export function leaveExport(state: WizardState, stage: ExportStage): Transition {
  if (stage.kind !== 'path') return transition(closed(state));
  return at(state, { kind: 'format', cursor: reportFormats.indexOf(stage.format) });
}

function at(state: WizardState, stage: ExportStage): Transition {
  return transition(withOverlay(state, { kind: 'export', stage }));
}
