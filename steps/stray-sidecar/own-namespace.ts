import type { CheckInput } from '#diagnosis/check.ts';
import { type Enrolment, enrolmentsOf } from '#mesh/enrolment.ts';
import { type Flavour, flavourOf, flavours } from '#mesh/flavours.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import type { MetadataOnly } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';

/** The control plane's own namespace: itself, or as the cluster-wide list of enrolled ones shows it (facts §10). */
export function ownNamespace({
  mesh,
  facts,
}: CheckInput<'namespace' | 'enrolledNamespaces'>):
  { readonly namespace: MetadataOnly; readonly fact: FactName } | undefined {
  const own = valueOf(facts.namespace);
  if (own) return { namespace: own, fact: 'namespace' };
  const listed = valueOf(facts.enrolledNamespaces)?.find(({ metadata }) => metadata.name === mesh.namespace);
  return listed && { namespace: listed, fact: 'enrolledNamespaces' };
}

/** Is it certain that the namespace is in no mesh, although it was not read itself? */
export function isKnownUnenrolled({ mesh, facts }: CheckInput<'namespace' | 'enrolledNamespaces'>): boolean {
  const list = facts.enrolledNamespaces;
  return list.state === 'read' && !list.value.some(({ metadata }) => metadata.name === mesh.namespace);
}

/** What stands in for the flavour when only the family of the labels is known. */
export function flavourOfFamily(family: Enrolment['family']): Flavour {
  return family === 'fsm' ? flavours.fsm : flavours['osm-edge'];
}

/**
 * The mesh that an enrolment of our namespace names. Our own mesh only when no other control plane has the same name: an
 * injector never injects into its own namespace (facts 0.9), but one of the same name elsewhere would.
 */
export function meshOfEnrolment(
  { mesh: name, family }: Enrolment,
  own: MeshIdentity,
  meshes: readonly MeshIdentity[],
): MeshIdentity {
  const named = meshes.filter((mesh) => mesh.name === name && flavourOf(mesh).family === family);
  const other = named.find(({ namespace }) => namespace !== own.namespace);
  if (other) return other;
  if (own.name === name && flavourOf(own).family === family) return own;
  return { name, namespace: '', flavour: flavourOfFamily(family).id, version: '', presence: 'unknown' };
}

/** The enrolments of our namespace; undefined when nobody could look. */
export function ownEnrolments(
  input: CheckInput<'namespace' | 'enrolledNamespaces'>,
): readonly Enrolment[] | undefined {
  const own = ownNamespace(input);
  if (own) return enrolmentsOf(own.namespace);
  return isKnownUnenrolled(input) ? [] : undefined;
}
