import type { SignatureRow } from './rows.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';
import { type SparkAxis, sparkAxis, sparkline } from '#presentation/sparkline.ts';
import { timeScale } from '#presentation/time-scale.ts';

/**
 * The axis of a container, from the first of its records or ends that is known to the reading: all its signatures, of both
 * logs, are drawn on it. Undefined where no record has a time.
 */
export function axisOf(
  { container, pod }: SignatureRow,
  all: readonly SignatureRow[],
  columns: number,
  { now, run, texts }: PresentationInput,
): SparkAxis | undefined {
  const own = all.filter((row) => row.pod === pod && row.container === container);
  // The kubelet stamps an end in whole seconds, so it came within the one that it names.
  const ends = own.flatMap((row) => row.ends).map((at) => Date.parse(at) + 999);
  const times = own.flatMap(({ signature }) => [signature.firstAt, signature.lastAt]).flatMap(timeOf);
  if (times.length === 0) return undefined;
  const to = Math.max(...times, ...timeOf(run.readAt));
  const scale = timeScale(
    Math.min(...times, ...ends),
    to,
    texts.steps['error-logs'].words.signature.ago,
    Date.parse(now),
  );
  return sparkAxis(scale, columns, ends);
}

/** A signature over time; '' where its records have no times. */
export function lineOf({ signature }: SignatureRow, axis: SparkAxis | undefined): string {
  const { firstAt, histogram, lastAt } = signature;
  const [first] = timeOf(firstAt);
  const [last] = timeOf(lastAt);
  const [startAt] = timeOf(histogram.startAt);
  if (axis === undefined || first === undefined || last === undefined || startAt === undefined) return '';
  const { bucketSeconds, counts } = histogram;
  return sparkline({ startAt, bucketMs: bucketSeconds * 1000, counts, first, last }, axis);
}

function timeOf(at: string | undefined): readonly number[] {
  const time = Date.parse(at ?? '');
  return Number.isNaN(time) ? [] : [time];
}
