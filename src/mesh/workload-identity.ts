import type { Container, ObjectMeta } from '#snapshot/kubernetes.ts';
import type { FlavourFamily } from './flavour.ts';
import { flavourList, flavours } from './flavours.ts';
import { type FlavourId, type Role, roles } from './identity.ts';
import { parseImage } from './image.ts';
import { bareVersion } from './version.ts';

/** A control-plane Deployment, or a pod of one where Deployments could not be read. */
export interface Workload {
  readonly kind: 'deployment' | 'pod';
  readonly role: Role;
  readonly family: FlavourFamily;
  readonly namespace: string;
  readonly metadata: ObjectMeta;
  readonly containers: readonly Container[];
}

/**
 * The flavour of a workload. OSM and osm-edge share every label: the repo container, or the image segment of the main
 * container, tells them apart; what neither tells is taken for osm-edge (facts §11.4).
 */
export function flavourOfWorkload({ family, role, containers }: Workload): FlavourId {
  if (family === 'fsm') return 'fsm';
  if (containers.some(({ name }) => name === flavours['osm-edge'].repoContainer)) return 'osm-edge';
  const main = mainContainerOf(containers, role);
  return main && flavours.osm.images[role].includes(parseImage(main.image).segment) ? 'osm' : 'osm-edge';
}

/** Label `meshName`, else the chart's instance label, else the argument `--mesh-name` (facts §1.1); '' when none tells. */
export function meshNameOf({ metadata, role, containers }: Workload): string {
  const { labels } = metadata;
  const args = mainContainerOf(containers, role)?.args ?? [];
  return labels['meshName'] || labels['app.kubernetes.io/instance'] || argument(args, '--mesh-name') || '';
}

/** Label `app.kubernetes.io/version`, else the tag of the main container's image; '' when neither is a version. */
export function versionOf({ metadata, role, containers }: Workload): string {
  const label = metadata.labels['app.kubernetes.io/version'] ?? '';
  const image = mainContainerOf(containers, role)?.image ?? '';
  return bareVersion(label) || bareVersion(parseImage(image).tag);
}

function mainContainerOf(containers: readonly Container[], role: Role): Container | undefined {
  const names = new Set(flavourList.map(({ mainContainer }) => mainContainer[role]));
  return containers.find(({ name }) => names.has(name));
}

/** The value of a flag written as `--flag value` or `--flag=value`. */
function argument(args: readonly string[], flag: string): string | undefined {
  const joined = args.find((text) => text.startsWith(`${flag}=`));
  if (joined !== undefined) return joined.slice(flag.length + 1);
  const at = args.indexOf(flag);
  return at < 0 ? undefined : args[at + 1];
}

/** The controller first: it says most about the mesh. */
export function byRole(a: Workload, b: Workload): number {
  return roles.indexOf(a.role) - roles.indexOf(b.role) || (a.metadata.name < b.metadata.name ? -1 : 1);
}
