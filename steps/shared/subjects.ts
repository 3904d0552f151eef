import type { Evidence, FindingDraft } from '#diagnosis/finding.ts';
import type { Subject } from '#diagnosis/subject.ts';
import type { FindingCode, FindingParams } from '#diagnosis/registry.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import type { Severity } from '#diagnosis/severity.ts';

/** An object in the control plane's namespace; `workload` is its Deployment. */
export function subjectOf(
  mesh: MeshIdentity,
  kind: Subject['kind'],
  name: string,
  more: { readonly workload?: string; readonly container?: string } = {},
): Subject {
  return { mesh: mesh.name, kind, namespace: mesh.namespace, name, ...more };
}

/** An object that is in no namespace. */
export function clusterSubject(mesh: MeshIdentity, kind: Subject['kind'], name: string): Subject {
  return { mesh: mesh.name, kind, name };
}

/**
 * What a finding rests on. `path` is the place in the object, e.g. `status.containerStatuses[osm-controller].state`;
 * `since` is the first time of what was last seen at `time`.
 */
export function evidenceOf(
  fact: FactName,
  object: Pick<Subject, 'kind' | 'namespace' | 'name'>,
  path: string,
  quote: string,
  time?: string,
  since?: string,
): Evidence {
  const place = [object.kind, object.namespace, object.name].filter((part) => part !== undefined).join('/');
  return {
    fact,
    at: path === '' ? place : `${place} ${path}`,
    quote,
    ...(time === undefined ? {} : { time }),
    ...(since === undefined || since === time ? {} : { since }),
  };
}

/** One finding, typed by its code. */
export function finding<C extends FindingCode>(
  code: C,
  severity: Severity,
  subject: Subject,
  params: FindingParams[C],
  evidence: readonly Evidence[],
): FindingDraft {
  return { code, severity, subject, params, evidence } as FindingDraft;
}
