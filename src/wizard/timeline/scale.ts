import type { MeshDiagnosis, TimelineEntry } from '#diagnosis/diagnosis.ts';
import { cellOf, type TimeScale, timeScale } from '#presentation/time-scale.ts';

/** An entry of the time line with its times in milliseconds. */
export interface Moment {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly entry: TimelineEntry;
}

/** Milliseconds since the epoch. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** All that happened, in order, and the time from its beginning to the reading. */
export interface TimelineData {
  readonly moments: readonly Moment[];
  readonly whole: TimeRange;
}

/** Closer than this nothing is told apart: events of a cluster are stamped in seconds. */
export const shortest = 10_000;

const known = new WeakMap<MeshDiagnosis, TimelineData>();

/** What happened around one mesh; undefined when nothing is known to have happened. */
export function timelineDataOf(mesh: MeshDiagnosis | undefined, readAt: string): TimelineData | undefined {
  if (mesh === undefined || mesh.timeline.length === 0) return undefined;
  const kept = known.get(mesh) ?? collect(mesh, readAt);
  known.set(mesh, kept);
  return kept;
}

function collect(mesh: MeshDiagnosis, readAt: string): TimelineData {
  const seen = new Map<string, number>();
  const moments = mesh.timeline
    .map((entry): Moment => {
      const from = Date.parse(entry.at);
      const { kind, namespace, name, container } = entry.subject;
      const words = [entry.at, entry.kind, kind, namespace, name, container, entry.text].join('|');
      const again = seen.get(words) ?? 0;
      seen.set(words, again + 1);
      return {
        key: `${words}|${again}`,
        from,
        to: Math.max(from, Date.parse(entry.until ?? entry.at)),
        entry,
      };
    })
    .toSorted((a, b) => a.from - b.from);
  const from = moments[0]?.from ?? 0;
  const read = Date.parse(readAt);
  const last = moments.reduce((latest, { to }) => Math.max(latest, to), from);
  const to = Math.max(last, Number.isNaN(read) ? last : read, from + shortest);
  return { moments, whole: { from, to } };
}

/** A range of time on so many cells of the terminal. */
export interface Axis extends TimeRange {
  readonly cells: number;
  readonly scale: TimeScale;
}

export function axisOf(range: TimeRange, cells: number, before: (age: string) => string, now: number): Axis {
  return { ...range, cells, scale: timeScale(range.from, range.to, before, now) };
}

/** The time that one cell stands for. */
export function rangeOfCell({ scale, cells }: Axis, cell: number): TimeRange {
  return { from: scale.timeAt(cell / cells), to: scale.timeAt((cell + 1) / cells) };
}

/** The moments that touch a cell. */
export function momentsAt(axis: Axis, moments: readonly Moment[], cell: number): readonly Moment[] {
  return moments.filter(
    (moment) =>
      isInside(axis, moment) && cellOf(axis, moment.from) <= cell && cellOf(axis, moment.to) >= cell,
  );
}

/** How much of the moments falls into each cell: what lasts is spread evenly over its time. */
export function bucketsOf(axis: Axis, moments: readonly Moment[]): readonly number[] {
  const buckets = Array.from({ length: axis.cells }, () => 0);
  for (const moment of moments) {
    if (!isInside(axis, moment)) continue;
    const first = cellOf(axis, moment.from);
    const touched = Array.from({ length: cellOf(axis, moment.to) - first + 1 }, (_, index) =>
      timeIn(rangeOfCell(axis, first + index), moment),
    );
    // What lies outside of the axis counts too: only a part of the entry is seen then.
    const whole = Math.max(sum(touched), moment.to - moment.from);
    touched.forEach((time, index) => {
      buckets[first + index]! += (moment.entry.count * time) / whole;
    });
  }
  return buckets;
}

/** Milliseconds; the ends of an entry touch their cells, however little of them they fill. */
function timeIn({ from, to }: TimeRange, moment: TimeRange): number {
  return Math.max(1, Math.min(to, moment.to) - Math.max(from, moment.from));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function isInside({ from, to }: TimeRange, moment: TimeRange): boolean {
  return moment.to >= from && moment.from <= to;
}
