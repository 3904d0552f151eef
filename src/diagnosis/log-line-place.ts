/** A line of a log, as evidence names its place. */
export interface LogLinePlace {
  readonly container: string;
  readonly previous: boolean;
  /** Counted from 1 in what was read. */
  readonly number: number;
}

/** e.g. `log[osm-controller, previous] line 12` */
export function logLinePlace({ container, number, previous }: LogLinePlace): string {
  return `log[${container}${previous ? ', previous' : ''}] line ${number}`;
}

const written = /^log\[([^\],]+)(, previous)?\] line (\d+)$/;

/** The place that a piece of evidence names; undefined when it is of no log. */
export function logLineAt(place: string): LogLinePlace | undefined {
  const [, container, previous, number] = written.exec(place) ?? [];
  if (container === undefined) return undefined;
  return { container, previous: previous !== undefined, number: Number(number) };
}
