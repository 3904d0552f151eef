import { commandLines } from '#components/command-lines.ts';
import { choiceDialog, type DialogArea, type DialogView } from '#components/dialog-view.ts';
import { sentenceLines } from '#components/layout.ts';
import { emptyLine, type Line, span } from '#components/line.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import type { Problem } from '#errors/problem.ts';
import type { Texts } from '#i18n/texts.ts';
import { exportView } from '../export/view.ts';
import { pickerView } from '../picker/view.ts';
import { problemText } from '../ports/problem-text.ts';
import type { Dialog } from '../state/overlay.ts';
import { pickerChoices } from '../state/picker-choices.ts';
import type { WizardState } from '../state/state.ts';

/** The dialog that is open. */
export function dialogView(state: WizardState, dialog: Dialog, texts: Texts, area: DialogArea): DialogView {
  switch (dialog.kind) {
    case 'picker':
      return pickerView(dialog, pickerChoices(state), {
        texts,
        ...area,
        isFirstScreen: state.walk === 'new',
      });
    case 'commands':
      return commandDialog(dialog.commands.map(sanitizeLine), dialog.cursor, texts, area);
    case 'export': {
      const again = state.whole === undefined ? 'first' : 'again';
      return exportView(dialog.stage, texts, state.run.kind === 'reading' ? again : 'none', area);
    }
    default:
      return dialog satisfies never;
  }
}

/** The marked command stands whole below the choices, which are cut at the end of their line. */
function commandDialog(
  commands: readonly string[],
  cursor: number,
  { ui }: Texts,
  area: DialogArea,
): DialogView {
  const whole = commandLines(commands[cursor] ?? '', area.width - 4);
  const below = whole.map((text, row) => [span(row === 0 ? '  ' : '    '), span(text, 'command')]);
  return choiceDialog(ui.commands.title, ui.commands.intro, commands, cursor, area, [emptyLine, ...below]);
}

/** What stands in the body while nothing could be read; on a low terminal without empty lines. */
export function problemView(problem: Problem, texts: Texts, area: DialogArea): DialogView {
  const { symbols, width, height } = area;
  const { what, wayOut } = problemText(problem, texts);
  const said = sentenceLines(what, width - 2, 6, symbols, 'strong');
  const way = wayOut.flatMap((text) => sentenceLines(text, width, 6, symbols));
  return {
    title: texts.ui.problem.title,
    lines: [
      ...said.map((line, row): Line => [
        span(row === 0 ? `${symbols.marks.critical} ` : '  ', 'critical'),
        ...line,
      ]),
      ...(said.length + 1 + way.length > height ? [] : [emptyLine]),
      ...way,
    ],
  };
}
