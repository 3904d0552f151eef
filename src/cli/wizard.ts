import type { ScreenId } from '#language/types/steps.ts';
import type { Progress } from '#cluster/board.ts';
import { textsOf } from '#language/all.ts';
import { headline } from '#document/headline.ts';
import { saveReport } from '#report/save.ts';
import { screen as health } from '#steps/health/screen.ts';
import { screen as straySidecar } from '#steps/stray-sidecar/screen.ts';
import { screen as podEvents } from '#steps/pod-events/screen.ts';
import { screen as errorLogs } from '#steps/error-logs/screen.ts';
import { screen as verdict } from '#steps/verdict/screen.ts';
import { problemOf } from '#problem/problem.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Reading, WizardPorts } from '#wizard/ports.ts';
import { runWizard } from '#wizard/run-wizard.tsx';
import { writeReports } from './check.ts';
import { diagnoseSnapshot, factsOfStep } from './diagnose.ts';
import { farewell } from './farewell.ts';
import { chooseLanguage, isAsciiOnly, type WizardCliOptions } from './options.ts';
import { printProblem } from './print-problem.ts';
import { openSource, type ReadRequest, type Source } from './source.ts';

/** Runs the wizard on the full screen, then leaves verdict, commands and report paths on the normal one. */
export async function wizard(options: WizardCliOptions, process: NodeJS.Process): Promise<number> {
  const language = chooseLanguage(options.lang, process.env);
  const source = await openSource(options, { env: process.env, isTerminal: true });
  try {
    const exit = await runWizard(portsOf(source), {
      language,
      ...(source.demo === undefined ? {} : { demo: source.demo }),
      ...(source.file === undefined ? {} : { file: source.file }),
      ascii: options.ascii ?? isAsciiOnly(process.env),
      noColor: !options.color || process.env['NO_COLOR'] !== undefined,
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      environment: process.env,
    });
    const lines = farewell(exit, textsOf(exit.language));
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
    // What stood on the full screen is gone with it.
    const problem = exit.problem ?? (exit.reason === 'crashed' ? problemOf(exit.error) : undefined);
    if (problem !== undefined) printProblem(problem, exit.language, process.stderr);
    if (exit.reason !== 'quit' || exit.diagnosis === undefined) return exit.code;
    const failed = await writeReports(options, exit.diagnosis, exit.language, process);
    return failed ?? (options.exitCode ? exit.diagnosis.verdict.exitCode : exit.code);
  } finally {
    await source.close();
  }
}

function portsOf(source: Source): WizardPorts {
  const read = async (
    request: ReadRequest,
    onUpdate: (reading: Reading) => void,
    signal: AbortSignal,
  ): Promise<void> => {
    let last: Progress | undefined;
    const tell = (snapshot: Snapshot, progress: Progress, finished: boolean): void => {
      last = progress;
      onUpdate({ snapshot, progress: { ...progress, startedAt: Date.parse(progress.startedAt), finished } });
    };
    const onReading = (snapshot: Snapshot, progress: Progress): void => tell(snapshot, progress, false);
    const snapshot = await source.read({ ...request, onUpdate: onReading, signal });
    if (last !== undefined) tell(snapshot, last, true);
  };
  return {
    source: {
      start: (onUpdate, signal) => read({}, onUpdate, signal),
      reread: (what, previous, onUpdate, signal) =>
        read(
          what === 'everything' || what === 'verdict' ? {} : { previous, only: factsOfStep(what) },
          onUpdate,
          signal,
        ),
    },
    diagnose: diagnoseSnapshot,
    screens: {
      health: health,
      'stray-sidecar': straySidecar,
      'pod-events': podEvents,
      'error-logs': errorLogs,
      verdict,
    } satisfies Record<ScreenId, unknown>,
    headline,
    async exportReport(format, file, diagnosis, language) {
      await saveReport({ file, format, diagnosis, language, texts: textsOf(language), overwrite: false });
    },
    texts: textsOf,
    now: () => new Date(),
  };
}
