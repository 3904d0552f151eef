/** docs/findings.md: every finding and cause of the catalogues, each with an anchor by its id. */
import type { CauseCode } from '#diagnosis/registry.ts';
import { stepIds } from '#diagnosis/step.ts';
import type { FindingCode } from '#diagnosis/registry.ts';
import { causeCodes, causeDefinition, findingCodes, findingDefinition } from '#steps/catalogue.ts';
import { type CauseEntry, causeEntry, findingEntry } from '#steps/reference/reference.ts';
import { textsOf } from '#steps/all-texts.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import type { RootContent } from 'mdast';
import {
  anchored,
  bullets,
  code,
  emphasis,
  heading,
  joined,
  link,
  page,
  paragraph,
  strong,
  type Words,
} from './markdown.ts';

export function findingsPage(language: Language): string {
  const texts = textsOf(language);
  const { reference, presentation } = texts;
  return page([
    heading(1, reference.title),
    ...reference.intro.map((words) => paragraph(words)),
    heading(2, reference.severities),
    bullets(
      (['critical', 'warning', 'info'] as const).map((severity) => [
        strong(presentation.severities[severity]),
        ` — ${reference.severityMeaning[severity]}`,
      ]),
    ),
    ...stepIds.flatMap((step, number) => [
      anchored(2, step, texts.report.sections.step(number, texts.steps[step].tab)),
      paragraph(texts.steps[step].question),
      ...findingCodes
        .filter((finding) => findingDefinition(finding).step === step)
        .flatMap((finding) => findingSection(finding, texts)),
    ]),
    anchored(2, 'causes', reference.causes),
    paragraph(reference.remedyNote),
    ...causeCodes.flatMap((cause) => causeSection(cause, texts)),
  ]);
}

function findingSection(finding: FindingCode, texts: Texts): readonly RootContent[] {
  const { reference, presentation } = texts;
  const { id, cases, contradicts, neededBy, severities, supports } = findingEntry(finding, texts);
  const unexplained = neededBy.length + supports.length === 0;
  return [
    anchored(3, anchorOf(id), `${id} `, code(finding)),
    paragraph(
      `${reference.severity}: `,
      severities.map((severity) => presentation.severities[severity]).join(reference.separator),
    ),
    ...cases.flatMap(({ title, explanation, next }) => [
      paragraph(strong(title)),
      paragraph(explanation),
      ...(next === undefined ? [] : [paragraph(emphasis(presentation.labels.next), `: ${next}`)]),
    ]),
    ...listed([
      [reference.neededBy, neededBy.map(causeLink)],
      [reference.supports, supports.map(causeLink)],
      [reference.contradicts, contradicts.map(causeLink)],
    ]),
    ...(unexplained ? [paragraph(reference.noCause)] : []),
  ];
}

function causeSection(cause: CauseCode, texts: Texts): readonly RootContent[] {
  const { reference } = texts;
  const entry = causeEntry(cause, texts);
  return [
    anchored(3, anchorOf(entry.id), `${entry.id} `, code(cause)),
    paragraph(strong(entry.headline)),
    paragraph(entry.explanation),
    ...listed([
      [reference.stage, [reference.stages[entry.stage]]],
      [reference.requires, requirements(entry, reference.or)],
      [reference.speaksFor, entry.supports.map(findingLink)],
      [reference.speaksAgainst, entry.contradicts.map(findingLink)],
      [reference.leadsTo, entry.leadsTo.map(causeLink)],
      [reference.source, [entry.source]],
    ]),
    ...(entry.fallback ? [paragraph(reference.fallback)] : []),
    ...(entry.remedy.length === 0
      ? []
      : [paragraph(`${reference.remedy}:`), bullets(entry.remedy.map((step) => [step]))]),
  ];
}

/** All requirements must be met; any finding of one meets it. */
function requirements({ requires }: CauseEntry, or: string): readonly Words[] {
  return requires.flatMap((group, index) => [
    ...(index === 0 ? [] : [' + ']),
    ...joined(group.map(findingLink), ` ${or} `),
  ]);
}

function listed(
  rows: readonly (readonly [label: string, words: readonly Words[]])[],
): readonly RootContent[] {
  const full = rows.filter(([, words]) => words.length > 0);
  if (full.length === 0) return [];
  return [bullets(full.map(([label, words]) => [`${label}: `, ...separated(words)]))];
}

/** Links that stand side by side get commas; what has its own separators keeps them. */
function separated(words: readonly Words[]): readonly Words[] {
  return words.some((word) => typeof word === 'string') ? words : joined(words, ', ');
}

function findingLink(finding: FindingCode): Words {
  const id = findingDefinition(finding).id;
  return link(`#${anchorOf(id)}`, `${id} `, code(finding));
}

function causeLink(cause: CauseCode): Words {
  const id = causeDefinition(cause).id;
  return link(`#${anchorOf(id)}`, `${id} `, code(cause));
}

function anchorOf(id: string): string {
  return id.toLowerCase();
}
