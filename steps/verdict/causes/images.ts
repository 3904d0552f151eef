import { parseImage } from '#mesh/image.ts';
import { nodeOf } from '#mesh/mesh-facts.ts';
import type { Container, Pod } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern, workloadOf } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { container as anyContainer } from '#steps/shared/placeholders.ts';
import { earlierContainer, revisionsOf, runsOtherThanBefore } from '#steps/shared/revisions.ts';
import { change, kubectl, kubectlInNamespace, look } from './commands.ts';
import {
  byWorkload,
  describePod,
  downSymptoms,
  lastWords,
  leadsToSilence,
  workloadSubject,
} from './common.ts';
import { showRevisions, undoRollout, watch } from './restart.ts';

const startFailures = (failures: readonly string[]) =>
  pattern(['start-failed', 'log-exec-failed'], 'mesh', ({ params }) => failures.includes(params.failure));

const effectsOfNoStart = [
  ...downSymptoms,
  ...lastWords,
  pattern(['start-failed', 'log-exec-failed', 'log-error', 'version-differs'], 'workload'),
];

/** Causes in an image: it cannot be pulled, is built for another CPU, or has no such program (facts §9). */
export const imageCauses = {
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
    identity: ['image'],
    source: 'facts §9 rows "curlimages/curl" and "image not pullable"',
    requires: [pattern('image-pull', 'mesh')],
    explains: [...downSymptoms, pattern('version-differs', 'workload')],
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
      ...pullableImage(context, subject.name, params),
      ...describePod(context, anchors),
      showRevisions(context, subject.name),
    ],
  }),
  'wrong-architecture': cause<{ image: string; container: string; architecture: string; node: string }>({
    id: 'OED562',
    stage: 'crash',
    example: { image: '<image>', container: anyContainer, architecture: 'arm64', node: '<node>' },
    identity: ['container', 'image'],
    source: 'osm#4702: exec format error; facts §1.1 (nodes that the chart allows)',
    requires: [startFailures(['architecture'])],
    explains: effectsOfNoStart,
    proof: true,
    leadsTo: [...leadsToSilence, { cause: 'repo-server-down', relation: 'workload' }],
    group: byContainer,
    describe(anchors, context) {
      const failed = containerOfFailure(anchors, context);
      if (failed === undefined) return undefined;
      const { container, pod } = failed;
      const node = nodeOf(context.facts, pod);
      return {
        subject: workloadSubject(anchors, context),
        params: {
          image: container.image,
          container: container.name,
          architecture: valueOf(node)?.status.nodeInfo?.architecture ?? '',
          node: pod.spec.nodeName ?? '',
        },
      };
    },
    remedy: ({ image, container, node }, context, subject, anchors) => [
      ...(node === ''
        ? []
        : [
            look(
              kubectl(context, 'get', 'node', node, '-L', 'kubernetes.io/arch', '-L', 'kubernetes.io/os'),
              {
                code: 'inspect-node-architecture',
                params: { node },
              },
            ),
          ]),
      look(['docker', 'manifest', 'inspect', image], {
        code: 'inspect-image-platforms',
        params: { image },
      }),
      ...earlierImage(context, subject.name, container, image),
      ...describePod(context, anchors),
    ],
  }),
  'program-not-executable': cause<{ image: string; container: string; program: string; missing: boolean }>({
    id: 'OED563',
    stage: 'crash',
    example: { image: '<image>', container: anyContainer, program: '/osm-controller', missing: true },
    identity: ['container'],
    source: 'runc, containerd: exec … no such file or directory, executable file not found',
    requires: [startFailures(['not-found', 'not-executable'])],
    explains: effectsOfNoStart,
    proof: true,
    leadsTo: [...leadsToSilence, { cause: 'repo-server-down', relation: 'workload' }],
    group: byContainer,
    describe(anchors, context) {
      const failed = containerOfFailure(anchors, context);
      const named = [...ofCode(anchors, 'start-failed'), ...ofCode(anchors, 'log-exec-failed')];
      const said = named.find(({ params }) => params.program !== '') ?? named[0];
      if (failed === undefined || said === undefined) return undefined;
      const { image, name, command } = failed.container;
      return {
        subject: workloadSubject(anchors, context),
        params: {
          image,
          container: name,
          program: said.params.program || (command[0] ?? ''),
          missing: said.params.failure === 'not-found',
        },
      };
    },
    remedy: (_params, context, { name }, anchors) => [
      ...describePod(context, anchors),
      showRevisions(context, name),
      ...(runsOtherThanBefore(context.facts, name) ? undoRollout(context, name) : []),
    ],
  }),
};

function byContainer(finding: Finding): string {
  return `${byWorkload(finding)}/${finding.subject.container ?? ''}`;
}

/** The container that the anchors speak of, as its Pod's spec has it. */
function containerOfFailure(
  anchors: readonly Finding[],
  { facts }: RuleContext,
): { readonly container: Container; readonly pod: Pod } | undefined {
  const subject = anchors.find(({ subject: { kind } }) => kind === 'Pod')?.subject;
  const pod = valueOf(facts.pods)?.find(({ metadata }) => metadata.name === subject?.name);
  const container = [...(pod?.spec.containers ?? []), ...(pod?.spec.initContainers ?? [])].find(
    ({ name }) => name === subject?.container,
  );
  return pod && container && { container, pod };
}

/** The image of the last revision that had another one; else, where label and tag disagree, what the chart meant. */
function pullableImage(
  context: RuleContext,
  workload: string,
  { image, container, init, failure }: { image: string; container: string; init: boolean; failure: string },
): readonly RemedyStep[] {
  const earlier = earlierImage(context, workload, container, image);
  if (earlier.length > 0) return earlier;
  const { tag, digest } = parseImage(image);
  const { version } = context.mesh;
  const isMain = Object.values(context.flavour.mainContainer).includes(container);
  if (init || !isMain || failure !== 'not-found' || version === '') return [];
  if (digest !== '' || tag === '' || tag === version) return [];
  return setImage(context, workload, container, `${image.slice(0, -tag.length)}${version}`, false);
}

function earlierImage(
  context: RuleContext,
  workload: string,
  container: string,
  image: string,
): readonly RemedyStep[] {
  const earlier = earlierContainer(context.facts, workload, container)?.image ?? '';
  if (earlier === '' || earlier === image) return [];
  const ready = revisionsOf(context.facts, workload)[1]?.status.readyReplicas ?? 0;
  return setImage(context, workload, container, earlier, ready > 0);
}

function setImage(
  context: RuleContext,
  workload: string,
  container: string,
  image: string,
  isInUse: boolean,
): readonly RemedyStep[] {
  const command = ['docker', 'manifest', 'inspect', image];
  return [
    change(
      kubectlInNamespace(context, 'set', 'image', `deployment/${workload}`, `${container}=${image}`),
      { code: 'set-image', params: { container, image } },
      [
        { code: 'changes-workload', params: { workload } },
        { code: 'restarts-pods', params: { workloads: [workload] } },
      ],
      {
        before: [
          isInUse
            ? { code: 'image-exists', params: { image }, answer: 'known' }
            : { code: 'image-exists', params: { image }, answer: 'check-first', command },
        ],
      },
    ),
    watch(context, workload),
  ];
}
