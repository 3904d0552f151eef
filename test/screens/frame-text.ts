import stringWidth from 'string-width';
import { expect } from 'vitest';

/** Whatever is on it: a frame has all its rows, none is wider than the terminal, and nothing in it is obeyed. */
export function expectToFit(frame: string, columns: number, rows: number): void {
  const lines = frame.split('\n');
  expect(lines).toHaveLength(rows);
  expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
  expect(frame).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
}

/** Everything that the focused pane holds, read page by page; broken commands are made whole again. */
export async function paneText(frame: () => string, pageDown: () => Promise<void> | void): Promise<string> {
  const lines: string[] = [];
  for (let before = ''; before !== frame();) {
    before = frame();
    const pane = focusedPane(before);
    for (const [index, line] of pane.lines.entries()) lines[pane.first + index] = line;
    await pageDown();
  }
  return lines.join('\n').replaceAll(/ \\\n +/gu, ' ');
}

/** The lines under the title that is drawn with a heavy rule, and which of all lines the first one is. */
function focusedPane(frame: string): { readonly lines: readonly string[]; readonly first: number } {
  const rows = frame.split('\n');
  const top = rows.findIndex((row) => row.includes('━━'));
  const title = rows[top] ?? '';
  const left = title.indexOf('━━');
  return {
    // Beside a list the pane stands behind a bar.
    lines: rows.slice(top + 1, -2).map((row) => (left === 0 ? row : (row.split(' │ ')[1] ?? ''))),
    first: Number(/(\d+)–\d+/u.exec(title)?.[1] ?? 1),
  };
}
