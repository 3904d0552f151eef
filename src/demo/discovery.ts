import recorded from './discovery.json' with { type: 'json' };
import { resourceKey } from './scenario.ts';

/** A resource or subresource (`pods/log`) as the API server's discovery documents describe it. */
export interface ApiResource {
  readonly name: string;
  readonly singularName: string;
  readonly namespaced: boolean;
  readonly group?: string;
  readonly version?: string;
  readonly kind: string;
  readonly verbs: readonly string[];
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
}

interface ApiGroup {
  readonly name: string;
  readonly versions: readonly { readonly groupVersion: string; readonly version: string }[];
  readonly preferredVersion: { readonly groupVersion: string; readonly version: string };
}

/** Which groups, versions and resources a server has, and the documents that say so. */
export interface Discovery {
  readonly version: object;
  readonly groups: readonly ApiGroup[];
  /** Resources by group version: `v1`, `apps/v1`. */
  readonly resources: Readonly<Record<string, readonly ApiResource[]>>;
}

/**
 * The discovery of the recorded server.
 * @param without Groups that this server shall not have.
 */
export function recordedDiscovery(without: readonly string[] = []): Discovery {
  const { version, groups, resources } = recorded as Discovery;
  const has = (groupVersion: string): boolean =>
    !without.some((group) => groupVersion.startsWith(`${group}/`));
  return {
    version,
    groups: groups.filter(({ preferredVersion }) => has(preferredVersion.groupVersion)),
    resources: Object.fromEntries(Object.entries(resources).filter(([groupVersion]) => has(groupVersion))),
  };
}

/** Finds a resource (not a subresource) by its plural name. */
export function findResource(
  discovery: Discovery,
  groupVersion: string,
  plural: string,
): ApiResource | undefined {
  return discovery.resources[groupVersion]?.find(({ name }) => name === plural);
}

/**
 * The key under which objects are stored, from `pods`, `deployments` or `deployments.apps`.
 * @throws {Error} when the server has no such resource.
 */
export function resolveResourceKey(discovery: Discovery, name: string): string {
  for (const [groupVersion, resources] of Object.entries(discovery.resources)) {
    const group = groupOf(groupVersion);
    // Core events and those of events.k8s.io are the same objects.
    if (group === 'events.k8s.io' && name === 'events.events.k8s.io') return 'events';
    const found = resources.find(
      (resource) => name === resource.name || name === resourceKey(group, resource.name),
    );
    if (found) return resourceKey(group, found.name);
  }
  throw new Error(`the demo server has no resource ${JSON.stringify(name)}`);
}

/** `apps` of `apps/v1`; '' of `v1`. */
export function groupOf(groupVersion: string): string {
  return groupVersion.includes('/') ? groupVersion.slice(0, groupVersion.indexOf('/')) : '';
}

/** The document at a discovery path (`/api`, `/apis/apps/v1`, …), or undefined when there is none. */
export function legacyDocument(
  discovery: Discovery,
  path: string,
  serverAddress: string,
): object | undefined {
  const describe = (group: ApiGroup): object => ({ ...group, preferredVersion: group.preferredVersion });
  if (path === '/version') return discovery.version;
  if (path === '/api') {
    const serverAddressByClientCIDRs = [{ clientCIDR: '0.0.0.0/0', serverAddress }];
    return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs };
  }
  if (path === '/apis')
    return { kind: 'APIGroupList', apiVersion: 'v1', groups: discovery.groups.map(describe) };
  const [, , first, version] = path.split('/');
  const groupVersion = path.startsWith('/api/')
    ? first
    : version === undefined
      ? undefined
      : `${first}/${version}`;
  if (groupVersion === undefined) {
    const group = discovery.groups.find(({ name }) => name === first);
    return group && { kind: 'APIGroup', apiVersion: 'v1', ...describe(group) };
  }
  const resources = discovery.resources[groupVersion];
  // The core group's list, older than the others, does not say its version.
  const apiVersion = groupVersion === 'v1' ? {} : { apiVersion: 'v1' };
  return resources && { kind: 'APIResourceList', ...apiVersion, groupVersion, resources };
}

/** The aggregated document of `/api` or `/apis`, which spares a client one request for every group version. */
export function aggregatedDocument(discovery: Discovery, path: '/api' | '/apis'): object {
  const core = { name: '', versions: [{ groupVersion: 'v1', version: 'v1' }] };
  const groups = path === '/api' ? [core] : discovery.groups;
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groups.map(({ name, versions }) => ({
      metadata: { name, creationTimestamp: null },
      versions: versions.map(({ groupVersion, version }) => ({
        version,
        resources: aggregatedResources(name, version, discovery.resources[groupVersion] ?? []),
        freshness: 'Current',
      })),
    })),
  };
}

function aggregatedResources(group: string, version: string, resources: readonly ApiResource[]): object[] {
  const responseKind = (resource: ApiResource): object => {
    return { group: resource.group ?? group, version: resource.version ?? version, kind: resource.kind };
  };
  return resources
    .filter(({ name }) => !name.includes('/'))
    .map((resource) => {
      const subresources = resources
        .filter(({ name }) => name.startsWith(`${resource.name}/`))
        .map((sub) => ({
          subresource: sub.name.slice(resource.name.length + 1),
          responseKind: responseKind(sub),
          verbs: sub.verbs,
        }));
      return {
        resource: resource.name,
        responseKind: responseKind(resource),
        scope: resource.namespaced ? 'Namespaced' : 'Cluster',
        singularResource: resource.singularName,
        verbs: resource.verbs,
        ...(resource.shortNames && { shortNames: resource.shortNames }),
        ...(resource.categories && { categories: resource.categories }),
        ...(subresources.length > 0 && { subresources }),
      };
    });
}
