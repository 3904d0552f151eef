import type { Deployment, Pod } from '#snapshot/kubernetes.ts';
import { isAnswer, type Observed, valueOf } from '#snapshot/observed.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { roleOfLabels } from './control-plane.ts';
import { enrolmentsOf } from './enrolment.ts';
import type { FlavourFamily } from './flavour.ts';
import { flavourList, flavourOf, flavours } from './flavours.ts';
import type { FlavourId, MeshIdentity } from './identity.ts';
import { byRole, flavourOfWorkload, meshNameOf, versionOf, type Workload } from './workload-identity.ts';

type Target = Snapshot['target'];

/**
 * Every control plane of the cluster, as far as the snapshot tells, in a fixed order: those with a controller first,
 * then by namespace and name. When there is none, or none that `snapshot.target` asks for, one more identity says so
 * for the target: `leftovers`, `none`, or `unknown` when what would tell could not be read.
 */
export function findMeshes(snapshot: Snapshot): readonly MeshIdentity[] {
  const workloads = workloadsOf(snapshot);
  const found = meshesOfWorkloads(workloads, snapshot);
  const all = [...found, ...meshesOfWebhooks(snapshot, found)].toSorted(byPresence);
  return select(all, snapshot.target).length > 0 ? all : [...all, meshOfTarget(snapshot, all)];
}

/** The meshes that the person narrowed the reading to; all of them without a target. Never empty for `findMeshes`. */
export function selectMeshes(meshes: readonly MeshIdentity[], target: Target): readonly MeshIdentity[] {
  return select(meshes, target);
}

/** A mesh without a name could be the one that is asked for. */
function select(meshes: readonly MeshIdentity[], { mesh, namespace }: Target): readonly MeshIdentity[] {
  return meshes.filter(
    ({ name, namespace: own }) =>
      (mesh === undefined || name === mesh || name === '') && (namespace === undefined || own === namespace),
  );
}

/** The Deployments that could be read; pods only of namespaces whose Deployments could not (facts §10, last lines). */
function workloadsOf(snapshot: Snapshot): readonly Workload[] {
  const lists = [
    snapshot.cluster.deployments,
    ...Object.values(snapshot.namespaces).flatMap((facts) => facts.deployments ?? []),
  ];
  const deployments = new Map(
    lists
      .flatMap((list) => valueOf<readonly Deployment[]>(list) ?? [])
      .map((item) => [`${item.metadata.namespace ?? ''}/${item.metadata.name}`, item]),
  );
  const pods = Object.entries(snapshot.namespaces)
    .filter(([namespace]) => !deploymentsAnswered(snapshot, namespace))
    .flatMap(([, facts]) => valueOf<readonly Pod[]>(facts.pods) ?? []);
  return [
    ...[...deployments.values()].flatMap((item) => workload('deployment', item, item.spec.template.spec)),
    ...pods.flatMap((item) => workload('pod', item, item.spec)),
  ];
}

function workload(
  kind: Workload['kind'],
  { metadata }: Pick<Pod, 'metadata'>,
  { containers }: Pick<Pod['spec'], 'containers'>,
): Workload[] {
  const label = roleOfLabels(metadata.labels);
  return label ? [{ kind, ...label, namespace: metadata.namespace ?? '', metadata, containers }] : [];
}

/** Is it known which Deployments that namespace has? */
function deploymentsAnswered({ cluster, namespaces }: Snapshot, namespace: string): boolean {
  const own = namespaces[namespace]?.deployments;
  return isAnswer(cluster.deployments) || (own !== undefined && isAnswer(own));
}

/** One mesh for each namespace and family: two of one family in a namespace are refused at installation (facts §5.5-18). */
function meshesOfWorkloads(workloads: readonly Workload[], snapshot: Snapshot): readonly MeshIdentity[] {
  const keyOf = ({ namespace, family }: Workload) => `${namespace}/${family}`;
  return [...new Set(workloads.map(keyOf))].map((key) => {
    const sorted = workloads.filter((workload) => keyOf(workload) === key).toSorted(byRole);
    const leader = sorted[0]!;
    return {
      name: firstOf(sorted, meshNameOf),
      namespace: leader.namespace,
      flavour: flavourOfWorkload(leader),
      version: firstOf(sorted, versionOf),
      presence: presenceOf(sorted, deploymentsAnswered(snapshot, leader.namespace)),
    };
  });
}

/** Neither pods of another component nor a part of the list tell that the controller's Deployment is gone. */
function presenceOf(workloads: readonly Workload[], isWholeList: boolean): MeshIdentity['presence'] {
  if (workloads.some(({ role }) => role === 'controller')) return 'controller';
  const hasOther = workloads.some(({ kind }) => kind === 'deployment');
  return isWholeList && hasOther ? 'leftovers' : 'unknown';
}

function firstOf(workloads: readonly Workload[], read: (workload: Workload) => string): string {
  return workloads.map(read).find((value) => value !== '') ?? '';
}

/** Webhook configurations of a mesh whose namespace holds no control plane any more (facts §3.3, last line). */
function meshesOfWebhooks(snapshot: Snapshot, found: readonly MeshIdentity[]): readonly MeshIdentity[] {
  const { mutatingWebhooks, validatingWebhooks } = snapshot.cluster;
  const configurations = [...(valueOf(mutatingWebhooks) ?? []), ...(valueOf(validatingWebhooks) ?? [])];
  const stale = configurations.flatMap(({ metadata, webhooks }) => {
    const namespace = webhooks.flatMap(({ clientConfig }) => clientConfig.service?.namespace ?? [])[0];
    const owner = webhookOwner(metadata.name);
    if (!owner || namespace === undefined || !deploymentsAnswered(snapshot, namespace)) return [];
    const isServed = found.some((mesh) => mesh.namespace === namespace && isOfFamily(mesh, owner.family));
    return isServed ? [] : [leftovers(owner.mesh, namespace, owner.family)];
  });
  return [...new Map(stale.map((mesh) => [`${mesh.namespace}/${mesh.flavour}/${mesh.name}`, mesh])).values()];
}

/** The mesh that a webhook configuration is named after. */
function webhookOwner(name: string): { readonly family: FlavourFamily; readonly mesh: string } | undefined {
  for (const { family, mutatingWebhook, validatingWebhook } of flavourList) {
    const prefix = [mutatingWebhook.prefix, validatingWebhook.prefix].find((text) => name.startsWith(text));
    if (prefix) return { family, mesh: name.slice(prefix.length) };
  }
  return undefined;
}

/** Stands in for a control plane that was asked for, or expected, and is not there. */
function meshOfTarget(snapshot: Snapshot, all: readonly MeshIdentity[]): MeshIdentity {
  const { target } = snapshot;
  const namespace = target.namespace ?? flavours['osm-edge'].defaults.namespace;
  const known = canTell(snapshot, namespace);
  const orphan = known ? orphanEnrolment(snapshot, all) : undefined;
  if (orphan) return leftovers(orphan.mesh, target.namespace ?? orphan.namespace, orphan.family);
  const flavour: FlavourId = namespace === flavours.fsm.defaults.namespace ? 'fsm' : 'osm-edge';
  return { name: target.mesh ?? '', namespace, flavour, version: '', presence: known ? 'none' : 'unknown' };
}

/** Only answered lists can say "there is none". */
function canTell(snapshot: Snapshot, namespace: string): boolean {
  const { enrolledNamespaces, mutatingWebhooks, validatingWebhooks } = snapshot.cluster;
  const lists: readonly Observed<unknown>[] = [enrolledNamespaces, mutatingWebhooks, validatingWebhooks];
  const scope = snapshot.target.namespace === undefined ? isAnswer(snapshot.cluster.deployments) : true;
  return scope && deploymentsAnswered(snapshot, namespace) && lists.every((list) => isAnswer(list));
}

/**
 * A mesh that namespaces are still enrolled in although no control plane of its family is left. Beside a living mesh
 * such a label is a line in the namespace table, not a lost control plane.
 */
function orphanEnrolment(
  { cluster, target }: Snapshot,
  all: readonly MeshIdentity[],
): { readonly mesh: string; readonly namespace: string; readonly family: FlavourFamily } | undefined {
  return (valueOf(cluster.enrolledNamespaces) ?? [])
    .flatMap((namespace) => enrolmentsOf(namespace))
    .filter(({ family, mesh }) => !all.some((other) => isOfFamily(other, family) && other.name === mesh))
    .filter(({ family }) => target.mesh !== undefined || !all.some((other) => isOfFamily(other, family)))
    .filter(({ mesh }) => mesh !== '' && (target.mesh === undefined || mesh === target.mesh))
    .map(({ mesh, family }) => ({ mesh, family, namespace: familyDefault(family).defaults.namespace }))
    .toSorted((a, b) => rank(a) - rank(b) || (a.mesh < b.mesh ? -1 : 1))[0];
}

/** The default mesh of osm-edge first: it is what this program is for. */
function rank({ mesh, family }: { readonly mesh: string; readonly family: FlavourFamily }): number {
  const isDefault = mesh === familyDefault(family).defaults.mesh;
  return (family === 'osm' ? 0 : 2) + (isDefault ? 0 : 1);
}

function leftovers(name: string, namespace: string, family: FlavourFamily): MeshIdentity {
  return { name, namespace, flavour: familyDefault(family).id, version: '', presence: 'leftovers' };
}

/** What is taken for the flavour when only the family is known. */
function familyDefault(family: FlavourFamily) {
  return family === 'fsm' ? flavours.fsm : flavours['osm-edge'];
}

function isOfFamily(mesh: MeshIdentity, family: FlavourFamily): boolean {
  return flavourOf(mesh).family === family;
}

function byPresence(a: MeshIdentity, b: MeshIdentity): number {
  const order: readonly MeshIdentity['presence'][] = ['controller', 'leftovers', 'unknown', 'none'];
  const difference = order.indexOf(a.presence) - order.indexOf(b.presence);
  return (
    difference ||
    compare(a.namespace, b.namespace) ||
    compare(a.name, b.name) ||
    compare(a.flavour, b.flavour)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
