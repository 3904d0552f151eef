import { cause } from '#diagnosis/cause-rule.ts';
import { pattern, ofCode, workloadOf } from '#diagnosis/finding-pattern.ts';
import { change, kubectl, kubectlInNamespace, look } from './commands.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import {
  byWorkload,
  describeMessage,
  describePod,
  downSymptoms,
  lastWords,
  leadsToSilence,
  showLogs,
  workloadSubject,
} from './common.ts';
import { type ConfigKind, configObjectIn } from './config-object.ts';
import { doubleQuantity } from './quantity.ts';
import { watch } from './restart.ts';
import { container as anyContainer } from '#steps/shared/placeholders.ts';

/** Causes that act before or outside the process: configuration, node, memory (facts §9). */
export const podCauses = {
  'config-object-missing': cause<{
    kind: ConfigKind;
    /** '' when the message names none. */
    name: string;
    key: string;
    message: string;
  }>({
    id: 'OED524',
    stage: 'image-config-sandbox',
    example: { kind: 'Secret', name: '<secret>', key: '', message: '' },
    source: 'facts §7; kubernetes-api-facts, missing Secret volume',
    requires: [pattern(['config-missing', 'volume-mount'], 'mesh')],
    explains: downSymptoms,
    proof: true,
    leadsTo: leadsToSilence,
    group: byWorkload,
    describe(anchors, context) {
      const codes = ['config-missing', 'volume-mount'] as const;
      // A time-out names the volume at best; the kubelet's other messages name what stands behind it.
      const named = anchors.toSorted((one, other) => vagueness(one) - vagueness(other));
      const { subject, params } = describeMessage(codes)(named, context);
      return { subject, params: { ...configObjectIn(params.message), message: params.message } };
    },
    remedy: ({ kind, name }, context, _subject, anchors) => [
      ...(name === '' || kind === 'volume' ? [] : [describeConfig(context, kind, name)]),
      ...describePod(context, anchors),
    ],
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
  'out-of-memory': cause<{ container: string; limit: string }>({
    id: 'OED518',
    stage: 'crash',
    example: { container: anyContainer, limit: '<limit>' },
    remedyExample: { container: anyContainer, limit: '64M' },
    identity: ['container'],
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

function vagueness({ params }: Finding): number {
  const { kind, name } = configObjectIn('message' in params ? params.message : '');
  return name === '' ? 2 : Number(kind === 'volume');
}

/** Names, keys and sizes, never what stands in a Secret. */
function describeConfig(context: RuleContext, kind: Exclude<ConfigKind, 'volume'>, name: string): RemedyStep {
  const type = kind === 'PersistentVolumeClaim' ? 'pvc' : kind.toLowerCase();
  return look(kubectlInNamespace(context, 'describe', type, name), {
    code: 'inspect-config-object',
    params: { kind, name },
  });
}

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
