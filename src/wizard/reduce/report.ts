import type { LeftOutItem } from '#presentation/left-out.ts';
import { stepModes } from '../keys/mode.ts';
import { note } from '../keys/note.ts';
import type { Transition } from '../state/message.ts';
import { currentMesh } from '../state/shown.ts';
import { type ActionInput, selectedIn, unselected, type WizardAction } from './action.ts';
import { transition, withNote } from './change.ts';

/** Space: the report goes without this finding or cause, or has it again. What the verdict is does not change. */
export const toggleReportAction: WizardAction = {
  id: 'toggle-report',
  bindings: [{ keys: [' '], modes: stepModes, group: 'act', footer: { order: 8.2, rank: 12 } }],
  refusal: (input) =>
    unselected(input) ?? (itemIn(input) === undefined ? note('notInReport', {}) : undefined),
  run: toggleReport,
};

function toggleReport(input: ActionInput): Transition {
  const { state } = input;
  const item = itemIn(input);
  if (item === undefined) return transition(state);
  const others = state.leftOut.filter((other) => !isSame(other, item));
  const isBack = others.length < state.leftOut.length;
  const leftOut = isBack ? others : [...others, item];
  const { id = '' } = selectedIn(input) ?? {};
  return transition(withNote({ ...state, leftOut }, isBack ? 'inReport' : 'leftOut', { id }));
}

/** What the selected row is about, and in which mesh. */
function itemIn(input: ActionInput): LeftOutItem | undefined {
  const about = selectedIn(input)?.about;
  const mesh = currentMesh(input.state)?.mesh;
  return about === undefined || mesh === undefined
    ? undefined
    : { ...about, mesh: mesh.name, namespace: mesh.namespace };
}

function isSame(a: LeftOutItem, b: LeftOutItem): boolean {
  return a.kind === b.kind && a.key === b.key && a.mesh === b.mesh && a.namespace === b.namespace;
}
