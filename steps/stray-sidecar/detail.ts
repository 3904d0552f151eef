import type { StepInput } from '#diagnosis/check.ts';
import { podsOfRole } from '#mesh/control-plane.ts';
import { enrolmentsOf, injectionColumn } from '#mesh/enrolment.ts';
import { flavourOf } from '#mesh/flavours.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import { inspectContainers } from '#mesh/sidecar.ts';
import { requiredSmi } from '#mesh/smi.ts';
import type { MetadataOnly } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import { guideKubectl } from '#steps/shared/kubectl.ts';
import { compareText } from '#steps/shared/order.ts';
import { type Replica, replicasOf } from '#steps/shared/replicas.ts';
import type { ContainerRow, MeshRow, NamespaceRow, SidecarDetail } from './rows.ts';

type Input = StepInput;

/** The tables of step 1: every container, the guide's `mesh list`, the guide's `namespace list`. */
export function sidecarDetail(input: Input): SidecarDetail {
  const replicas = (replicasOf(input.mesh, input.facts.pods) ?? []).filter(({ isActive }) => isActive);
  return {
    containers: containerRows(input, replicas),
    meshes: input.meshes.filter(isSeen).map((mesh) => meshRow(input, mesh)),
    namespaces: namespaceRows(input),
    guideCommands: guideCommands(input, replicas),
  };
}

/** Does anything tell that the mesh is there? Where nothing could be read, an identity stands for the place alone. */
function isSeen({ presence, version }: MeshIdentity): boolean {
  return presence === 'unknown' ? version !== '' : presence !== 'none';
}

function containerRows({ mesh }: Input, replicas: readonly Replica[]): readonly ContainerRow[] {
  return replicas.flatMap(({ pod, name }) =>
    inspectContainers(pod, flavourOf(mesh)).map(({ container, init, image, verdict, marks }) => ({
      pod: name,
      container,
      init,
      image,
      verdict,
      marks,
    })),
  );
}

/** The controller's pods are those of the mesh's own namespace; none where that was not read (`-n`, `--mesh`). */
function meshRow({ facts, namespaces }: Input, mesh: MeshIdentity): MeshRow {
  const pods = valueOf(namespaces[mesh.namespace]?.pods) ?? [];
  return {
    name: mesh.name,
    namespace: mesh.namespace,
    controllerPods: podsOfRole(pods, 'controller', flavourOf(mesh)).map(({ metadata }) => metadata.name),
    version: mesh.version,
    smi: requiredSmi(flavourOf(mesh), mesh.version)
      .filter(({ kind, groupVersion }) => valueOf(facts.apiResources[groupVersion])?.kinds.includes(kind))
      .map(({ kind, groupVersion }) => `${kind}:${groupVersion}`)
      .toSorted(compareText),
  };
}

/** Enrolled namespaces, and those of every control plane, enrolled or not: a missing row would prove nothing. */
function namespaceRows({ meshes, facts }: Input): readonly NamespaceRow[] {
  const planes = new Set(
    meshes.filter(({ presence }) => presence !== 'none').map(({ namespace }) => namespace),
  );
  const own = valueOf(facts.namespace);
  const known = new Map<string, MetadataOnly>(
    [...(valueOf(facts.enrolledNamespaces) ?? []), ...(own ? [own] : [])].map((item) => [
      item.metadata.name,
      item,
    ]),
  );
  // Only the whole list shows that a namespace is in no mesh.
  const unenrolled =
    facts.enrolledNamespaces.state === 'read' ? [...planes].filter((name) => !known.has(name)) : [];
  return [
    ...[...known.values()].flatMap((namespace) => rowsOf(namespace, planes)),
    ...unenrolled.map((name) => emptyRow(name, planes.has(name))),
  ].toSorted((a, b) => compareText(a.namespace, b.namespace) || compareText(a.mesh, b.mesh));
}

function rowsOf(namespace: MetadataOnly, planes: ReadonlySet<string>): readonly NamespaceRow[] {
  const { name } = namespace.metadata;
  const enrolments = enrolmentsOf(namespace);
  if (enrolments.length === 0) return [emptyRow(name, planes.has(name))];
  return enrolments.map((enrolment) => ({
    namespace: name,
    mesh: enrolment.mesh,
    injection: injectionColumn(enrolment),
    controlPlane: planes.has(name),
    setBy: enrolment.setBy ?? '',
    setAt: enrolment.setAt ?? '',
  }));
}

const emptyRow = (namespace: string, controlPlane: boolean): NamespaceRow => ({
  namespace,
  mesh: '',
  injection: '-',
  controlPlane,
  setBy: '',
  setAt: '',
});

/** The guide's commands. `namespace list` goes without --mesh-name, which would hide the culprit (facts 0.6). */
function guideCommands({ mesh }: Input, replicas: readonly Replica[]): SidecarDetail['guideCommands'] {
  const { cli } = flavourOf(mesh);
  const images = 'jsonpath={range .spec.containers[*]}{.name}{" "}{.image}{"\\n"}{end}';
  return [
    ...replicas.map(({ name }) => guideKubectl(mesh.namespace, 'get pod', name, '-o', images)),
    [cli, 'mesh', 'list'],
    [cli, 'namespace', 'list'],
  ];
}
