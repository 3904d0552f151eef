import type { Block } from '#presentation/blocks.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import { isSpark } from '#presentation/sparkline.ts';
import type { Texts } from '#i18n/texts.ts';

/** Blocks as lines to be read aloud: nothing drawn, nothing broken, a table row by row with the name before each value. */
export function blockWords(blocks: readonly Block[], texts: Texts): readonly string[] {
  return blocks
    .flatMap((block) => wordsOf(block, texts))
    .map(sanitizeLine)
    .filter((line) => line.trim() !== '');
}

function wordsOf(block: Block, texts: Texts): readonly string[] {
  const { linear } = texts.ui;
  const { marks } = texts.report;
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'item':
      return [`${marks[block.mark]}: ${block.text}`, block.note ?? ''];
    case 'command':
      return [
        linear.command(block.number, block.command),
        ...block.equivalents.map((command) => linear.equivalent(command)),
        block.text,
        ...block.notes.flatMap(({ mark, text, command }) => [
          `${marks[mark]}: ${text}`,
          ...(command === undefined ? [] : [linear.command(undefined, command)]),
        ]),
      ];
    case 'quote':
      // What a picture shows is said in words beside it.
      if (isSpark(block.lines[0] ?? '')) return [];
      return [...(block.source === '' ? [] : [`${block.source}:`]), ...block.lines];
    case 'table':
      return block.rows.map((cells, row) => {
        const mark = block.marks?.[row];
        const said = cells
          .map((value, index) => ({ value, column: block.columns[index] ?? '' }))
          .filter(({ value }) => value.trim() !== '' && !isSpark(value))
          .map(({ value, column }) => linear.cell(column, value.trim()))
          .join(linear.betweenCells);
        return mark === undefined ? said : `${marks[mark]}: ${said}`;
      });
    case 'list':
      return block.items;
    default:
      return block satisfies never;
  }
}
