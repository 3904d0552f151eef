import { choiceDialog, type DialogArea, type DialogView } from '#components/dialog-view.ts';
import { sentenceLines } from '#components/layout.ts';
import { emptyLine, type Line, span } from '#components/line.ts';
import { textWidth } from '#presentation/text-width.ts';
import type { Texts } from '#i18n/texts.ts';
import { reportFormats } from '#report/formats.ts';
import { problemText } from '../ports/problem-text.ts';
import { textFieldLine } from '../text-field/text-field.ts';
import type { ExportStage } from './state.ts';

/** `reading`: a reading is under way, and whether one before it has ended: what the report will hold. */
export function exportView(
  stage: ExportStage,
  texts: Texts,
  reading: 'none' | 'first' | 'again',
  area: DialogArea,
): DialogView {
  const { symbols, width } = area;
  const words = texts.ui.export;
  switch (stage.kind) {
    case 'format': {
      const formats = reportFormats.map((format) => words.formats[format]);
      const held = { none: '', first: `${words.soFar} `, again: `${words.before} ` }[reading];
      return choiceDialog(words.title, held + words.askFormat, formats, stage.cursor, area);
    }
    case 'path':
      return pathDialog(stage, texts, area);
    case 'writing':
      return { title: words.title, lines: sentences([words.writing(stage.file)], area) };
    case 'done':
      return {
        title: words.title,
        lines: [
          ...sentenceLines(words.done(stage.file), width - 2, 4, symbols).map((line, row): Line => [
            span(row === 0 ? `${symbols.marks.ok} ` : '  ', 'ok'),
            ...line,
          ]),
          emptyLine,
          ...sentences([words.close], area),
        ],
      };
    default:
      return stage satisfies never;
  }
}

type PathStage = Extract<ExportStage, { kind: 'path' }>;

function pathDialog(stage: PathStage, texts: Texts, area: DialogArea): DialogView {
  const { symbols, width, height } = area;
  const words = texts.ui.export;
  const prompt = `${symbols.pointer} `;
  const field = textFieldLine(stage.field, width - textWidth(prompt));
  const asked = sentences([words.askPath], area);
  // However much there is to say about the last try, the field to type in stays in sight.
  const trouble = troubleLines(stage.trouble, texts, area).slice(0, Math.max(0, height - asked.length - 1));
  const above = [...trouble, ...asked];
  return {
    title: words.title,
    lines: [
      ...above,
      [span(prompt, 'strong'), ...field.line],
      emptyLine,
      ...sentences([words.pathHint], area),
    ],
    caret: { line: above.length, column: textWidth(prompt) + field.caretColumn },
  };
}

function troubleLines(trouble: PathStage['trouble'], texts: Texts, area: DialogArea): readonly Line[] {
  if (trouble === undefined) return [];
  const { symbols, width } = area;
  const { what, wayOut } =
    trouble === 'empty' ? { what: texts.ui.export.emptyPath, wayOut: [] } : problemText(trouble, texts);
  const mark = `${symbols.marks.critical} `;
  const said = sentenceLines(what, width - textWidth(mark), 4, symbols, 'strong');
  return [
    ...said.map((line, row): Line => [
      span(row === 0 ? mark : ' '.repeat(textWidth(mark)), 'critical'),
      ...line,
    ]),
    ...sentences(wayOut.slice(0, 2), area),
    emptyLine,
  ];
}

function sentences(all: readonly string[], { symbols, width }: DialogArea): readonly Line[] {
  return all.flatMap((text) => sentenceLines(text, width, 4, symbols));
}
