import { enrolmentsOf } from '#mesh/enrolment.ts';
import { flavours } from '#mesh/flavours.ts';
import type { FlavourId } from '#mesh/identity.ts';
import { valueOf } from '#snapshot/observed.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { pattern, ofCode, workloadOf } from '#diagnosis/finding-pattern.ts';
import { change, kubectl } from './commands.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { byMesh, downSymptoms, lastWords, sortedUnique, describePod } from './common.ts';
import { restart } from './restart.ts';
import { namespaceSubject } from '#steps/shared/placeholders.ts';

const downstream = [
  'api-server-unreachable',
  'probe-endpoint-unreachable',
  'liveness-answers-503',
  'readiness-answers-503',
  'repo-server-down',
  'port-in-use',
  'process-ends',
  'slow-start',
  'busy-process',
  'not-ready-unexplained',
  'failed-before',
] as const;

const controlPlaneNamespace = (context: RuleContext) =>
  ({
    mesh: context.mesh.name,
    kind: 'Namespace',
    namespace: context.mesh.namespace,
    name: context.mesh.namespace,
  }) as const;

/** Causes that are a foreign injector at work in the control plane (guide step 1; facts §1.4, §3, §9 row 1). */
export const injectionCauses = {
  'injected-by-other-mesh': cause<{
    injector: string;
    injectorNamespace: string;
    workloads: string[];
    enrolled: boolean;
  }>({
    id: 'OED501',
    stage: 'injected',
    example: {
      injector: '<mesh>',
      injectorNamespace: '<its namespace>',
      workloads: ['<workload>'],
      enrolled: true,
    },
    exampleSubject: namespaceSubject,
    source: 'facts §1.4, §9 row 1',
    requires: [pattern('stray-sidecar', 'mesh')],
    supports: [pattern('namespace-enrolled', 'mesh')],
    explains: [
      ...downSymptoms,
      ...lastWords,
      pattern(['log-error', 'log-repo-down', 'log-port-in-use'], 'workload'),
    ],
    proof: true,
    leadsTo: [
      ...downstream.map((cause) => ({ cause, relation: 'workload' as const })),
      { cause: 'bootstrap-not-ready', relation: 'mesh' },
      { cause: 'enrolled-in-other-mesh', relation: 'mesh' },
    ],
    group: (finding) => (finding.code === 'stray-sidecar' ? finding.params.injector : ''),
    describe(anchors, context) {
      const sidecars = ofCode(anchors, 'stray-sidecar');
      const first = sidecars[0];
      if (first === undefined) return undefined;
      return {
        subject: controlPlaneNamespace(context),
        params: {
          injector: first.params.injector,
          injectorNamespace: first.params.injectorNamespace,
          workloads: [...sortedUnique(sidecars.map(({ subject }) => workloadOf(subject)))],
          enrolled: sidecars.some(({ params }) => params.enrolment === 'active'),
        },
      };
    },
    remedy: (params, context, _subject, anchors) => [
      ...describePod(context, anchors),
      ...(params.enrolled ? leaveMesh(context, params.injector) : []),
      ...restart(
        context,
        params.workloads,
        params.enrolled ? labelsAfterLeaving(context, params.injector) : undefined,
      ),
    ],
  }),
  'injected-by-other-product': cause<{ product: string; workloads: string[] }>({
    id: 'OED502',
    stage: 'injected',
    example: { product: '<product>', workloads: ['<workload>'] },
    remedyExample: { product: 'istio', workloads: ['<workload>'] },
    exampleSubject: namespaceSubject,
    source: 'facts §1.4, other meshes',
    requires: [pattern('foreign-mesh-sidecar', 'mesh')],
    explains: downSymptoms,
    proof: true,
    leadsTo: downstream.map((cause) => ({ cause, relation: 'workload' as const })),
    group: (finding) => (finding.code === 'foreign-mesh-sidecar' ? finding.params.product : ''),
    describe(anchors, context) {
      const sidecars = ofCode(anchors, 'foreign-mesh-sidecar');
      const product = sidecars[0]?.params.product;
      if (product === undefined) return undefined;
      const workloads = [...sortedUnique(sidecars.map(({ subject }) => workloadOf(subject)))];
      return { subject: controlPlaneNamespace(context), params: { product, workloads } };
    },
    remedy: (params, context) => [
      ...excludeFromProduct(context, params.product),
      ...restart(context, params.workloads),
    ],
  }),
  'enrolled-in-other-mesh': cause<{ mesh: string; namespace: string }>({
    id: 'OED539',
    stage: 'injected',
    example: { mesh: '<mesh>', namespace: '<namespace>' },
    source: 'facts §3.2, §3.4',
    requires: [pattern('namespace-enrolled', 'mesh', ({ severity }) => severity !== 'info')],
    proof: true,
    fallback: true,
    group: (finding) => (finding.code === 'namespace-enrolled' ? finding.params.mesh : ''),
    describe(anchors, context) {
      const mesh = ofCode(anchors, 'namespace-enrolled')[0]?.params.mesh;
      if (mesh === undefined) return undefined;
      return { subject: controlPlaneNamespace(context), params: { mesh, namespace: context.mesh.namespace } };
    },
    remedy: ({ mesh }, context) => leaveMesh(context, mesh),
  }),
  'enrolled-in-own-mesh': cause<{ mesh: string; namespace: string }>({
    id: 'OED540',
    stage: 'injected',
    example: { mesh: '<mesh>', namespace: '<namespace>' },
    source: 'facts §3.4, dead-lock case',
    requires: [pattern('namespace-enrolled-in-own-mesh', 'mesh', ({ severity }) => severity !== 'info')],
    proof: true,
    fallback: true,
    group: byMesh,
    describe: (anchors, context) => ({
      subject: controlPlaneNamespace(context),
      params: {
        mesh: ofCode(anchors, 'namespace-enrolled-in-own-mesh')[0]?.params.mesh ?? context.mesh.name,
        namespace: context.mesh.namespace,
      },
    }),
    remedy: ({ mesh }, context) => leaveMesh(context, mesh),
  }),
};

/**
 * Takes the control plane's namespace out of a mesh and guards it. The kubectl form reaches the cluster that was read; the CLI
 * of the culprit's flavour acts on the current context, and its `remove` also drops the ignore label (facts §4).
 */
export function leaveMesh(context: RuleContext, meshName: string): readonly RemedyStep[] {
  const { namespace } = context.mesh;
  const { cli, keys } = flavours[flavourOfMesh(context, meshName)];
  return [
    change(
      kubectl(context, 'label', 'namespace', namespace, `${keys.monitoredBy}-`),
      { code: 'remove-enrolment', params: { namespace, mesh: meshName } },
      [{ code: 'removes-labels-and-annotations', params: { keys: [keys.monitoredBy] } }],
      {
        before: labelOwner(context, meshName),
        ...(meshName === ''
          ? {}
          : { equivalent: [[cli, 'namespace', 'remove', namespace, '--mesh-name', meshName]] }),
      },
    ),
    change(
      kubectl(context, 'label', 'namespace', namespace, `${keys.ignore}=true`, '--overwrite'),
      { code: 'guard-namespace', params: { namespace } },
      [{ code: 'stops-injection', params: { namespace } }],
      { equivalent: [[cli, 'namespace', 'ignore', namespace]] },
    ),
  ];
}

/** The labels of the namespace after `leaveMesh`. */
function labelsAfterLeaving(
  context: RuleContext,
  meshName: string,
): Readonly<Record<string, string>> | undefined {
  const labels = valueOf(context.facts.namespace)?.metadata.labels;
  if (labels === undefined) return undefined;
  const { keys } = flavours[flavourOfMesh(context, meshName)];
  const { [keys.monitoredBy]: _, ...rest } = labels;
  return { ...rest, [keys.ignore]: 'true' };
}

/** By the label on the namespace, which each family has its own of; else by the control plane of that name. */
function flavourOfMesh({ mesh: own, meshes, facts }: RuleContext, name: string): FlavourId {
  const labelled = valueOf(facts.namespace);
  const family = labelled && enrolmentsOf(labelled).find((enrolment) => enrolment.mesh === name)?.family;
  const named = meshes.find((mesh) => mesh.name === name && mesh.namespace !== own.namespace);
  const flavour = (named ?? own).flavour;
  if (family === undefined || flavours[flavour].family === family) return flavour;
  return family === 'fsm' ? 'fsm' : 'osm-edge';
}

function labelOwner(context: RuleContext, meshName: string): RemedyStep['before'] {
  const enrolled = ofCode(context.findings, 'namespace-enrolled').find(
    ({ params }) => params.mesh === meshName,
  );
  if (enrolled === undefined || enrolled.params.setBy === '') return [];
  const { setBy: manager, setAt: time } = enrolled.params;
  return [{ code: 'label-owner', params: { manager, time }, answer: 'known' }];
}

/** How each product is told to leave a namespace alone: its own documented switch on the Namespace. */
const exclusions: Readonly<Record<string, readonly [verb: 'label' | 'annotate', setting: string]>> = {
  istio: ['label', 'istio-injection=disabled'],
  linkerd: ['annotate', 'linkerd.io/inject=disabled'],
  kuma: ['label', 'kuma.io/sidecar-injection=disabled'],
};

function excludeFromProduct(context: RuleContext, product: string): readonly RemedyStep[] {
  const exclusion = exclusions[product.toLowerCase()];
  if (exclusion === undefined) return [];
  const { namespace } = context.mesh;
  return [
    change(
      kubectl(context, exclusion[0], 'namespace', namespace, exclusion[1], '--overwrite'),
      { code: 'guard-namespace', params: { namespace } },
      [{ code: 'stops-injection', params: { namespace } }],
    ),
  ];
}
