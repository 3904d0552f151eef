import { createLogScanner } from '#log-scan/scanner.ts';
import type { ScanOptions } from '#log-scan/scanner.ts';
import type { LogSummary } from '#snapshot/log-summary.ts';

/** Takes whole lines of one log, and pieces of very long ones: into the scanner, which redacts what it keeps. */
export class LogIntake {
  readonly #scanner;

  constructor(options: Omit<ScanOptions, 'timestamps'>) {
    this.#scanner = createLogScanner({ ...options, timestamps: true });
  }

  /** The bytes are not kept. */
  write(lines: Buffer): void {
    this.#scanner.write(lines);
  }

  end(): LogSummary {
    return this.#scanner.end();
  }
}
