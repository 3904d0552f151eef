import type { Flavour } from './flavour.ts';
import { parseImage } from './image.ts';
import { type Since, isBefore, parseVersion, valueFor } from './version.ts';

/** The oldest Kubernetes that the documentation of every flavour asks for (facts §12). */
export const minimumKubernetes = '1.19.0';

/** The Pipy of each release of osm-edge (facts §1.2). */
const pipyVersions: readonly [...Since<string>[], Since<string>] = [
  { before: '1.2.0', value: '0.50.0-25' },
  { before: '1.2.1', value: '0.70.0-2' },
  { before: '1.3.0', value: '0.70.0-46' },
  { before: '1.3.1', value: '0.90.0-18' },
  { before: '1.3.4', value: '0.90.0-54' },
  { before: '1.3.5', value: '0.90.1-10' },
  { before: '1.3.6', value: '0.90.1-87' },
  { before: '1.3.9', value: '0.90.2-14' },
  { value: '0.90.3-38' },
];

/** Pipy's version in this release; undefined where that is not known. */
export function pipyVersion(flavour: Flavour, version: string): string | undefined {
  const isKnown =
    flavour.id === 'osm-edge' && parseVersion(version) !== undefined && isBefore(version, '1.4.0');
  return isKnown ? valueFor(pipyVersions, version) : undefined;
}

/** The release that an image's tag names, e.g. `1.3.9`; undefined for a digest, `latest` and other tags. */
export function releaseOfImage(image: string): string | undefined {
  const version = parseVersion(parseImage(image).tag);
  return version && `${version.major}.${version.minor}.${version.patch}`;
}

/** Are both releases known, and different ones? */
export function areDifferentReleases(a: string, b: string): boolean {
  return parseVersion(a) !== undefined && parseVersion(b) !== undefined && (isBefore(a, b) || isBefore(b, a));
}
