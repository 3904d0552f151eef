/** Key of `NamespaceFacts.probes`. */
export function probeKey(podName: string, containerName: string, kind: string): string {
  return `${podName}/${containerName}/${kind}`;
}

/** Key of `NamespaceFacts.logs`. */
export function logKey(podName: string, containerName: string, previous: boolean): string {
  return `${podName}/${containerName}/${previous ? 'previous' : 'current'}`;
}

/** Key of `ClusterFacts.affectedWorkloads`. */
export function workloadKey(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}
