import type { Container, Pod } from '#snapshot/kubernetes.ts';
import { type RoleLabel, roleOfLabels } from './control-plane.ts';
import type { Flavour } from './flavour.ts';
import type { FlavourId } from './identity.ts';
import { parseImage } from './image.ts';
import {
  commonFlavour,
  containerMarks,
  imageMarks,
  initMarks,
  type Mark,
  podMarks,
  type PodShape,
  proxyLabels,
} from './sidecar-marks.ts';
import { productOf, type SidecarProduct } from './sidecar-products.ts';

export { type Injector, injectorOf } from './injector.ts';

/** What a container of a control-plane pod is; the same words as `diagnosis/details`. */
export type ContainerVerdictKind =
  'expected' | 'repo-server' | 'sidecar' | 'other-product' | 'pipy-unknown' | 'unexpected';

export interface ContainerVerdict {
  readonly container: string;
  readonly init: boolean;
  readonly image: string;
  readonly verdict: ContainerVerdictKind;
  /** What it was told by, as `kind:value`, e.g. `container:sidecar`, `label:osm-proxy-uuid`, `args:osm-edge-sidecar/`. */
  readonly marks: readonly string[];
  /** Whose sidecar it is; of this family only when the marks tell the flavour. */
  readonly product?: FlavourId | SidecarProduct['product'];
}

/**
 * Judges every container of a pod by the decision rule of facts §1.4, init containers first. The marks of every
 * flavour are looked for, since any mesh may inject into any control plane; names that are legitimate for the pod's
 * component are never a finding, whatever their image (facts 0.1). In a pod that is no control-plane pod only clear
 * sidecars are told from the rest, and its init containers are its own business (facts §11.2: `fsm-init`).
 */
export function inspectContainers(pod: PodShape, flavour: Flavour): readonly ContainerVerdict[] {
  const label = roleOfLabels(pod.metadata.labels);
  const context: Context = { flavour, label, marks: label ? podMarks(pod) : [] };
  const rows = [
    ...pod.spec.initContainers.map((container) => judge(container, true, context)),
    ...pod.spec.containers.map((container) => judge(container, false, context)),
  ];
  const isKnown = rows.some(({ verdict, init }) => verdict === 'sidecar' && !init);
  if (isKnown || !context.marks.some(({ strong }) => strong)) return rows;
  // Injected for certain, but under a name and an image nobody knows: what is not ours must be it.
  return rows.map((row) => (row.verdict === 'unexpected' && !row.init ? asSidecar(row, context.marks) : row));
}

/** Does the pod carry a sidecar container of any mesh of this family, or the init container of one? */
export function isInjected(pod: Pod, flavour: Flavour): boolean {
  return inspectContainers(pod, flavour).some(({ verdict }) => verdict === 'sidecar');
}

/**
 * The label key of a pod that has a proxy UUID but no sidecar: FSM in NodeLevel mode writes just that, and it harms
 * nothing (facts §11.3). Undefined when the pod has no such label, or a sidecar.
 */
export function labelWithoutSidecar(pod: Pod, flavour: Flavour): string | undefined {
  const key = proxyLabels.find((candidate) => candidate in pod.metadata.labels);
  return key !== undefined && !isInjected(pod, flavour) ? key : undefined;
}

interface Context {
  readonly flavour: Flavour;
  readonly label: RoleLabel | undefined;
  /** Of the whole pod; none in a pod that is no control-plane pod. */
  readonly marks: readonly Mark[];
}

function judge(container: Container, init: boolean, context: Context): ContainerVerdict {
  const { name, image } = container;
  const row = { container: name, init, image, marks: [] };
  if (isLegit(container, init, context)) {
    const isRepo = !init && name === context.flavour.repoContainer;
    return { ...row, verdict: isRepo ? 'repo-server' : 'expected' };
  }
  const product = productOf(name);
  if (product) {
    return { ...row, verdict: 'other-product', marks: [`${init ? 'init' : 'container'}:${name}`], product };
  }
  const own = init ? (context.label ? initMarks(container) : []) : containerMarks(container);
  const weak = init ? [] : imageMarks(container);
  if (own.length > 0 || (weak.length > 0 && context.marks.length > 0)) {
    return asSidecar({ ...row, verdict: 'sidecar' }, [...own, ...weak, ...context.marks]);
  }
  if (!context.label) return { ...row, verdict: 'expected' };
  const isPipy = parseImage(image).segment.startsWith('pipy');
  return {
    ...row,
    verdict: weak.length > 0 && isPipy ? 'pipy-unknown' : 'unexpected',
    marks: weak.map(({ text }) => text),
  };
}

function asSidecar(row: ContainerVerdict, marks: readonly Mark[]): ContainerVerdict {
  const product = commonFlavour(marks);
  const texts = [...new Set(marks.map(({ text }) => text))];
  return { ...row, verdict: 'sidecar', marks: texts, ...(product ? { product } : {}) };
}

/** facts §1.4, first paragraph. The name of the log container is a chart value, so its image counts, too. */
function isLegit({ name, image }: Container, init: boolean, { label, flavour }: Context): boolean {
  if (!label) return false;
  if (init) return flavour.legitInits.includes(name);
  return flavour.legitContainers[label.role].includes(name) || parseImage(image).segment === 'fluent-bit';
}
