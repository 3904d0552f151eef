import type { Container, Pod } from '#snapshot/kubernetes.ts';
import type { Flavour } from './flavour.ts';
import { flavourList } from './flavours.ts';
import type { FlavourId } from './identity.ts';
import { parseImage } from './image.ts';

/** A pod, or the template of one. */
export interface PodShape {
  readonly metadata: Pick<Pod['metadata'], 'labels'>;
  readonly spec: Pod['spec'];
}

/** Something an injector writes into a pod (facts §1.3). */
export interface Mark {
  /** `kind:value`, e.g. `container:sidecar`. */
  readonly text: string;
  /** The flavours whose injector writes it. */
  readonly flavours: readonly FlavourId[];
  /** Strong marks prove an injection alone; the others need a second one (facts §1.4, §11.3). */
  readonly strong: boolean;
}

/** The labels that injectors of any flavour put on a pod. */
export const proxyLabels: readonly string[] = [
  ...new Set(flavourList.map(({ proxyUuidLabel }) => proxyUuidLabel)),
];

const argMarks = [...new Set(flavourList.flatMap((flavour) => flavour.argMarks))];

/** Strong marks that stand on the container itself. */
export function containerMarks({ name, args, command }: Container): Mark[] {
  return [
    ...markOf(`container:${name}`, ({ sidecarContainers, healthcheckContainer }) =>
      [...sidecarContainers, healthcheckContainer].includes(name),
    ),
    ...argMarks
      .filter((mark) => [...command, ...args].some((argument) => argument.includes(mark)))
      .flatMap((mark) => markOf(`args:${mark}`, (flavour) => flavour.argMarks.includes(mark))),
  ];
}

/** The init container that redirects traffic. */
export function initMarks({ name }: Container): Mark[] {
  return markOf(`init:${name}`, ({ sidecarInits }) => sidecarInits.includes(name));
}

/** The image: it proves nothing without a second mark. */
export function imageMarks({ image }: Container): Mark[] {
  const { segment } = parseImage(image);
  return markOf(`image:${segment}`, ({ weakImageSegments }) => weakImageSegments.includes(segment)).map(
    weakened,
  );
}

/** Marks of the whole pod but for its containers: label, volume, init container, redirected probes. */
export function podMarks({ metadata, spec }: PodShape): Mark[] {
  const labels = proxyLabels
    .filter((key) => key in metadata.labels)
    .flatMap((key) => markOf(`label:${key}`, ({ proxyUuidLabel }) => proxyUuidLabel === key))
    .map((mark) => (isAmbiguous(mark) ? weakened(mark) : mark));
  const volumes = spec.volumes.flatMap(({ name, secret }) =>
    markOf(
      `volume:${name}`,
      ({ sidecarVolume, sidecarSecretPrefix }) =>
        name === sidecarVolume || (secret?.secretName ?? '').startsWith(sidecarSecretPrefix),
    ),
  );
  const ports = [...new Set(spec.containers.flatMap(probePorts))].flatMap((port) =>
    markOf(`probe-port:${port}`, ({ rewrittenProbePorts }) => rewrittenProbePorts.includes(port)),
  );
  return [...labels, ...volumes, ...spec.initContainers.flatMap(initMarks), ...ports];
}

/** The one flavour that all marks allow; undefined when they allow several, or contradict each other. */
export function commonFlavour(marks: readonly Mark[]): FlavourId | undefined {
  const left = flavourList.filter(({ id }) => marks.every(({ flavours }) => flavours.includes(id)));
  return left.length === 1 ? left[0]?.id : undefined;
}

function markOf(text: string, hasIt: (flavour: Flavour) => boolean): Mark[] {
  const flavours = flavourList.filter(hasIt).map(({ id }) => id);
  return flavours.length > 0 ? [{ text, flavours, strong: true }] : [];
}

function weakened(mark: Mark): Mark {
  return { ...mark, strong: false };
}

/** FSM in NodeLevel mode writes the label and nothing else (facts §11.3). */
function isAmbiguous({ flavours }: Mark): boolean {
  return flavourList.some(({ id, labelAloneIsNoSidecar }) => flavours.includes(id) && labelAloneIsNoSidecar);
}

function probePorts({ livenessProbe, readinessProbe, startupProbe }: Container): number[] {
  return [livenessProbe, readinessProbe, startupProbe].flatMap((probe) => {
    const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port;
    return port === undefined ? [] : [Number(port)];
  });
}
