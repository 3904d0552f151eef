import type { CustomResourceDefinition } from '#snapshot/custom-resource-definition.ts';
import type { ApiResources } from '#snapshot/kubernetes.ts';
import type { Observed } from '#snapshot/observed.ts';

/**
 * What the CRDs tell of a group version, without another request: each of the kinds is established and served, as the
 * API server itself says in the CRD's status. Undefined when one of them is not, or when nobody could look: then the
 * discovery of the API server has to be asked.
 */
export function servedKinds(
  groupVersion: string,
  kinds: readonly string[],
  crds: Observed<readonly CustomResourceDefinition[]>,
): Observed<ApiResources> | undefined {
  if (crds.state !== 'read' && crds.state !== 'partial') return undefined;
  const served = crds.value
    .filter((crd) => serves(crd, groupVersion))
    .map((crd) => crd.spec?.names.kind ?? '');
  if (!kinds.every((kind) => served.includes(kind))) return undefined;
  return { state: 'read', value: { groupVersion, kinds: served }, at: crds.at };
}

function serves({ metadata, spec, status }: CustomResourceDefinition, groupVersion: string): boolean {
  const isEstablished = status?.conditions.some((one) => one.type === 'Established' && one.status === 'True');
  const isServed = spec?.versions.some(
    ({ name, served }) => served === true && `${spec.group}/${name}` === groupVersion,
  );
  return isEstablished === true && isServed === true && metadata.deletionTimestamp === undefined;
}
