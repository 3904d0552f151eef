import type { Block, Mark } from '#presentation/blocks.ts';
import { sanitizeLine, sanitizeLines } from '#presentation/sanitize.ts';
import type { BlockContent, Blockquote, List, ListItem, Paragraph, PhrasingContent, Table } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import {
  blockRuns,
  type BlockRun,
  type CommandBlock,
  type ItemBlock,
  type TableBlock,
} from './block-runs.ts';
import { markSigns } from './mark-signs.ts';
import { headingDepth, type ReportDocument, type ReportSection } from './report-document.ts';
import { topBlocks } from './top-blocks.ts';

/**
 * The report in GitHub's Markdown. The text is built as a tree and escaped by the library that writes it, so that
 * nothing a cluster says becomes a link, an image, HTML or a table of its own.
 */
export function markdownReport(report: ReportDocument): string {
  const children = [
    heading(1, report.title),
    ...demoNote(report),
    ...runsOf(topBlocks(report), report, () => 2),
    ...factList(report),
    ...runsOf(report.summary, report, () => 2),
    ...report.sections.flatMap((section) => sectionContent(section, report)),
  ];
  return toMarkdown({ type: 'root', children }, options);
}

const options: Options = {
  bullet: '-',
  fences: true,
  rule: '-',
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    {
      // What GitHub reads in plain text beyond CommonMark: bare links and addresses, strikethrough, formulas.
      unsafe: [
        { character: ':', before: '[ps]', after: '\\/', inConstruct: 'phrasing' },
        { character: '.', before: '[Ww]', after: '[\\-.\\w]', inConstruct: 'phrasing' },
        { character: '@', before: '[+\\-.\\w]', after: '[\\-.\\w]', inConstruct: 'phrasing' },
        { character: '~', inConstruct: 'phrasing' },
        { character: '$', inConstruct: 'phrasing' },
      ],
    },
  ],
};

function demoNote({ demo }: ReportDocument): readonly Blockquote[] {
  return demo === undefined ? [] : [{ type: 'blockquote', children: [paragraph(strong(demo))] }];
}

function factList({ facts }: ReportDocument): readonly List[] {
  if (facts.length === 0) return [];
  return [list(facts.map(({ label, value }) => [paragraph(strong(label), text(`: ${value}`))]))];
}

function sectionContent(section: ReportSection, report: ReportDocument): readonly BlockContent[] {
  const title = section.mark === undefined ? section.title : `${markSigns[section.mark]} ${section.title}`;
  return [
    heading(section.level, title),
    ...runsOf(section.blocks, report, (level) => section.level + headingDepth(section, level)),
  ];
}

function runsOf(
  blocks: readonly Block[],
  report: ReportDocument,
  depthOf: (level: 1 | 2 | 3) => number,
): readonly BlockContent[] {
  return blockRuns(blocks).flatMap((run) => runContent(run, report, depthOf));
}

function runContent(
  run: BlockRun,
  report: ReportDocument,
  depthOf: (level: 1 | 2 | 3) => number,
): readonly BlockContent[] {
  switch (run.kind) {
    case 'heading':
      return [heading(depthOf(run.level), run.text)];
    case 'paragraph':
      return [paragraph(run.tone === 'strong' ? strong(run.text) : text(run.text))];
    case 'items':
      return [list(run.items.map(itemContent))];
    case 'command':
      return commandContent(run, report);
    case 'quote':
      return [
        ...(run.source === '' ? [] : [paragraph(emphasis(run.source))]),
        code(run.lines.flatMap(sanitizeLines).join('\n')),
      ];
    case 'table':
      return [table(run)];
    case 'list':
      return [list(run.items.map((item) => [paragraph(text(item))]))];
    default:
      return run satisfies never;
  }
}

function itemContent({ mark, note, text: said }: ItemBlock): readonly BlockContent[] {
  const line = signed(mark, said);
  return [note === undefined ? paragraph(text(line)) : paragraph(text(`${line} — `), emphasis(note))];
}

/** The bullet is sign enough for what is only said. */
function signed(mark: Mark, said: string): string {
  return mark === 'info' ? said : `${markSigns[mark]} ${said}`;
}

function commandContent(block: CommandBlock, { texts }: ReportDocument): readonly BlockContent[] {
  const { command, equivalents, notes, number } = block;
  const lead = number === undefined ? [] : [strong(`${number}.`)];
  const why = block.text === '' ? [] : [text(lead.length === 0 ? block.text : ` ${block.text}`)];
  return [
    ...(lead.length + why.length === 0 ? [] : [paragraph(...lead, ...why)]),
    code(sanitizeLine(command), 'sh'),
    ...(equivalents.length === 0
      ? []
      : [paragraph(text(texts.remedies.equivalent)), code(equivalents.map(sanitizeLine).join('\n'), 'sh')]),
    ...(notes.length === 0
      ? []
      : [
          list(
            notes.map((note) => [
              paragraph(text(signed(note.mark, note.text))),
              ...(note.command === undefined ? [] : [code(sanitizeLine(note.command), 'sh')]),
            ]),
          ),
        ]),
  ];
}

function table({ columns, marks, rows }: TableBlock): Table {
  const withMarks = marks?.some((mark) => mark !== undefined) ?? false;
  const row = (cells: readonly string[], sign: string) => ({
    type: 'tableRow' as const,
    children: (withMarks ? [sign, ...cells] : cells).map((cell) => ({
      type: 'tableCell' as const,
      children: [text(cell)],
    })),
  });
  const signOf = (index: number): string => {
    const mark = marks?.[index];
    return mark === undefined ? '' : markSigns[mark];
  };
  return {
    type: 'table',
    children: [row(columns, ''), ...rows.map((cells, index) => row(cells, signOf(index)))],
  };
}

function heading(depth: number, said: string): BlockContent {
  return { type: 'heading', depth: Math.min(6, depth) as 1 | 2 | 3 | 4 | 5 | 6, children: [text(said)] };
}

function list(items: readonly (readonly BlockContent[])[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((children): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [...children],
    })),
  };
}

function paragraph(...children: readonly PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: [...children] };
}

/** Every string of a cluster comes into the tree here, in `strong`, in `emphasis` or in `code`. */
function text(said: string): PhrasingContent {
  return { type: 'text', value: sanitizeLine(said) };
}

function strong(said: string): PhrasingContent {
  return { type: 'strong', children: [text(said)] };
}

function emphasis(said: string): PhrasingContent {
  return { type: 'emphasis', children: [text(said)] };
}

/** A fence that is longer than any inside is chosen by the library. */
function code(value: string, lang?: string): BlockContent {
  return lang === undefined ? { type: 'code', value } : { type: 'code', lang, value };
}
