import { logKey } from './scenario.ts';
import { shifter } from './shift-times.ts';
import type { Store } from './store.ts';

/** Lines at the end of a log that say what its process goes on with. */
const latest = 40;

const stampBefore = /^(\S+) /;
/** A recording whose errors were made over and over counts them. */
const counted = /\(attempt (\d+)\)/;

/**
 * Writes to the logs that are followed: every so often a line of those that came again and again at their end, as if it
 * were written now. A log that only told of a start stays as it is, and so does that of a container that does not run:
 * nobody follows it for longer than it takes to read it (kubernetes-api-facts).
 */
export class LogGrowth {
  readonly #store: Store;
  readonly #everyMs: number;
  readonly #growing = new Map<string, { followers: number; readonly timer: NodeJS.Timeout }>();

  constructor(store: Store, everyMs: number) {
    this.#store = store;
    this.#everyMs = everyMs;
  }

  /** Somebody follows the current log of a container, until the returned function is called. */
  follow(namespace: string, pod: string, container: string): () => void {
    const key = logKey(namespace, pod, container);
    const grown = this.#growing.get(key) ?? { followers: 0, timer: this.#begin(namespace, pod, container) };
    grown.followers += 1;
    this.#growing.set(key, grown);
    return () => {
      grown.followers -= 1;
      if (grown.followers > 0) return;
      clearInterval(grown.timer);
      this.#growing.delete(key);
    };
  }

  #begin(namespace: string, pod: string, container: string): NodeJS.Timeout {
    const store = this.#store;
    const log = store.log(namespace, pod, container, false);
    const again = log && 'text' in log ? recurring(log.text) : [];
    let next = 0;
    let attempt = Number(again.findLast((line) => counted.test(line))?.match(counted)?.[1] ?? 0);
    const write = (): void => {
      const now = store.log(namespace, pod, container, false);
      const line = again[next % again.length];
      if (line === undefined || now === undefined || !('text' in now)) return;
      next += 1;
      if (counted.test(line)) attempt += 1;
      const fresh = writtenAt(line, new Date()).replace(counted, `(attempt ${attempt})`);
      store.setLog(namespace, pod, container, { text: `${now.text}${fresh}\n` });
    };
    return setInterval(write, this.#everyMs).unref();
  }
}

/** The last lines whose kind came at more than one moment, in their order; what differs between them is numbers. */
function recurring(log: string): readonly string[] {
  const lines = log
    .split('\n')
    .filter((line) => stampBefore.test(line))
    .slice(-latest);
  const seconds = new Map<string, Set<string>>();
  for (const line of lines) {
    const known = seconds.get(kindOf(line)) ?? new Set();
    seconds.set(kindOf(line), known.add(line.slice(0, '2026-11-23T08:58:40'.length)));
  }
  return lines.filter((line) => (seconds.get(kindOf(line))?.size ?? 0) > 1);
}

function kindOf(line: string): string {
  return line.replace(stampBefore, '').replaceAll(/\d+/g, '0');
}

function writtenAt(line: string, now: Date): string {
  const [, stamp = ''] = stampBefore.exec(line) ?? [];
  const second = (time: number): number => Math.floor(time / 1000) * 1000;
  const shift = shifter(stamp, second(now.getTime()) - second(Date.parse(stamp)));
  const at = now.toISOString().replace('Z', '000000Z');
  return `${at} ${shift(line.replace(stampBefore, ''))}`;
}
