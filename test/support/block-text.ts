import type { Block, ScreenModel } from '#presentation/blocks.ts';

/** Every word of some blocks, one line each, for tests that look for what is said and not where. */
export function blockText(blocks: readonly Block[]): string {
  return blocks.flatMap(linesOf).join('\n');
}

/** The list of a screen as a reader scans it: mark, id, subject, text. */
export function rowText({ rows }: ScreenModel): string[] {
  return rows.map(({ id = '', mark, subject = '', text }) =>
    [mark, id, subject, text].filter((part) => part !== '').join(' '),
  );
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'item':
      return [`${block.mark} ${block.text} ${block.note ?? ''}`.trimEnd()];
    case 'command':
      return [
        `${block.number ?? ''} ${block.command}`.trim(),
        ...block.equivalents.map((line) => `= ${line}`),
        block.text,
        ...block.notes.flatMap(({ command, mark, text }) => [
          `${mark} ${text}`,
          ...(command === undefined ? [] : [`$ ${command}`]),
        ]),
      ];
    case 'quote':
      return [block.source, ...block.lines];
    case 'table':
      return [
        block.columns.join(' | '),
        ...block.rows.map((row, index) => [block.marks?.[index] ?? '', ...row].join(' | ')),
      ];
    case 'list':
      return block.items;
    default:
      return block satisfies never;
  }
}
