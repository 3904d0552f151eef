import type { TimeRange } from './scale.ts';

/** The cursor on the time line (milliseconds), the entry that is read, and what was zoomed into, the closest last. */
export interface TimelineCursor {
  readonly at: number;
  readonly key?: string;
  readonly zooms: readonly TimeRange[];
}
