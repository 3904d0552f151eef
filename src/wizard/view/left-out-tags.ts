import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { ListRow } from '#presentation/blocks.ts';
import type { Texts } from '#i18n/texts.ts';
import type { WizardState } from '../state/state.ts';

/** What stands at the rows of a mesh that the report goes without. */
export function leftOutTags(
  { leftOut }: WizardState,
  mesh: MeshDiagnosis | undefined,
  { ui }: Texts,
): (row: ListRow) => string {
  const own = leftOut.filter(
    (item) => item.mesh === mesh?.mesh.name && item.namespace === mesh.mesh.namespace,
  );
  const keys = new Set(own.map(keyOf));
  if (keys.size === 0) return () => '';
  return ({ about }) => (about !== undefined && keys.has(keyOf(about)) ? ui.leftOut : '');
}

/** A finding and a cause may have the same key. */
function keyOf({ key, kind }: NonNullable<ListRow['about']>): string {
  return `${kind} ${key}`;
}
