import { expect } from 'vitest';
import { textWidth } from '#presentation/text-width.ts';

/** A whole frame: as many lines as the terminal has, none wider than it. */
export function frameFits(frame: string, columns: number, rows: number): void {
  const lines = frame.split('\n');
  expect(lines).toHaveLength(rows);
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
}
