import { sanitizeLine } from '#presentation/sanitize.ts';
import { headline } from '#presentation/headline.ts';
import { leftOutSentence } from '#presentation/left-out.ts';
import { rootCauses } from '#presentation/related.ts';
import { commandLine, remedyLine } from '#presentation/shell.ts';
import type { Texts } from '#i18n/texts.ts';
import type { WizardExit } from '#wizard/options.ts';

/** The text on the normal screen after the wizard: verdict, commands of the first cause, paths of reports. */
export function exitSummary({ diagnosis, leftOut, reports }: WizardExit, texts: Texts): readonly string[] {
  if (diagnosis === undefined) return [];
  const without = leftOutSentence(diagnosis, leftOut, texts);
  const root = diagnosis.meshes.flatMap(({ causes }) => rootCauses(causes))[0];
  return [
    sanitizeLine(headline(diagnosis, texts).text),
    ...(root?.remedy ?? []).flatMap((step, index) => [
      `  ${index + 1}  ${sanitizeLine(remedyLine(step, diagnosis))}`,
      // The CLI of the mesh has no option for the context; the kubectl form names it.
      ...(step.equivalent ?? []).map((argv) => `     = ${sanitizeLine(commandLine(argv, diagnosis))}`),
    ]),
    ...(without === undefined ? [] : [without]),
    ...reports.map((file) => texts.cli.reportSaved(sanitizeLine(file))),
  ];
}
