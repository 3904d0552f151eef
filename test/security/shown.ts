import { layout } from '#components/layout.ts';
import { lineText } from '#components/line.ts';
import { unicodeSymbols } from '#components/symbols.ts';
import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import { textsOf } from '#steps/all-texts.ts';
import type { Language } from '#i18n/texts.ts';
import type { ReportFormat } from '#report/formats.ts';
import { render } from '#report/render.ts';
import { screenIds } from '#wizard/state/state.ts';
import { screenModel } from '../recordings/read.ts';
import type { OpenWizard } from '../support/frame.tsx';

/** Every line of every screen, with all rows opened, as the terminal gets it. */
export function screenLines(run: Diagnosis, language: Language): readonly string[] {
  return screenIds.flatMap((screen) => {
    const { overview, rows } = screenModel(run, screen, language);
    const blocks = [...rows.flatMap(({ detail }) => detail()), ...overview];
    return layout(blocks, 100, unicodeSymbols).map(lineText);
  });
}

/** What `c` and `y` send to the clipboard, of every row. */
export function copies(run: Diagnosis): {
  readonly commands: readonly string[];
  readonly evidence: readonly string[];
} {
  const rows = screenIds.flatMap((screen) => screenModel(run, screen).rows);
  return {
    commands: rows.flatMap(({ commands }) => commands),
    evidence: rows.map(({ evidence }) => evidence),
  };
}

/** A whole report. */
export function report(run: Diagnosis, language: Language, format: ReportFormat): string {
  return render(format, run, textsOf(language), language, { detail: 'full' });
}

/** The frames of all five screens, and of the first rows of each one when they are opened. */
export async function frames(wizard: OpenWizard): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const digit of ['1', '2', '3', '4', '5']) {
    await wizard.type(digit);
    seen.push(wizard.frame());
    for (let row = 0; row < 2; row += 1) {
      await wizard.type('\r');
      seen.push(wizard.frame());
      await wizard.type('\u001B');
      await wizard.type('j');
    }
  }
  return seen;
}
