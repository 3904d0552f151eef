import type { Diagnosis, MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { WizardState } from './state.ts';

/** Stable identity of a mesh over readings. */
export function meshKey({ mesh }: Pick<MeshDiagnosis, 'mesh'>): string {
  return `${mesh.namespace}/${mesh.name}`;
}

/** The mesh that is looked at: the chosen one, else the worst. */
export function meshIn(diagnosis: Diagnosis | undefined, key: string | undefined): MeshDiagnosis | undefined {
  return diagnosis?.meshes.find((mesh) => meshKey(mesh) === key) ?? diagnosis?.meshes[0];
}

export function currentMesh(state: WizardState): MeshDiagnosis | undefined {
  return meshIn(state.data?.diagnosis, state.mesh);
}
