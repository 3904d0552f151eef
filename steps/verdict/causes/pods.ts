import { cause } from '#diagnosis/cause-rule.ts';
import { pattern, ofCode, workloadOf } from '#diagnosis/finding-pattern.ts';
import { change, kubectl, kubectlInNamespace, look } from './commands.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import {
  byWorkload,
  describePod,
  downSymptoms,
  lastWords,
  leadsToSilence,
  showLogs,
  workloadSubject,
} from './common.ts';
import { doubleQuantity } from './quantity.ts';
import { watch } from './restart.ts';
import { container as anyContainer } from '#steps/shared/placeholders.ts';

const describeMessage =
  (codes: readonly Finding['code'][]) =>
  (
    anchors: readonly Finding[],
    context: RuleContext,
  ): { subject: ReturnType<typeof workloadSubject>; params: { message: string } } => {
    const anchor = anchors.find(({ code }) => codes.includes(code));
    const message = anchor !== undefined && 'message' in anchor.params ? anchor.params.message : '';
    return { subject: workloadSubject(anchors, context), params: { message } };
  };

/** Causes that act before or outside the process: configuration, node, memory (facts §9). */
export const podCauses = {
  'config-object-missing': cause<{ message: string }>({
    id: 'OED524',
    stage: 'image-config-sandbox',
    example: { message: '' },
    source: 'facts §7; kubernetes-api-facts, missing Secret volume',
    requires: [pattern(['config-missing', 'volume-mount'], 'mesh')],
    explains: downSymptoms,
    proof: true,
    leadsTo: leadsToSilence,
    group: byWorkload,
    describe: describeMessage(['config-missing', 'volume-mount']),
    remedy: (_params, context, _subject, anchors) => describePod(context, anchors),
  }),
  'pod-network': cause<{ message: string }>({
    id: 'OED525',
    stage: 'image-config-sandbox',
    example: { message: '' },
    source: 'facts §7, FailedCreatePodSandbox',
    requires: [pattern('pod-sandbox', 'mesh')],
    explains: downSymptoms,
    proof: true,
    leadsTo: leadsToSilence,
    group: byWorkload,
    describe: describeMessage(['pod-sandbox']),
    remedy: (_params, context, _subject, anchors) => [...describePod(context, anchors), nodes(context)],
  }),
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
    requires: [pattern('unschedulable', 'mesh', ({ params }) => params.reason !== 'resources')],
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
  'node-failure': cause<{ message: string }>({
    id: 'OED526',
    stage: 'scheduling',
    example: { message: '' },
    source: 'facts §7, Evicted, Preempted, NodeNotReady',
    requires: [pattern(['evicted', 'node-trouble'], 'mesh', ({ severity }) => severity !== 'info')],
    explains: downSymptoms,
    proof: true,
    leadsTo: leadsToSilence,
    group: byWorkload,
    describe: describeMessage(['evicted', 'node-trouble']),
    remedy: (_params, context, _subject, anchors) => [nodes(context), ...describePod(context, anchors)],
  }),
  'out-of-memory': cause<{ container: string; limit: string }>({
    id: 'OED518',
    stage: 'crash',
    example: { container: anyContainer, limit: '<limit>' },
    remedyExample: { container: anyContainer, limit: '64M' },
    source: 'facts §9 row "OOM"',
    requires: [pattern('out-of-memory', 'mesh')],
    explains: [...downSymptoms, ...lastWords],
    proof: true,
    leadsTo: [...leadsToSilence, { cause: 'repo-server-down', relation: 'workload' }],
    group: (finding) =>
      finding.code === 'out-of-memory' ? `${workloadOf(finding.subject)}/${finding.params.container}` : '',
    describe(anchors, context) {
      const killed = ofCode(anchors, 'out-of-memory')[0];
      if (killed === undefined) return undefined;
      const { container, limit } = killed.params;
      return { subject: workloadSubject(anchors, context), params: { container, limit } };
    },
    remedy: (params, context, subject, anchors) => [
      ...moreMemory(context, subject.name, params),
      ...anchors.slice(0, 1).map((anchor) => showLogs(context, anchor.subject.name, params.container, true)),
    ],
  }),
};

function nodes(context: RuleContext): RemedyStep {
  return look(kubectl(context, 'get', 'nodes', '-o', 'wide'), { code: 'inspect-nodes', params: {} });
}

/** Twice the limit is a start; what it needs is for the person to see (facts §9: injector only 64M). */
function moreMemory(
  context: RuleContext,
  workload: string,
  { container, limit }: { container: string; limit: string },
): readonly RemedyStep[] {
  const doubled = doubleQuantity(limit);
  if (doubled === undefined) return [];
  return [
    change(
      kubectlInNamespace(
        context,
        'set',
        'resources',
        `deployment/${workload}`,
        '-c',
        container,
        `--limits=memory=${doubled}`,
      ),
      { code: 'raise-memory', params: { container } },
      [
        { code: 'changes-workload', params: { workload } },
        { code: 'restarts-pods', params: { workloads: [workload] } },
      ],
    ),
    watch(context, workload),
  ];
}
