/** Key of `NamespaceFacts.probes`. */
export function probeKey(podName: string, containerName: string, kind: string): string {
  return `${podName}/${containerName}/${kind}`;
}

/** The same, of the endpoint that the chart has for a probe that was edited. */
export function chartProbeKey(podName: string, containerName: string, kind: string): string {
  return probeKey(podName, containerName, `chart-${kind}`);
}

/** Is it a key of `chartProbeKey`? */
export const isChartProbeKey = (key: string): boolean => /\/chart-\w+$/.test(key);

/** Key of `NamespaceFacts.logs`. */
export function logKey(podName: string, containerName: string, previous: boolean): string {
  return `${podName}/${containerName}/${previous ? 'previous' : 'current'}`;
}

/** Key of `ClusterFacts.affectedWorkloads`. */
export function workloadKey(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}
