import type { ObjectMeta } from '#snapshot/kubernetes.ts';

/** Who wrote a field last, and when (kubernetes-api-facts, managedFields). */
export interface FieldWriter {
  /** e.g. `kubectl-label`, `osm`, `helm`; '' when the entry names none. */
  readonly manager: string;
  /** `Apply` or `Update`; '' when the entry has none. */
  readonly operation: string;
  /** RFC 3339; '' when the entry has no time. It is when the manager changed any of its fields last, not this one alone. */
  readonly at: string;
}

/**
 * Where a field stands: names of fields, and of an item of a list the fields that tell it from others, e.g.
 * `['spec', 'template', 'spec', 'containers', { name: 'osm-controller' }, 'image']`.
 */
export type FieldPath = readonly (string | Readonly<Record<string, string | number>>)[];

type Managed = Pick<ObjectMeta, 'managedFields'>;

/**
 * The latest writer of a field or of anything in it; undefined when no entry owns it (stripped lists, old objects).
 */
export function writerOfField({ managedFields }: Managed, path: FieldPath): FieldWriter | undefined {
  return managedFields
    .filter(({ fieldsV1 }) => owns(fieldsV1, path))
    .map(({ manager = '', operation = '', time = '' }) => ({ manager, operation, at: time }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .at(-1);
}

/** The latest writer of a label or annotation. */
export function writerOf(
  meta: Managed,
  place: 'labels' | 'annotations',
  key: string,
): FieldWriter | undefined {
  return writerOfField(meta, ['metadata', place, key]);
}

/** A field without fields of its own, `{}`, is owned with everything in it. */
function owns(fieldsV1: unknown, path: FieldPath): boolean {
  let current = fieldsV1;
  for (const [depth, step] of path.entries()) {
    const next = child(current, typeof step === 'string' ? `f:${step}` : `k:${JSON.stringify(step)}`);
    if (next === undefined) return depth > 0 && isWhole(current);
    current = next;
  }
  return true;
}

function isWhole(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function child(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
