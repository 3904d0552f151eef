import { isSuspicious, redactText } from './redact-text.ts';
import { placeholder } from './secret-names.ts';

/** Longer keys than this do not exist; a log that never closes one is a log again after it. */
const maxKeyLines = 200;
const keyBegins = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const keyEnds = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** A line of base64, or a header of an old PEM file, whatever the logger put before it. */
const keyBody =
  /(?:^|[\s"'])[A-Za-z0-9+/]{16,}={0,2}\\*["']?\s*$|^[A-Za-z0-9+/]{1,76}={0,2}$|^(?:Proc-Type|DEK-Info):|^\s*$/;

/** Redacts a log in pieces of whole lines; a private key may go over many of them, each is replaced. */
export function createLineRedactor(): (lines: Buffer) => Buffer {
  let keyLines = 0;

  const redactLine = (line: string): string => {
    const ending = /\r?\n$/.exec(line)?.[0] ?? '';
    const text = line.slice(0, line.length - ending.length);
    const [stamp = ''] = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[-+]\d\d:\d\d) /.exec(text) ?? [];
    const content = text.slice(stamp.length);
    if (keyLines > 0) {
      if (keyEnds.test(content)) {
        keyLines = 0;
        return `${stamp}${placeholder('private key')}${ending}`;
      }
      if (keyLines < maxKeyLines && keyBody.test(content)) {
        keyLines += 1;
        return `${stamp}${placeholder('private key')}${ending}`;
      }
      keyLines = 0;
    }
    if (keyBegins.test(content) && !keyEnds.test(content)) keyLines = 1;
    return `${stamp}${redactText(content)}${ending}`;
  };

  return (lines) => {
    // latin1 keeps one character a byte, and all that is looked for is ASCII.
    if (keyLines === 0 && !isSuspicious(lines.toString('latin1'))) return lines;
    const pieces: Buffer[] = [];
    let start = 0;
    while (start < lines.length) {
      const newline = lines.indexOf(10, start);
      const end = newline === -1 ? lines.length : newline + 1;
      const line = lines.subarray(start, end);
      start = end;
      const isClean = keyLines === 0 && !isSuspicious(line.toString('latin1'));
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
