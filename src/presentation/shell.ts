import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import { quote } from 'shlex';

// Inside plain quotes these would reach the terminal of whoever pastes the line.
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const unprintables = new RegExp(unprintable.source, 'gu');

/** A command as one line for a POSIX shell. An argument with control characters is written in the form `$'…'`. */
export function shellLine(argv: readonly string[]): string {
  return argv.map(word).join(' ');
}

/** The line that is shown and copied: one made from a demo says so, since it can be pasted anywhere (design §5). */
export function commandLine(argv: readonly string[], run: Pick<Diagnosis, 'source'>): string {
  return run.source.kind === 'demo' ? `${shellLine(argv)}  # DEMO` : shellLine(argv);
}

/**
 * The same for a command that names no context, e.g. one of the guide: on a machine with several clusters it must
 * reach the one that was read. Only kubectl can take it (facts §4).
 */
export function clusterLine(argv: readonly string[], run: Pick<Diagnosis, 'source'>): string {
  const { context, kubeconfig } = run.source;
  const [program, ...rest] = argv;
  if (program !== 'kubectl' || argv.includes('--context')) return commandLine(argv, run);
  return commandLine(
    [
      program,
      ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]),
      ...(context === undefined ? [] : ['--context', context]),
      ...rest,
    ],
    run,
  );
}

/** The line of a remedy's command, with the second command that reads its output where there is one. */
export function remedyLine(step: Pick<RemedyStep, 'argv' | 'pipe'>, run: Pick<Diagnosis, 'source'>): string {
  if (step.pipe === undefined) return commandLine(step.argv, run);
  return `${shellLine(step.argv)} | ${commandLine(step.pipe, run)}`;
}

function word(argument: string): string {
  if (!unprintable.test(argument)) return quote(argument);
  const body = argument.replaceAll(/[\\']/gu, String.raw`\$&`).replaceAll(unprintables, escaped);
  return `$'${body}'`;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\U${code.toString(16).padStart(8, '0')}`;
}
