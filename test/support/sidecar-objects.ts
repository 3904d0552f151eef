import { container, type Pod } from '#snapshot/kubernetes.ts';

/** Puts the sidecar of a mesh into a pod, as the injector of osm-edge writes it (facts §1.3). */
export function injectSidecar(
  pod: Pod,
  injector: { readonly mesh?: string; readonly namespace: string },
): void {
  const url = `http://osm-controller.${injector.namespace}:6060/repo/osm-edge-sidecar/u/`;
  pod.metadata.labels['osm-proxy-uuid'] = '11111111-2222-3333-4444-555555555555';
  pod.spec.containers.push(
    container.parse({
      name: 'sidecar',
      image: 'flomesh/pipy:0.90.3-38',
      args: ['pipy', '--admin-port=6060', url],
      env: injector.mesh === undefined ? [] : [{ name: 'MESH_NAME', value: injector.mesh }],
    }),
  );
  pod.spec.initContainers.push(
    container.parse({ name: 'osm-init', image: 'flomesh/osm-edge-sidecar-init:1.3.9' }),
  );
}
