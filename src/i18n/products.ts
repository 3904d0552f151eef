const names: Readonly<Record<string, string>> = {
  istio: 'Istio',
  linkerd: 'Linkerd',
  kuma: 'Kuma',
  consul: 'Consul',
  'nginx-service-mesh': 'NGINX Service Mesh',
  'app-mesh': 'AWS App Mesh',
};

/** How a product writes its own name; an id that is not known stands as it is. */
export function productName(product: string): string {
  return names[product] ?? product;
}
