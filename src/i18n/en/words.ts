import type { Subject } from '#diagnosis/subject.ts';
import { clip } from '../clip.ts';

/** `1 Pod`, `2 Pods`, `2 proxies` (with `many` given). */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

export function times(number: number): string {
  return count(number, 'time');
}

/** `a`, `a and b`, `a, b and c`; beyond `max` items `a, b and 3 more`. */
export function list(items: readonly string[], max = 5): string {
  const shown = items.length > max ? [...items.slice(0, max - 1), `${items.length - max + 1} more`] : items;
  if (shown.length <= 1) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** Joins sentences and leaves out those that do not apply. */
export function sentences(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

/** A raw value of the cluster, quoted; long ones are cut, the whole stands in the evidence. */
export function quoted(raw: string, max = 300): string {
  return `"${clip(raw, max)}"`;
}

/** Quoted at the end of a sentence, with one full stop. */
export function endQuoted(raw: string, max = 300): string {
  const words = quoted(raw, max);
  return /[.!?]"$/u.test(words) ? words : `${words}.`;
}

/** `The kubelet says: "…".`; nothing when there are no words to quote. */
export function says(lead: string, raw: string): string {
  return raw.trim() === '' ? '' : `${lead}: ${endQuoted(raw)}`;
}

/** `container "osm-controller"`, or `a container` when its name is not known. */
export function containerOf({ container }: { container: string }): string {
  return container === '' ? 'a container' : `container "${container}"`;
}

/** ` (osm-controller)` behind a title, when there is something to name. */
export function inBrackets(text: string): string {
  return text === '' ? '' : ` (${text})`;
}

/** As the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `namespace osm-system`, or `the namespace` where the subject names none. */
export function namespaceOf(subject: Subject): string {
  const name = subject.kind === 'Namespace' ? subject.name : subject.namespace;
  return name === undefined || name === '' ? 'the namespace' : `namespace ${name}`;
}

/** `webhook "osm-inject.k8s.io"`, or `a webhook` when its name is not known. */
export function webhookOf(webhook: string): string {
  return webhook === '' ? 'a webhook' : `webhook "${webhook}"`;
}

/** `has no Pods` under a subject of that name, `osm-injector has no Pods` under any other. */
export function about(name: string, subject: Subject, predicate: string): string {
  return name === '' || subject.name.includes(name) ? predicate : `${name} ${predicate}`;
}
