import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Problem } from '#errors/problem.ts';
import { foldWidth } from '#components/keys.ts';
import type { Texts } from '#i18n/texts.ts';
import type { ContextList, ContextRow } from '../ports/ports.ts';
import type { Picker } from './state.ts';

/** Lines above the rows, without the title: the filter. */
export const pickerHead = 1;

export interface MeshChoice {
  /** Stable identity of the mesh over readings. */
  readonly meshKey: string;
  readonly label: string;
  readonly mesh: MeshDiagnosis;
  /** The one that is looked at. */
  readonly isCurrent: boolean;
}

/** The contexts to choose from, or why there are none. */
export type KnownContexts = ContextList | { readonly kind: 'failed'; readonly problem: Problem };

/** What there is to choose from. */
export interface PickerChoices {
  readonly meshes: readonly MeshChoice[];
  /** Absent until they were listed. */
  readonly contexts?: KnownContexts;
  /** More meshes may be found. */
  readonly isReading: boolean;
}

/** A row of the list. */
export type PickerItem =
  | ({ readonly kind: 'mesh'; readonly key: string } & MeshChoice)
  | { readonly kind: 'context'; readonly key: string; readonly context: ContextRow };

export interface PickerItems {
  /** Those that the filter leaves, meshes first. */
  readonly items: readonly PickerItem[];
  readonly selected: number;
  /** Before the filter. */
  readonly meshes: number;
  readonly contexts: number;
}

/** The meshes of the cluster and the contexts of the kubeconfig that pass the filter. */
export function pickerItems(
  picker: Picker,
  { contexts: known, meshes: found }: PickerChoices,
  texts: Texts,
): PickerItems {
  const meshes = found.map((mesh): PickerItem => ({ kind: 'mesh', key: `mesh|${mesh.meshKey}`, ...mesh }));
  const contexts = (known?.kind === 'some' ? known.contexts : []).map((context): PickerItem => ({
    kind: 'context',
    key: `context|${context.name}`,
    context,
  }));
  const words = wordsOf(picker.field.value);
  const all = [...meshes, ...contexts];
  const items = words.length === 0 ? all : all.filter((item) => matches(item, words, texts));
  return {
    items,
    selected: Math.max(0, items.findIndex(selectedIn(picker, words.length > 0))),
    meshes: meshes.length,
    contexts: contexts.length,
  };
}

/** The marked row; while none was marked, the first that matches, or where one is now. */
function selectedIn({ selected }: Picker, isFiltered: boolean): (item: PickerItem) => boolean {
  if (selected !== undefined) return ({ key }) => key === selected;
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
  return [item.label, mesh.flavour, mesh.version, texts.presentation.verdicts[verdict.status]];
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
