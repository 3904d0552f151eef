import type { MetadataOnly } from '#snapshot/kubernetes.ts';
import { writerOf } from './field-writers.ts';
import type { Flavour, FlavourFamily } from './flavour.ts';
import { flavourOf, flavours } from './flavours.ts';
import type { MeshIdentity } from './identity.ts';

/** What a value of the injection annotation says (facts §3.1); `unset` when it is not there. */
export type InjectionState = 'enabled' | 'disabled' | 'unset' | 'invalid';

/** That a namespace belongs to a mesh, told by the labels of one family. */
export interface Enrolment {
  readonly family: FlavourFamily;
  /** Value of the monitored-by label. */
  readonly mesh: string;
  /** `raw` is '' when the annotation is not there, too: `state` tells the two apart. */
  readonly injection: { readonly raw: string; readonly state: InjectionState };
  /** The ignore label exists, whatever its value. */
  readonly ignored: boolean;
  /** Value of the `name` label, which the webhook compares with the mesh's own namespace. */
  readonly nameLabel?: string;
  /** The `control-plane` label exists. */
  readonly controlPlaneLabel: boolean;
  /** Who wrote the monitored-by label last. */
  readonly setBy?: string;
  readonly setAt?: string;
}

const trueSide = new Set(['enabled', 'yes', 'true']);
const falseSide = new Set(['disabled', 'no', 'false']);

/** Reads a value of the injection annotation; case does not matter, spaces do (facts §3.1). */
export function injectionState(value: string | undefined): InjectionState {
  if (value === undefined) return 'unset';
  const lower = value.toLowerCase();
  if (trueSide.has(lower)) return 'enabled';
  return falseSide.has(lower) ? 'disabled' : 'invalid';
}

/**
 * The meshes a namespace is enrolled in: at most one for each label family, since a label has one value, but an FSM
 * mesh and an osm-edge mesh may both have it (facts §3.1, §11.3).
 */
export function enrolmentsOf(namespace: MetadataOnly): readonly Enrolment[] {
  return [flavours['osm-edge'], flavours.fsm].flatMap((flavour) => enrolmentIn(namespace, flavour) ?? []);
}

function enrolmentIn({ metadata }: MetadataOnly, { family, keys }: Flavour): Enrolment | undefined {
  const mesh = metadata.labels[keys.monitoredBy];
  if (mesh === undefined) return undefined;
  const raw = metadata.annotations[keys.injection];
  const nameLabel = metadata.labels['name'];
  const writer = writerOf(metadata, 'labels', keys.monitoredBy);
  return {
    family,
    mesh,
    injection: { raw: raw ?? '', state: injectionState(raw) },
    ignored: keys.ignore in metadata.labels,
    ...(nameLabel === undefined ? {} : { nameLabel }),
    controlPlaneLabel: 'control-plane' in metadata.labels,
    ...(writer ? { setBy: writer.manager, setAt: writer.at } : {}),
  };
}

/** The SIDECAR-INJECTION column of `osm namespace list` (facts 0.8, §4). */
export function injectionColumn({ ignored, injection }: Enrolment): string {
  if (ignored) return 'disabled (ignored)';
  return injection.state === 'unset' ? '-' : injection.raw;
}

/** Why a pod gets no sidecar (facts §3.2); the numbers are those of the list there. */
export type NotInjectedReason =
  /** 2: the namespace has no monitored-by label */
  | 'not-enrolled'
  /** 2: it has, of another mesh */
  | 'other-mesh'
  /** 3 */
  | 'ignored'
  /** 4: the label `name` is the mesh's own namespace */
  | 'name-label'
  /** 5 */
  | 'control-plane-label'
  /** 6 */
  | 'host-network'
  /** 7: kube-system or kube-public */
  | 'system-namespace'
  /** 7: an injector never injects into its own namespace */
  | 'own-namespace'
  /** 9: the pod's own annotation says no */
  | 'pod-disabled'
  /** 9: the namespace's annotation says no, and the pod has none */
  | 'namespace-disabled'
  /** 9: neither has one */
  | 'not-annotated';

export interface InjectionQuestion {
  readonly namespace: MetadataOnly;
  readonly podAnnotations?: Readonly<Record<string, string>>;
  readonly hostNetwork?: boolean;
  /** The mesh whose injector is asked. */
  readonly mesh: MeshIdentity;
}

/**
 * Would the injector of `mesh` put a sidecar into a new pod of that namespace (facts §3.2, whole)? `rejects`: the pod
 * is not created at all, because an annotation of pod or namespace cannot be read.
 */
export function decideInjection(question: InjectionQuestion): 'injects' | 'rejects' | NotInjectedReason {
  const { namespace, podAnnotations = {}, mesh } = question;
  const { keys } = flavourOf(mesh);
  const unasked = whyNotAsked(question);
  if (unasked) return unasked;
  const pod = injectionState(podAnnotations[keys.injection]);
  const own = injectionState(namespace.metadata.annotations[keys.injection]);
  if (pod === 'invalid' || own === 'invalid') return 'rejects';
  if (pod === 'enabled') return 'injects';
  if (pod === 'disabled') return 'pod-disabled';
  if (own === 'enabled') return 'injects';
  return own === 'disabled' ? 'namespace-disabled' : 'not-annotated';
}

/** Rules 2–7: the webhook's selector, then what the handler tests before it reads annotations. */
function whyNotAsked({ namespace, hostNetwork, mesh }: InjectionQuestion): NotInjectedReason | undefined {
  const { name, labels } = namespace.metadata;
  const { keys } = flavourOf(mesh);
  const enrolledIn = labels[keys.monitoredBy];
  if (enrolledIn === undefined) return 'not-enrolled';
  if (enrolledIn !== mesh.name) return 'other-mesh';
  if (keys.ignore in labels) return 'ignored';
  if (labels['name'] !== undefined && labels['name'] === mesh.namespace) return 'name-label';
  if ('control-plane' in labels) return 'control-plane-label';
  if (hostNetwork === true) return 'host-network';
  if (name === 'kube-system' || name === 'kube-public') return 'system-namespace';
  return name === mesh.namespace ? 'own-namespace' : undefined;
}
