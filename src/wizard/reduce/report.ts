import type { LeftOutItem } from '#presentation/left-out.ts';
import { type Next, same, say, withNote } from './change.ts';
import type { WizardState } from '../state/state.ts';
import type { View } from '../view/view.ts';

/** Space: the report goes without this finding or cause, or has it again. What the verdict is does not change. */
export function toggleReport(state: WizardState, view: View): Next {
  const { mesh, selected } = view;
  if (selected === undefined || mesh === undefined) return say(state, 'nothingSelected', {});
  const { about, id = '' } = selected;
  if (about === undefined) return say(state, 'notInReport', {});
  const item: LeftOutItem = { ...about, mesh: mesh.mesh.name, namespace: mesh.mesh.namespace };
  const others = state.leftOut.filter((other) => !isSame(other, item));
  const isBack = others.length < state.leftOut.length;
  const leftOut = isBack ? others : [...others, item];
  return same(withNote({ ...state, leftOut }, isBack ? 'inReport' : 'leftOut', { id }));
}

function isSame(a: LeftOutItem, b: LeftOutItem): boolean {
  return a.kind === b.kind && a.key === b.key && a.mesh === b.mesh && a.namespace === b.namespace;
}
