import { isSuspicious, redactText } from './redact-text.ts';
import { placeholder } from './secret-names.ts';

/** In lines: longer keys than this do not exist; a log that never closes one is a log again after it. */
const maxKeyLines = 200;
const keyBegins = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const keyEnds = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** A line of base64, or a header of an old PEM file, whatever the logger put before it. */
const keyBody =
  /(?:^|[\s"'])[A-Za-z0-9+/]{16,}={0,2}\\*["']?\}?\s*$|^[A-Za-z0-9+/]{1,76}={0,2}$|^(?:Proc-Type|DEK-Info):|^\s*$/;

/**
 * A whole line of base64: the inside of a key whose beginning was not seen, because the log was taken up behind it. At the
 * start of a line, so that it finds one among many; a time stamp may stand before it.
 */
const loneBody =
  /^(?:\d{4}-\d\d-\d\dT\S{1,24} )?(?=[a-z0-9+/]*[A-Z])(?=[A-Z0-9+/]*[a-z])(?=[A-Za-z+/]*\d)[A-Za-z0-9+/]{40,76}={0,2}\r?$/m;
const publicBegins = /^-----BEGIN (?!.{0,40}PRIVATE KEY)/;

/** A private key that may go over many lines of a log, each with or without what a logger puts before it. */
export class KeyBlock {
  /** Of the block that may go on with the next line. */
  #lines = 0;
  /** The block is a certificate, or another one that may be seen. */
  #isPublic = false;

  /** Whether the next line may go on with a block: only asking about it tells whether it does. */
  get isOpen(): boolean {
    return this.#lines > 0;
  }

  /** The next line may be part of a key: this one was not seen to its end. */
  open(): void {
    this.#lines = 1;
    this.#isPublic = false;
  }

  /**
   * Whether the line is to be replaced as a whole; of the key's first line `redactText` knows what to hide. It is enough to
   * ask about the lines while a block is open, those that name a key, and those that `mayBelong`.
   */
  hides(line: string): boolean {
    const isEnd = this.isOpen && keyEnds.test(line);
    if (isEnd || (this.isOpen && this.#lines < maxKeyLines && keyBody.test(line))) {
      this.#lines = isEnd ? 0 : this.#lines + 1;
      return isEnd || !this.#isPublic;
    }
    const isBody = loneBody.test(line);
    this.#isPublic = publicBegins.test(line);
    this.#lines = isBody || this.#isPublic || (keyBegins.test(line) && !keyEnds.test(line)) ? 1 : 0;
    return isBody;
  }
}

/** Whether some line may be inside a key, or begins or ends a certificate: a quick test over many lines at once. */
export function mayBelong(lines: string): boolean {
  return loneBody.test(lines) || lines.includes('-----');
}

/** Redacts a log in pieces of whole lines; a private key may go over many of them, each is replaced. */
export function createLineRedactor(): (lines: Buffer) => Buffer {
  const key = new KeyBlock();

  const redactLine = (line: string): string => {
    const ending = /\r?\n$/.exec(line)?.[0] ?? '';
    const text = line.slice(0, line.length - ending.length);
    const [stamp = ''] = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[-+]\d\d:\d\d) /.exec(text) ?? [];
    const content = text.slice(stamp.length);
    return `${stamp}${key.hides(content) ? placeholder('private key') : redactText(content)}${ending}`;
  };

  return (lines) => {
    if (!key.isOpen && !isOfInterest(lines)) return lines;
    const pieces: Buffer[] = [];
    let start = 0;
    while (start < lines.length) {
      const newline = lines.indexOf(10, start);
      const end = newline === -1 ? lines.length : newline + 1;
      const line = lines.subarray(start, end);
      start = end;
      const isClean = !key.isOpen && !isOfInterest(line);
      pieces.push(isClean ? line : redactBytes(line, redactLine));
    }
    return Buffer.concat(pieces);
  };
}

function isOfInterest(lines: Buffer): boolean {
  // One character a byte; all that is looked for is ASCII.
  const text = lines.toString('latin1');
  return isSuspicious(text) || mayBelong(text);
}

/** Bytes that are no UTF-8 stay as they are in a line that had nothing to hide. */
function redactBytes(line: Buffer, redactLine: (line: string) => string): Buffer {
  const text = line.toString('utf8');
  const redacted = redactLine(text);
  return redacted === text ? line : Buffer.from(redacted);
}
