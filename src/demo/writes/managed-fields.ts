import { isDeepStrictEqual } from 'node:util';
import { listAt, textAt } from '../field.ts';
import type { KubeObject } from '../scenario.ts';
import { fieldsOf, isFields } from './merge-patch.ts';

/** A set of fields in the form FieldsV1: `f:NAME` for a field, `k:{…}` for an item of a list, `{}` at a leaf. */
interface FieldSet {
  [step: string]: FieldSet;
}

/** What the API server itself writes, and nobody owns. */
const UNOWNED: ReadonlySet<string> = new Set([
  'creationTimestamp',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'name',
  'namespace',
  'resourceVersion',
  'uid',
]);

export interface Writer {
  /** As `metadata.managedFields` names it: `kubectl-label`, `helm`. */
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  /** RFC 3339, whole seconds. */
  readonly time: string;
}

/**
 * Notes in an object's `managedFields` who wrote what differs from before: the writer owns the changed fields alone.
 * @param before undefined for a new object.
 */
export function withWriter(before: KubeObject | undefined, after: KubeObject, writer: Writer): KubeObject {
  const changed = changes({ ...before, metadata: owned(before) }, { ...after, metadata: owned(after) });
  if (Object.keys(changed.present).length + Object.keys(changed.gone).length === 0) return after;
  const isWriters = (entry: unknown): boolean =>
    textAt(entry, 'manager') === writer.manager &&
    textAt(entry, 'operation') === writer.operation &&
    textAt(entry, 'subresource') === '';
  const entries = listAt(before, 'metadata.managedFields');
  const mine = fieldsOf(entries.find(isWriters))['fieldsV1'] as FieldSet | undefined;
  const others = entries
    .filter((entry) => !isWriters(entry))
    .map((entry) => ({
      ...fieldsOf(entry),
      fieldsV1: subtract(subtract(setOf(entry), changed.present), changed.gone),
    }))
    .filter((entry) => Object.keys(entry.fieldsV1).length > 0);
  const fieldsV1 = union(subtract(mine ?? {}, changed.gone), changed.present);
  const entry = Object.keys(fieldsV1).length === 0 ? [] : [{ ...writer, fieldsType: 'FieldsV1', fieldsV1 }];
  return { ...after, metadata: { ...after.metadata, managedFields: [...others, ...entry] } };
}

function setOf(entry: unknown): FieldSet {
  return fieldsOf(entry)['fieldsV1'] as FieldSet;
}

function owned(object: KubeObject | undefined): object {
  return Object.fromEntries(Object.entries(object?.metadata ?? {}).filter(([field]) => !UNOWNED.has(field)));
}

interface Changes {
  readonly present: FieldSet;
  readonly gone: FieldSet;
}

function changes(before: unknown, after: unknown): Changes {
  const present: FieldSet = {};
  const gone: FieldSet = {};
  const old = stepsOf(before);
  const now = stepsOf(after);
  for (const [step, value] of now) {
    const was = old.get(step);
    if (isDeepStrictEqual(was, value)) continue;
    const inner = stepsOf(value).size > 0 ? changes(was, value) : { present: {}, gone: {} };
    present[step] = inner.present;
    if (Object.keys(inner.gone).length > 0) gone[step] = inner.gone;
    if (stepsOf(value).size > 0 && Object.keys(inner.present).length === 0) delete present[step];
  }
  for (const step of old.keys()) if (!now.has(step)) gone[step] = {};
  return { present, gone };
}

/** What is one step below a value: its fields, or the items of a list that have a name. */
function stepsOf(value: unknown): Map<string, unknown> {
  if (isFields(value)) {
    return new Map(Object.entries(value).map(([field, inner]) => [`f:${field}`, inner]));
  }
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  const isNamed = items.length > 0 && items.every((item) => textAt(item, 'name') !== '');
  if (!isNamed) return new Map();
  return new Map(items.map((item) => [`k:${JSON.stringify({ name: textAt(item, 'name') })}`, item]));
}

function union(a: FieldSet, b: FieldSet): FieldSet {
  const result = { ...a };
  for (const [step, inner] of Object.entries(b)) result[step] = union(result[step] ?? {}, inner);
  return result;
}

/** The fields of `a` without the leaves of `b` and what is below them. */
function subtract(a: FieldSet, b: FieldSet): FieldSet {
  const result: FieldSet = {};
  for (const [step, inner] of Object.entries(a)) {
    const less = b[step];
    if (less === undefined) result[step] = inner;
    else if (Object.keys(less).length > 0) {
      const rest = subtract(inner, less);
      if (Object.keys(rest).some((key) => key !== '.')) result[step] = rest;
    }
  }
  return result;
}
