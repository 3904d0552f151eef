import { age, utc } from './age.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Beyond this, what happened last would shrink to a point on an even scale. */
const longestEven = 3 * hour;
const evenSteps = [
  second,
  2 * second,
  5 * second,
  10 * second,
  30 * second,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  30 * minute,
  hour,
];
const agesOfTicks = [minute, 10 * minute, hour, 6 * hour, day, 7 * day, 30 * day, 365 * day];
const maxTicks = 6;

export interface TimeScale {
  /** From 0 (the first moment) to 1 (the last). */
  at(time: number): number;
  /** The inverse of `at`, in milliseconds. */
  timeAt(position: number): number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/**
 * A scale between two moments (milliseconds): even over a few hours, else by the logarithm of the time before the end,
 * since a label that was set weeks ago and a probe that failed a minute ago stand in one picture.
 */
export function timeScale(
  from: number,
  to: number,
  before: (age: string) => string,
  /** Ages are told relative to this; it may be later than the end. */
  now = to,
): TimeScale {
  const length = Math.max(to - from, second);
  if (length <= longestEven) return evenScale(from, length);
  const weight = (past: number): number => Math.log1p(Math.max(0, past) / minute);
  const at = (time: number): number => 1 - weight(to - time) / weight(length);
  return {
    at,
    timeAt: (position) => to - Math.expm1((1 - position) * weight(length)) * minute,
    ticks: agesOfTicks
      .filter((past) => past <= length)
      .map((past) => ({
        at: at(to - past),
        label: before(age(new Date(to - past).toISOString(), new Date(now).toISOString())),
      })),
  };
}

/** The cell of a time on so many of them; what lies outside is in the first or the last one. */
export function cellOf(
  { cells, scale }: { readonly cells: number; readonly scale: TimeScale },
  time: number,
): number {
  return Math.max(0, Math.min(cells - 1, Math.floor(scale.at(time) * cells)));
}

function evenScale(from: number, length: number): TimeScale {
  const step = evenSteps.find((candidate) => length / candidate <= maxTicks) ?? hour;
  const first = Math.ceil(from / step) * step;
  const count = Math.max(0, Math.floor((from + length - first) / step) + 1);
  return {
    at: (time) => (time - from) / length,
    timeAt: (position) => from + position * length,
    ticks: Array.from({ length: count }, (_, index) => {
      const time = first + index * step;
      return { at: (time - from) / length, label: clockOf(time, step) };
    }),
  };
}

/** `09:13`, with seconds where the steps are shorter than a minute. */
function clockOf(time: number, step: number): string {
  return utc(new Date(time).toISOString()).slice(11, step < minute ? 19 : 16);
}
