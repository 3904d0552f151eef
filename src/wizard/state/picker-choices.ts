import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { PickerChoices } from '../picker/items.ts';
import { meshKey, meshLabel } from './mesh-key.ts';
import { currentMesh, lastVerdict } from './shown.ts';
import type { WizardState } from './state.ts';

/** What the picker offers: the meshes of the cluster and the contexts of the kubeconfig. */
export function pickerChoices(state: WizardState): PickerChoices {
  const current = currentMesh(state, 'verdict');
  return {
    meshes: knownMeshes(state).map((mesh) => ({
      meshKey: meshKey(mesh),
      label: meshLabel(mesh),
      mesh,
      isCurrent: mesh === current,
    })),
    ...(state.contexts === undefined ? {} : { contexts: state.contexts }),
    isReading: state.data === undefined || state.data.diagnosis.verdict.soFar,
  };
}

/** The control planes that are there; without one, an identity stands for the place that was looked at. */
export function knownMeshes(state: WizardState): readonly MeshDiagnosis[] {
  return (lastVerdict(state)?.diagnosis.meshes ?? []).filter(
    ({ mesh: { presence } }) => presence === 'controller' || presence === 'leftovers',
  );
}
