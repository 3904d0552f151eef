import { z } from 'zod';
import { logLevels } from './log-levels.ts';

/** One raw line as the kubelet sent it, without its time stamp. `number` counts from 1 in what was read. */
const rawLine = z.object({ number: z.number(), at: z.string().optional(), text: z.string() });

/** A record with five lines around it; `text` may hold several lines (a Go panic with its stack). */
export const logExample = z.object({
  number: z.number(),
  at: z.string().optional(),
  text: z.string(),
  before: z.array(rawLine),
  after: z.array(rawLine),
});

/** All records of one kind: same level, component, code and message but for variable parts. */
export const logSignature = z.object({
  /** Stable over runs for the same text. */
  key: z.string(),
  /** The message with `<*>` for what varies. */
  template: z.string(),
  form: z.enum(['zerolog', 'klog', 'go-panic', 'http-panic', 'console', 'pipy', 'plain']),
  level: z.enum(logLevels),
  component: z.string().optional(),
  /** The mesh's error_code, e.g. E4000, as it stands in the record. */
  code: z.string().optional(),
  /** The `error` field of the first record. */
  error: z.string().optional(),
  /** The `reason` field (fatal events). */
  reason: z.string().optional(),
  count: z.number(),
  firstAt: z.string().optional(),
  lastAt: z.string().optional(),
  /** Per-minute counts; at most 60 buckets, the width doubles when more would be needed. */
  histogram: z.object({
    startAt: z.string().optional(),
    bucketSeconds: z.number(),
    counts: z.array(z.number()),
  }),
  /** A bounded sample of the values seen for each `<*>`. */
  values: z.array(z.array(z.string())),
  first: logExample,
  last: logExample,
});

/** What one log holds, bounded in size whatever the log's length. No judgement: that is `steps/error-logs`. */
export const logSummary = z.object({
  lines: z.number(),
  bytes: z.number(),
  /** Lines longer than the scanner keeps; counted, and kept cut. */
  oversizedLines: z.number(),
  firstAt: z.string().optional(),
  lastAt: z.string().optional(),
  /** Records by level; lines without a level are not in it. */
  levels: z.partialRecord(z.enum(logLevels), z.number()),
  /** warn and above, worst level first, then by count. Bounded. */
  signatures: z.array(logSignature),
  /** Records whose signature found no room. */
  others: z.number(),
  /** Watched phrases that say how a process came up or went (`log-scan/markers`). */
  markers: z.record(
    z.string(),
    z.object({ count: z.number(), firstAt: z.string().optional(), last: rawLine }),
  ),
  /** The last lines: a process that died says why at the end. */
  tail: z.array(rawLine),
});

/** One container's log as it was read. */
export const logRead = z.object({
  pod: z.string(),
  container: z.string(),
  previous: z.boolean(),
  init: z.boolean(),
  summary: logSummary,
  /**
   * The log does not begin where its container did. `since`: lines before `at` were not asked for; `rotated`: the container
   * started at `at`, much earlier than the first line, so the node may have thrown older lines away.
   */
  missedStart: z.object({ why: z.enum(['since', 'rotated']), at: z.string() }).optional(),
});

export type RawLine = z.infer<typeof rawLine>;
export type LogExample = z.infer<typeof logExample>;
export type LogSignature = z.infer<typeof logSignature>;
export type LogSummary = z.infer<typeof logSummary>;
export type LogRead = z.infer<typeof logRead>;
