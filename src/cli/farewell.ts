import { cleanLine } from '#document/clean.ts';
import { headline } from '#document/headline.ts';
import { leftOutSentence } from '#document/left-out.ts';
import { rootCauses } from '#document/related.ts';
import { commandLine, remedyLine } from '#document/shell.ts';
import type { Texts } from '#language/texts.ts';
import type { WizardExit } from '#wizard/options.ts';

/** What stays on the normal screen after the wizard: the verdict, the commands of its first cause, the reports. */
export function farewell({ diagnosis, leftOut, reports }: WizardExit, texts: Texts): readonly string[] {
  if (diagnosis === undefined) return [];
  const without = leftOutSentence(diagnosis, leftOut, texts);
  const root = diagnosis.meshes.flatMap(({ causes }) => rootCauses(causes))[0];
  return [
    cleanLine(headline(diagnosis, texts).text),
    ...(root?.remedy ?? []).flatMap((step, index) => [
      `  ${index + 1}  ${cleanLine(remedyLine(step, diagnosis))}`,
      // That CLI takes no context: the kubectl form is safe wherever the person is by now.
      ...(step.equivalent ?? []).map((argv) => `     = ${cleanLine(commandLine(argv, diagnosis))}`),
    ]),
    ...(without === undefined ? [] : [without]),
    ...reports.map((file) => texts.cli.reportSaved(cleanLine(file))),
  ];
}
