import { isDeepStrictEqual } from 'node:util';
import { fieldsOf, isFields } from './merge-patch.ts';
import type { Fields } from './merge-patch.ts';

/**
 * By which field the items of a list are told apart; the first that an item has counts. All other lists are replaced
 * whole. Source: the `patchMergeKey` tags of the Kubernetes API types.
 */
const MERGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  volumes: ['name'],
  env: ['name'],
  imagePullSecrets: ['name'],
  secrets: ['name'],
  webhooks: ['name'],
  ports: ['containerPort', 'port'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  hostAliases: ['ip'],
  conditions: ['type'],
  addresses: ['type'],
  ownerReferences: ['uid'],
  topologySpreadConstraints: ['topologyKey'],
};

/** Lists of words that are merged as sets. */
const SETS: ReadonlySet<string> = new Set(['finalizers']);

const ORDER = '$setElementOrder/';
const DELETE_WORDS = '$deleteFromPrimitiveList/';

/** Applies a strategic merge patch: as a merge patch, but lists of named items are merged item by item. */
export function strategicMerge(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) return patch;
  if (patch['$patch'] === 'replace') return without(patch, '$patch');
  const retained = patch['$retainKeys'];
  const kept = Array.isArray(retained)
    ? Object.fromEntries(Object.entries(fieldsOf(target)).filter(([field]) => retained.includes(field)))
    : fieldsOf(target);
  const result: Record<string, unknown> = { ...kept };
  for (const [field, value] of Object.entries(patch)) {
    if (field.startsWith(DELETE_WORDS)) {
      const list = field.slice(DELETE_WORDS.length);
      result[list] = words(result[list]).filter((word) => !words(value).includes(word));
    } else if (field.startsWith('$')) {
      continue;
    } else if (value === null || (isFields(value) && value['$patch'] === 'delete')) {
      delete result[field];
    } else {
      result[field] = mergeField(field, result[field], value);
    }
  }
  for (const [field, order] of Object.entries(patch)) {
    if (!field.startsWith(ORDER)) continue;
    const list = field.slice(ORDER.length);
    result[list] = ordered(list, words(result[list]), words(order));
  }
  return result;
}

function mergeField(field: string, target: unknown, patch: unknown): unknown {
  if (!Array.isArray(patch)) return strategicMerge(target, patch);
  if (SETS.has(field)) return [...new Set([...words(target), ...(patch as unknown[])])];
  const key = keyOf(field, [...words(target), ...(patch as unknown[])]);
  return key === undefined ? patch : mergeItems(key, words(target), patch);
}

function mergeItems(key: string, target: readonly unknown[], patch: readonly unknown[]): unknown[] {
  let result = [...target];
  if (patch.some((item) => fieldsOf(item)['$patch'] === 'replace')) {
    return patch.filter((item) => fieldsOf(item)['$patch'] !== 'replace');
  }
  for (const item of patch) {
    const isMeant = (other: unknown): boolean => fieldsOf(other)[key] === fieldsOf(item)[key];
    if (fieldsOf(item)['$patch'] === 'delete') result = result.filter((other) => !isMeant(other));
    else if (result.some(isMeant))
      result = result.map((other) => (isMeant(other) ? strategicMerge(other, item) : other));
    else result.push(strategicMerge({}, item));
  }
  return result;
}

/** Sorts those items that the order names; others keep their place behind the one that was before them. */
function ordered(field: string, items: readonly unknown[], order: readonly unknown[]): unknown[] {
  const key = keyOf(field, [...items, ...order]);
  const idOf = (item: unknown): unknown => (key === undefined ? item : fieldsOf(item)[key]);
  const rank = (item: unknown): number =>
    order.findIndex((other) => isDeepStrictEqual(idOf(other), idOf(item)));
  let last = -1;
  const ranks = new Map(items.map((item) => [item, (last = rank(item) === -1 ? last : rank(item))]));
  return items.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

function keyOf(field: string, items: readonly unknown[]): string | undefined {
  return MERGE_KEYS[field]?.find((key) => items.some((item) => fieldsOf(item)[key] !== undefined));
}

function words(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function without(fields: Fields, field: string): Fields {
  const { [field]: _left, ...rest } = fields;
  return rest;
}
