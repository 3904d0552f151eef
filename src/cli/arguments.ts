import { InvalidArgumentError } from 'commander';
import { isReportFile } from '#report/formats.ts';
import type { Language } from '#i18n/texts.ts';
import { suggest } from './suggest.ts';
import { type CommonOptions, defaultScenario, type Since } from './options.ts';

const commands = ['check', 'collect', 'explain'] as const;

/** Rejects an empty value: most often it is an unset variable of a script. */
export function nonEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return value;
}

/** Rejects `-`: standard input is for the keys of the wizard, standard output for the diagnosis. */
export function fileName(value: string): string {
  if (value === '-') throw new InvalidArgumentError('It must be a file name; for a file named -, use ./-.');
  return nonEmpty(value);
}

/** Adds a report file; the option may be repeated. */
export function reportFile(value: string, all: readonly string[]): readonly string[] {
  if (!isReportFile(fileName(value)))
    throw new InvalidArgumentError('The file extension must be .md, .html, .json or .txt.');
  return [...all, value];
}

/** A valid name of a namespace. Anything else would become a part of a request's path. */
export function namespaceName(value: string): string {
  if (!/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(value))
    throw new InvalidArgumentError('It must be the name of a namespace, such as osm-system.');
  return value;
}

/** At most a day: Node's timers have an upper limit. */
export function seconds(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 86_400))
    throw new InvalidArgumentError('It must be a number above 0 and at most 86400 (a day).');
  return number;
}

const byteUnits: Readonly<Record<string, number>> = { '': 1, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 };

/** Seconds between two readings: fewer put load on the cluster, more are too slow for a watch. */
export function interval(value: string): number {
  const number = Number(value);
  if (!(number >= 1 && number <= 3600))
    throw new InvalidArgumentError('It must be a number of seconds from 1 to 3600.');
  return number;
}

/** A whole number, which is all that the API server accepts. */
export function bytes(value: string): number {
  const [, digits = '', unit = ''] = /^(\d+)(Ki|Mi|Gi)?$/.exec(value) ?? [];
  const number = Number(digits) * (byteUnits[unit] ?? 1);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError(
      'It must be a whole number of bytes above 0, optionally with Ki, Mi or Gi, such as 64Mi.',
    );
  return number;
}

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const rfc3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[-+]\d\d:\d\d)$/;

/** `2h`, `1d12h`, or a time. A time in the future is rejected: there would be nothing to read. */
export function sinceTime(value: string): Since {
  if (rfc3339.test(value)) {
    const at = new Date(value);
    if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('It is not a valid time.');
    if (at.getTime() > Date.now()) throw new InvalidArgumentError('It must not be in the future.');
    return { at };
  }
  const parts = /^(?:\d+[smhd])+$/.test(value) ? [...value.matchAll(/(\d+)([smhd])/g)] : [];
  const agoMs = parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (unitMs[unit] ?? 0), 0);
  if (!(agoMs > 0 && agoMs <= Date.now()))
    throw new InvalidArgumentError(
      'It must be a duration such as 90s, 30m, 2h or 1d12h, or a time such as 2026-11-23T09:00:00Z.',
    );
  return { agoMs };
}

/** `--demo` has an optional value, so commander would take the command in `--demo check` for the name of a scenario. */
export function withScenarioNamed(argv: readonly string[]): readonly string[] {
  return argv.map((argument, index) =>
    argument === '--demo' && (commands as readonly string[]).includes(argv[index + 1] ?? '')
      ? `--demo=${defaultScenario}`
      : argument,
  );
}

/** The language of `--lang`, for problems that occur before or while commander parses the options. */
export function languageIn(argv: readonly string[]): Language | undefined {
  const at = argv.findLastIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  return value === 'en' || value === 'ja' ? value : undefined;
}

/** The message for an unknown command. */
export function unknownCommand(word: string): string {
  const [near] = suggest(word, commands);
  return `unknown command '${word}'${near === undefined ? `; the commands are ${commands.join(', ')}` : `; did you mean ${near}?`}`;
}

/** The message for two options that exclude each other, where one would have no effect; undefined when there are none. */
export function contradiction(options: CommonOptions): string | undefined {
  const { context, demo, from, kubeconfig, logBytes, since } = options;
  const limit = since !== undefined ? '--since' : logBytes !== undefined ? '--log-bytes' : undefined;
  if (from !== undefined && limit !== undefined)
    return `--from and ${limit} cannot be used together: the logs of a saved snapshot are not read again`;
  const chosen = from !== undefined ? '--from' : demo !== undefined ? '--demo' : undefined;
  const inVain = [
    ...(from !== undefined && demo !== undefined ? ['--demo'] : []),
    ...(kubeconfig === undefined ? [] : ['--kubeconfig']),
    ...(context === undefined ? [] : ['--context']),
  ];
  return chosen === undefined || inVain[0] === undefined
    ? undefined
    : `${chosen} and ${inVain[0]} cannot be used together: each selects a different source`;
}
