import type { Scenario } from '../scenario.ts';
import type { Container, ContainerStatus, Pod } from './objects.ts';
import type { Release } from './release.ts';
import type { World } from './world.ts';

/** Images that can be pulled: those that ran in the scenario, those of the mesh's releases, what the world adds. */
export function knownImages({ objects }: Scenario, release: Release, world: World): ReadonlySet<string> {
  const pods = (objects['pods'] ?? []) as Pod[];
  const ran = pods.flatMap(({ spec, status }) => {
    const statuses = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
    const containers = [...(spec.initContainers ?? []), ...spec.containers];
    return containers.filter(({ name }) => statuses.some((entry) => entry.name === name && hasRun(entry)));
  });
  const others = ['registry.k8s.io/coredns/coredns:v1.11.3', 'curlimages/curl', 'busybox:1.35', 'busybox'];
  return new Set(
    [...ran.map(({ image }) => image), ...release.images, ...(world.images ?? []), ...others].map(
      normalImage,
    ),
  );
}

function hasRun({ containerID = '' }: ContainerStatus): boolean {
  return containerID !== '';
}

/** Without what a runtime adds: `docker.io/library/busybox:latest` is `busybox`. */
export function normalImage(image: string): string {
  return image
    .replace(/^docker\.io\//, '')
    .replace(/^library\//, '')
    .replace(/:latest$/, '');
}

/** Why the runtime cannot pull an image, in the words of containerd. */
export function pullError(image: string): string {
  const host = image.split('/')[0] ?? '';
  const hasHost = image.includes('/') && /[.:]|^localhost$/.test(host);
  const path = hasHost ? image : `docker.io/${image.includes('/') ? '' : 'library/'}${image}`;
  const full = /[:@][^/]*$/.test(path) ? path : `${path}:latest`;
  return `rpc error: code = NotFound desc = failed to pull and unpack image "${full}": failed to resolve reference "${full}": ${full}: not found`;
}

export function imageOf({ image }: Container): string {
  return normalImage(image);
}
