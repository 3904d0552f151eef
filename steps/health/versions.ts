import type { CheckInput } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import { deploymentOfRole, mainContainer } from '#mesh/control-plane.ts';
import { flavourOf } from '#mesh/flavours.ts';
import { roles } from '#mesh/identity.ts';
import { parseImage } from '#mesh/image.ts';
import { areDifferentReleases, minimumKubernetes, pipyVersion, releaseOfImage } from '#mesh/releases.ts';
import { isBefore } from '#mesh/version.ts';
import { valueOf } from '#snapshot/observed.ts';
import { isInstalled } from '#steps/shared/presence.ts';
import { hasStarted, type Replica } from '#steps/shared/replicas.ts';
import { clusterSubject, evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';

/**
 * Components that run another release than the mesh, as the controller's version label has it. An image that never ran has
 * troubles of its own.
 */
export function componentVersions(
  { mesh, facts }: CheckInput<'deployments'>,
  replicas: readonly Replica[],
): readonly FindingDraft[] {
  const deployments = valueOf(facts.deployments) ?? [];
  return roles.flatMap((role) => {
    const deployment = deploymentOfRole(deployments, role, mesh);
    const name = mainContainer(role, flavourOf(mesh));
    const image = deployment?.spec.template.spec.containers.find((item) => item.name === name)?.image ?? '';
    const version = releaseOfImage(image);
    if (deployment === undefined || version === undefined) return [];
    const runs = replicas.some((replica) => replica.role === role && hasStarted(replica, name));
    if (!runs || !areDifferentReleases(version, mesh.version)) return [];
    const component = deployment.metadata.name;
    const subject = subjectOf(mesh, 'Deployment', component, { workload: component });
    const path = `spec.template.spec.containers[${name}].image`;
    const params = { component, version, mesh: mesh.version };
    return [
      finding('version-differs', 'warning', subject, params, [
        evidenceOf('deployments', subject, path, image),
      ]),
    ];
  });
}

/** Is the cluster older than what the mesh is made for? */
export function kubernetesVersion({ mesh, facts }: CheckInput<'version'>): readonly FindingDraft[] {
  const version = valueOf(facts.version)?.gitVersion ?? '';
  if (!isInstalled(mesh) || !isBefore(version, minimumKubernetes)) return [];
  const subject = clusterSubject(mesh, 'Mesh', mesh.name);
  const params = { version, minimum: minimumKubernetes };
  return [
    finding('kubernetes-too-old', 'warning', subject, params, [
      evidenceOf('version', subject, 'gitVersion', version),
    ]),
  ];
}

/** Does the MeshConfig still name the sidecar of another release? An upgrade leaves one that exists as it is (facts §8). */
export function sidecarVersion({ mesh, facts }: CheckInput<'meshConfig'>): readonly FindingDraft[] {
  const flavour = flavourOf(mesh);
  const { name, sidecarImagePath } = flavour.meshConfig;
  const image = sidecarImagePath.split('.').reduce<unknown>(child, valueOf(facts.meshConfig));
  const expected = pipyVersion(flavour, mesh.version);
  if (typeof image !== 'string' || expected === undefined) return [];
  const { segment, tag } = parseImage(image);
  const isRelease = /^\d+\.\d+\.\d+-\d+$/.test(tag);
  if (segment !== 'pipy' || !isRelease || tag === expected) return [];
  const subject = subjectOf(mesh, 'MeshConfig', name);
  return [
    finding('sidecar-version-differs', 'info', subject, { image, expected, mesh: mesh.version }, [
      evidenceOf('meshConfig', subject, sidecarImagePath, image),
    ]),
  ];
}

function child(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
