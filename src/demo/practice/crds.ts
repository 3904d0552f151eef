import { at, listAt, textAt } from '../field.ts';
import type { Discovery } from '../discovery.ts';
import { groupOf } from '../discovery.ts';
import { isCustom } from '../representation.ts';
import type { KubeObject } from '../scenario.ts';
import { resourceKey } from '../scenario.ts';
import type { Store } from '../store.ts';
import type { Cluster } from './cluster.ts';
import { CRDS } from './release.ts';

/** A kind that the mesh needs and the API server does not serve. */
export interface MissingCrd {
  /** Of the CRD: `traffictargets.access.smi-spec.io`. */
  readonly name: string;
  readonly kind: string;
  readonly version: string;
}

/** The CRDs of the release that are not there, or do not serve the version that the programs ask for. */
export function missingCrds({ release, store }: Cluster): readonly MissingCrd[] {
  return release.crds.flatMap((wanted) => {
    const { name } = wanted.metadata;
    const stored = textAt(
      listAt(wanted, 'spec.versions').find((version) => at(version, 'storage') === true),
      'name',
    );
    const found = store.get(CRDS, '', name);
    if (found && (at(found, 'spec.versions') === undefined || serves(found, stored))) return [];
    return [{ name, kind: textAt(wanted, 'spec.names.kind'), version: stored }];
  });
}

/** The kinds that the controller's own health check asks for (facts §2.3). */
export function isSmiServed(cluster: Cluster): boolean {
  return !missingCrds(cluster).some(({ name }) => name.endsWith('.smi-spec.io'));
}

function serves(crd: KubeObject, version: string): boolean {
  return listAt(crd, 'spec.versions').some(
    (entry) => textAt(entry, 'name') === version && at(entry, 'served') === true,
  );
}

/** The discovery of a cluster in which custom resources are served as their CRDs say. */
export function servedDiscovery(recorded: Discovery, store: Store): Discovery {
  const resources = Object.entries(recorded.resources).map(([groupVersion, list]) => {
    const group = groupOf(groupVersion);
    if (!isCustom(group)) return [groupVersion, list] as const;
    const version = groupVersion.slice(group.length + 1);
    const isThere = (plural: string): boolean => {
      const crd = store.get(CRDS, '', resourceKey(group, plural));
      return crd !== undefined && (at(crd, 'spec.versions') === undefined || serves(crd, version));
    };
    return [groupVersion, list.filter(({ name }) => isThere(name.split('/')[0] ?? ''))] as const;
  });
  const served = resources.filter(([, list]) => list.length > 0);
  const known = new Set(served.map(([groupVersion]) => groupVersion));
  const groups = recorded.groups
    .map((group) => ({
      ...group,
      versions: group.versions.filter(({ groupVersion }) => known.has(groupVersion)),
    }))
    .flatMap((group) => {
      const [first] = group.versions;
      return first
        ? [known.has(group.preferredVersion.groupVersion) ? group : { ...group, preferredVersion: first }]
        : [];
    });
  return { ...recorded, groups, resources: Object.fromEntries(served) };
}
