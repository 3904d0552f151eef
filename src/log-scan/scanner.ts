import type { LogSummary } from '#snapshot/log-summary.ts';
import { bounds } from './bounds.ts';
import { returnKernel, takeKernel } from './kernel/kernel.ts';
import { LineFeed } from './line-feed.ts';
import { LineScan } from './line-scan.ts';
import { markers as defaultMarkers, type Marker } from './markers.ts';
import type { LogFormat } from './record.ts';

export interface ScanOptions {
  /** The log was requested with `timestamps=true`: each line begins with the kubelet's time stamp. */
  readonly timestamps: boolean;
  /** The format of the log, when known; otherwise each line is matched with all formats. */
  readonly format?: LogFormat;
  /** Phrases to watch, at most 28; by default those of `markers.ts`. */
  readonly markers?: readonly Marker[];
  /** Defaults and greatest values: `bounds`. */
  readonly maxSignatures?: number;
  readonly maxLineBytes?: number;
}

export interface LogScanner {
  /** The next bytes, cut anywhere. They are not kept: the buffer may be reused. Throws after `end`. */
  write(chunk: Uint8Array): void;
  /** The summary of all complete lines so far. May be called at any time and has no side effect. */
  summary(): LogSummary;
  /** Ends the scan; a last line without line end counts as a line. Must be called, since the scan holds a kernel until then. */
  end(): LogSummary;
}

/**
 * Reads one log in a single pass, in memory bounded by `bounds` whatever the log's length. The same bytes give the same
 * summary however they are cut into chunks, and no bytes make it throw. What it keeps is redacted.
 */
export function createLogScanner(options: ScanOptions): LogScanner {
  const cap = Math.min(options.maxLineBytes ?? bounds.lineBytes, bounds.lineBytes);
  const kernel = takeKernel();
  const scan = new LineScan(kernel, {
    timestamps: options.timestamps,
    format: options.format,
    markers: options.markers ?? defaultMarkers,
    maxSignatures: Math.min(options.maxSignatures ?? bounds.signatures, bounds.signatures),
    maxLineBytes: cap,
  });
  const feed = new LineFeed(kernel, scan, cap);
  let bytes = 0;
  let last: LogSummary | undefined;
  return {
    write(chunk) {
      if (last !== undefined) throw new Error('write after end');
      bytes += chunk.byteLength;
      feed.write(chunk);
    },
    summary: () => last ?? scan.summary(bytes),
    end() {
      if (last !== undefined) return last;
      feed.end();
      last = scan.summary(bytes);
      returnKernel(kernel);
      return last;
    },
  };
}
