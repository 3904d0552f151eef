import { type NodeTrouble, troubleOfLoss, troublesInScheduling } from '#mesh/node-trouble.ts';
import { valueOf } from '#snapshot/observed.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern, workloadOf } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { change, kubectl, look } from './commands.ts';
import {
  byMesh,
  byWorkload,
  describeMessage,
  describePod,
  downSymptoms,
  leadsToSilence,
  meshSubject,
  sortedUnique,
} from './common.ts';
import { watch } from './restart.ts';

/** Causes in the nodes and in what Pods ask of them (facts §7, §9; reports of operators, class H). */
export const nodeCauses = {
  'node-resources': cause<{ message: string }>({
    id: 'OED519',
    stage: 'scheduling',
    example: { message: '' },
    source: 'facts §9 row "Node too small"',
    requires: [pattern('unschedulable', 'mesh', ({ params }) => params.reason === 'resources')],
    explains: downSymptoms,
    proof: true,
    leadsTo: leadsToSilence,
    group: byWorkload,
    describe: describeMessage(['unschedulable']),
    remedy: (_params, context, _subject, anchors) => [
      look(kubectl(context, 'describe', 'nodes'), { code: 'inspect-nodes', params: {} }),
      ...describePod(context, anchors),
    ],
  }),
  'node-constraints': cause<{ message: string }>({
    id: 'OED520',
    stage: 'scheduling',
    example: { message: '' },
    source: 'facts §9 row "Node arch/os"',
    requires: [
      pattern(
        'unschedulable',
        'mesh',
        ({ params }) => !['resources', 'node-trouble'].includes(params.reason),
      ),
    ],
    explains: downSymptoms,
    proof: true,
    leadsTo: leadsToSilence,
    group: byWorkload,
    describe: describeMessage(['unschedulable']),
    remedy: (_params, context, _subject, anchors) => [
      look(
        kubectl(context, 'get', 'nodes', '-o', 'wide', '-L', 'kubernetes.io/arch', '-L', 'kubernetes.io/os'),
        { code: 'inspect-nodes', params: {} },
      ),
      ...describePod(context, anchors),
    ],
  }),
  'node-failure': cause<{
    /** Those that are known; none when only the scheduler speaks of them. */
    nodes: string[];
    trouble: NodeTrouble;
    workloads: string[];
    message: string;
  }>({
    id: 'OED526',
    stage: 'scheduling',
    example: { nodes: ['<node>'], trouble: 'not-ready', workloads: ['<deployment>'], message: '' },
    remedyExample: { nodes: ['<node>'], trouble: 'cordoned', workloads: ['<deployment>'], message: '' },
    identity: ['trouble'],
    source: 'facts §7, Evicted, Preempted, NodeNotReady; osm#4201: taints of node trouble',
    requires: [
      pattern(
        ['node-unhealthy', 'unschedulable', 'node-trouble', 'evicted'],
        'mesh',
        (finding) => finding.code !== 'unschedulable' || finding.params.reason === 'node-trouble',
      ),
    ],
    supports: [pattern(['evicted', 'node-trouble', 'node-unhealthy'], 'workload')],
    explains: [...downSymptoms, pattern(['evicted', 'node-trouble', 'pod-sandbox'], 'workload')],
    proof: true,
    leadsTo: [
      ...leadsToSilence,
      { cause: 'repo-server-down', relation: 'workload' },
      { cause: 'pod-network', relation: 'workload' },
      { cause: 'bootstrap-not-ready', relation: 'mesh' },
      { cause: 'bootstrap-unreachable', relation: 'mesh' },
      { cause: 'api-server-unreachable', relation: 'workload' },
    ],
    group: byMesh,
    describe(anchors, context) {
      const first = firstOf(anchors);
      if (first === undefined) return undefined;
      const trouble = troubleIn(first);
      const nodes = nodesOf(trouble, anchors, context);
      const [node, ...others] = nodes;
      const workloads = sortedUnique(
        anchors.flatMap(({ subject }) =>
          subject.kind === 'Node' ? (subject.workload ?? []) : workloadOf(subject),
        ),
      );
      return {
        subject:
          node === undefined || others.length > 0
            ? meshSubject(context)
            : { mesh: context.mesh.name, kind: 'Node', name: node },
        params: { nodes: [...nodes], trouble, workloads: [...workloads], message: messageOf(first) },
      };
    },
    remedy: ({ nodes, trouble, workloads }, context, _subject, anchors) => [
      ...(nodes.length === 0
        ? [look(kubectl(context, 'get', 'nodes', '-o', 'wide'), { code: 'inspect-nodes', params: {} })]
        : nodes.slice(0, mostNodes).map((node) => describeNode(node, context))),
      ...describePod(context, anchors),
      ...(trouble === 'cordoned' ? nodes.slice(0, mostNodes).map((node) => uncordon(node, context)) : []),
      ...workloads.map((workload) => watch(context, workload)),
    ],
  }),
};

/** Nodes are looked at one by one up to this many. */
const mostNodes = 3;

function describeNode(node: string, context: RuleContext): RemedyStep {
  return look(kubectl(context, 'describe', 'node', node), { code: 'inspect-node', params: { node } });
}

function uncordon(node: string, context: RuleContext): RemedyStep {
  return change(
    kubectl(context, 'uncordon', node),
    { code: 'uncordon-node', params: { node } },
    [{ code: 'changes-workload', params: { workload: `node/${node}` } }],
    {
      before: [
        {
          code: 'node-maintenance',
          params: { node },
          answer: 'check-first',
          command: describeNode(node, context).argv,
        },
      ],
    },
  );
}

/** What a node says of itself, then what the scheduler says of it, then what happened to Pods. */
const order: readonly Finding['code'][] = ['node-unhealthy', 'unschedulable', 'node-trouble', 'evicted'];

function firstOf(anchors: readonly Finding[]): Finding | undefined {
  return order.flatMap((code) => anchors.find((anchor) => anchor.code === code) ?? [])[0];
}

function troubleIn(finding: Finding): NodeTrouble {
  if (finding.code === 'node-unhealthy') return finding.params.trouble;
  if (finding.code === 'unschedulable') return troublesInScheduling(finding.params.message)[0] ?? 'other';
  return finding.code === 'evicted' || finding.code === 'node-trouble'
    ? troubleOfLoss(finding.params.reason, finding.params.message)
    : 'other';
}

function messageOf({ params, evidence }: Finding): string {
  return 'message' in params ? params.message : (evidence[0]?.quote ?? '');
}

/** The nodes with that trouble: those that say so, and those that Pods were lost on for it. */
function nodesOf(
  trouble: NodeTrouble,
  anchors: readonly Finding[],
  { facts, findings }: RuleContext,
): readonly string[] {
  const unhealthy = [...ofCode(anchors, 'node-unhealthy'), ...ofCode(findings, 'node-unhealthy')]
    .filter(({ params }) => params.trouble === trouble)
    .map(({ params }) => params.node);
  if (unhealthy.length > 0) return sortedUnique(unhealthy);
  const lost = new Set(
    [...ofCode(findings, 'evicted'), ...ofCode(findings, 'node-trouble')]
      .filter((finding) => troubleIn(finding) === trouble)
      .map(({ subject }) => subject.name),
  );
  const pods = (valueOf(facts.pods) ?? []).filter(({ metadata }) => lost.has(metadata.name));
  return sortedUnique(pods.flatMap(({ spec }) => spec.nodeName ?? []));
}
