import stringWidth from 'string-width';
import { headingDepth, type ReportDocument, type ReportSection } from './report-document.ts';
import { textBlocks } from './text-blocks.ts';
import { textTimeline } from './text-timeline.ts';
import { topBlocks } from './top-blocks.ts';
import { asciiStyle, type TextStyle, unicodeStyle } from './text-style.ts';
import { pad } from '#presentation/text-width.ts';
import { wrapText } from '#presentation/wrap.ts';

export interface TextOptions {
  /** Columns of a line; commands are never broken. 0: nothing is. */
  readonly width?: number;
  /** Only ASCII signs around the words. */
  readonly ascii?: boolean;
}

/**
 * The report as plain lines, for pipes and logs: no escape sequences, the verdict and the first command at the top,
 * every command alone on a line of its own.
 */
export function textReport(report: ReportDocument, options: TextOptions = {}): string {
  const { ascii = false, width = 80 } = options;
  const style = ascii ? asciiStyle : unicodeStyle;
  const lines = [
    ...top(report, width, style),
    ...report.sections.flatMap((section) => ['', '', ...sectionLines(section, report, width, style)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Verdict, command 1, and where they come from. */
function top(report: ReportDocument, width: number, style: TextStyle): readonly string[] {
  const { demo, summary, verdict } = report;
  const [sentence, ...command] = topBlocks(report);
  const blocks =
    sentence?.kind === 'item' ? [{ ...sentence, text: `${verdict}: ${sentence.text}` }, ...command] : command;
  const inTop = layout(report, width, style, () => 1);
  return [
    ...textBlocks(blocks, inTop),
    '',
    ...(demo === undefined ? [] : [...wrapText(style.say(demo), width), '']),
    ...factLines(report, width, style),
    ...(summary.length === 0 ? [] : ['', ...textBlocks(summary, inTop)]),
  ];
}

function factLines({ facts }: ReportDocument, width: number, style: TextStyle): readonly string[] {
  const column = Math.max(0, ...facts.map(({ label }) => stringWidth(label))) + 2;
  return facts.flatMap(({ label, value }) =>
    wrapText(style.say(value), width === 0 ? 0 : Math.max(20, width - column)).map(
      (part, index) => `${pad(index === 0 ? label : '', column)}${part}`,
    ),
  );
}

function sectionLines(
  section: ReportSection,
  report: ReportDocument,
  width: number,
  style: TextStyle,
): readonly string[] {
  const { level, mark, title } = section;
  const lines = wrapText(style.say(mark === undefined ? title : `${style.marks[mark]} ${title}`), width);
  const longest = Math.max(...lines.map((line) => stringWidth(line)));
  return [
    ...lines,
    style.underlines[level - 2]?.repeat(longest) ?? '',
    ...(section.timeline === undefined
      ? textBlocks(
          section.blocks,
          layout(report, width, style, (depth) => headingDepth(section, depth)),
        )
      : textTimeline(section.timeline, report.texts, width, style)),
  ];
}

function layout(
  { texts }: ReportDocument,
  width: number,
  style: TextStyle,
  depthOf: (level: 1 | 2 | 3) => number,
): Parameters<typeof textBlocks>[1] {
  return { depthOf, equivalent: texts.remedies.equivalent, style, width };
}
