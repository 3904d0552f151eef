/**
 * The limits of the scanner, whatever the length of the log; those of its kernel are in
 * `kernel/assembly/layout.ts`. With the defaults a summary stays below 200 signatures x 2 examples x (8 KiB + 10 lines x
 * 2 KiB), about 11 MiB, and in practice far below one.
 */
export const bounds = {
  /** Signatures kept; records of further ones are counted in `others`. */
  signatures: 200,
  /** Signatures that differ only in words of prose; more of them become variations of one. */
  crowd: 16,
  /** Bytes kept of one line, time stamp included; the rest is counted only. */
  lineBytes: 64 * 1024,
  /** Lines shown before and after an example. */
  contextLines: 5,
  /** Lines kept from the end of the log. */
  tailLines: 10,
  /** Bytes of one line in a context, the tail or a marker. */
  rawLineBytes: 2 * 1024,
  /** Bytes of an example's text, a panic's whole stack included. */
  exampleBytes: 8 * 1024,
  histogramBuckets: 60,
  /** `<*>` of a template for which values are sampled, values each, and characters of a value. */
  valuePositions: 8,
  valuesEach: 8,
  valueChars: 200,
  /** Characters of message and error text the miner looks at, and its tokens (the last one takes the rest). */
  messageChars: 4 * 1024,
  tokens: 96,
  /** Characters of component, code and reason. */
  fieldChars: 256,
  /** Characters of the error text a signature keeps. */
  errorChars: 2 * 1024,
  /** Lines of a multi-line panic message before its `goroutine N [running]:`. */
  panicMessageLines: 20,
  /** Bytes after the cut of a line that are searched as well, for secrets that begin before the cut. */
  redactedBytes: 4 * 1024,
} as const;
