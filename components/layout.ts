import type { Block, Mark } from '#presentation/blocks.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { commandLines } from './command-lines.ts';
import { pad, textWidth } from '#presentation/text-width.ts';
import { emptyLine, fitLine, type Line, lineWidth, plainLine, span, type Span, type Style } from './line.ts';
import type { Symbols } from './symbols.ts';
import { tableLines } from './table-lines.ts';
import { wrapText } from '#presentation/wrap.ts';

/** Blocks as lines of at most `width` columns; every string is cleaned on the way. */
export function layout(blocks: readonly Block[], width: number, symbols: Symbols): readonly Line[] {
  const lines: Line[] = [];
  let previous: Block | undefined;
  for (const block of blocks) {
    if (previous !== undefined && needsSpace(previous, block)) lines.push(emptyLine);
    lines.push(...blockLines(block, width, symbols));
    previous = block;
  }
  return lines.map((line) => (lineWidth(line) <= width ? line : fitLine(line, width, symbols.ellipsis)));
}

/** Things of a kind stand close together; everything else has air around it. */
function needsSpace(before: Block, after: Block): boolean {
  if (before.kind === 'heading') return false;
  if (after.kind === 'heading') return true;
  if (before.kind !== after.kind) return !(before.kind === 'paragraph' && after.kind !== 'table');
  return before.kind === 'table' || before.kind === 'paragraph';
}

function blockLines(block: Block, width: number, symbols: Symbols): readonly Line[] {
  switch (block.kind) {
    case 'heading':
      return headingLines(block, width, symbols);
    case 'paragraph':
      return wrapped([], sanitizeLine(block.text), width, block.tone ?? 'plain');
    case 'item':
      return itemLines(block, width, symbols);
    case 'command':
      return commandBlockLines(block, width, symbols);
    case 'quote':
      return quoteLines(block, width, symbols);
    case 'table':
      return tableLines(
        {
          columns: block.columns.map(sanitizeLine),
          rows: block.rows.map((cells) => cells.map(sanitizeLine)),
          ...(block.marks === undefined ? {} : { marks: block.marks }),
        },
        width,
        symbols,
      );
    case 'list':
      return block.items.flatMap((item) => wrapped([span(`${symbols.bullet} `)], sanitizeLine(item), width));
    default:
      return block satisfies never;
  }
}

const mostHeadingLines = 3;

function headingLines(
  { level, text }: Extract<Block, { kind: 'heading' }>,
  width: number,
  symbols: Symbols,
): readonly Line[] {
  const sign = level === 1 ? symbols.heavyRule : symbols.rule;
  const prefix = level === 3 ? [] : [span(`${sign}${sign} `, 'dim')];
  const room = Math.max(2, width - lineWidth(prefix));
  // A message of the cluster may be a page long: it stands whole among the evidence.
  return sentenceLines(text, room, mostHeadingLines, symbols, 'strong').map((line, index) => [
    ...(index === 0 ? prefix : [indent(lineWidth(prefix))]),
    ...line,
  ]);
}

function itemLines(
  { mark, text, note }: Extract<Block, { kind: 'item' }>,
  width: number,
  symbols: Symbols,
): readonly Line[] {
  const lines = wrapped([markSpan(mark, symbols)], sanitizeLine(text), width);
  if (note === undefined || note === '') return lines;
  return [...lines, ...wrapped([indent(symbols.markWidth + 1)], sanitizeLine(note), width, 'dim')];
}

function commandBlockLines(
  { number, command, equivalents, text, notes }: Extract<Block, { kind: 'command' }>,
  width: number,
  symbols: Symbols,
): readonly Line[] {
  const label = number === undefined ? '  ' : `${number} `;
  const left = indent(textWidth(label));
  const checkLines = (check: string): readonly Line[] => {
    const prefix = [left, indent(symbols.markWidth + 1), span('$ ')];
    return hanging(prefix, commandLines(sanitizeLine(check), width - lineWidth(prefix) - 2), 'command');
  };
  return [
    ...hanging(
      [span(label, 'strong')],
      commandLines(sanitizeLine(command), width - textWidth(label) - 2),
      'command',
    ),
    ...equivalents.flatMap((equivalent) =>
      hanging(
        [left, span('= ')],
        commandLines(sanitizeLine(equivalent), width - textWidth(label) - 4),
        'command',
      ),
    ),
    ...(text === '' ? [] : wrapped([left], sanitizeLine(text), width, 'dim')),
    ...notes.flatMap(({ command: check, mark, text: said }) => [
      ...wrapped([left, markSpan(mark, symbols)], sanitizeLine(said), width),
      ...(check === undefined ? [] : checkLines(check)),
    ]),
  ];
}

function quoteLines(
  { source, lines }: Extract<Block, { kind: 'quote' }>,
  width: number,
  symbols: Symbols,
): readonly Line[] {
  const bar = span(`${symbols.quote} `, 'dim');
  return [
    ...(source === '' ? [] : wrapped([], sanitizeLine(source), width, 'dim')),
    ...lines.flatMap((line) =>
      wrapText(sanitizeLine(line), width - 2).map((part): Line => [bar, span(part)]),
    ),
  ];
}

/** Text behind a prefix; further lines stand under its first character. */
function wrapped(
  prefix: readonly Span[],
  text: string,
  width: number,
  style: Style = 'plain',
): readonly Line[] {
  const room = Math.max(2, width - lineWidth(prefix));
  return wrapText(text, room).map((part, index) => [
    ...(index === 0 ? prefix : [indent(lineWidth(prefix))]),
    span(part, style),
  ]);
}

/** A broken command: its further lines are set in by two columns. */
function hanging(prefix: readonly Span[], parts: readonly string[], style: Style): readonly Line[] {
  return parts.map((part, index) => [
    ...(index === 0 ? prefix : [indent(lineWidth(prefix) + 2)]),
    span(part, style),
  ]);
}

/** A mark padded to the width of the widest, and one space. */
export function markSpan(mark: Mark, symbols: Symbols): Span {
  return span(`${pad(symbols.marks[mark], symbols.markWidth)} `, mark);
}

function indent(columns: number): Span {
  return span(' '.repeat(columns));
}

/** A cleaned sentence on at most `max` lines, the last one cut. */
export function sentenceLines(
  text: string,
  width: number,
  max: number,
  symbols: Symbols,
  style: Style = 'plain',
): readonly Line[] {
  const parts = wrapText(sanitizeLine(text), width);
  if (parts.length <= max) return parts.map((part) => plainLine(part, style));
  const kept = parts.slice(0, max - 1).map((part) => plainLine(part, style));
  return [...kept, fitLine(plainLine(parts.slice(max - 1).join(' '), style), width, symbols.ellipsis)];
}
