import { node, type Node } from '#snapshot/node.ts';
import type { Observed } from '#snapshot/observed.ts';
import { ago, readAt } from './times.ts';

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

interface NodeParts {
  /** Conditions besides or instead of `Ready=True`, e.g. `{ DiskPressure: 'True' }`. */
  readonly conditions?: Readonly<Record<string, string>>;
  readonly cordoned?: boolean;
  readonly architecture?: string;
}

/** Nodes as the fact holds them; each is healthy but for what `parts` says of it. */
export function nodesFact(parts: Readonly<Record<string, NodeParts>>): Record<string, Observed<Node>> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, one]) => [
      name,
      { state: 'read', value: brokenNode(name, one), at: readAt },
    ]),
  );
}

function brokenNode(
  name: string,
  { conditions = {}, cordoned = false, architecture = 'amd64' }: NodeParts,
): Node {
  return node.parse({
    metadata: { name },
    spec: cordoned
      ? {
          unschedulable: true,
          taints: [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule', timeAdded: ago(300) }],
        }
      : {},
    status: {
      conditions: Object.entries({ Ready: 'True', ...conditions }).map(([type, status]) => ({
        type,
        status,
        lastTransitionTime: ago(300),
      })),
      nodeInfo: { architecture, operatingSystem: 'linux' },
    },
  });
}
