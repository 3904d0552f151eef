import { parseImage } from '#mesh/image.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { pattern, ofCode, workloadOf } from '#diagnosis/finding-pattern.ts';
import { change, kubectl, kubectlInNamespace, look } from './commands.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { byWorkload, describePod, downSymptoms, lastWords, showLogs, workloadSubject } from './common.ts';
import { watch } from './restart.ts';
import { container as anyContainer } from '#steps/shared/placeholders.ts';

const leadsToSilence = [
  { cause: 'probe-endpoint-unreachable', relation: 'workload' },
  { cause: 'process-ends', relation: 'workload' },
  { cause: 'not-ready-unexplained', relation: 'workload' },
  { cause: 'failed-before', relation: 'workload' },
] as const;

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

/** Causes that bite before or outside the process: image, configuration, node, memory (facts §9). */
export const podCauses = {
  'image-not-pullable': cause<{ image: string; container: string; init: boolean; failure: string }>({
    id: 'OED504',
    stage: 'image-config-sandbox',
    example: { image: '<image>', container: anyContainer, init: false, failure: '' },
    remedyExample: {
      image: '<image>:<tag>',
      container: 'osm-controller',
      init: false,
      failure: 'not-found',
    },
    source: 'facts §9 rows "curlimages/curl" and "image not pullable"',
    requires: [pattern('image-pull', 'mesh')],
    explains: downSymptoms,
    proof: true,
    leadsTo: leadsToSilence,
    group: (finding) =>
      finding.code === 'image-pull' ? `${workloadOf(finding.subject)}/${finding.params.image}` : '',
    describe(anchors, context) {
      const pull = ofCode(anchors, 'image-pull')[0];
      if (pull === undefined) return undefined;
      const { image, container, init, failure } = pull.params;
      return { subject: workloadSubject(anchors, context), params: { image, container, init, failure } };
    },
    remedy: (params, context, subject, anchors) => [
      ...rightImage(context, subject.name, params),
      ...describePod(context, anchors),
      look(kubectlInNamespace(context, 'rollout', 'history', `deployment/${subject.name}`), {
        code: 'show-revisions',
        params: { workload: subject.name },
      }),
    ],
  }),
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

/** Where the version label and the tag of a mesh image disagree, the label's version is what the chart meant. */
function rightImage(
  context: RuleContext,
  workload: string,
  { image, container, init, failure }: { image: string; container: string; init: boolean; failure: string },
): readonly RemedyStep[] {
  const { tag, digest } = parseImage(image);
  const { version } = context.mesh;
  const isMain = Object.values(context.flavour.mainContainer).includes(container);
  if (init || !isMain || failure !== 'not-found' || version === '') return [];
  if (digest !== '' || tag === '' || tag === version) return [];
  const meant = `${image.slice(0, -tag.length)}${version}`;
  return [
    change(
      kubectlInNamespace(context, 'set', 'image', `deployment/${workload}`, `${container}=${meant}`),
      { code: 'set-image', params: { container, image: meant } },
      [
        { code: 'changes-workload', params: { workload } },
        { code: 'restarts-pods', params: { workloads: [workload] } },
      ],
      {
        before: [
          {
            code: 'image-exists',
            params: { image: meant },
            answer: 'check-first',
            command: ['docker', 'manifest', 'inspect', meant],
          },
        ],
      },
    ),
    watch(context, workload),
  ];
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

/** A Kubernetes quantity such as `64M` or `1Gi`, doubled; undefined when there is no number in it. */
function doubleQuantity(quantity: string): string | undefined {
  const match = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(quantity);
  if (match === null) return undefined;
  return `${Number(match[1]) * 2}${match[2] ?? ''}`;
}
