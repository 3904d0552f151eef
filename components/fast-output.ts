import { textWidth } from '#presentation/text-width.ts';
import { hasOnlyPlainGraphemes } from '#presentation/graphemes.ts';

interface Clip {
  readonly x1?: number | undefined;
  readonly x2?: number | undefined;
  readonly y1?: number | undefined;
  readonly y2?: number | undefined;
}

type Operation =
  | {
      readonly type: 'write';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly transformers: readonly ((text: string, line: number) => string)[];
    }
  | { readonly type: 'clip'; readonly clip: Clip }
  | { readonly type: 'unclip' };

/** What Ink's `Output` has collected when a frame is to be made of it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly operations: readonly Operation[];
}

/**
 * A frame as Ink's `Output` makes it, where every text is one line of plain characters that covers no other and is
 * not clipped: rows of texts side by side, as all our screens are. Ink makes an object for every cell of the screen,
 * and takes texts apart into them, at every frame: 8 000 at 160×50, more than all else that a key costs. The bundle
 * calls this first (`scripts/drawing-plugins.ts`); where the answer is undefined, Ink draws.
 */
export function fastOutput({
  width,
  height,
  operations,
}: Drawing): { readonly output: string; readonly height: number } | undefined {
  const rows = Array.from({ length: height }, () => ({ text: '', columns: 0 }));
  const clips: Clip[] = [];
  for (const operation of operations) {
    if (operation.type === 'clip') clips.push(operation.clip);
    else if (operation.type === 'unclip') clips.pop();
    else {
      const { x, y, text: raw, transformers } = operation;
      const text = transformers.reduce((line, transform) => transform(line, 0), raw);
      const columns = plainColumns(text);
      const row = rows[y];
      const isWhole = columns >= 0 && x + columns <= width && x >= (row?.columns ?? Infinity);
      if (!isWhole || row === undefined || !clips.every((clip) => isWithin(clip, x, y, columns)))
        return undefined;
      row.text += ' '.repeat(x - row.columns) + text;
      row.columns = x + columns;
    }
  }
  return { output: rows.map(({ text }) => text.trimEnd()).join('\n'), height };
}

function isWithin(
  { x1 = 0, x2 = Infinity, y1 = 0, y2 = Infinity }: Clip,
  x: number,
  y: number,
  columns: number,
) {
  return x >= x1 && x + columns <= x2 && y >= y1 && y < y2;
}

/** Texts stay the same from frame to frame, but for a few. */
const known = new Map<string, number>();
const mostKnown = 4_096;

// oxlint-disable-next-line no-control-regex -- styles begin with ESC
const styles = /\u001B\[[\d;]*m/gu;

/** Columns of one line of characters that stand for themselves, styled or not; -1 for any other text. */
function plainColumns(text: string): number {
  const found = known.get(text);
  if (found !== undefined) return found;
  const bare = text.replaceAll(styles, '');
  const columns = hasOnlyPlainGraphemes(bare) ? textWidth(bare) : -1;
  if (known.size >= mostKnown) known.clear();
  known.set(text, columns);
  return columns;
}
