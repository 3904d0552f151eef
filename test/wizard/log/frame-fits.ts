import { expect } from 'vitest';
import { columnsOf } from '#document/columns.ts';

/** A whole frame: as many lines as the terminal has, none wider than it. */
export function frameFits(frame: string, columns: number, rows: number): void {
  const lines = frame.split('\n');
  expect(lines).toHaveLength(rows);
  for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
}
