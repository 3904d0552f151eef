import { editText, type TextEdit, textField } from '../text-field/text-field.ts';
import type { Problem } from '#errors/problem.ts';
import { type Next, same, say, withOverlay } from './change.ts';
import { defaultFile, nextFile } from '../export/file-name.ts';
import { currentMesh, lastVerdict } from '../state/shown.ts';
import { reportFormats } from '#report/formats.ts';
import type { ExportStage, WizardState } from '../state/state.ts';

/** e: first the format. */
export function openExport(state: WizardState): Next {
  if (state.data === undefined) return say(state, 'nothingRead', {});
  return at(state, { kind: 'format', cursor: 0 });
}

/** Then the place, with a name that does not exist yet on offer. */
export function chooseFormat(state: WizardState, index: number): Next {
  const format = reportFormats[index];
  if (format === undefined) return say(state, 'noSuchChoice', {});
  const file = defaultFile(format, currentMesh(state), state.now);
  return at(state, { kind: 'path', format, field: textField(file) });
}

export function editPath(state: WizardState, edit: TextEdit): Next {
  const stage = exportStage(state);
  if (stage?.kind !== 'path') return same(state);
  return at(state, { kind: 'path', format: stage.format, field: editText(stage.field, edit) });
}

/** Enter: writes, and waits for the answer. */
export function submitPath(state: WizardState): Next {
  const stage = exportStage(state);
  const facts = lastVerdict(state);
  if (stage?.kind !== 'path' || facts === undefined) return same(state);
  const file = stage.field.value.trim();
  if (file === '') return at(state, { ...stage, trouble: 'empty' });
  const writing = at(state, { kind: 'writing', format: stage.format, file });
  const { diagnosis } = facts;
  return same(writing.state, {
    kind: 'export',
    format: stage.format,
    file,
    diagnosis,
    leftOut: state.leftOut,
    language: state.language,
    history: state.history,
  });
}

export function exported(state: WizardState, file: string): Next {
  const saved = { ...state, reports: [...state.reports, file] };
  // The dialog may have been left while the file was written.
  return exportStage(state)?.kind === 'writing' ? at(saved, { kind: 'done', file }) : same(saved);
}

/** Back to the path: another place may work, and for a file that exists another name is offered. */
export function exportFailed(
  state: WizardState,
  failed: { readonly file: string; readonly problem: Problem },
): Next {
  const stage = exportStage(state);
  // The dialog may have been left while the file was written.
  if (stage?.kind !== 'writing') return say(state, 'reportFailed', { file: failed.file });
  const { problem } = failed;
  const file = problem.kind === 'report-exists' ? nextFile(stage.file) : stage.file;
  return at(state, { kind: 'path', format: stage.format, field: textField(file), trouble: problem });
}

function exportStage(state: WizardState): ExportStage | undefined {
  return state.overlay.kind === 'export' ? state.overlay.stage : undefined;
}

/** Esc goes back one stage: from the path to the formats. */
export function leaveExport(state: WizardState, stage: ExportStage): Next {
  if (stage.kind !== 'path') return same(withOverlay(state, { kind: 'none' }));
  return at(state, { kind: 'format', cursor: reportFormats.indexOf(stage.format) });
}

function at(state: WizardState, stage: ExportStage): Next {
  return same(withOverlay(state, { kind: 'export', stage }));
}
