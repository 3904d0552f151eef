import { commandLines } from '#components/command-lines.ts';
import { sentenceLines } from '#components/layout.ts';
import { textWidth } from '#presentation/text-width.ts';
import { emptyLine, type Line, span } from '#components/line.ts';
import { pickerLines } from '#components/picker-lines.ts';
import type { Symbols } from '#components/symbols.ts';
import { textFieldLine } from '../text-field/text-field.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import type { Texts } from '#i18n/texts.ts';
import type { Problem } from '#errors/problem.ts';
import { reportFormats } from '#report/formats.ts';
import { pickerView } from '../picker/view.ts';
import { problemText } from '../ports/problem-text.ts';
import type { ExportStage, WizardState } from '../state/state.ts';

/** A dialog that covers the body: a choice, a path to type, or what came of it. */
export interface DialogView {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Where the terminal's own cursor belongs, for input methods. */
  readonly caret?: { readonly line: number; readonly column: number };
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** The dialog that is open; undefined when none is. */
export function dialogView(
  state: WizardState,
  texts: Texts,
  symbols: Symbols,
  room: Room,
): DialogView | undefined {
  const { overlay } = state;
  const { ui } = texts;
  switch (overlay.kind) {
    case 'none':
    case 'help':
    case 'guide':
    case 'copy':
      return undefined;
    case 'picker':
      return pickerView(state, overlay, texts, symbols, room);
    case 'commands':
      return commandDialog(overlay.commands.map(sanitizeLine), overlay.cursor);
    case 'export':
      return exportDialog(overlay.stage);
    default:
      return overlay satisfies never;
  }

  function choice(
    title: string,
    intro: string,
    choices: readonly string[],
    cursor: number,
    reserved = 0,
  ): DialogView {
    const above = intro === '' ? [] : [...sentenceLines(intro, room.width, 3, symbols), emptyLine];
    return {
      title,
      lines: [...above, ...pickerLines(choices, cursor, room.height - above.length - reserved, symbols)],
    };
  }

  /** The marked command stands whole below the choices, which are cut at the end of their line. */
  function commandDialog(commands: readonly string[], cursor: number): DialogView {
    const whole = commandLines(commands[cursor] ?? '', room.width - 4);
    const below = whole.map((text, row) => [span(row === 0 ? '  ' : '    '), span(text, 'command')]);
    const chosen = choice(ui.commands.title, ui.commands.intro, commands, cursor, below.length + 1);
    return { ...chosen, lines: [...chosen.lines, emptyLine, ...below] };
  }

  function exportDialog(stage: ExportStage): DialogView {
    const words = ui.export;
    switch (stage.kind) {
      case 'format': {
        const formats = reportFormats.map((format) => words.formats[format]);
        const soFar = state.whole === undefined ? words.soFar : words.before;
        const intro = state.run.kind === 'reading' ? `${soFar} ${words.askFormat}` : words.askFormat;
        return choice(words.title, intro, formats, stage.cursor);
      }
      case 'path':
        return pathDialog(stage);
      case 'writing':
        return { title: words.title, lines: sentences([words.writing(stage.file)]) };
      case 'done':
        return {
          title: words.title,
          lines: [
            ...sentenceLines(words.done(stage.file), room.width - 2, 4, symbols).map((line, row): Line => [
              span(row === 0 ? `${symbols.marks.ok} ` : '  ', 'ok'),
              ...line,
            ]),
            emptyLine,
            ...sentences([words.close]),
          ],
        };
      default:
        return stage satisfies never;
    }
  }

  function pathDialog(stage: Extract<ExportStage, { kind: 'path' }>): DialogView {
    const words = ui.export;
    const prompt = `${symbols.pointer} `;
    const field = textFieldLine(stage.field, room.width - textWidth(prompt));
    const asked = sentences([words.askPath]);
    // However much there is to say about the last try, the field to type in stays in sight.
    const trouble = troubleLines(stage.trouble).slice(0, Math.max(0, room.height - asked.length - 1));
    const above = [...trouble, ...asked];
    return {
      title: words.title,
      lines: [...above, [span(prompt, 'strong'), ...field.line], emptyLine, ...sentences([words.pathHint])],
      caret: { line: above.length, column: textWidth(prompt) + field.caretColumn },
    };
  }

  function troubleLines(trouble: Problem | 'empty' | undefined): readonly Line[] {
    if (trouble === undefined) return [];
    const { what, wayOut } =
      trouble === 'empty' ? { what: ui.export.emptyPath, wayOut: [] } : problemText(trouble, texts);
    const mark = `${symbols.marks.critical} `;
    const said = sentenceLines(what, room.width - textWidth(mark), 4, symbols, 'strong');
    return [
      ...said.map((line, row): Line => [
        span(row === 0 ? mark : ' '.repeat(textWidth(mark)), 'critical'),
        ...line,
      ]),
      ...sentences(wayOut.slice(0, 2)),
      emptyLine,
    ];
  }

  function sentences(all: readonly string[]): readonly Line[] {
    return all.flatMap((text) => sentenceLines(text, room.width, 4, symbols));
  }
}

/** What stands in the body while nothing could be read; on a low terminal without empty lines. */
export function problemLines(
  problem: Problem,
  texts: Texts,
  symbols: Symbols,
  { width, height }: { readonly width: number; readonly height: number },
): readonly Line[] {
  const { what, wayOut } = problemText(problem, texts);
  const said = sentenceLines(what, width - 2, 6, symbols, 'strong');
  const way = wayOut.flatMap((text) => sentenceLines(text, width, 6, symbols));
  return [
    ...said.map((line, row): Line => [
      span(row === 0 ? `${symbols.marks.critical} ` : '  ', 'critical'),
      ...line,
    ]),
    ...(said.length + 1 + way.length > height ? [] : [emptyLine]),
    ...way,
  ];
}
