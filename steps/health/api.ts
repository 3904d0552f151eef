import type { CheckInput } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import type { Severity } from '#diagnosis/severity.ts';
import type { Role } from '#mesh/identity.ts';
import { requiredCrds } from '#mesh/crds.ts';
import { flavourOf } from '#mesh/flavours.ts';
import { requiredSmi } from '#mesh/smi.ts';
import { valueOf } from '#snapshot/observed.ts';
import { isInstalled } from '#steps/shared/presence.ts';
import { hasReadyReplica, replicasOf } from '#steps/shared/replicas.ts';
import { sidecarVersion } from './versions.ts';
import { clusterSubject, evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';

type Found = { readonly findings: readonly FindingDraft[]; readonly looked: number };

/** Does the API server serve what the controller's own probes ask it for (facts §2.3)? */
export function checkSmiApi({ mesh, facts }: CheckInput<'apiResources'>): Found {
  const required = requiredSmi(flavourOf(mesh), mesh.version);
  if (!isInstalled(mesh)) return { findings: [], looked: 0 };
  const findings = required.flatMap(({ kind, groupVersion }): readonly FindingDraft[] => {
    const fact = facts.apiResources[groupVersion];
    const answered = fact?.state === 'read' || fact?.state === 'absent' ? fact : undefined;
    if (answered === undefined || valueOf(answered)?.kinds.includes(kind)) return [];
    const subject = clusterSubject(mesh, 'APIService', groupVersion);
    const quote = answered.state === 'absent' ? 'not served' : answered.value.kinds.join(', ');
    const evidence = [evidenceOf('apiResources', subject, 'resources', quote, answered.at)];
    // Liveness and readiness answer 503 as soon as one kind is missing.
    return [finding('smi-kind-not-served', 'critical', subject, { kind, groupVersion }, evidence)];
  });
  return { findings, looked: required.length };
}

/**
 * Are the CRDs there that informers wait for (facts §8)? A process that runs goes on without them; one that starts never
 * gets Ready.
 */
export function checkCrds({ mesh, facts }: CheckInput<'customResourceDefinitions' | 'pods'>): Found {
  const { apps } = flavourOf(mesh);
  const required = requiredCrds(flavourOf(mesh), mesh.version);
  const fact = facts.customResourceDefinitions;
  if (!isInstalled(mesh) || fact.state !== 'read') return { findings: [], looked: 0 };
  const replicas = facts.pods.state === 'read' ? replicasOf(mesh, facts.pods) : undefined;
  const known = new Set(fact.value.map(({ metadata }) => metadata.name));
  const findings = required
    .filter(({ name }) => !known.has(name))
    .map(({ name, usedBy }) => {
      const subject = clusterSubject(mesh, 'CustomResourceDefinition', name);
      const evidence = [evidenceOf('customResourceDefinitions', subject, '', 'not found', fact.at)];
      return finding('crd-missing', severityFor(usedBy), subject, { crd: name }, evidence);
    });
  return { findings: [...findings, ...unservedVersions()], looked: required.length };

  /** A CRD without the version that informers ask for is as good as none; SMI has a check of its own (facts §8). */
  function unservedVersions(): readonly FindingDraft[] {
    const crds = valueOf(fact) ?? [];
    return required.flatMap(({ name, version, usedBy }) => {
      const versions = crds.find(({ metadata }) => metadata.name === name)?.spec?.versions ?? [];
      const served = versions.filter((item) => item.served === true).map((item) => item.name);
      if (name.endsWith('.smi-spec.io') || versions.length === 0 || served.includes(version)) return [];
      const subject = clusterSubject(mesh, 'CustomResourceDefinition', name);
      const evidence = [evidenceOf('customResourceDefinitions', subject, 'spec.versions', served.join(', '))];
      return [
        finding(
          'crd-version-not-served',
          severityFor(usedBy),
          subject,
          { crd: name, version, served },
          evidence,
        ),
      ];
    });
  }

  function severityFor(usedBy: readonly Role[]): Severity {
    const stops = replicas !== undefined && usedBy.some((role) => !hasReadyReplica(apps[role], replicas));
    return stops ? 'critical' : 'warning';
  }
}

/** Is the MeshConfig there? Without it the injector rejects pods at once (facts §8, "Missing MeshConfig"). */
export function checkMeshConfig({ mesh, facts, ...rest }: CheckInput<'meshConfig'>): Found {
  const { name } = flavourOf(mesh).meshConfig;
  const fact = facts.meshConfig;
  if (!isInstalled(mesh) || fact.state !== 'absent') {
    const looked = valueOf(fact) === undefined ? 0 : 1;
    return { findings: isInstalled(mesh) ? sidecarVersion({ mesh, facts, ...rest }) : [], looked };
  }
  const subject = subjectOf(mesh, 'MeshConfig', name);
  const evidence = [evidenceOf('meshConfig', subject, '', 'not found', fact.at)];
  return { findings: [finding('mesh-config-absent', 'critical', subject, { name }, evidence)], looked: 1 };
}
