import type { Block, Mark } from '#presentation/blocks.ts';
import { sanitizeLines } from '#presentation/sanitize.ts';
import type { Texts } from '#i18n/texts.ts';
import {
  blockRuns,
  type BlockRun,
  type CommandBlock,
  type ItemBlock,
  type TableBlock,
} from './block-runs.ts';
import { Markup, markup, markupLines } from './html-tag.ts';
import { markSigns } from './mark-signs.ts';

/** Blocks as markup. `depthOf` says which of h1…h6 a heading of a level becomes. */
export function blocksHtml(
  blocks: readonly Block[],
  texts: Texts,
  depthOf: (level: 1 | 2 | 3) => number,
): readonly Markup[] {
  return blockRuns(blocks).map((run) => runHtml(run, texts, depthOf));
}

function runHtml(run: BlockRun, texts: Texts, depthOf: (level: 1 | 2 | 3) => number): Markup {
  switch (run.kind) {
    case 'heading': {
      const name = `h${Math.min(6, depthOf(run.level))}`;
      return markup`${new Markup(`<${name}>`)}${run.text}${new Markup(`</${name}>`)}\n`;
    }
    case 'paragraph':
      return markup`<p class="${run.tone ?? 'plain'}">${run.text}</p>\n`;
    case 'items':
      return markup`<ul class="items">
${run.items.map((item) => itemHtml(item, texts))}</ul>
`;
    case 'command':
      return commandHtml(run, texts);
    case 'quote':
      return markup`<figure>${run.source === '' ? '' : markup`<figcaption>${run.source}</figcaption>`}
<pre class="quote">${markupLines(run.lines.flatMap(sanitizeLines))}</pre></figure>
`;
    case 'table':
      return tableHtml(run, texts);
    case 'list':
      return markup`<ul>
${run.items.map((item) => markup`<li>${item}</li>\n`)}</ul>
`;
    default:
      return run satisfies never;
  }
}

function itemHtml({ mark, note, text }: Pick<ItemBlock, 'mark' | 'note' | 'text'>, texts: Texts): Markup {
  const small = note === undefined || note === '' ? '' : markup` <small>${note}</small>`;
  return markup`<li class="${mark}">${markHtml(mark, texts)}<span>${text}${small}</span></li>\n`;
}

function commandHtml({ command, equivalents, notes, number, text }: CommandBlock, texts: Texts): Markup {
  const lead = number === undefined ? '' : markup`<b class="number">${number}</b> `;
  return markup`<div class="command">
${lead === '' && text === '' ? '' : markup`<p>${lead}${text}</p>\n`}<pre class="shell"><code>${command}</code></pre>
${
  equivalents.length === 0
    ? ''
    : markup`<p class="dim">${texts.remedies.equivalent}</p>
${equivalents.map((line) => markup`<pre class="shell"><code>${line}</code></pre>\n`)}`
}${
    notes.length === 0
      ? ''
      : markup`<ul class="items">
${notes.map((note) => noteHtml(note, texts))}</ul>
`
  }</div>
`;
}

/** The command of a note stands below its words, to be copied as the others are. */
function noteHtml(note: CommandBlock['notes'][number], texts: Texts): Markup {
  const { command, mark, text } = note;
  if (command === undefined) return itemHtml(note, texts);
  return markup`<li class="${mark}">${markHtml(mark, texts)}<div>${text}<pre class="shell"><code>${command}</code></pre></div></li>\n`;
}

/** In a box of its own that scrolls, so that a wide table doesn't make a phone scroll the page. */
function tableHtml({ columns, marks, rows }: TableBlock, texts: Texts): Markup {
  const withMarks = marks?.some((mark) => mark !== undefined) ?? false;
  const markCell = (mark: Mark | undefined): Markup | '' =>
    withMarks ? markup`<td class="sign">${mark === undefined ? '' : markHtml(mark, texts)}</td>` : '';
  return markup`<div class="scroll" tabindex="0"><table>
<thead><tr>${withMarks ? markup`<th class="sign"></th>` : ''}${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (cells, index) =>
    markup`<tr>${markCell(marks?.[index])}${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`,
)}</tbody>
</table></div>
`;
}

/** The sign, and its word for those who cannot see it. */
function markHtml(mark: Mark, texts: Texts): Markup {
  return markup`<span class="mark ${mark}" role="img" aria-label="${texts.report.marks[mark]}" title="${texts.report.marks[mark]}">${markSigns[mark]}</span>`;
}
