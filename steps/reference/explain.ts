import type { CauseCode } from '#diagnosis/registry.ts';
import { stepIds } from '#diagnosis/step.ts';
import type { FindingCode } from '#diagnosis/registry.ts';
import type { Texts } from '#i18n/texts.ts';
import { codeOf, emitterOf, errorNameOf } from '#mesh/error-codes.ts';
import type { MeshErrorName } from '#mesh/error-names.ts';
import { meaningsOf, numbersOf } from '#mesh/error-code-lines.ts';
import type { Flavour } from '#mesh/flavours.ts';
import type { Block } from '#presentation/blocks.ts';
import { causeEntry, causeName, findingEntry, findingName } from './reference.ts';

/** A release, as far as it decides what an error code means; the newest line when no version is given. */
export interface Release {
  readonly flavour: Flavour;
  readonly version: string;
}

/** A finding in full: what it means, what to look at next, and the causes that rest on it. */
export function explainFinding(code: FindingCode, texts: Texts): readonly Block[] {
  const { reference, presentation, report, steps } = texts;
  const { cases, contradicts, neededBy, severities, step, supports } = findingEntry(code, texts);
  return [
    { kind: 'heading', level: 1, text: `${findingName(code)} (${reference.finding})` },
    ...facts([
      [reference.step, report.sections.step(stepIds.indexOf(step), steps[step].tab)],
      [
        reference.severity,
        severities.map((severity) => presentation.severities[severity]).join(reference.separator),
      ],
    ]),
    ...cases.flatMap(({ title, explanation, next }): readonly Block[] => [
      { kind: 'heading', level: 2, text: title },
      { kind: 'paragraph', text: explanation },
      ...(next === undefined
        ? []
        : [{ kind: 'paragraph', text: `${presentation.labels.next}: ${next}` } as const]),
    ]),
    ...named(reference.neededBy, neededBy.map(causeName)),
    ...named(reference.supports, supports.map(causeName)),
    ...named(reference.contradicts, contradicts.map(causeName)),
    ...(neededBy.length + supports.length === 0
      ? [{ kind: 'paragraph', text: reference.noCause } as const]
      : []),
  ];
}

/** A cause in full: how it comes to it, what it needs, and what mends it. */
export function explainCause(code: CauseCode, texts: Texts): readonly Block[] {
  const { reference } = texts;
  const cause = causeEntry(code, texts);
  const requires = cause.requires.map((codes) => codes.map(findingName).join(` ${reference.or} `));
  return [
    { kind: 'heading', level: 1, text: `${causeName(code)} (${reference.cause})` },
    ...facts([[reference.stage, reference.stages[cause.stage]]]),
    { kind: 'paragraph', text: cause.headline, tone: 'strong' },
    { kind: 'paragraph', text: cause.explanation },
    ...(cause.fallback ? [{ kind: 'paragraph', text: reference.fallback } as const] : []),
    ...named(reference.requires, requires),
    ...named(reference.speaksFor, cause.supports.map(findingName)),
    ...named(reference.speaksAgainst, cause.contradicts.map(findingName)),
    ...named(reference.leadsTo, cause.leadsTo.map(causeName)),
    ...named(reference.remedy, cause.remedy),
    ...(cause.remedy.length === 0 ? [] : [{ kind: 'paragraph', text: reference.remedyNote } as const]),
  ];
}

/** An error of the mesh by its number: what it means in that release, and how the number differs between releases. */
export function explainErrorCode(code: string, release: Release, texts: Texts): readonly Block[] {
  const { error, errorCode } = texts.reference;
  const name = errorNameOf(code, release.flavour, release.version);
  const meanings = table(
    error.sameNumber(code),
    [error.release, error.name],
    meaningsOf(code).map((row) => [row.releases, row.name ?? error.absent]),
  );
  if (name === undefined) {
    return [
      { kind: 'heading', level: 1, text: `${code} (${errorCode})` },
      { kind: 'paragraph', text: error.notInRelease(code, releaseName(release)) },
      ...meanings,
    ];
  }
  return [
    { kind: 'heading', level: 1, text: `${code} ${name} (${errorCode}, ${releaseName(release)})` },
    ...errorBlocks(name, release, texts),
    ...(new Set(meaningsOf(code).map((row) => row.name)).size > 1 ? meanings : []),
  ];
}

/** The same by its Go name, which stays when its number shifts. */
export function explainErrorName(name: MeshErrorName, release: Release, texts: Texts): readonly Block[] {
  const { error, errorCode } = texts.reference;
  const code = codeOf(name, release.flavour, release.version);
  return [
    {
      kind: 'heading',
      level: 1,
      text: `${code === undefined ? '' : `${code} `}${name} (${errorCode}, ${releaseName(release)})`,
    },
    ...(code === undefined
      ? [{ kind: 'paragraph', text: error.notInRelease(name, releaseName(release)) } as const]
      : []),
    ...errorBlocks(name, release, texts),
  ];
}

function errorBlocks(name: MeshErrorName, release: Release, texts: Texts): readonly Block[] {
  const { error } = texts.reference;
  const { meaning, remedy } = texts.errorCodes[name];
  return [
    { kind: 'heading', level: 2, text: error.meaning },
    { kind: 'paragraph', text: meaning },
    { kind: 'heading', level: 2, text: error.remedy },
    { kind: 'paragraph', text: remedy },
    { kind: 'heading', level: 2, text: error.emittedBy },
    { kind: 'paragraph', text: emitted(name, release, texts) },
    ...table(
      error.numbers(name),
      [error.release, texts.steps['error-logs'].words.columns.code],
      numbersOf(name).map((row) => [row.releases, row.code ?? error.absent]),
    ),
  ];
}

function emitted(name: MeshErrorName, { flavour }: Release, { reference: { error } }: Texts): string {
  const { components, onlyV11, processes } = emitterOf(name);
  if (processes.length === 0) return error.notEmitted;
  const who = processes.map((role) => flavour.apps[role]).join(', ');
  const where = components.length === 0 ? '' : ` (${error.component}: ${components.join(', ')})`;
  return `${who}${where}${onlyV11 ? `. ${error.onlyV11}` : ''}`;
}

/** `osm-edge 1.2`, or `osm-edge` for its newest line. */
function releaseName({ flavour, version }: Release): string {
  return version === '' ? flavour.id : `${flavour.id} ${version}`;
}

function facts(rows: readonly (readonly [label: string, value: string])[]): readonly Block[] {
  return [{ kind: 'list', items: rows.map(([label, value]) => `${label}: ${value}`) }];
}

function named(label: string, items: readonly string[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: label },
    { kind: 'list', items },
  ];
}

function table(
  label: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: label },
    { kind: 'table', columns, rows },
  ];
}
