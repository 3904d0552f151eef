import type { Deployment, ObjectMeta, Pod } from '#snapshot/kubernetes.ts';
import type { Flavour, FlavourFamily } from './flavour.ts';
import { flavourList, flavourOf } from './flavours.ts';
import { type MeshIdentity, type Role, roles } from './identity.ts';

/** What the `app` label tells: OSM and osm-edge share it, so it names a family, not a flavour (facts §11.4). */
export interface RoleLabel {
  readonly role: Role;
  readonly family: FlavourFamily;
}

/** The values of the `app` label that mark control-plane workloads of any flavour (facts §1.1, §11.1). */
export const controlPlaneApps: readonly string[] = [
  ...new Set(flavourList.flatMap((flavour) => roles.map((role) => flavour.apps[role]))),
];

/** Which component of which family an object with these labels belongs to; undefined for anything else. */
export function roleOfLabels(labels: Readonly<Record<string, string>>): RoleLabel | undefined {
  for (const { apps, family } of flavourList) {
    const role = roles.find((candidate) => apps[candidate] === labels['app']);
    if (role) return { role, family };
  }
  return undefined;
}

/** The pods of a component, sorted by name. */
export function podsOfRole(pods: readonly Pod[], role: Role, flavour: Flavour): Pod[] {
  return pods
    .filter((pod) => pod.metadata.labels['app'] === flavour.apps[role])
    .toSorted((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}

/**
 * The Deployment of a component of that mesh. Its name is fixed by the chart (facts §1.1), so it wins over another
 * one in the namespace that carries the same `app` label.
 */
export function deploymentOfRole(
  deployments: readonly Deployment[],
  role: Role,
  mesh: MeshIdentity,
): Deployment | undefined {
  const app = flavourOf(mesh).apps[role];
  const own = deployments.filter(({ metadata }) => metadata.namespace === mesh.namespace);
  return (
    own.find(({ metadata }) => metadata.name === app) ??
    own.find(({ metadata }) => metadata.labels['app'] === app)
  );
}

/** The name of a component's Deployment, e.g. `osm-controller`. */
export function workloadName(role: Role, flavour: Flavour): string {
  return flavour.apps[role];
}

/** The container whose log and probes speak for a component (facts 0.11). */
export function mainContainer(role: Role, flavour: Flavour): string {
  return flavour.mainContainer[role];
}

/**
 * The Deployment that a pod or ReplicaSet belongs to; undefined when it belongs to none. A pod names its ReplicaSet,
 * whose name is the Deployment's and the pod-template-hash.
 */
export function ownerDeploymentName(object: { readonly metadata: ObjectMeta }): string | undefined {
  const { metadata } = object;
  const deployment = metadata.ownerReferences.find(({ kind }) => kind === 'Deployment');
  if (deployment) return deployment.name;
  const owner = metadata.ownerReferences.find(({ kind }) => kind === 'ReplicaSet');
  const replicaSet = owner?.name ?? (metadata.ownerReferences.length === 0 ? metadata.name : undefined);
  if (replicaSet === undefined) return undefined;
  const hash = metadata.labels['pod-template-hash'];
  if (owner && hash === undefined) return replicaSet.replace(/-[a-z0-9]+$/, '');
  if (hash === undefined) return undefined;
  const end = replicaSet.indexOf(`-${hash}`);
  return end > 0 ? replicaSet.slice(0, end) : undefined;
}
