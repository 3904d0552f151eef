/** The parts of a container image reference; a part that is not there is ''. */
export interface ImageReference {
  /** Host with its port, e.g. `registry.local:5000`; '' for Docker Hub, however it was written. */
  readonly registry: string;
  /** Path without registry, tag and digest, e.g. `flomesh/pipy`. */
  readonly repository: string;
  /** Last path segment of the repository, e.g. `pipy`: what mirrors keep (facts §1.4). */
  readonly segment: string;
  readonly tag: string;
  /** e.g. `sha256:0123…` */
  readonly digest: string;
}

const dockerHubHosts = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

/**
 * Splits an image reference (facts §1.4, "Image normalisation"): the digest goes first, then the tag, which only
 * counts after the last `/` because registries carry ports. The first path part is a registry when it looks like
 * a host: it has a dot or a colon, or is `localhost`.
 */
export function parseImage(reference: string): ImageReference {
  const [withTag = '', digest = ''] = splitOnce(reference.trim().replace(/^[a-z-]+:\/\//, ''), '@');
  const nameStart = withTag.lastIndexOf('/') + 1;
  const [segment = '', tag = ''] = splitOnce(withTag.slice(nameStart), ':');
  const parts = [...withTag.slice(0, nameStart).split('/').filter(Boolean), segment];
  const first = parts[0] ?? '';
  const hasRegistry = parts.length > 1 && (/[.:]/.test(first) || first === 'localhost');
  const registry = hasRegistry && !dockerHubHosts.has(first) ? first : '';
  const path = hasRegistry ? parts.slice(1) : parts;
  const isOfficial = registry === '' && path.length === 2 && path[0] === 'library';
  return { registry, repository: (isOfficial ? path.slice(1) : path).join('/'), segment, tag, digest };
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
