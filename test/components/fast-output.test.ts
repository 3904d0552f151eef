import xterm from '@xterm/headless';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Drawing, fastOutput } from '#components/fast-output.ts';
// Not among Ink's exports: what the bundle calls `fastOutput` in the place of.
import Output from '../../node_modules/ink/build/output.js';

const columns = 40;
const rows = 6;

interface Piece {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

function drawn(pieces: readonly Piece[]): Output {
  const output = new Output({ width: columns, height: rows });
  output.clip({ x1: 0, x2: columns, y1: 0, y2: rows });
  for (const { x, y, text } of pieces) output.write(x, y, text, { transformers: [] });
  output.unclip();
  return output;
}

/** Our frame; `Output` keeps what it collected to itself. */
function quick(output: Output): ReturnType<typeof fastOutput> {
  return fastOutput(output as unknown as Drawing);
}

/** What a terminal shows: every cell with its looks. */
async function shown(frame: string): Promise<readonly string[]> {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  await new Promise<void>((done) => {
    terminal.write(frame.replaceAll('\n', '\r\n'), done);
  });
  const cells = Array.from({ length: rows * columns }, (_, index) => {
    const cell = terminal.buffer.active.getLine(Math.floor(index / columns))?.getCell(index % columns);
    const text = cell?.getChars() ?? '';
    return `${text === ' ' ? '' : text}|${cell?.getFgColor()}|${cell?.isBold()}|${cell?.isDim()}|${cell?.isInverse()}`;
  });
  terminal.dispose();
  return cells;
}

const word = fc.stringMatching(/^[ -~]{1,8}$/);
const words = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.constantFrom('─────', '✘ OED101', '読み取り: たった今', 'ポート', '…'),
  fc.constantFrom('e\u0301', '👩‍👩‍👧', 'ｶﾞ', '한글', '\u00AD'),
);
const styled = fc.tuple(words, fc.constantFrom('', '1;22', '2;22', '7;27', '31;39')).map(([text, codes]) => {
  const [on, off] = codes.split(';');
  return codes === '' ? text : `\u001B[${on}m${text}\u001B[${off}m`;
});
const line = fc.array(styled, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
const piece = fc.record({ x: fc.nat(columns - 10), y: fc.nat(rows - 1), text: line });

describe('a frame put together from rows', () => {
  test('looks as the one that Ink makes from cells, or is left to Ink', async () => {
    let quicklyDrawn = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const output = drawn(pieces);
        const frame = quick(output);
        if (frame === undefined) return;
        quicklyDrawn += 1;
        expect(await shown(frame.output)).toEqual(await shown(output.get().output));
      }),
      { numRuns: 300, seed: 20_261_123 },
    );
    expect(quicklyDrawn).toBeGreaterThan(30);
  });

  test('has texts side by side, and ends where they end', () => {
    const output = drawn([
      { x: 0, y: 0, text: '\u001B[1mlist\u001B[22m   ' },
      { x: 10, y: 0, text: '詳細  ' },
      { x: 2, y: 2, text: 'below' },
    ]);
    expect(quick(output)).toEqual({
      output: '\u001B[1mlist\u001B[22m      詳細\n\n  below\n\n\n',
      height: rows,
    });
  });

  test.each([
    [
      'covers another',
      [
        { x: 0, y: 0, text: 'long one' },
        { x: 4, y: 0, text: 'x' },
      ],
    ],
    ['is clipped', [{ x: columns - 2, y: 0, text: 'long one' }]],
    ['has several lines', [{ x: 0, y: 0, text: 'one\ntwo' }]],
    ['holds what joins', [{ x: 0, y: 0, text: '👩‍👩‍👧' }]],
    ['stands below the screen', [{ x: 0, y: rows, text: 'x' }]],
  ])('is left to Ink when a text %s', (_, pieces) => {
    expect(quick(drawn(pieces))).toBeUndefined();
  });
});
