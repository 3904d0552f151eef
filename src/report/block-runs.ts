import type { Block } from '#presentation/blocks.ts';

export type ItemBlock = Extract<Block, { kind: 'item' }>;
export type CommandBlock = Extract<Block, { kind: 'command' }>;
export type QuoteBlock = Extract<Block, { kind: 'quote' }>;
export type TableBlock = Extract<Block, { kind: 'table' }>;

/** Items that follow each other are one list; every other block stands alone. */
export type BlockRun =
  { readonly kind: 'items'; readonly items: readonly ItemBlock[] } | Exclude<Block, ItemBlock>;

export function blockRuns(blocks: readonly Block[]): readonly BlockRun[] {
  const runs: BlockRun[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.kind !== 'item') runs.push(block);
    else if (last?.kind === 'items') runs[runs.length - 1] = { kind: 'items', items: [...last.items, block] };
    else runs.push({ kind: 'items', items: [block] });
  }
  return runs;
}
