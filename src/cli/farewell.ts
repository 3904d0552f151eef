import { cleanLine } from '#document/clean.ts';
import { headline } from '#document/headline.ts';
import { rootCauses } from '#document/related.ts';
import { remedyLine } from '#document/shell.ts';
import type { Texts } from '#language/texts.ts';
import type { WizardExit } from '#wizard/options.ts';

/** What stays on the normal screen after the wizard: the verdict, the commands of its first cause, the reports. */
export function farewell({ diagnosis, reports }: WizardExit, texts: Texts): readonly string[] {
  if (diagnosis === undefined) return [];
  const root = diagnosis.meshes.flatMap(({ causes }) => rootCauses(causes))[0];
  const commands = (root?.remedy ?? []).map((step) => remedyLine(step, diagnosis));
  return [
    cleanLine(headline(diagnosis, texts).text),
    ...commands.map((command, index) => `  ${index + 1}  ${cleanLine(command)}`),
    ...reports.map((file) => texts.cli.reportSaved(cleanLine(file))),
  ];
}
