import { createLogScanner } from '#log-scan/scanner.ts';
import type { ScanOptions } from '#log-scan/scanner.ts';
import type { LogSummary } from '#snapshot/log-summary.ts';
import { createLineRedactor } from '#snapshot/redact-lines.ts';

/** Takes whole lines of one log, and pieces of very long ones: redacted, into the scanner. */
export class LogIntake {
  readonly #scanner;
  readonly #redact = createLineRedactor();

  constructor(options: Omit<ScanOptions, 'timestamps'>) {
    this.#scanner = createLogScanner({ ...options, timestamps: true });
  }

  /** The bytes are not kept. */
  write(lines: Buffer): void {
    this.#scanner.write(this.#redact(lines));
  }

  end(): LogSummary {
    return this.#scanner.end();
  }
}
