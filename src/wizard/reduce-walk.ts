import type { ScreenId } from '#language/types/steps.ts';
import { type Next, same, say, withNote, withOverlay } from './change.ts';
import { currentMesh, meshKey } from './mesh-choice.ts';
import { screenIds, type WizardState } from './state.ts';
import type { View } from './view.ts';

/** → and ←, ] and [. */
export function walk(state: WizardState, by: 1 | -1, view: View): Next {
  const index = screenIds.indexOf(state.screen);
  const target = screenIds[index + by];
  if (target !== undefined) return goTo(state, target);
  const step = stepName(state.screen, view);
  return by > 0 ? say(state, 'lastStep', { step }) : say(state, 'firstStep', { step });
}

/** A digit; the keymap offers as many as there are steps. */
export function jump(state: WizardState, digit: number | undefined, view: View): Next {
  const target = screenIds[(digit ?? 0) - 1] ?? state.screen;
  if (target === state.screen) return say(state, 'alreadyThere', { step: stepName(target, view) });
  return goTo(state, target);
}

function goTo(state: WizardState, screen: ScreenId): Next {
  return same({ ...state, screen, walk: 'begun' });
}

export function stepName(screen: ScreenId, { texts }: Pick<View, 'texts'>): string {
  return texts.ui.step(screenIds.indexOf(screen) + 1, texts.steps.steps[screen].tab, screen);
}

/** m: a list of the meshes, where there is more than one. */
export function openMeshes(state: WizardState): Next {
  const meshes = state.data?.diagnosis.meshes ?? [];
  const current = currentMesh(state);
  if (current === undefined) return say(state, 'noMesh', {});
  if (meshes.length === 1) return say(state, 'onlyOneMesh', { mesh: label(current) });
  return same(withOverlay(state, { kind: 'meshes', cursor: meshes.indexOf(current) }));
}

export function chooseMesh(state: WizardState, index: number): Next {
  const chosen = state.data?.diagnosis.meshes[index];
  if (chosen === undefined) return say(state, 'noSuchChoice', {});
  const closed = withOverlay({ ...state, mesh: meshKey(chosen) }, { kind: 'none' });
  return same(withNote(closed, 'mesh', { mesh: label(chosen) }));
}

function label({ mesh }: NonNullable<ReturnType<typeof currentMesh>>): string {
  return `${mesh.name} @ ${mesh.namespace}`;
}
