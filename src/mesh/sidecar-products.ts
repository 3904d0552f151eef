/** Sidecars of meshes outside this family (facts §1.4: "Other meshes"); names are those their injectors write. */
export interface SidecarProduct {
  readonly product: 'istio' | 'linkerd' | 'kuma' | 'consul' | 'nginx-service-mesh' | 'app-mesh';
  readonly containers: readonly string[];
  readonly inits: readonly string[];
}

export const sidecarProducts: readonly SidecarProduct[] = [
  { product: 'istio', containers: ['istio-proxy'], inits: ['istio-init', 'istio-validation'] },
  {
    product: 'linkerd',
    containers: ['linkerd-proxy', 'linkerd-debug'],
    inits: ['linkerd-init', 'linkerd-network-validator'],
  },
  { product: 'kuma', containers: ['kuma-sidecar'], inits: ['kuma-init', 'kuma-validation'] },
  {
    product: 'consul',
    containers: ['consul-dataplane', 'envoy-sidecar', 'consul-sidecar'],
    inits: ['consul-connect-inject-init'],
  },
  { product: 'nginx-service-mesh', containers: ['nginx-mesh-sidecar'], inits: ['nginx-mesh-init'] },
  { product: 'app-mesh', containers: [], inits: ['proxyinit'] },
];

/** The product a container name belongs to; a native sidecar of Istio or Linkerd is an init container. */
export function productOf(containerName: string): SidecarProduct['product'] | undefined {
  return sidecarProducts.find(
    ({ containers, inits }) => containers.includes(containerName) || inits.includes(containerName),
  )?.product;
}
