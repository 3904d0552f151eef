import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { History } from '#presentation/history.ts';
import type { Language } from '#i18n/texts.ts';
import type { LeftOutItem } from '#presentation/left-out.ts';
import { loadTexts } from '#steps/load-texts.ts';
import { exitCodes, problemOf } from '#errors/problem.ts';
import { render } from '#report/render.ts';
import { saveReport } from '#report/save.ts';
import { diagnoseSnapshot } from './diagnose.ts';
import { type CheckOptions, chooseLanguage, isAsciiOnly } from './options.ts';
import { progressLine } from './progress-line.ts';
import { openSource } from './open-source.ts';

/**
 * The command `check`: reads, diagnoses and prints. Only the result goes to standard output; progress, notes and
 * problems go to standard error. Returns the exit status (design §3).
 */
export async function check(options: CheckOptions, process: NodeJS.Process): Promise<number> {
  const language = chooseLanguage(options.lang, process.env);
  const texts = await loadTexts(language);
  const source = await openSource(options, { env: process.env, isTerminal: false });
  const progress = progressLine(process.stderr, texts);
  try {
    const snapshot = await source.read({ onUpdate: (_, state) => progress.show(state) });
    progress.clear();
    const diagnosis = diagnoseSnapshot(snapshot);
    const isAscii = options.ascii ?? isAsciiOnly(process.env);
    process.stdout.write(render(options.output, diagnosis, texts, language, { ascii: isAscii }));
    const failed = await writeReports(options, diagnosis, language, process);
    return failed ?? diagnosis.verdict.exitCode;
  } finally {
    progress.clear();
    await source.close();
  }
}

/** Writes all requested reports. A failure does not stop the others; the first one gives the exit status. */
export async function writeReports(
  { report, force = false }: Pick<CheckOptions, 'report' | 'force'>,
  diagnosis: Diagnosis,
  language: Language,
  process: NodeJS.Process,
  { history, leftOut = [] }: { readonly history?: History; readonly leftOut?: readonly LeftOutItem[] } = {},
): Promise<number | undefined> {
  let failed: number | undefined;
  for (const file of report) {
    try {
      const texts = await loadTexts(language);
      const more = { leftOut, ...(history === undefined ? {} : { history }) };
      await saveReport({ file, diagnosis, language, texts, overwrite: force, ...more });
    } catch (error) {
      const problem = problemOf(error);
      const { printProblem } = await import('./print-problem.ts');
      printProblem(problem, language, process.stderr);
      failed ??= exitCodes[problem.kind];
    }
  }
  return failed;
}
