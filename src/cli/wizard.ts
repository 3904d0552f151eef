import { loadTexts } from '#steps/load-texts.ts';
import { problemOf } from '#errors/problem.ts';
import { runWizard } from '#wizard/run-wizard.tsx';
import { holdWarnings } from './hold-warnings.ts';
import { docsAddress, hasLinks } from './links.ts';
import {
  chooseLanguage,
  isAsciiOnly,
  isColorless,
  isDumb,
  isLinear,
  type WizardCliOptions,
} from './options.ts';
import { portsOf } from './ports.ts';
import { keepHeapSmall } from './small-heap.ts';
import { openSource } from './open-source.ts';

/** Runs the wizard on the full screen, then prints verdict, commands and report paths to the normal screen. */
export async function wizard(options: WizardCliOptions, process: NodeJS.Process): Promise<number> {
  const language = chooseLanguage(options.lang, process.env);
  const [source, texts] = await Promise.all([
    openSource(options, { env: process.env, isTerminal: true }),
    loadTexts(language),
  ]);
  keepHeapSmall();
  try {
    const docs = docsAddress();
    const releaseWarnings = holdWarnings(process);
    const exit = await runWizard(portsOf(source, [[language, texts]]), {
      language,
      ...(source.demo === undefined ? {} : { demo: source.demo }),
      ...(source.file === undefined ? {} : { file: source.file }),
      beginning: {
        settings: { watchInterval: options.watchInterval, bell: options.bell },
        watch: options.watch ?? false,
        asksMesh: options.mesh === undefined && options.namespace === undefined,
      },
      ascii: options.ascii ?? isAsciiOnly(process.env),
      noColor: isColorless(options.color, process.env),
      linear: isLinear(options.screenReader === true, process.env),
      dumb: isDumb(process.env),
      links: hasLinks(process.stdout, process.env),
      ...(docs === undefined ? {} : { docs }),
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      environment: process.env,
    }).finally(releaseWarnings);
    // Loaded only now, so that the first frame does not wait for it.
    const [{ exitSummary }, { writeReports }, { printProblem }] = await Promise.all([
      import('./exit-summary.ts'),
      import('./check.ts'),
      import('./print-problem.ts'),
    ]);
    const lines = exitSummary(exit, await loadTexts(exit.language));
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
    // The terminal discards the content of the full screen.
    const problem = exit.problem ?? (exit.reason === 'crashed' ? problemOf(exit.error) : undefined);
    if (problem !== undefined) printProblem(problem, exit.language, process.stderr);
    if (exit.reason !== 'quit' || exit.diagnosis === undefined) return exit.code;
    const failed = await writeReports(options, exit.diagnosis, exit.language, process, exit);
    return failed ?? (options.exitCode ? exit.diagnosis.verdict.exitCode : exit.code);
  } finally {
    await source.close();
  }
}
