import { isSuspicious, redactText } from './redact-text.ts';
import { placeholder } from './secret-names.ts';

/** Longer keys than this do not exist; a log that never closes one is a log again after it. */
const maxKeyLines = 200;
const keyBegins = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const keyEnds = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** A line of base64, or a header of an old PEM file, whatever the logger put before it. */
const keyBody =
  /(?:^|[\s"'])[A-Za-z0-9+/]{16,}={0,2}\\*["']?\s*$|^[A-Za-z0-9+/]{1,76}={0,2}$|^(?:Proc-Type|DEK-Info):|^\s*$/;

/** What a log begins with that was taken up in the middle of a key: a whole line of base64, behind its time stamp. */
const insideKey = /^(?:\d{4}-\d\d-\d\dT\S{1,24} )?[A-Za-z0-9+/]{40,76}={0,2}\r?(?:\n|$)/;

/** A private key that may go over many lines of a log, each with or without what a logger puts before it. */
export class KeyBlock {
  #lines = 0;

  /** Whether the next line may be part of a key. */
  get isOpen(): boolean {
    return this.#lines > 0;
  }

  /** The next line may be part of a key: this one was not seen to its end. */
  open(): void {
    this.#lines = 1;
  }

  /** Whether the line is to be replaced as a whole; of the key's first line `redactText` knows what to hide. */
  hides(line: string): boolean {
    const isEnd = this.isOpen && keyEnds.test(line);
    if (isEnd || (this.isOpen && this.#lines < maxKeyLines && keyBody.test(line))) {
      this.#lines = isEnd ? 0 : this.#lines + 1;
      return true;
    }
    this.#lines = keyBegins.test(line) && !keyEnds.test(line) ? 1 : 0;
    return false;
  }
}

/** Redacts a log in pieces of whole lines; a private key may go over many of them, each is replaced. */
export function createLineRedactor(): (lines: Buffer) => Buffer {
  const key = new KeyBlock();
  let isFirst = true;

  const redactLine = (line: string): string => {
    const ending = /\r?\n$/.exec(line)?.[0] ?? '';
    const text = line.slice(0, line.length - ending.length);
    const [stamp = ''] = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[-+]\d\d:\d\d) /.exec(text) ?? [];
    const content = text.slice(stamp.length);
    return `${stamp}${key.hides(content) ? placeholder('private key') : redactText(content)}${ending}`;
  };

  return (lines) => {
    if (isFirst && insideKey.test(lines.toString('latin1', 0, 128))) key.open();
    isFirst &&= lines.length === 0;
    // latin1 keeps one character a byte, and all that is looked for is ASCII.
    if (!key.isOpen && !isSuspicious(lines.toString('latin1'))) return lines;
    const pieces: Buffer[] = [];
    let start = 0;
    while (start < lines.length) {
      const newline = lines.indexOf(10, start);
      const end = newline === -1 ? lines.length : newline + 1;
      const line = lines.subarray(start, end);
      start = end;
      const isClean = !key.isOpen && !isSuspicious(line.toString('latin1'));
      pieces.push(isClean ? line : redactBytes(line, redactLine));
    }
    return Buffer.concat(pieces);
  };
}

/** Bytes that are no UTF-8 stay as they are in a line that had nothing to hide. */
function redactBytes(line: Buffer, redactLine: (line: string) => string): Buffer {
  const text = line.toString('utf8');
  const redacted = redactLine(text);
  return redacted === text ? line : Buffer.from(redacted);
}
