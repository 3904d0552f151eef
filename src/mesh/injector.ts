import type { MetadataOnly, Pod } from '#snapshot/kubernetes.ts';
import { enrolmentsOf } from './enrolment.ts';
import type { FlavourFamily } from './flavour.ts';
import { flavourList, flavourOf } from './flavours.ts';
import type { MeshIdentity } from './identity.ts';

/** Which mesh injected a pod, and what tells so (facts §1.4, "Which mesh injected it"). */
export interface Injector {
  /** '' when only its namespace is known. */
  readonly mesh: string;
  /** '' when only its name is known. */
  readonly namespace: string;
  readonly basis: 'mesh-name-env' | 'repo-url' | 'namespace-label';
}

/**
 * Names the mesh that injected a pod. What was written at injection time comes first: the sidecar's MESH_NAME, then
 * the host of its repo URL. Without them (OSM's Envoy has no URL) the label of the pod's `namespace` tells today's
 * enrolment, when it is given. A mesh never injects into its own namespace (facts 0.9), so that one is ruled out.
 */
export function injectorOf(
  pod: Pod,
  meshes: readonly MeshIdentity[],
  namespace?: MetadataOnly,
): Injector | undefined {
  const candidates = meshes.filter((mesh) => mesh.namespace !== pod.metadata.namespace);
  const url = repoHost(pod);
  const name = meshNameEnv(pod);
  if (name !== undefined) {
    return { mesh: name, namespace: url?.namespace ?? namespaceOf(name, candidates), basis: 'mesh-name-env' };
  }
  if (url) {
    const mesh = meshes.find(
      (candidate) => candidate.namespace === url.namespace && flavourOf(candidate).family === url.family,
    );
    return { mesh: mesh?.name ?? '', namespace: url.namespace, basis: 'repo-url' };
  }
  const family = familyOfMarks(pod);
  const enrolment = namespace && enrolmentsOf(namespace).find((row) => row.family === family);
  if (!enrolment) return undefined;
  return {
    mesh: enrolment.mesh,
    namespace: namespaceOf(
      enrolment.mesh,
      candidates.filter((mesh) => flavourOf(mesh).family === family),
    ),
    basis: 'namespace-label',
  };
}

function namespaceOf(name: string, meshes: readonly MeshIdentity[]): string {
  const found = meshes.filter((mesh) => mesh.name === name);
  return found.length === 1 ? (found[0]?.namespace ?? '') : '';
}

/** Legitimate control-plane containers have no MESH_NAME (facts §1.3). */
function meshNameEnv(pod: Pod): string | undefined {
  const sidecars = new Set(flavourList.flatMap(({ sidecarContainers }) => sidecarContainers));
  const values = pod.spec.containers
    .filter(({ name }) => sidecars.has(name))
    .flatMap(({ env }) => env.find(({ name }) => name === 'MESH_NAME')?.value ?? []);
  return values.find((value) => value !== '');
}

/** `http://osm-controller.NS:6060/repo/…/osm-edge-sidecar/…`; v1.1 writes the full service name (facts §1.3). */
function repoHost(pod: Pod): { readonly family: FlavourFamily; readonly namespace: string } | undefined {
  for (const { command, args } of pod.spec.containers) {
    for (const argument of [...command, ...args]) {
      const match = /^https?:\/\/([a-z0-9-]+)\.([a-z0-9-]+)(?:\.svc[a-z0-9.-]*)?(?::\d+)?\/repo\//.exec(
        argument,
      );
      const flavour = flavourList.find(
        ({ services, argMarks }) =>
          services.controller === match?.[1] && argMarks.some((mark) => argument.includes(mark)),
      );
      if (match?.[2] && flavour) return { family: flavour.family, namespace: match[2] };
    }
  }
  return undefined;
}

/** The family whose marks the pod carries; the label is the one that both of them always write. */
function familyOfMarks(pod: Pod): FlavourFamily | undefined {
  const byLabel = flavourList.find(({ proxyUuidLabel }) => proxyUuidLabel in pod.metadata.labels);
  if (byLabel) return byLabel.family;
  const inits = new Set(pod.spec.initContainers.map(({ name }) => name));
  const byInit = flavourList.find(({ sidecarInits }) => sidecarInits.some((init) => inits.has(init)));
  if (byInit) return byInit.family;
  const volumes = new Set(pod.spec.volumes.map(({ name }) => name));
  const families = new Set(
    flavourList.filter(({ sidecarVolume }) => volumes.has(sidecarVolume)).map(({ family }) => family),
  );
  return families.size === 1 ? [...families][0] : undefined;
}
