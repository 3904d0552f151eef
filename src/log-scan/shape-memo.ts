import type { LogLevel } from '#snapshot/log-summary.ts';
import { bounds } from './bounds.ts';
import type { LogRecord } from './record.ts';
import type { SignatureGroup } from './signature-group.ts';
import { mask } from './tokens.ts';

interface Known {
  readonly level: LogLevel;
  /** Undefined: the level is only counted, or there was no room for the signature. */
  readonly group: SignatureGroup | undefined;
}

/**
 * Remembers which signature the lines of a shape belong to, so that a statement that logs the same thing a million
 * times is parsed a few times. Lines of one shape have the same masked message and error text, hence one signature.
 */
export class ShapeMemo {
  readonly #known = new Map<number, Known>();

  get(shape: number): Known | undefined {
    const known = this.#known.get(shape);
    return known?.group?.evicted === true ? undefined : known;
  }

  remember(shape: number, record: LogRecord, group: SignatureGroup | undefined): void {
    // A shape leaves variable runs out, but they do make a difference in these.
    const exact = `${record.component ?? ''} ${record.code ?? ''} ${record.reason ?? ''}`;
    if (mask(exact) !== exact) return;
    if (this.#known.size >= bounds.memoShapes) this.#known.clear();
    this.#known.set(shape, { level: record.level, group });
  }
}
