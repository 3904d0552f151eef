import { createLineRedactor } from '#snapshot/redact-lines.ts';
import { linesOf, stampAt } from './log-stamp.ts';

export interface LogLine {
  /** RFC 3339, as the kubelet wrote it. */
  readonly at?: string;
  /** Redacted, not cleaned. */
  readonly text: string;
}

/** Bytes; of a longer line the beginning is shown, with `…` behind it. */
const maxLine = 64 * 1024;

/** Makes lines for a person of whole lines of a log, and of pieces of very long ones. */
export function lineBatches(): (lines: Buffer) => readonly LogLine[] {
  const redact = createLineRedactor();
  let isInside = false;
  return (received) => {
    const batch: LogLine[] = [];
    for (const line of linesOf(redact(received))) {
      // Of a line in pieces the first one is shown.
      if (!isInside) batch.push(shown(line));
      isInside = line.at(-1) !== 0x0a;
    }
    return batch;
  };
}

function shown(line: Buffer): LogLine {
  const stamp = stampAt(line, 0);
  const start = stamp === undefined ? 0 : stamp.text.length + 1;
  const content = line.toString('utf8', start, Math.min(line.length, start + maxLine)).replace(/\r?\n$/, '');
  const text = line.length > start + maxLine ? `${content}…` : content;
  return stamp === undefined ? { text } : { at: stamp.text, text };
}
