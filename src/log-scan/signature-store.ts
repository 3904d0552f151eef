import type { LogLevel } from '#snapshot/log-levels.ts';
import type { LogSignature } from '#snapshot/log-summary.ts';
import { bounds } from './bounds.ts';
import { clipped, detached } from './clip.ts';
import type { Kernel } from './kernel/kernel.ts';
import { levelRank } from './level.ts';
import type { LogRecord } from './record.ts';
import { SignatureGroup } from './signature-group.ts';
import { noTokens, tokenise } from './tokens.ts';

/**
 * Groups records by kind, as they come (the method of Drain, He et al. 2017: variable parts masked first, then the most
 * similar template among those of the same length). A kind is: form, level, component, code, reason, and the shapes
 * of message and error text. Bounded: records without room are counted in `others`.
 */
export class SignatureStore {
  others = 0;
  readonly #kernel: Kernel;
  readonly #limit: number;
  readonly #groups = new Set<SignatureGroup>();
  readonly #byNumber: SignatureGroup[] = [];
  readonly #buckets = new Map<string, SignatureGroup[]>();
  readonly #evict: (group: SignatureGroup) => void;
  #created = 0;

  /** `onEvict` is called for a group whose records were moved to `others`. */
  constructor(kernel: Kernel, limit: number, onEvict: (group: SignatureGroup) => void) {
    this.#kernel = kernel;
    this.#limit = limit;
    this.#evict = onEvict;
  }

  get groups(): Iterable<SignatureGroup> {
    return this.#groups;
  }

  group(number: number): SignatureGroup | undefined {
    return this.#byNumber[number];
  }

  /** The group of a record, with its values sampled; undefined without room. Does not count the record. */
  place(record: LogRecord): SignatureGroup | undefined {
    const message = tokenise(record.message);
    const error = record.error === undefined ? noTokens : tokenise(record.error);
    const key = [
      record.form,
      record.level,
      record.component,
      record.code,
      record.reason,
      message.raw.length,
      error.raw.length,
    ].join('\u0000');
    const bucket = this.#buckets.get(key) ?? [];

    const isCrowd = bucket.length >= bounds.crowd;
    let suggest: SignatureGroup | undefined;
    let least = Infinity;
    for (const group of bucket) {
      const distance = group.distance(message, error, isCrowd);
      if (distance < 0 || distance >= least) continue;
      suggest = group;
      least = distance;
      if (distance === 0) break;
    }
    if (suggest !== undefined && least > 0) suggest.widen(message, error);

    if (suggest === undefined) {
      const number = this.#makeRoom(record.level);
      if (number === undefined) return undefined;
      suggest = newGroup(this.#kernel, { number, order: this.#created++ }, record);
      this.#groups.add(suggest);
      this.#byNumber[number] = suggest;
      // Looked up again, because the eviction may have removed the bucket.
      this.#buckets.set(key, [...(this.#buckets.get(key) ?? []), suggest]);
    }
    suggest.sample(message);
    return suggest;
  }

  /** By level, the worst first, then by count, then by order of creation. */
  list(): LogSignature[] {
    return [...this.#groups]
      .toSorted((a, b) => levelRank[b.level] - levelRank[a.level] || b.count - a.count || a.order - b.order)
      .flatMap((group) => group.toJSON() ?? []);
  }

  /**
   * The number of a new group; undefined without room. A group of a worse level always gets one: the smallest group of the
   * lowest level is moved to `others`.
   */
  #makeRoom(level: LogLevel): number | undefined {
    if (this.#groups.size < this.#limit) return this.#groups.size;
    let victim: SignatureGroup | undefined;
    for (const group of this.#groups) {
      if (levelRank[group.level] >= levelRank[level]) continue;
      if (victim === undefined || isLesser(group, victim)) victim = group;
    }
    if (victim === undefined) return undefined;
    this.others += victim.count;
    this.#groups.delete(victim);
    this.#kernel.run.forget(victim.number);
    this.#kernel.run.resetGroup(victim.number);
    for (const [key, bucket] of this.#buckets) {
      if (!bucket.includes(victim)) continue;
      const left = bucket.filter((group) => group !== victim);
      if (left.length > 0) this.#buckets.set(key, left);
      else this.#buckets.delete(key);
    }
    this.#evict(victim);
    return victim.number;
  }
}

function isLesser(a: SignatureGroup, b: SignatureGroup): boolean {
  return (levelRank[a.level] - levelRank[b.level] || a.count - b.count || b.order - a.order) < 0;
}

/** Cuts and copies the texts that a group keeps; a substring would keep the whole line in memory. */
function newGroup(
  kernel: Kernel,
  place: { readonly number: number; readonly order: number },
  record: LogRecord,
): SignatureGroup {
  const kept = (text: string | undefined, limit: number) =>
    text === undefined ? undefined : detached(clipped(text, limit));
  const message = detached(clipped(record.message, bounds.messageChars));
  const error = kept(record.error, bounds.messageChars);
  const own: LogRecord = {
    form: record.form,
    level: record.level,
    message,
    component: kept(record.component, bounds.fieldChars),
    code: kept(record.code, bounds.fieldChars),
    reason: kept(record.reason, bounds.fieldChars),
    error,
  };
  const errorTokens = error === undefined ? noTokens : tokenise(error);
  return new SignatureGroup(kernel, place, own, tokenise(message), errorTokens);
}
