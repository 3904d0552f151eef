import type { Texts } from '#i18n/texts.ts';

const known = new WeakMap<Texts, Texts>();

/**
 * The texts with `dots` wherever they have "…": a terminal without that sign needs three columns for it, so it must be
 * there before anything is measured.
 */
export function withDots(texts: Texts, dots: string): Texts {
  if (dots === '…') return texts;
  const changed = known.get(texts) ?? (replaced(texts, dots) as Texts);
  known.set(texts, changed);
  return changed;
}

function replaced(text: unknown, dots: string): unknown {
  if (typeof text === 'string') return text.replaceAll('…', dots);
  if (typeof text === 'function') {
    return (...values: readonly unknown[]) => replaced(Reflect.apply(text, undefined, values), dots);
  }
  if (Array.isArray(text)) return text.map((part) => replaced(part, dots));
  return typeof text === 'object' && text !== null ? lazily(text, dots) : text;
}

/** A catalogue holds hundreds of texts, and a screen needs a few of them. */
function lazily(catalogue: object, dots: string): object {
  const made = new Map<PropertyKey, unknown>();
  return new Proxy(catalogue, {
    get(target, key) {
      if (!made.has(key)) made.set(key, replaced(Reflect.get(target, key), dots));
      return made.get(key);
    },
  });
}
