import { type Node, node } from '#snapshot/node.ts';
import type { Observed } from '#snapshot/observed.ts';
import { ago, readAt } from './times.ts';

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
      { state: 'read', value: nodeOf(name, one), at: readAt },
    ]),
  );
}

function nodeOf(
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
