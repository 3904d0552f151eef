import { node, type Node } from '#snapshot/node.ts';
import { ago } from './times.ts';

/** A node without trouble; `change` is what is wrong with it. */
export function nodeOf(
  name: string,
  change: { readonly spec?: object; readonly status?: object } = {},
): Node {
  const pressures = ['MemoryPressure', 'DiskPressure', 'PIDPressure'];
  return node.parse({
    metadata: {
      name,
      creationTimestamp: ago(86_400),
      labels: { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux' },
    },
    spec: { ...change.spec },
    status: {
      conditions: [
        ...pressures.map((type) => ({ type, status: 'False', lastTransitionTime: ago(86_400) })),
        { type: 'Ready', status: 'True', reason: 'KubeletReady', lastTransitionTime: ago(86_400) },
      ],
      nodeInfo: { architecture: 'amd64', operatingSystem: 'linux', kubeletVersion: 'v1.32.0' },
      ...change.status,
    },
  });
}
