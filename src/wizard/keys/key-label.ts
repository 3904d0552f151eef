import type { Symbols } from '#components/symbols.ts';

/** Keys as they are printed: `↑ k`, `1…5`, `Ctrl-S`. */
export function keyLabel(keys: readonly string[], symbols: Symbols): string {
  const digits = keys.filter((key) => /^\d$/u.test(key));
  if (digits.length > 2 && digits.length === keys.length) return `${digits[0]}-${digits.at(-1)}`;
  return keys.map((key) => keyName(key, symbols)).join(' ');
}

/** One key as it is printed. */
export function keyName(key: string, symbols: Symbols): string {
  if (key.startsWith('ctrl-')) return `Ctrl-${key.slice('ctrl-'.length).toUpperCase()}`;
  return symbols.keys[key] ?? key;
}
