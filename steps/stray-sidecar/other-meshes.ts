import type { CheckInput } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import { deploymentOfRole } from '#mesh/control-plane.ts';
import { flavourOf } from '#mesh/flavours.ts';
import { inspectContainers } from '#mesh/sidecar.ts';
import { templateSidecarOf } from '#mesh/template-sidecars.ts';
import { valueOf } from '#snapshot/observed.ts';
import { type Replica, replicasOf } from '#steps/shared/replicas.ts';
import { evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';

type Input = CheckInput<'pods' | 'deployments'>;

/** Did a mesh of another product put its sidecar in? The guide does not ask, the symptoms are the same (facts §1.4). */
export function checkOtherMeshes(input: Input): {
  readonly findings: readonly FindingDraft[];
  readonly looked: number;
} {
  const replicas = (replicasOf(input.mesh, input.facts.pods) ?? []).filter(({ isActive }) => isActive);
  return {
    findings: replicas
      .filter((replica) => !isFromTemplate(input, replica))
      .flatMap((replica) => foreign(input, replica)),
    looked: input.meshes.length,
  };
}

/** The check of containers tells of a sidecar that stands in the Deployment's own template. */
function isFromTemplate({ mesh, facts }: Input, { role }: Replica): boolean {
  const deployment = deploymentOfRole(valueOf(facts.deployments) ?? [], role, mesh);
  return deployment !== undefined && templateSidecarOf(deployment, flavourOf(mesh)) !== undefined;
}

/** One finding for each product in a pod: its proxy, or its init container when that is all. */
function foreign({ mesh }: Input, { pod, name, workload }: Replica): readonly FindingDraft[] {
  const rows = inspectContainers(pod, flavourOf(mesh)).filter(({ verdict }) => verdict === 'other-product');
  const products = [...new Set(rows.map(({ product }) => product ?? ''))];
  return products.flatMap((product) => {
    const own = rows.filter((row) => (row.product ?? '') === product);
    const row = own.find(({ init }) => !init) ?? own[0];
    if (row === undefined) return [];
    const { container, image, init } = row;
    const subject = subjectOf(mesh, 'Pod', name, { workload, container });
    const path = `spec.${init ? 'initContainers' : 'containers'}[${container}].image`;
    const evidence = [evidenceOf('pods', subject, path, image, pod.metadata.creationTimestamp)];
    return [finding('foreign-mesh-sidecar', 'critical', subject, { container, product, image }, evidence)];
  });
}
