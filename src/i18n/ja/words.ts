import type { Subject } from '#diagnosis/finding.ts';
import { clip } from '../clip.ts';

/** `a`、`a、b、c`; `max` を超えると `a、b、ほか 3 件`. */
export function list(items: readonly string[], max = 5): string {
  if (items.length <= max) return items.join('、');
  return `${items.slice(0, max - 1).join('、')}、ほか ${items.length - max + 1} 件`;
}

/** The list before a particle: ` a、b ` or ` a、ほか 3 件`. */
export function listed(items: readonly string[], max = 5): string {
  return items.length > max ? ` ${list(items, max)}` : ` ${list(items, max)} `;
}

/** Joins sentences and leaves out those that do not apply. Japanese sentences follow each other without a space. */
export function sentences(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join('');
}

/** A raw value of the cluster, in corner brackets; long ones are cut, the whole stands in the evidence. */
export function quoted(raw: string, max = 300): string {
  return `「${clip(raw, max)}」`;
}

/** `kubelet のメッセージ:「…」。`; nothing when there are no words to quote. */
export function says(lead: string, raw: string): string {
  return raw.trim() === '' ? '' : `${lead}:${quoted(raw)}。`;
}

/** `コンテナ「osm-controller」`, or `コンテナ` when its name is not known. */
export function containerOf({ container }: { container: string }): string {
  return container === '' ? 'コンテナ' : `コンテナ「${container}」`;
}

/** `Webhook「osm-inject.k8s.io」`, or `Webhook ` when its name is not known: a particle follows without a space. */
export function webhookOf(webhook: string): string {
  return webhook === '' ? 'Webhook ' : `Webhook「${webhook}」`;
}

/** `名前空間「osm-system」`, or `名前空間` where the subject names none. */
export function namespaceOf(subject: Subject): string {
  const name = subject.kind === 'Namespace' ? subject.name : subject.namespace;
  return name === undefined || name === '' ? '名前空間' : `名前空間「${name}」`;
}

/** `Pod なし` under a subject of that name, `osm-injector: Pod なし` under any other. */
export function about(name: string, subject: Subject, predicate: string): string {
  return name === '' || subject.name.includes(name) ? predicate : `${name}: ${predicate}`;
}

/** In brackets, when there is something to say. */
export function inBrackets(text: string): string {
  return text === '' ? '' : `(${text})`;
}
