import { isNotLog } from '#log-scan/not-log.ts';
import { createLogScanner } from '#log-scan/scanner.ts';
import type { ScanOptions } from '#log-scan/scanner.ts';
import type { LogSummary } from '#snapshot/log-summary.ts';
import { createLineRedactor } from '#snapshot/redact-lines.ts';
import { LineCutter, LogTail } from './log-lines.ts';

/** Longer lines are redacted in pieces; the scanner keeps less of them anyway. */
const maxHeldLine = 1024 * 1024;

/** Takes the bytes of one log, over several connections if need be: whole lines, redacted, into the scanner. */
export class LogIntake {
  readonly #scanner;
  readonly #redact = createLineRedactor();
  readonly #cutter = new LineCutter(maxHeldLine);
  readonly #tail = new LogTail();
  #dropSeen: (lines: Buffer) => Buffer = (lines) => lines;
  #hasLines = false;
  /** Bytes received, those that came twice included. */
  bytes = 0;
  /** What the kubelet wrote in place of a log; then there is none. */
  insteadOfLog: string | undefined;

  constructor(options: Omit<ScanOptions, 'timestamps'>) {
    this.#scanner = createLogScanner({ ...options, timestamps: true });
  }

  write(chunk: Buffer): void {
    this.bytes += chunk.length;
    this.#take(this.#cutter.push(chunk));
  }

  /** The connection is gone: the line that had begun will come again, whole. @returns where to go on */
  cut(): string | undefined {
    this.#cutter.drop();
    this.#dropSeen = this.#tail.dropSeen();
    return this.#tail.sinceTime;
  }

  /** @param keepsRest whether what stands after the last line end is the end of the log. */
  end(keepsRest = true): LogSummary {
    if (keepsRest) this.#take(this.#cutter.rest());
    return this.#scanner.end();
  }

  #take(received: Buffer): void {
    if (received.length === 0) return;
    if (!this.#hasLines) {
      this.#hasLines = true;
      const [first = ''] = received.toString('utf8', 0, 2048).split('\n', 1);
      if (isNotLog(first)) this.insteadOfLog = first;
    }
    if (this.insteadOfLog !== undefined) return;
    const lines = this.#dropSeen(received);
    this.#tail.note(lines);
    this.#scanner.write(this.#redact(lines));
  }
}
