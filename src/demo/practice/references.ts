import { mapAt } from '../field.ts';
import type { Cluster } from './cluster.ts';
import type { Container, Pod } from './objects.ts';

/** Why a volume of a Pod cannot be mounted; undefined when all can. */
export function mountFault({ store }: Cluster, { metadata, spec }: Pod): string | undefined {
  const namespace = metadata.namespace ?? '';
  for (const { configMap, name, secret } of spec.volumes ?? []) {
    const failed = (kind: string, wanted: string): string =>
      `MountVolume.SetUp failed for volume "${name}" : ${kind} "${wanted}" not found`;
    if (secret && secret.optional !== true && !store.get('secrets', namespace, secret.secretName)) {
      return failed('secret', secret.secretName);
    }
    if (configMap && configMap.optional !== true && !store.get('configmaps', namespace, configMap.name)) {
      return failed('configmap', configMap.name);
    }
  }
  return undefined;
}

/** Why a container's environment cannot be made; undefined when it can. */
export function environmentFault(
  { store }: Cluster,
  { metadata }: Pod,
  container: Container,
): string | undefined {
  const namespace = metadata.namespace ?? '';
  const fault = (
    resource: 'secrets' | 'configmaps',
    reference: { readonly name?: string; readonly key?: string; readonly optional?: boolean } | undefined,
  ): string | undefined => {
    if (!reference || reference.optional === true) return undefined;
    const { key, name = '' } = reference;
    const found = store.get(resource, namespace, name);
    const kind = resource === 'secrets' ? 'secret' : 'configmap';
    if (!found) return `${kind} "${name}" not found`;
    if (key === undefined || mapAt(found, 'data')[key] !== undefined) return undefined;
    return `couldn't find key ${key} in ${kind === 'secret' ? 'Secret' : 'ConfigMap'} ${namespace}/${name}`;
  };
  const faults = [
    ...(container.env ?? []).flatMap(({ valueFrom }) => [
      fault('secrets', valueFrom?.secretKeyRef),
      fault('configmaps', valueFrom?.configMapKeyRef),
    ]),
    ...(container.envFrom ?? []).flatMap(({ configMapRef, secretRef }) => [
      fault('secrets', secretRef),
      fault('configmaps', configMapRef),
    ]),
  ];
  return faults.find((why) => why !== undefined);
}
