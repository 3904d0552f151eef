import type { RawLine } from '#snapshot/log-summary.ts';
import { redactText } from '#snapshot/redact-text.ts';
import { clipped } from './clip.ts';
import { ownTime } from './line-time.ts';

/**
 * A line that may be shown. It is redacted and cut only when its text is read, because nearly all lines are replaced by
 * later ones before that. The text is available only through the redactor.
 */
export class KeptLine {
  readonly number: number;
  readonly #stamp: string | undefined;
  readonly #raw: string;
  readonly #limit: number;
  #text: string | undefined;

  /** `raw`: the line without time stamp, not redacted; `limit`: how many characters of it are shown. */
  constructor(number: number, stamp: string | undefined, raw: string, limit: number) {
    this.number = number;
    this.#stamp = stamp;
    this.#raw = raw;
    this.#limit = limit;
  }

  get text(): string {
    return (this.#text ??= clipped(redactText(this.#raw), this.#limit));
  }

  /** When the line was written: the kubelet's time stamp as sent, else the record's own time. */
  get at(): string | undefined {
    return this.#stamp ?? ownTime(this.text);
  }

  toJSON(): RawLine {
    const { number, at, text } = this;
    return { number, ...(at === undefined ? {} : { at }), text };
  }
}
