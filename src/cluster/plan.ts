import { controlPlaneApps } from '#mesh/control-plane.ts';
import { flavourList, flavourOf, flavours } from '#mesh/flavours.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import { requiredSmi } from '#mesh/smi.ts';
import { valueFor } from '#mesh/version.ts';

/** One GET, with the words of the RBAC rule that it needs. */
export interface FactRequest {
  /** For the progress line, e.g. `pods (osm-system)`. */
  readonly label: string;
  /** Path with query; a list gets its paging added. */
  readonly path: string;
  readonly accept?: string;
  readonly verb: 'get' | 'list';
  readonly resource: string;
  readonly group: string;
  readonly namespace?: string;
}

const metadataList = 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json';

const unique = <T>(items: Iterable<T>): T[] => [...new Set(items)];
const among = (key: string, values: readonly string[]): string => `${key} in (${values.join(',')})`;
const selected = (path: string, labelSelector: string): string =>
  `${path}?labelSelector=${encodeURIComponent(labelSelector)}`;

const controlPlane = among('app', controlPlaneApps);
/** Pods that no component owns speak in their logs, too (facts §9, ebpf interceptor). */
const controlPlanePods = among('app', [
  ...controlPlaneApps,
  ...flavourList.flatMap(({ interceptor }) => interceptor ?? []),
]);
const withWebhooks = among(
  'app',
  unique(flavourList.flatMap(({ apps }) => [apps.injector, apps.controller])),
);
const charts = among('app.kubernetes.io/name', unique(flavourList.map(({ chartName }) => chartName)));

/** What is asked once for the cluster, before anything is known of it. */
export const clusterRequests = {
  version: { label: 'version', path: '/version', verb: 'get', resource: '/version', group: '' },
  deployments: clusterList('apps', 'v1', 'deployments', controlPlane),
  mutatingWebhooks: clusterList(
    'admissionregistration.k8s.io',
    'v1',
    'mutatingwebhookconfigurations',
    withWebhooks,
  ),
  validatingWebhooks: clusterList(
    'admissionregistration.k8s.io',
    'v1',
    'validatingwebhookconfigurations',
    withWebhooks,
  ),
  // Whole, although long: versions and conversion stand in the spec.
  customResourceDefinitions: clusterList('apiextensions.k8s.io', 'v1', 'customresourcedefinitions', charts),
} as const satisfies Record<string, FactRequest>;

/** Every refused creation of a Pod, by whichever controller: of the cluster, or of one namespace. */
export function creationFailureRequest(namespace: string | undefined): FactRequest {
  const scope = namespace === undefined ? '' : `namespaces/${namespace}/`;
  return {
    label: `events (FailedCreate${namespace === undefined ? '' : ` in ${namespace}`})`,
    path: `/api/v1/${scope}events?fieldSelector=${encodeURIComponent('reason=FailedCreate')}`,
    verb: 'list',
    resource: 'events',
    group: '',
    ...(namespace !== undefined && { namespace }),
  };
}

const workloadTypes = {
  ReplicaSet: { group: 'apps', resource: 'replicasets' },
  StatefulSet: { group: 'apps', resource: 'statefulsets' },
  DaemonSet: { group: 'apps', resource: 'daemonsets' },
  Job: { group: 'batch', resource: 'jobs' },
} as const;

/** What creates Pods, and reports it when it cannot. */
export type WorkloadKind = keyof typeof workloadTypes;

export function workloadRequest(kind: WorkloadKind, namespace: string, name: string): FactRequest {
  const { group, resource } = workloadTypes[kind];
  const path = `/apis/${group}/v1/namespaces/${namespace}/${resource}/${name}`;
  return { label: `${kind} ${namespace}/${name}`, path, verb: 'get', resource, group, namespace };
}

export function nodeRequest(name: string): FactRequest {
  return { label: `node ${name}`, path: `/api/v1/nodes/${name}`, verb: 'get', resource: 'nodes', group: '' };
}

function clusterList(group: string, version: string, resource: string, selector: string): FactRequest {
  return {
    label: resource,
    path: selected(`/apis/${group}/${version}/${resource}`, selector),
    verb: 'list',
    resource,
    group,
  };
}

/**
 * The lists of enrolled namespaces: one for each family of labels whose control plane is there, and for both when none
 * was found, since enrolled namespaces outlive a mesh.
 */
export function enrolmentRequests(meshes: readonly MeshIdentity[]): readonly FactRequest[] {
  const keys = unique(
    (meshes.length > 0 ? meshes.map(flavourOf) : flavourList).map(({ keys: { monitoredBy } }) => monitoredBy),
  );
  return keys.map((key) => ({
    label: 'namespaces',
    path: selected('/api/v1/namespaces', key),
    accept: metadataList,
    verb: 'list',
    resource: 'namespaces',
    group: '',
  }));
}

/** The resource list of a group version, as the controllers' own probes ask for it (facts §2.3). */
export function smiRequest(groupVersion: string): FactRequest {
  const path = `/apis/${groupVersion}`;
  return { label: groupVersion, path, verb: 'get', resource: path, group: '' };
}

/** By group version: the kinds that the controllers' own probes ask for; those of osm-edge when no mesh is known. */
export function smiKinds(meshes: readonly MeshIdentity[]): ReadonlyMap<string, readonly string[]> {
  const wanted =
    meshes.length > 0
      ? meshes.flatMap((mesh) => requiredSmi(flavourOf(mesh), mesh.version))
      : requiredSmi(flavours['osm-edge'], '');
  const kindsOf = (groupVersion: string): readonly string[] =>
    unique(wanted.filter((one) => one.groupVersion === groupVersion).map(({ kind }) => kind));
  return new Map(
    unique(wanted.map(({ groupVersion }) => groupVersion)).map((version) => [version, kindsOf(version)]),
  );
}

/** What is asked in one control-plane namespace. */
export interface NamespacePlan {
  readonly namespace: FactRequest;
  readonly deployments: FactRequest;
  readonly replicaSets: FactRequest;
  readonly pods: FactRequest;
  readonly events: FactRequest;
  readonly services: FactRequest;
  readonly endpointSlices: FactRequest;
  /** Asked where EndpointSlices cannot be read. */
  readonly endpoints: FactRequest;
  readonly meshConfig: FactRequest;
  readonly autoscalers: FactRequest;
}

/** @param mesh the control plane of the namespace; of osm-edge when none is known. */
export function namespaceRequests(
  namespace: string,
  mesh?: Pick<MeshIdentity, 'flavour' | 'version'>,
): NamespacePlan {
  const list = (group: string, resource: string, selector?: string, version = 'v1'): FactRequest => {
    const path = `/${group === '' ? 'api/v1' : `apis/${group}/${version}`}/namespaces/${namespace}/${resource}`;
    const whole = selector === undefined ? path : selected(path, selector);
    return { label: `${resource} (${namespace})`, path: whole, verb: 'list', resource, group, namespace };
  };
  const { meshConfig } = flavours[mesh?.flavour ?? 'osm-edge'];
  const meshConfigVersion = valueFor(meshConfig.version, mesh?.version ?? '');
  return {
    namespace: {
      label: `namespace ${namespace}`,
      path: `/api/v1/namespaces/${namespace}`,
      verb: 'get',
      resource: 'namespaces',
      group: '',
      namespace,
    },
    // The labels come from the pod template, so they are on all three: other workloads there cost nothing.
    deployments: list('apps', 'deployments', controlPlane),
    replicaSets: list('apps', 'replicasets', controlPlane),
    pods: list('', 'pods', controlPlanePods),
    events: list('', 'events'),
    // A service without the chart's labels must not look like a missing one.
    services: list('', 'services'),
    endpointSlices: list('discovery.k8s.io', 'endpointslices'),
    endpoints: list('', 'endpoints'),
    autoscalers: list('autoscaling', 'horizontalpodautoscalers', undefined, 'v2'),
    meshConfig: {
      label: `meshconfig (${namespace})`,
      path: `/apis/${meshConfig.group}/${meshConfigVersion}/namespaces/${namespace}/${meshConfig.plural}/${meshConfig.name}`,
      verb: 'get',
      resource: meshConfig.plural,
      group: meshConfig.group,
      namespace,
    },
  };
}
