import { redactText } from './redact-text.ts';
import { isWorthHiding, placeholder, secretKindOf } from './secret-names.ts';

export { redactText };

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Dictionaries whose keys are chosen for selecting things; their values are names. */
const selecting = new Set(['labels', 'matchLabels', 'selector']);

/**
 * The value without secrets: those that show by their shape anywhere in a text, and those that show by the name of
 * the environment variable, argument, header or field that holds them. Parts without a secret are not copied.
 */
export function redactValue<T>(value: T): T {
  return redactUnder('', value) as T;
}

function redactUnder(field: string, value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return redactArray(field, value);
  if (typeof value !== 'object' || value === null) return value;
  return redactObject(field, value as Readonly<Record<string, unknown>>);
}

function redactArray(field: string, items: readonly unknown[]): readonly unknown[] {
  if (field === 'managedFields') return mapSame(items, redactFieldsEntry);
  const isArguments = field === 'args' || field === 'command';
  return mapSame(items, (item, index) => {
    if (isArguments && typeof item === 'string') return redactArgument(item, items[index - 1]);
    if ((field === 'env' || field === 'httpHeaders') && isNamedValue(item)) return redactNamedValue(item);
    return redactUnder(field, item);
  });
}

/** Who set which fields, and when. The fields are names; the manager is what a client calls itself. */
function redactFieldsEntry(entry: unknown): unknown {
  const manager = (entry as { readonly manager?: unknown } | null)?.manager;
  if (typeof manager !== 'string') return entry;
  const redacted = redactText(manager);
  return redacted === manager ? entry : { ...(entry as object), manager: redacted };
}

/** `--token=abc`, or `abc` after `--token`. */
function redactArgument(argument: string, before: unknown): string {
  const flag = /^(-{1,2}[\w.-]+)=(.*)$/s.exec(argument);
  const name = flag?.[1] ?? (typeof before === 'string' && /^-{1,2}[\w.-]+$/.test(before) ? before : '');
  const value = flag?.[2] ?? argument;
  const kind = flag === null && argument.startsWith('-') ? undefined : secretKindOf(name);
  if (kind === undefined || !isWorthHiding(value)) return redactText(argument);
  return flag ? `${name}=${placeholder(kind)}` : placeholder(kind);
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

function isNamedValue(item: unknown): item is NamedValue {
  const named = item as Partial<NamedValue> | null;
  return typeof named?.name === 'string' && typeof named.value === 'string';
}

function redactNamedValue(item: NamedValue): NamedValue {
  const kind = /^(?:proxy-)?authorization$|^(?:set-)?cookie$/i.test(item.name)
    ? 'credential'
    : secretKindOf(item.name);
  const value = kind !== undefined && isWorthHiding(item.value) ? placeholder(kind) : redactText(item.value);
  return value === item.value ? item : { ...item, value };
}

function redactObject(
  field: string,
  object: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(object);
  const redacted = mapSame(entries, (entry) => {
    const [key, value] = entry;
    const next = redactEntry(field, object, key, value);
    return next === value ? entry : ([key, next] as [string, unknown]);
  });
  return redacted === entries ? object : Object.fromEntries(redacted);
}

function redactEntry(
  field: string,
  parent: Readonly<Record<string, unknown>>,
  key: string,
  value: unknown,
): unknown {
  if (typeof value !== 'string') return redactUnder(key, value);
  if (selecting.has(field)) return redactText(value);
  // What `kubectl apply` was given, whole: everything in it stands in the object itself, too.
  if (field === 'annotations' && key === lastApplied) return placeholder('last-applied-configuration');
  const kind = isReference(parent, key) ? undefined : secretKindOf(key);
  return kind !== undefined && isWorthHiding(value) ? placeholder(kind) : redactText(value);
}

/** `key` of a selector, a toleration, or a reference to an entry of a Secret or ConfigMap. */
function isReference(parent: Readonly<Record<string, unknown>>, key: string): boolean {
  return key === 'key' && ['operator', 'effect', 'name', 'path'].some((sibling) => sibling in parent);
}

/** `map` that gives back the same array when nothing changed. */
function mapSame<T>(items: readonly T[], change: (item: T, index: number) => unknown): readonly T[] {
  const changed = items.map(change) as T[];
  return changed.some((item, index) => item !== items[index]) ? changed : items;
}
