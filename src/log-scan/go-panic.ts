import { bounds } from './bounds.ts';
import type { LogRecord } from './record.ts';

/** `panic: …` and `fatal error: …` of the Go runtime, or its signal dump: the process ends with exit 2 (facts §5.4). */
const deadly = /^(?:panic: |fatal error: |SIG[A-Z]+: )/;

/** net/http recovers it, prints it through the standard logger, and the process goes on. */
const recovered = /^(?:\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)? )?(http: panic serving .*)$/s;

/** The first line of a panic. The stack that follows belongs to the record: see `continuesPanic`. */
export function parsePanicHead(text: string): LogRecord | undefined {
  if (deadly.test(text)) return { form: 'go-panic', level: 'panic', message: text };
  const message = recovered.exec(text)?.[1];
  return message === undefined ? undefined : { form: 'http-panic', level: 'error', message };
}

/** The position in the lines after the first line of a panic. */
export interface PanicProgress {
  sawStack: boolean;
  messageLines: number;
}

const stackStart = /^(?:goroutine \d+ |runtime stack:)/;

/** File lines, blank lines, frames, the signal line, registers, and what `go run` adds. */
const stackLine =
  /^(?:\t|\s*$|goroutine \d+ |runtime stack:|created by |\[signal |\.\.\.|exit status \d|[^\s(]+\(.*\)$|[a-z0-9]{2,6}\s+0x[0-9a-f]+$)/;

/**
 * Whether the line belongs to the panic above it. `isHead` says whether the line begins a record of its own: before
 * the stack begins, a panic's message may run over several lines of free text, at most `bounds.panicMessageLines`.
 */
export function continuesPanic(progress: PanicProgress, text: string, isHead: () => boolean): boolean {
  if (stackStart.test(text)) {
    progress.sawStack = true;
    return true;
  }
  if (stackLine.test(text)) return true;
  if (progress.sawStack || progress.messageLines >= bounds.panicMessageLines || isHead()) return false;
  progress.messageLines += 1;
  return true;
}
