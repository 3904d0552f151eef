import { mapAt, textAt } from '../field.ts';
import type { KubeObject, Scenario } from '../scenario.ts';
import type { ResourceObjects } from './seed-objects.ts';
import { dnsObjects, kubernetesObjects, nodeObjects, priorityClasses } from './seed-objects.ts';
import { fieldsOf, mergePatch } from '../writes/merge-patch.ts';
import { makeAuthority } from './certificate.ts';
import type { Container, PodSpec, Workload } from './objects.ts';
import { ownersOf } from './objects.ts';
import { flagValue, instanceOf, MUTATING } from './release.ts';
import type { World } from './world.ts';

/**
 * A scenario as a whole cluster: recordings hold what a diagnosis reads, a person also meets nodes, roles, the CA Secret,
 * the cluster DNS. What is recorded stays as it is; then the world's own objects are merged in.
 */
export function seeded(scenario: Scenario, world: World): Scenario {
  const workloads = (scenario.objects['deployments.apps'] ?? []) as Workload[];
  const added: ResourceObjects[] = [
    nodeObjects(scenario, world),
    kubernetesObjects(scenario),
    dnsObjects(scenario),
    priorityClasses(),
    { 'deployments.apps': missingDeployments(scenario) },
    ...workloads.map((workload) => accountObjects(workload)),
    ...workloads.filter(isController).map((workload) => meshObjects(scenario, workload)),
  ];
  const objects: Record<string, readonly KubeObject[]> = { ...scenario.objects };
  for (const [key, list] of added.flatMap((more) => Object.entries(more))) {
    const known = new Set((objects[key] ?? []).map(idOf));
    const fresh = list.filter((object) => !known.has(idOf(object)));
    objects[key] = [...(objects[key] ?? []), ...fresh.map((object) => complete(scenario, object))];
  }
  for (const [key, patches] of Object.entries(world.objects ?? {})) {
    for (const patch of patches) objects[key] = merged(objects[key] ?? [], patch, scenario);
  }
  return { ...scenario, objects };
}

function idOf({ metadata: { name, namespace = '' } }: KubeObject): string {
  return `${namespace}/${name}`;
}

/** Gives an object what the API server would have given it. */
function complete({ recordedAt }: Scenario, object: KubeObject): KubeObject {
  const uid = crypto.randomUUID();
  const creationTimestamp = new Date(Date.parse(recordedAt) - 86_400_000).toISOString().replace(/\.\d+/, '');
  return { ...object, metadata: { uid, creationTimestamp, resourceVersion: '1', ...object.metadata } };
}

function merged(list: readonly KubeObject[], patch: KubeObject, scenario: Scenario): readonly KubeObject[] {
  const isMeant = (object: KubeObject): boolean => idOf(object) === idOf(patch);
  if (!list.some(isMeant)) return [...list, complete(scenario, patch)];
  return list.map((object) => (isMeant(object) ? (mergePatch(object, patch) as KubeObject) : object));
}

function isController({ metadata }: KubeObject): boolean {
  return metadata.labels?.['app'] === 'osm-controller' || metadata.labels?.['app'] === 'fsm-controller';
}

/** Of applications only ReplicaSets were recorded: the Deployments that own them. */
function missingDeployments({ objects }: Scenario): KubeObject[] {
  const known = new Set((objects['deployments.apps'] ?? []).map(({ metadata }) => metadata.uid));
  return ((objects['replicasets.apps'] ?? []) as Workload[]).flatMap((replicaSet): KubeObject[] => {
    const owner = ownersOf(replicaSet)[0];
    if (!owner || known.has(owner.uid)) return [];
    const { 'pod-template-hash': _hash, ...labels } = replicaSet.spec.template.metadata?.labels ?? {};
    const { 'pod-template-hash': _same, ...matchLabels } = replicaSet.spec.selector.matchLabels ?? {};
    const { annotations: _revision, ...meta } = replicaSet.metadata;
    const { namespace = '', creationTimestamp } = meta;
    return [
      {
        metadata: {
          name: owner.name,
          namespace,
          uid: owner.uid,
          generation: 1,
          labels,
          annotations: { 'deployment.kubernetes.io/revision': '1' },
          ...(creationTimestamp !== undefined && { creationTimestamp }),
        },
        spec: {
          replicas: replicaSet.spec.replicas,
          revisionHistoryLimit: 10,
          progressDeadlineSeconds: 600,
          selector: { matchLabels },
          strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
          template: {
            ...replicaSet.spec.template,
            metadata: { ...replicaSet.spec.template.metadata, labels },
          },
        },
        status: { observedGeneration: 1 },
      },
    ];
  });
}

function accountObjects({ metadata, spec }: Workload): ResourceObjects {
  const namespace = metadata.namespace ?? '';
  const names = ['default', spec.template.spec.serviceAccountName ?? 'default'];
  return { serviceaccounts: [...new Set(names)].map((name) => ({ metadata: { name, namespace } })) };
}

/** What the chart and the processes of a mesh create beside its workloads: roles, the CA Secret, the preset MeshConfig. */
function meshObjects(scenario: Scenario, controller: Workload): ResourceObjects {
  const namespace = controller.metadata.namespace ?? '';
  const mesh = instanceOf(controller);
  const labels = labelsOf(controller);
  const account = controller.spec.template.spec.serviceAccountName ?? mesh;
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: account };
  const metadata = { name: account, labels };
  return {
    'clusterroles.rbac.authorization.k8s.io': [{ metadata, rules: MESH_RULES }],
    'clusterrolebindings.rbac.authorization.k8s.io': [
      { metadata, roleRef, subjects: [{ kind: 'ServiceAccount', name: account, namespace }] },
    ],
    secrets: [caSecret(scenario, controller.spec.template.spec, namespace, mesh)],
    configmaps: [
      {
        metadata: { name: 'preset-mesh-config', namespace, labels },
        data: { 'preset-mesh-config.json': JSON.stringify(meshConfigSpec(scenario, namespace)) },
      },
    ],
  };
}

function labelsOf(workload: Workload): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mapAt(workload, 'metadata.labels')).filter(([key]) => key.startsWith('app.')),
  );
}

function meshConfigSpec({ objects }: Scenario, namespace: string): unknown {
  const configs = objects['meshconfigs.config.openservicemesh.io'] ?? [];
  return configs.find(({ metadata }) => metadata.namespace === namespace)?.['spec'] ?? {};
}

/** The CA that signed the serving certificate of the webhook, as the recorded bundle shows it. */
function caSecret(scenario: Scenario, { containers }: PodSpec, namespace: string, mesh: string): KubeObject {
  const controller = containers.find(({ name }) => name.endsWith('-controller')) as Container;
  const name = flagValue(controller, '--ca-bundle-secret-name') || 'osm-ca-bundle';
  const webhook = (scenario.objects[MUTATING] ?? []).find((object) => instanceOf(object) === mesh);
  const [entry] = (webhook?.['webhooks'] ?? []) as readonly object[];
  const own = makeAuthority('osm-ca.openservicemesh.io', Date.parse(scenario.recordedAt));
  const bundle = textAt(fieldsOf(entry), 'clientConfig.caBundle') || encode(own.certificate);
  return {
    metadata: { name, namespace },
    type: 'Opaque',
    data: { 'ca.crt': bundle, 'private.key': encode(own.key) },
  };
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** What the programs of the mesh may do, as far as the rules ask (osm-edge chart, osm-rbac.yaml). */
const MESH_RULES = [
  {
    apiGroups: [''],
    resources: ['endpoints', 'namespaces', 'pods', 'services', 'serviceaccounts', 'configmaps'],
    verbs: ['get', 'list', 'watch'],
  },
  { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'create', 'update', 'delete', 'list', 'watch'] },
  {
    apiGroups: ['', 'events.k8s.io'],
    resources: ['events'],
    verbs: ['create', 'patch', 'update', 'watch', 'list'],
  },
  {
    apiGroups: ['networking.k8s.io'],
    resources: ['ingresses', 'ingressclasses'],
    verbs: ['get', 'list', 'watch'],
  },
  {
    apiGroups: ['split.smi-spec.io', 'access.smi-spec.io', 'specs.smi-spec.io', 'flomesh.io'],
    resources: ['*'],
    verbs: ['get', 'list', 'watch'],
  },
  {
    apiGroups: ['config.openservicemesh.io', 'policy.openservicemesh.io', 'plugin.flomesh.io'],
    resources: ['*'],
    verbs: ['get', 'list', 'watch', 'create', 'update', 'patch'],
  },
  {
    apiGroups: ['admissionregistration.k8s.io'],
    resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
    verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'],
  },
  {
    apiGroups: ['apiextensions.k8s.io'],
    resources: ['customresourcedefinitions'],
    verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'],
  },
] as const;
