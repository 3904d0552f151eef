import type { Diagnosis, MeshDiagnosis } from '#diagnosis/diagnosis.ts';

/** Stable identity of a mesh over readings. */
export function meshKey({ mesh }: Pick<MeshDiagnosis, 'mesh'>): string {
  return `${mesh.namespace}/${mesh.name}`;
}

/** The mesh that is looked at: the chosen one, else the worst. */
export function meshIn(diagnosis: Diagnosis | undefined, key: string | undefined): MeshDiagnosis | undefined {
  return diagnosis?.meshes.find((mesh) => meshKey(mesh) === key) ?? diagnosis?.meshes[0];
}

/** `osm @ osm-system` */
export function meshLabel({ mesh }: Pick<MeshDiagnosis, 'mesh'>): string {
  return `${mesh.name === '' ? '?' : mesh.name} @ ${mesh.namespace}`;
}
