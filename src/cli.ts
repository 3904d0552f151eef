import { fstatSync, writeSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { exitCodes, type Problem, ProblemError, problemOf } from '#errors/problem.ts';
import {
  bytes,
  fileName,
  interval,
  languageIn,
  namespaceName,
  nonEmpty,
  reportFile,
  seconds,
  sinceTime,
  unknownCommand,
  withScenarioNamed,
} from './cli/arguments.ts';
import type { ExplainOptions } from './cli/explain.ts';
import type { CheckOptions, CommonOptions, WizardCliOptions } from './cli/options.ts';
import type { Language } from '#i18n/texts.ts';

/** Runs the program with these arguments and sets the exit status. */
export async function main(argv: readonly string[]): Promise<void> {
  const asked = languageIn(argv);
  try {
    await commandLine(asked).parseAsync(withScenarioNamed(argv));
  } catch (error) {
    process.exitCode = await report(error, asked);
  }
}

/** Not called for help and version: the first use of `process.stdout` creates the streams, which takes 5 ms. */
function listenForErrors(asked: Language | undefined): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => void endWithoutOutput(error, asked));
  process.stderr.on('error', ignored);
}

/** An error of standard error cannot be printed; the exit status still reports the problem. */
function ignored(): void {}

/** Writes help or version to standard output without a stream. */
function writeAtOnce(text: string, asked: Language | undefined): void {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
  } catch {
    // A non-blocking pipe that is full (EAGAIN), or an error: the stream handles both.
    listenForErrors(asked);
    process.stdout.write(rest);
  }
}

/** The width of the help text. `fstat` shows without creating a stream whether standard output can be a terminal. */
function outputWidth(): number {
  return (fstatSync(1).isCharacterDevice() ? process.stdout.columns : undefined) ?? 80;
}

/** A reader that ended (`… | head`) or a closed terminal is no error; anything else, such as a full disk, ends the run. */
async function endWithoutOutput(
  { code = '', message }: NodeJS.ErrnoException,
  asked: Language | undefined,
): Promise<void> {
  if (code === 'EPIPE' || (code === 'EIO' && process.stdout.isTTY)) return;
  process.exit(await tell({ kind: 'report-not-written', file: 'standard output', code, message }, asked));
}

async function report(error: unknown, asked: Language | undefined): Promise<number> {
  if (error instanceof CommanderError) {
    // commander ends help and version with an error of status 0 as well; both are printed by now.
    if (error.exitCode === 0) return 0;
    return tell({ kind: 'usage', message: error.message.replace(/^error: /, '') }, asked);
  }
  if (process.env['OSM_EDGE_DOCTOR_DEBUG'] !== undefined) console.error(error);
  return tell(problemOf(error), asked);
}

async function tell(problem: Problem, asked: Language | undefined): Promise<number> {
  const [{ printProblem }, { chooseLanguage }] = await Promise.all([
    import('./cli/print-problem.ts'),
    import('./cli/options.ts'),
  ]);
  process.stderr.on('error', ignored);
  printProblem(problem, chooseLanguage(asked, process.env), process.stderr);
  return exitCodes[problem.kind];
}

function commandLine(asked: Language | undefined): Command {
  const program = new Command('osm-edge-doctor')
    .description('Finds out why a health probe of an osm-edge control plane fails, and how to fix it.')
    .version(packageJson.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => writeAtOnce(text, asked),
      outputError: () => undefined,
      getOutHelpWidth: outputWidth,
      // The help has no colours, so nothing has to be removed.
      getOutHasColors: () => true,
    })
    .showSuggestionAfterError()
    .hook('preAction', () => listenForErrors(asked));
  withReport(withSource(program))
    .option('--exit-code', 'exit with the exit code of the verdict after q')
    .option('--no-color', 'no colors')
    .option('--screen-reader', 'print text line by line instead of drawing a screen')
    .option('--watch', 'refresh repeatedly until the mesh is healthy, like w')
    .option(
      '--watch-interval <seconds>',
      'seconds between two readings of a watch, 1 to 3600; longer while nothing changes',
      interval,
      5,
    )
    .option('--no-bell', 'no bell when a watch becomes healthy')
    .action(async (options: WizardCliOptions, { args }: Command) => {
      const [word] = args;
      if (word !== undefined) throw new ProblemError({ kind: 'usage', message: unknownCommand(word) });
      process.exitCode = await interactive(options);
    });
  withReport(withSource(program.command('check')))
    .description('print the diagnosis; exit code 0: healthy, 2: warnings, 3: critical, 4: not fully checked')
    .action(async (_: unknown, command: Command) => {
      const { check } = await import('./cli/check.ts');
      process.exitCode = await check(command.optsWithGlobals<CheckOptions>(), process);
    });
  withSource(program.command('collect'))
    .description('save what can be read from the cluster, for --from')
    .argument('<file>', 'the snapshot file to write', fileName)
    .option('--force', 'overwrite the file')
    .action(async (file: string, _: unknown, command: Command) => {
      const { collect } = await import('./cli/collect.ts');
      process.exitCode = await collect(
        file,
        command.optsWithGlobals<CommonOptions & { force?: boolean }>(),
        process,
      );
    });
  program
    .command('explain')
    .description('explain a code such as OED101, stray-sidecar, OED501 or E4000, without reading a cluster')
    .argument('<code>', 'ID or code of a finding or cause, or code or name of a mesh error')
    .option('--mesh-version <version>', 'the release that the error code belongs to, e.g. 1.2', release, '')
    .addOption(
      new Option('--flavour <flavour>', 'the product that the error code belongs to')
        .choices(['osm-edge', 'osm', 'fsm'])
        .default('osm-edge'),
    )
    .addOption(new Option('--lang <language>', 'language of all texts').choices(['en', 'ja']))
    .option('--ascii', 'use only ASCII characters')
    .action(async (code: string, _: unknown, command: Command) => {
      const { explain } = await import('./cli/explain.ts');
      process.exitCode = await explain(code, command.optsWithGlobals<ExplainOptions>(), process);
    });
  // At the end, because commands inherit it: an excess argument of the program is an unknown command.
  return program.allowExcessArguments();
}

/** Starts the wizard; without a terminal on standard input and output it runs `check` instead. */
async function interactive(options: WizardCliOptions): Promise<number> {
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const { wizard } = await withStyles(() => import('./cli/wizard.ts'));
    return wizard(options, process);
  }
  const { check } = await import('./cli/check.ts');
  return check(options, process);
}

/**
 * Loads the wizard with bold, dim and inverse enabled: chalk reads arguments and environment once, at import, and would
 * disable these with the colours. The wizard itself decides about colours.
 */
async function withStyles<T>(load: () => Promise<T>): Promise<T> {
  const asked = process.env['FORCE_COLOR'];
  process.env['FORCE_COLOR'] = '1';
  try {
    return await load();
  } finally {
    if (asked === undefined) delete process.env['FORCE_COLOR'];
    else process.env['FORCE_COLOR'] = asked;
  }
}

function withSource(command: Command): Command {
  return command
    .option('--kubeconfig <file>', 'the kubeconfig to use', nonEmpty)
    .option('--context <name>', 'the context to use', nonEmpty)
    .option('-n, --namespace <name>', 'only the control plane in this namespace', namespaceName)
    .option('--mesh <name>', 'only this mesh', nonEmpty)
    .option('--demo [name]', 'read an embedded demo cluster instead of a real one')
    .option('--from <file>', 'read a snapshot file that `collect` saved', fileName)
    .addOption(new Option('--lang <language>', 'language of all texts').choices(['en', 'ja']))
    .option('--timeout <seconds>', 'timeout of one request', seconds)
    .option(
      '--since <time>',
      'only log lines newer than a duration, such as 2h, or since an RFC 3339 time',
      sinceTime,
    )
    .option(
      '--log-bytes <bytes>',
      'how much of each log to read from its start, such as 64Mi; of a longer log, the end is also read',
      bytes,
    );
}

function withReport(command: Command): Command {
  return command
    .addOption(
      new Option('-o, --output <format>', 'output format, without a terminal or with `check`')
        .choices(['text', 'json', 'markdown', 'html'])
        .default('text'),
    )
    .option(
      '--report <file>',
      'also write a report; the file extension selects the format (.md .html .json .txt)',
      reportFile,
      [],
    )
    .option('--force', 'overwrite an existing report')
    .option('--ascii', 'use only ASCII characters');
}

function release(value: string): string {
  if (!/^v?\d+\.\d+(?:\.\d+)?(?:[-+].*)?$/.test(value)) {
    throw new InvalidArgumentError('It must be a release such as 1.2 or v1.3.9.');
  }
  return value.replace(/^v/, '');
}
