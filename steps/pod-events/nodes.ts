import type { CheckInput } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import type { Severity } from '#diagnosis/severity.ts';
import { type NodeState, statesOfNode, troublesInScheduling } from '#mesh/node-trouble.ts';
import { valueOf } from '#snapshot/observed.ts';
import { compareText } from '#steps/shared/order.ts';
import { conditionOf, mayHaveReadySibling, type Replica, replicasOf } from '#steps/shared/replicas.ts';
import { clusterSubject, evidenceOf, finding } from '#steps/shared/subjects.ts';

/** What is wrong with the nodes that the control plane's Pods are on: one finding for each workload that suffers from it. */
export function nodeFindings({ mesh, facts }: CheckInput<'nodes' | 'pods'>): readonly FindingDraft[] {
  const replicas = replicasOf(mesh, facts.pods) ?? [];
  return Object.entries(facts.nodes).flatMap(([name, fact]) => {
    const node = valueOf(fact);
    if (node === undefined) return [];
    return statesOfNode(node).flatMap((state) => {
      const hit = replicas.filter((replica) => suffers(replica, name, state));
      const workloads = [...new Set(hit.map(({ workload }) => workload))].toSorted(compareText);
      return workloads.length === 0
        ? [draft(name, state, '', severityOfUnused(state))]
        : workloads.map((workload) =>
            draft(name, state, workload, severityOfHit(hit.filter((one) => one.workload === workload))),
          );
    });
  });

  function draft(name: string, state: NodeState, workload: string, severity: Severity): FindingDraft {
    const { trouble, path, quote, since } = state;
    const node = clusterSubject(mesh, 'Node', name);
    const subject = workload === '' ? node : { ...node, workload };
    const evidence = [evidenceOf('nodes', node, path, quote, since)];
    return finding('node-unhealthy', severity, subject, { node: name, trouble, workload }, evidence);
  }

  function severityOfHit(hit: readonly Replica[]): Severity {
    return hit.some((replica) => !mayHaveReadySibling(replica, replicas)) ? 'critical' : 'warning';
  }
}

/** Pods of a node that is down are not Ready whatever they do; pressure and a cordon only keep new ones away. */
function suffers({ pod, isActive, isReady }: Replica, node: string, { trouble }: NodeState): boolean {
  if (!isActive || isReady) return false;
  if (pod.spec.nodeName !== undefined) {
    return pod.spec.nodeName === node && (trouble === 'not-ready' || trouble === 'network-unavailable');
  }
  const scheduled = conditionOf(pod, 'PodScheduled');
  return scheduled?.status === 'False' && troublesInScheduling(scheduled.message ?? '').includes(trouble);
}

/** Nobody is hurt yet: under pressure Pods may be evicted next; a cordon does nothing to those that run. */
function severityOfUnused({ trouble }: NodeState): Severity {
  return trouble === 'cordoned' ? 'info' : 'warning';
}
