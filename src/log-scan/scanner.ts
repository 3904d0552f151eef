import type { LogSummary } from '#snapshot/log-summary.ts';
import { bounds } from './bounds.ts';
import { LineFeed } from './line-feed.ts';
import { LineScan } from './line-scan.ts';
import { markers as defaultMarkers, type Marker } from './markers.ts';
import type { LogFormat } from './record.ts';

export interface ScanOptions {
  /** The log was asked for with `timestamps=true`: each line begins with the kubelet's time stamp. */
  readonly timestamps: boolean;
  /** What wrote the log, when known; otherwise each line is recognised by its look. */
  readonly format?: LogFormat;
  /** Phrases to watch; by default those of `markers.ts`. */
  readonly markers?: readonly Marker[];
  /** Defaults: `bounds`. */
  readonly maxSignatures?: number;
  readonly maxLineBytes?: number;
}

export interface LogScanner {
  /** The next bytes, cut anywhere. They are not kept: the buffer may be reused. Throws after `end`. */
  write(chunk: Uint8Array): void;
  /** What the whole lines so far hold; may be called at any time and changes nothing. */
  summary(): LogSummary;
  /** Takes a last line without line end as a line. */
  end(): LogSummary;
}

/**
 * Reads one log in a single pass, in memory bounded by `bounds` whatever the log's length. The same bytes give the same
 * summary however they are cut into chunks, and no bytes make it throw.
 */
export function createLogScanner(options: ScanOptions): LogScanner {
  const cap = options.maxLineBytes ?? bounds.lineBytes;
  const scan = new LineScan({
    timestamps: options.timestamps,
    format: options.format,
    markers: options.markers ?? defaultMarkers,
    maxSignatures: options.maxSignatures ?? bounds.signatures,
    maxLineBytes: cap,
  });
  const feed = new LineFeed(scan, cap);
  let bytes = 0;
  let ended = false;
  const summary = (): LogSummary => scan.summary(bytes);
  return {
    write(chunk) {
      if (ended) throw new Error('write after end');
      bytes += chunk.byteLength;
      feed.write(chunk);
    },
    summary,
    end() {
      if (!ended) feed.end();
      ended = true;
      return summary();
    },
  };
}
