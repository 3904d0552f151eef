import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern, workloadOf } from '#diagnosis/finding-pattern.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { inspectContainers } from '#mesh/sidecar.ts';
import { type TemplateSidecar, templateSidecarOf } from '#mesh/template-sidecars.ts';
import type { ReplicaSet } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import { change, kubectlInNamespace, look } from './commands.ts';
import { byMesh, downSymptoms, lastWords, sortedUnique, workloadSubject } from './common.ts';
import { ends } from './running-process.ts';
import { watch } from './restart.ts';

/** A sidecar that no webhook injected: it stands in the Deployment (reports, class J). */
export const templateCauses = {
  'sidecar-in-template': cause<{ workloads: string[]; containers: string[] }>({
    id: 'OED565',
    stage: 'injected',
    example: { workloads: ['<workload>'], containers: ['<container>'] },
    source: 'reports, class J; facts §1.3, §1.4',
    requires: [pattern('sidecar-in-template', 'mesh')],
    explains: [
      ...downSymptoms,
      ...lastWords,
      pattern(['log-error', 'log-repo-down', 'log-port-in-use'], 'workload'),
    ],
    proof: true,
    leadsTo: [...ends, { cause: 'bootstrap-not-ready', relation: 'mesh' }],
    group: byMesh,
    describe(anchors, context) {
      const found = ofCode(anchors, 'sidecar-in-template');
      return {
        subject: workloadSubject(anchors, context),
        params: {
          workloads: [...sortedUnique(found.map(({ subject }) => workloadOf(subject)))],
          containers: [...sortedUnique(found.flatMap(({ params }) => params.containers))],
        },
      };
    },
    remedy: ({ workloads }, context) => workloads.flatMap((workload) => cleanTemplate(context, workload)),
  }),
};

/** Back to the last revision without the sidecar where there is one; else the sidecar is taken out of the template. */
function cleanTemplate(context: RuleContext, workload: string): readonly RemedyStep[] {
  const deployment = valueOf(context.facts.deployments)?.find(
    ({ metadata }) => metadata.name === workload && metadata.namespace === context.mesh.namespace,
  );
  const sidecar = deployment && templateSidecarOf(deployment, context.flavour);
  const effects: RemedyStep['changes'] = [
    { code: 'changes-workload', params: { workload } },
    { code: 'restarts-pods', params: { workloads: [workload] } },
  ];
  const revision = lastCleanRevision(context, workload);
  const target = `deployment/${workload}`;
  return [
    look(kubectlInNamespace(context, 'get', target, '-o', 'yaml'), {
      code: 'inspect-template',
      params: { workload },
    }),
    ...(revision === undefined
      ? []
      : [
          change(
            kubectlInNamespace(context, 'rollout', 'undo', target, `--to-revision=${revision}`),
            { code: 'roll-back-to', params: { workload, revision } },
            effects,
          ),
        ]),
    ...(revision !== undefined || sidecar === undefined
      ? []
      : [
          change(
            kubectlInNamespace(context, 'patch', target, '--type=strategic', '-p', patchWithout(sidecar)),
            {
              code: 'remove-from-template',
              params: { workload, containers: sidecar.containers.map(({ container }) => container) },
            },
            effects,
          ),
        ]),
    watch(context, workload),
  ];
}

/** A strategic merge patch that deletes list items by name and labels by null. */
function patchWithout({ containers, labels, volumes }: TemplateSidecar): string {
  const deleted = (names: readonly string[]) => names.map((name) => ({ $patch: 'delete', name }));
  const named = (init: boolean): readonly string[] =>
    containers.filter((row) => row.init === init).map(({ container }) => container);
  const list = (key: string, names: readonly string[]): object =>
    names.length === 0 ? {} : { [key]: deleted(names) };
  return JSON.stringify({
    spec: {
      template: {
        ...(labels.length === 0
          ? {}
          : { metadata: { labels: Object.fromEntries(labels.map((key) => [key, null])) } }),
        spec: {
          ...list('containers', named(false)),
          ...list('initContainers', named(true)),
          ...list('volumes', volumes),
        },
      },
    },
  });
}

const revisionKey = 'deployment.kubernetes.io/revision';

/** The newest revision of a Deployment whose template has no sidecar; undefined when none is kept. */
function lastCleanRevision(context: RuleContext, workload: string): string | undefined {
  const own = (valueOf(context.facts.replicaSets) ?? []).filter(
    ({ metadata, spec }) =>
      metadata.ownerReferences.some(({ kind, name }) => kind === 'Deployment' && name === workload) &&
      spec.template !== undefined &&
      /^\d+$/.test(metadata.annotations[revisionKey] ?? ''),
  );
  const clean = own.filter((replicaSet) => !hasSidecar(replicaSet, context));
  return clean
    .map(({ metadata }) => metadata.annotations[revisionKey]!)
    .toSorted((a, b) => Number(b) - Number(a))[0];
}

function hasSidecar({ metadata, spec }: ReplicaSet, { flavour }: RuleContext): boolean {
  const { containers = [], initContainers = [] } = spec.template?.spec ?? {};
  const template = {
    metadata: { labels: metadata.labels },
    spec: { ...emptySpec, containers, initContainers },
  };
  return inspectContainers(template, flavour).some(
    ({ verdict }) => verdict === 'sidecar' || verdict === 'other-product',
  );
}

/** What a ReplicaSet keeps of its template are the containers. */
const emptySpec = { volumes: [], nodeSelector: {}, imagePullSecrets: [] } as unknown as Parameters<
  typeof inspectContainers
>[0]['spec'];
