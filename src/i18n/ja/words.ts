import type { Subject } from '#diagnosis/subject.ts';
import { clip } from '../clip.ts';

/** `a`, `a、b、c`; beyond `max` items `a、b、ほか 3 件`. */
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

/** `kubelet のメッセージ: 「…」。`; nothing when there are no words to quote. */
export function says(lead: string, raw: string): string {
  return raw.trim() === '' ? '' : `${lead}: ${quoted(raw)}。`;
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

/** In full-width parentheses, when there is something to say. */
export function inBrackets(text: string): string {
  return text === '' ? '' : `（${text}）`;
}

const ageUnits: Readonly<Record<string, string>> = { s: '秒', m: '分', h: '時間', d: '日', y: '年' };

/**
 * An age as kubectl prints it, in Japanese: `3 分 20 秒` for `3m20s`, `10 秒未満` for `<10s`, `30 秒以上` for `30s+`;
 * anything else, such as `<unknown>`, is `不明`.
 */
export function ageOf(age: string): string {
  const [, below = '', length, above = ''] = /^(<?)((?:\d+[smhdy])+)(\+?)$/u.exec(age) ?? [];
  if (length === undefined) return '不明';
  const words = length
    .replaceAll(/(\d+)([smhdy])/gu, (_, number: string, unit: string) => `${number} ${ageUnits[unit]} `)
    .trim();
  return `${words}${below === '' ? '' : '未満'}${above === '' ? '' : '以上'}`;
}

/** `3 分 20 秒前`, `10 秒以内`, or `時期不明`. */
export function ago(age: string): string {
  const known = ageOf(age);
  if (known === '不明') return '時期不明';
  return known.endsWith('未満') ? known.replace('未満', '以内') : `${known}前`;
}
