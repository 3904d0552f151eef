import type { ObjectMeta } from '#snapshot/kubernetes.ts';

/** Who wrote a field last, and when (kubernetes-api-facts, managedFields). */
export interface FieldWriter {
  /** e.g. `kubectl-label`, `osm`, `helm`; '' when the entry names none. */
  readonly manager: string;
  /** RFC 3339; '' when the entry has no time. */
  readonly at: string;
}

/** The latest writer of a label or annotation; undefined when no entry owns it (stripped lists, old objects). */
export function writerOf(
  meta: Pick<ObjectMeta, 'managedFields'>,
  place: 'labels' | 'annotations',
  key: string,
): FieldWriter | undefined {
  return meta.managedFields
    .filter(({ fieldsV1 }) => owns(fieldsV1, place, key))
    .map(({ manager = '', time = '' }) => ({ manager, at: time }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .at(-1);
}

function owns(fieldsV1: unknown, place: string, key: string): boolean {
  const entries = child(child(fieldsV1, 'f:metadata'), `f:${place}`);
  return child(entries, `f:${key}`) !== undefined;
}

function child(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
