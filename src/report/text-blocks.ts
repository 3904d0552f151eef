import type { Block, Mark } from '#presentation/blocks.ts';
import { sanitizeLine, sanitizeLines } from '#presentation/sanitize.ts';
import type { CommandBlock, ItemBlock, QuoteBlock } from './block-runs.ts';
import type { TextStyle } from './text-style.ts';
import { textTable } from './text-table.ts';
import { pad } from '#presentation/text-width.ts';
import { wrapText } from '#presentation/wrap.ts';

export interface TextLayout {
  /** Columns; 0 for as many as it takes. */
  readonly width: number;
  readonly style: TextStyle;
  /** Stands before the kubectl form of a command. */
  readonly equivalent: string;
  /** How deep in its section a heading of a level stands, from 1. */
  readonly depthOf: (level: 1 | 2 | 3) => number;
}

/** Blocks as lines; every string is cleaned on the way. */
export function textBlocks(blocks: readonly Block[], layout: TextLayout): readonly string[] {
  const lines: string[] = [];
  let previous: Block | undefined;
  for (const block of blocks) {
    if (previous !== undefined && needsSpace(previous, block, layout)) lines.push('');
    lines.push(...blockLines(block, layout));
    previous = block;
  }
  return lines;
}

/** Items stand close together, and what a heading names close to it; all else has air around it. */
function needsSpace(before: Block, after: Block, { depthOf }: TextLayout): boolean {
  if (before.kind === 'heading') return depthOf(before.level) === 1 && after.kind === 'heading';
  // Words of the cluster right under the finding that they belong to.
  if (isBare(after) || (isBare(before) && after.kind === 'item')) return false;
  if (before.kind === 'command' && after.kind === 'command') return after.text !== '';
  return before.kind !== 'item' || after.kind !== 'item';
}

function isBare(block: Block): boolean {
  return block.kind === 'quote' && block.source === '';
}

function blockLines(block: Block, layout: TextLayout): readonly string[] {
  const { style, width } = layout;
  switch (block.kind) {
    case 'heading': {
      const text = style.say(block.text);
      return layout.depthOf(block.level) === 1
        ? hanging(`${style.rule} `, text, width)
        : hanging('', `${text}:`, width);
    }
    case 'paragraph':
      return wrapText(style.say(block.text), width);
    case 'item':
      return itemLines(block, layout);
    case 'command':
      return commandLines(block, layout);
    case 'quote':
      return quoteLines(block, layout);
    case 'table':
      return textTable(block, width, style);
    case 'list':
      return block.items.flatMap((item) => hanging(`${style.bullet} `, style.say(item), width));
    default:
      return block satisfies never;
  }
}

function itemLines({ mark, note = '', text }: ItemBlock, { style, width }: TextLayout): readonly string[] {
  const lines = hanging(sign(mark, style), style.say(text), width);
  return note === ''
    ? lines
    : [...lines, ...hanging(' '.repeat(style.markWidth + 1), style.say(note), width)];
}

/** What it is for, then the command alone on its line, so that three clicks copy it. */
function commandLines(block: CommandBlock, { equivalent, style, width }: TextLayout): readonly string[] {
  const { command, equivalents, notes, number, text } = block;
  const lead = number === undefined ? '  ' : `${number}. `;
  const inside = ' '.repeat(lead.length);
  const shown = (line: string): string => `${inside}  ${sanitizeLine(line)}`;
  return [
    ...(text === '' ? [] : hanging(lead, style.say(text), width)),
    shown(command),
    ...(equivalents.length === 0
      ? []
      : [...hanging(inside, `${style.say(equivalent)}:`, width), ...equivalents.map(shown)]),
    ...notes.flatMap((note) => [
      ...hanging(`${inside}${sign(note.mark, style)}`, style.say(note.text), width),
      ...(note.command === undefined ? [] : [shown(note.command)]),
    ]),
  ];
}

function quoteLines({ lines, source }: QuoteBlock, { style, width }: TextLayout): readonly string[] {
  const bar = `  ${style.quote} `;
  return [
    ...(source === '' ? [] : hanging('  ', style.say(source), width)),
    ...lines
      .flatMap(sanitizeLines)
      .flatMap((line) => wrapText(line, room(width, bar)).map((part) => `${bar}${part}`.trimEnd())),
  ];
}

/** Further lines stand under the first character after the prefix. */
function hanging(prefix: string, text: string, width: number): readonly string[] {
  return wrapText(text, room(width, prefix)).map(
    (part, index) => `${index === 0 ? prefix : ' '.repeat(prefix.length)}${part}`,
  );
}

function room(width: number, prefix: string): number {
  return width === 0 ? 0 : Math.max(10, width - prefix.length);
}

function sign(mark: Mark, style: TextStyle): string {
  return pad(style.marks[mark], style.markWidth + 1);
}
