import type { CheckInput } from '#diagnosis/check.ts';
import type { Evidence, FindingDraft } from '#diagnosis/finding.ts';
import type { Subject } from '#diagnosis/subject.ts';
import type { FindingParams } from '#diagnosis/registry.ts';
import { deploymentOfRole, workloadName } from '#mesh/control-plane.ts';
import { flavourList, flavourOf } from '#mesh/flavours.ts';
import { roles } from '#mesh/identity.ts';
import { type ContainerVerdict, injectorOf, inspectContainers, labelWithoutSidecar } from '#mesh/sidecar.ts';
import { type TemplateSidecar, templateSidecarOf } from '#mesh/template-sidecars.ts';
import type { Pod } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import { type Replica, replicasOf } from '#steps/shared/replicas.ts';
import { evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';
import { ownEnrolments, ownNamespace } from './own-namespace.ts';

type Input = CheckInput<'pods' | 'deployments' | 'namespace' | 'enrolledNamespaces'>;

/** Does every container of a control-plane pod belong there (facts §1.4)? The repo server always does (facts 0.1). */
export function checkContainers(input: Input): {
  readonly findings: readonly FindingDraft[];
  readonly looked: number;
} {
  const replicas = (replicasOf(input.mesh, input.facts.pods) ?? []).filter(({ isActive }) => isActive);
  const templates = ownTemplates(input);
  return {
    findings: [
      ...templates.map(({ workload, sidecar }) => inTemplate(input, workload, sidecar)),
      ...replicas.flatMap((replica) => inspect(input, replica, isInTemplate(templates, replica))),
    ],
    looked: replicas.length,
  };
}

interface Template {
  readonly workload: string;
  readonly sidecar: TemplateSidecar;
}

/** The workloads of this control plane whose own Pod template has a sidecar. */
function ownTemplates({ mesh, facts }: Input): readonly Template[] {
  const flavour = flavourOf(mesh);
  const deployments = valueOf(facts.deployments) ?? [];
  return roles.flatMap((role) => {
    const deployment = deploymentOfRole(deployments, role, mesh);
    const sidecar = deployment && templateSidecarOf(deployment, flavour);
    return sidecar === undefined ? [] : [{ workload: workloadName(role, flavour), sidecar }];
  });
}

function isInTemplate(templates: readonly Template[], { workload }: Replica): boolean {
  return templates.some((template) => template.workload === workload);
}

function inTemplate({ mesh }: Input, workload: string, { containers }: TemplateSidecar): FindingDraft {
  const subject = subjectOf(mesh, 'Deployment', workload, { workload });
  const proxy = containers.find(({ init }) => !init) ?? containers[0]!;
  const params = {
    container: proxy.container,
    image: proxy.image,
    containers: containers.map(({ container }) => container),
  };
  const evidence = containers.map(({ container, image, init }) =>
    evidenceOf(
      'deployments',
      subject,
      `spec.template.spec.${init ? 'initContainers' : 'containers'}[${container}].image`,
      image,
    ),
  );
  return finding('sidecar-in-template', 'critical', subject, params, evidence);
}

/** What is in the template is told of the Deployment, and not again of each of its Pods. */
function inspect(input: Input, replica: Replica, isFromTemplate: boolean): readonly FindingDraft[] {
  const { mesh } = input;
  const flavour = flavourOf(mesh);
  const rows = inspectContainers(replica.pod, flavour);
  const label = labelWithoutSidecar(replica.pod, flavour);
  const subject = subjectOf(mesh, 'Pod', replica.name, { workload: replica.workload });
  const sidecar = mainSidecar(rows);
  return [
    ...(sidecar && !isFromTemplate ? [stray(input, replica, sidecar)] : []),
    ...(label === undefined ? [] : [labelOnly(replica.pod, subject, label)]),
    ...rows.flatMap((row) => unknownContainer(row, subject)),
  ];
}

/** Injection adds several containers to a pod; the proxy itself stands for all of them. */
function mainSidecar(rows: readonly ContainerVerdict[]): ContainerVerdict | undefined {
  const helpers = new Set(flavourList.map(({ healthcheckContainer }) => healthcheckContainer));
  const own = rows.filter(({ verdict }) => verdict === 'sidecar');
  return (
    own.find(({ init, container }) => !init && !helpers.has(container)) ??
    own.find(({ init }) => !init) ??
    own[0]
  );
}

function stray(input: Input, replica: Replica, row: ContainerVerdict): FindingDraft {
  const { mesh, meshes } = input;
  const { container, image } = row;
  const injector = injectorOf(replica.pod, meshes, ownNamespace(input)?.namespace);
  const subject = subjectOf(mesh, 'Pod', replica.name, { workload: replica.workload, container });
  const params: FindingParams['stray-sidecar'] = {
    container,
    image,
    injector: injector?.mesh ?? '',
    injectorNamespace: injector?.namespace ?? '',
    basis: injector?.basis ?? 'unknown',
    marks: [...row.marks],
    enrolment: enrolmentToday(input, injector?.mesh ?? ''),
  };
  // A foreign sidecar in the control plane is critical whatever the probes say (design §3).
  return finding(
    'stray-sidecar',
    'critical',
    subject,
    params,
    evidenceOfInjection(replica.pod, subject, row),
  );
}

function enrolmentToday(input: Input, injector: string): FindingParams['stray-sidecar']['enrolment'] {
  const enrolments = ownEnrolments(input);
  if (enrolments === undefined) return 'unknown';
  const own = enrolments.find(({ mesh }) => injector === '' || mesh === injector);
  if (own === undefined) return 'removed';
  return own.ignored || own.controlPlaneLabel ? 'ignored' : 'active';
}

/** The container itself, and what was written at injection time (facts §1.4, "Which mesh injected it"). */
function evidenceOfInjection(pod: Pod, subject: Subject, row: ContainerVerdict): readonly Evidence[] {
  const list = row.init ? pod.spec.initContainers : pod.spec.containers;
  const container = list.find(({ name }) => name === row.container);
  const path = `spec.${row.init ? 'initContainers' : 'containers'}[${row.container}]`;
  const url = container?.args.find((argument) => argument.includes('/repo/'));
  const meshName = container?.env.find(({ name }) => name === 'MESH_NAME')?.value;
  const labels = flavourList
    .map(({ proxyUuidLabel }) => proxyUuidLabel)
    .filter((key, i, all) => key in pod.metadata.labels && all.indexOf(key) === i);
  return [
    evidenceOf('pods', subject, `${path}.image`, row.image, pod.metadata.creationTimestamp),
    ...labels.map((key) =>
      evidenceOf('pods', subject, `metadata.labels[${key}]`, pod.metadata.labels[key] ?? ''),
    ),
    ...(meshName === undefined ? [] : [evidenceOf('pods', subject, `${path}.env[MESH_NAME]`, meshName)]),
    ...(url === undefined ? [] : [evidenceOf('pods', subject, `${path}.args`, url)]),
  ];
}

function labelOnly(pod: Pod, subject: Subject, label: string): FindingDraft {
  const evidence = [
    evidenceOf('pods', subject, `metadata.labels[${label}]`, pod.metadata.labels[label] ?? ''),
  ];
  return finding('injection-label-only', 'info', subject, { label }, evidence);
}

function unknownContainer(row: ContainerVerdict, pod: Subject): readonly FindingDraft[] {
  const { container, image, init } = row;
  const subject = { ...pod, container };
  const path = `spec.${init ? 'initContainers' : 'containers'}[${container}].image`;
  const evidence = [evidenceOf('pods', pod, path, image)];
  switch (row.verdict) {
    case 'pipy-unknown':
      return [finding('pipy-image-in-unknown-container', 'warning', subject, { container, image }, evidence)];
    case 'unexpected':
      return [finding('unexpected-container', 'info', subject, { container, image }, evidence)];
    // Told by the check of other meshes.
    case 'other-product':
    case 'sidecar':
    case 'expected':
    case 'repo-server':
      return [];
    default:
      return row.verdict satisfies never;
  }
}
