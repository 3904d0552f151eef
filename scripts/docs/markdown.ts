/** Pieces of the generated documents, as a tree that the library escapes and writes. */
import type { Link, List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';

export type Words = string | PhrasingContent;

/** A whole document, with the note that it is not written by hand. */
export function page(children: readonly RootContent[]): string {
  const note: RootContent = { type: 'html', value: '<!-- Made by `npm run docs`; do not edit. -->' };
  return toMarkdown(
    { type: 'root', children: [note, ...children] },
    { bullet: '-', rule: '-', extensions: [gfmTableToMarkdown({ tablePipeAlign: false })] },
  );
}

export function heading(depth: 1 | 2 | 3 | 4, ...words: readonly Words[]): RootContent {
  return { type: 'heading', depth, children: words.map(phrase) };
}

/** A heading that links may point to by a name which does not depend on the language. */
export function anchored(depth: 2 | 3, name: string, ...words: readonly Words[]): RootContent {
  return heading(depth, { type: 'html', value: `<a id="${name}"></a>` }, ...words);
}

export function paragraph(...words: readonly Words[]): Paragraph {
  return { type: 'paragraph', children: words.map(phrase) };
}

/** Items of one paragraph each, or of any blocks. */
export function bullets(items: readonly (readonly Words[] | ListItem)[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item): ListItem =>
      'type' in item ? item : { type: 'listItem', spread: false, children: [paragraph(...item)] },
    ),
  };
}

/** Cells of one or several pieces each. */
export function table(rows: readonly (readonly (readonly Words[])[])[]): Table {
  return {
    type: 'table',
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: cell.map(phrase) })),
    })),
  };
}

export function strong(words: string): PhrasingContent {
  return { type: 'strong', children: [{ type: 'text', value: words }] };
}

export function emphasis(words: string): PhrasingContent {
  return { type: 'emphasis', children: [{ type: 'text', value: words }] };
}

export function code(words: string): PhrasingContent {
  return { type: 'inlineCode', value: words };
}

export function link(to: string, ...words: readonly Words[]): Link {
  return { type: 'link', url: to, children: words.map(phrase) };
}

/** Words with a separator between them. */
export function joined(words: readonly Words[], separator: string): readonly Words[] {
  return words.flatMap((word, index) => (index === 0 ? [word] : [separator, word]));
}

function phrase(words: Words): PhrasingContent {
  return typeof words === 'string' ? { type: 'text', value: words } : words;
}
