import type { CheckInput } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import type { Severity } from '#diagnosis/severity.ts';
import { decideInjection, type Enrolment, enrolmentsOf, injectionState } from '#mesh/enrolment.ts';
import { flavourOf, flavours } from '#mesh/flavours.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import { injectorOf, isInjected } from '#mesh/sidecar.ts';
import type { MetadataOnly } from '#snapshot/kubernetes.ts';
import { type Replica, replicasOf } from '#steps/shared/replicas.ts';
import { evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';
import { flavourOfFamily, meshOfEnrolment, ownNamespace } from './own-namespace.ts';

type Input = CheckInput<'namespace' | 'enrolledNamespaces' | 'pods'>;

interface Place {
  readonly namespace: MetadataOnly;
  readonly fact: FactName;
  readonly replicas: readonly Replica[];
}

/** Is the control plane's namespace enrolled in a mesh, and would its pods get a sidecar (facts §3.2, whole)? */
export function checkEnrolment(input: Input): {
  readonly findings: readonly FindingDraft[];
  readonly looked: number;
} {
  const own = ownNamespace(input);
  if (!own) return { findings: [], looked: 0 };
  const place = { ...own, replicas: replicasOf(input.mesh, input.facts.pods) ?? [] };
  const findings = [
    ...enrolmentsOf(own.namespace).map((enrolment) => enrolled(input, place, enrolment)),
    ...invalidAnnotations(input, place),
  ];
  return { findings, looked: 1 };
}

function enrolled(input: Input, place: Place, enrolment: Enrolment): FindingDraft {
  const { mesh, meshes } = input;
  const other = meshOfEnrolment(enrolment, mesh, meshes);
  const { keys } = flavourOfFamily(enrolment.family);
  const subject = subjectOf(mesh, 'Namespace', mesh.namespace);
  const object = { kind: 'Namespace', name: mesh.namespace } as const;
  const { raw } = enrolment.injection;
  const evidence = [
    evidenceOf(place.fact, object, `metadata.labels[${keys.monitoredBy}]`, enrolment.mesh, enrolment.setAt),
    ...(raw === '' ? [] : [evidenceOf(place.fact, object, `metadata.annotations[${keys.injection}]`, raw)]),
  ];
  if (other.namespace === mesh.namespace) {
    const guardedBy = guardOf(enrolment, mesh, keys.ignore);
    const params = { mesh: enrolment.mesh, guardedBy };
    return finding(
      'namespace-enrolled-in-own-mesh',
      guardedBy === '' ? 'warning' : 'info',
      subject,
      params,
      evidence,
    );
  }
  const injectionEnabled = injects(place, other);
  const params = {
    mesh: enrolment.mesh,
    injection: raw,
    injectionEnabled,
    setBy: enrolment.setBy ?? '',
    setAt: enrolment.setAt ?? '',
  };
  return finding('namespace-enrolled', severity(), subject, params, evidence);

  function severity(): Severity {
    if (place.replicas.some((replica) => carriesSidecarOf(replica, enrolment, input, place)))
      return 'critical';
    return injectionEnabled ? 'warning' : 'info';
  }
}

/** The label that keeps the mesh's own webhook away from its namespace (facts §3.2 rules 3 to 5, §3.4); '' for none. */
function guardOf(enrolment: Enrolment, mesh: MeshIdentity, ignoreKey: string): string {
  if (enrolment.ignored) return ignoreKey;
  if (enrolment.controlPlaneLabel) return 'control-plane';
  return enrolment.nameLabel === mesh.namespace ? 'name' : '';
}

/** Would a new pod here get a sidecar: any pod, or one with the annotations of those that are there? */
function injects({ namespace, replicas }: Place, mesh: MeshIdentity): boolean {
  const questions = [
    { namespace, mesh },
    ...replicas.map(({ pod: { metadata, spec } }) => ({
      namespace,
      mesh,
      podAnnotations: metadata.annotations,
      hostNetwork: spec.hostNetwork === true,
    })),
  ];
  return questions.some((question) => decideInjection(question) === 'injects');
}

function carriesSidecarOf(
  { pod, isActive }: Replica,
  { mesh }: Enrolment,
  input: Input,
  place: Place,
): boolean {
  return (
    isActive &&
    isInjected(pod, flavourOf(input.mesh)) &&
    injectorOf(pod, input.meshes, place.namespace)?.mesh === mesh
  );
}

/** A value that cannot be read makes an enrolled namespace reject the pod (facts §3.2, last paragraph). */
function invalidAnnotations(input: Input, { namespace, fact, replicas }: Place): readonly FindingDraft[] {
  const { mesh, meshes } = input;
  const askers = enrolmentsOf(namespace).map((enrolment) => meshOfEnrolment(enrolment, mesh, meshes));
  const object = { kind: 'Namespace', name: mesh.namespace } as const;
  return [flavours['osm-edge'], flavours.fsm].flatMap(({ keys: { injection: key }, family }) => {
    const asked = askers.filter((asker) => flavourOf(asker).family === family);
    const value = namespace.metadata.annotations[key];
    const path = `metadata.annotations[${key}]`;
    const ofNamespace =
      value === undefined || injectionState(value) !== 'invalid'
        ? []
        : [
            finding(
              'invalid-injection-annotation',
              asked.some((asker) => decideInjection({ namespace, mesh: asker }) === 'rejects')
                ? 'warning'
                : 'info',
              subjectOf(mesh, 'Namespace', mesh.namespace),
              { value, key },
              [evidenceOf(fact, object, path, value)],
            ),
          ];
    const ofPods = replicas.flatMap(({ pod, name, workload }) => {
      const own = pod.metadata.annotations[key];
      if (own === undefined || injectionState(own) !== 'invalid') return [];
      const podAnnotations = pod.metadata.annotations;
      const rejects = asked.some(
        (asker) => decideInjection({ namespace, podAnnotations, mesh: asker }) === 'rejects',
      );
      const subject = subjectOf(mesh, 'Pod', name, { workload });
      const evidence = [evidenceOf('pods', subject, path, own)];
      return [
        finding(
          'invalid-injection-annotation',
          rejects ? 'warning' : 'info',
          subject,
          { value: own, key },
          evidence,
        ),
      ];
    });
    return [...ofNamespace, ...ofPods];
  });
}
