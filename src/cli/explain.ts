import type { CauseCode } from '#diagnosis/registry.ts';
import { causeCodes, causeDefinition, findingCodes, findingDefinition } from '#steps/catalogue.ts';
import type { FindingCode } from '#diagnosis/registry.ts';
import type { Block } from '#presentation/blocks.ts';
import {
  explainCause,
  explainErrorCode,
  explainErrorName,
  explainFinding,
  type Release,
} from '#steps/reference/explain.ts';
import { loadTexts } from '#steps/load-texts.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import { allErrorNames, errorCodesOf } from '#mesh/error-codes.ts';
import { errorCodeLines, meaningsOf } from '#mesh/error-code-lines.ts';
import { flavours } from '#mesh/flavours.ts';
import type { FlavourId } from '#mesh/identity.ts';
import { exitCodes, type Problem } from '#errors/problem.ts';
import { textBlocks } from '#report/text-blocks.ts';
import { asciiStyle, unicodeStyle } from '#report/text-style.ts';
import { suggest } from './suggest.ts';
import { chooseLanguage, isAsciiOnly } from './options.ts';

export interface ExplainOptions {
  readonly lang?: Language;
  readonly ascii?: boolean;
  readonly flavour: FlavourId;
  /** The line of releases; '' is the newest one. */
  readonly meshVersion: string;
}

/**
 * The command `explain`: prints what a code means. It may be the id or code of a finding or cause, or the number or
 * name of an error code of the mesh. It uses only the program's own tables. Returns the exit status.
 */
export async function explain(
  word: string,
  options: ExplainOptions,
  process: NodeJS.Process,
): Promise<number> {
  const language = chooseLanguage(options.lang, process.env);
  const texts = await loadTexts(language);
  const release = { flavour: flavours[options.flavour], version: options.meshVersion };
  const entries = entriesOf(word.trim(), release, texts);
  if (entries.length === 0) {
    const problem: Problem = { kind: 'unknown-code', code: word, near: suggest(word.trim(), knownCodes()) };
    const { printProblem } = await import('./print-problem.ts');
    printProblem(problem, language, process.stderr);
    return exitCodes[problem.kind];
  }
  const isAscii = options.ascii ?? isAsciiOnly(process.env);
  const layout = {
    width: Math.min(100, process.stdout.columns ?? 80),
    style: isAscii ? asciiStyle : unicodeStyle,
    equivalent: texts.remedies.equivalent,
    depthOf: (level: number) => level,
  };
  const pages = entries.map((blocks) => textBlocks(blocks, layout).join('\n'));
  process.stdout.write(`${pages.join('\n\n')}\n`);
  return 0;
}

/** A finding and a cause may have the same code; then both are printed. */
function entriesOf(word: string, release: Release, texts: Texts): readonly (readonly Block[])[] {
  const code = word.toLowerCase();
  const id = word.toUpperCase();
  return [
    ...findingCodes
      .filter((known) => known === code || findingDefinition(known).id === id)
      .map((known: FindingCode) => explainFinding(known, texts)),
    ...causeCodes
      .filter((known) => known === code || causeDefinition(known).id === id)
      .map((known: CauseCode) => explainCause(known, texts)),
    ...(meaningsOf(id).some(({ name }) => name !== undefined) ? [explainErrorCode(id, release, texts)] : []),
    ...allErrorNames
      .filter((known) => known.toLowerCase() === code)
      .map((known) => explainErrorName(known, release, texts)),
  ];
}

function knownCodes(): readonly string[] {
  return [
    ...findingCodes.flatMap((code) => [code, findingDefinition(code).id]),
    ...causeCodes.flatMap((code) => [code, causeDefinition(code).id]),
    ...errorCodeLines.flatMap(({ flavour, version }) =>
      errorCodesOf(flavour, version).map(({ code }) => code),
    ),
    ...allErrorNames,
  ].filter((known, index, all) => all.indexOf(known) === index);
}
