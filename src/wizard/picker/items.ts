import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import { foldWidth } from '#components/keys.ts';
import type { Texts } from '#i18n/texts.ts';
import { meshKey, meshLabel } from '../state/mesh-key.ts';
import type { ContextRow } from '../ports/ports.ts';
import { currentMesh, lastVerdict } from '../state/shown.ts';
import type { WizardState } from '../state/state.ts';

/** What the picker offers. */
export type PickerItem =
  | { readonly kind: 'mesh'; readonly key: string; readonly mesh: MeshDiagnosis; readonly isCurrent: boolean }
  | { readonly kind: 'context'; readonly key: string; readonly context: ContextRow };

export interface PickerItems {
  /** Those that the filter leaves, meshes first. */
  readonly items: readonly PickerItem[];
  readonly selected: number;
  /** Before the filter. */
  readonly meshes: number;
  readonly contexts: number;
}

/** The meshes of the cluster and the contexts of the kubeconfig, with the filter of the open picker. */
export function pickerItems(state: WizardState, texts: Texts): PickerItems {
  const meshes = knownMeshes(state).map((mesh): PickerItem => ({
    kind: 'mesh',
    key: `mesh|${meshKey(mesh)}`,
    mesh,
    isCurrent: mesh === currentMesh(state, 'verdict'),
  }));
  const contexts = (state.contexts?.kind === 'some' ? state.contexts.contexts : []).map(
    (context): PickerItem => ({ kind: 'context', key: `context|${context.name}`, context }),
  );
  const { overlay } = state;
  const words = overlay.kind === 'picker' ? wordsOf(overlay.field.value) : [];
  const all = [...meshes, ...contexts];
  const items = words.length === 0 ? all : all.filter((item) => matches(item, words, texts));
  return {
    items,
    selected: Math.max(0, items.findIndex(selectedIn(state, words.length > 0))),
    meshes: meshes.length,
    contexts: contexts.length,
  };
}

/** The control planes that are there; without one, an identity stands for the place that was looked at. */
export function knownMeshes(state: WizardState): readonly MeshDiagnosis[] {
  return (lastVerdict(state)?.diagnosis.meshes ?? []).filter(
    ({ mesh: { presence } }) => presence === 'controller' || presence === 'leftovers',
  );
}

/** The marked row; while none was marked, the first that matches, or where one is now. */
function selectedIn(state: WizardState, isFiltered: boolean): (item: PickerItem) => boolean {
  const { overlay } = state;
  const marked = overlay.kind === 'picker' ? overlay.selected : undefined;
  if (marked !== undefined) return ({ key }) => key === marked;
  if (isFiltered) return () => true;
  return (item) => (item.kind === 'mesh' ? item.isCurrent : item.context.isCurrent);
}

/** Every word must be somewhere in the row, in any case and width. */
function matches(item: PickerItem, words: readonly string[], texts: Texts): boolean {
  const told = folded(toldOf(item, texts).join(' '));
  return words.every((word) => told.includes(word));
}

/** Where a context leads to, or what its scenario is about. */
export function serverWords({ scenario, server }: ContextRow, { runs }: Texts): string {
  return (scenario === undefined ? undefined : runs.picker.scenarioTitles[scenario]) ?? server;
}

function toldOf(item: PickerItem, texts: Texts): readonly string[] {
  if (item.kind === 'context') {
    const { name, namespace = '' } = item.context;
    return [name, serverWords(item.context, texts), namespace];
  }
  const { mesh, verdict } = item.mesh;
  return [meshLabel(item.mesh), mesh.flavour, mesh.version, texts.presentation.verdicts[verdict.status]];
}

function wordsOf(filter: string): readonly string[] {
  return folded(filter)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** An input method that was left on must not hide anything. */
function folded(text: string): string {
  return Array.from(text, foldWidth).join('').toLowerCase();
}
