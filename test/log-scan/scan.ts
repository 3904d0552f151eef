import { logSummary, type LogSummary } from '#snapshot/log-summary.ts';
import { createLogScanner, type ScanOptions } from '#log-scan/scanner.ts';

/** The summary of a whole log at once; it must fit the snapshot's schema. */
export function scan(log: string | Uint8Array, options: Partial<ScanOptions> = {}): LogSummary {
  const scanner = createLogScanner({ timestamps: false, ...options });
  scanner.write(typeof log === 'string' ? Buffer.from(log) : log);
  return logSummary.parse(scanner.end());
}

/** A zerolog line as osm-edge writes it (facts §5.1). */
export function zerolog(fields: {
  level: string;
  message: string;
  component?: string;
  error?: string;
  error_code?: string;
  reason?: string;
}): string {
  const { level, message, ...rest } = fields;
  const time = '2026-11-23T09:15:35Z';
  return JSON.stringify({
    level,
    component: 'sidecar-injector',
    ...rest,
    time,
    file: 'webhook.go:81',
    message,
  });
}
