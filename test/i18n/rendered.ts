import type { CauseCode, CauseParams } from '#diagnosis/registry.ts';
import type { Subject } from '#diagnosis/subject.ts';
import type { FindingCode, FindingParams } from '#diagnosis/registry.ts';
import { textsOf } from '#steps/all-texts.ts';
import type { CauseText } from '#i18n/types/causes.ts';
import type { FindingText } from '#i18n/types/findings.ts';
import type { ProblemText } from '#i18n/types/problems.ts';
import type { RemedyTexts } from '#i18n/types/remedies.ts';
import type { Texts } from '#i18n/texts.ts';
import type { Problem } from '#errors/problem.ts';
import {
  sampleBeforeChecks,
  sampleEffects,
  sampleGaps,
  sampleNotes,
  sampleProblems,
  samplePurposes,
} from './sample-commands.ts';

/** The texts about a diagnosis, and about what ends a run before there is one. */
export type DiagnosisTexts = Pick<
  Texts,
  'findings' | 'causes' | 'checks' | 'reading' | 'steps' | 'remedies' | 'problems'
>;

export const catalogues: { readonly en: DiagnosisTexts; readonly ja: DiagnosisTexts } = {
  en: textsOf('en'),
  ja: textsOf('ja'),
};

/** A text with the path that leads to it, for the message of a failing test. */
export type Rendered = readonly [path: string, text: string];

export const pod: Subject = {
  mesh: 'osm',
  kind: 'Pod',
  namespace: 'osm-system',
  name: 'osm-controller-5494bcffb6-tn5jv',
  workload: 'osm-controller',
};
export const namespace: Subject = {
  mesh: 'osm',
  kind: 'Namespace',
  namespace: 'osm-system',
  name: 'osm-system',
};

export function findingTexts<C extends FindingCode>(
  { findings }: DiagnosisTexts,
  code: C,
  params: FindingParams[C],
  subject: Subject = pod,
): readonly Rendered[] {
  const text = findings[code] as unknown as FindingText<C>;
  return [
    [`${code}.title`, text.title(params, subject)],
    [`${code}.explanation`, text.explanation(params, subject)],
    [`${code}.next`, text.next(params, subject)],
  ];
}

export function causeTexts<C extends CauseCode>(
  { causes }: DiagnosisTexts,
  code: C,
  params: CauseParams[C],
  subject: Subject = namespace,
): readonly Rendered[] {
  const text = causes[code] as unknown as CauseText<C>;
  return [
    [`${code}.headline`, text.headline(params, subject)],
    [`${code}.explanation`, text.explanation(params, subject)],
  ];
}

export function problemText({ problems }: DiagnosisTexts, problem: Problem): ProblemText {
  return (problems[problem.kind] as (of: Problem) => ProblemText)(problem);
}

/** Every text of checks, steps, remedies and problems. */
export function otherTexts(texts: DiagnosisTexts): readonly Rendered[] {
  return [
    ...checkTexts(texts),
    ...screenTexts(texts),
    ...remedyTexts(texts.remedies),
    ...problemTexts(texts),
  ];
}

function checkTexts({ checks, reading }: DiagnosisTexts): readonly Rendered[] {
  return [
    ...Object.entries(checks).flatMap(([id, check]): readonly Rendered[] => [
      [`${id}.question`, check.question],
      ...[0, 1, 2].map((looked): Rendered => [`${id}.passed(${looked})`, check.passed(looked)]),
      [`${id}.passed(2, since)`, check.passed(2, '2026-11-23T09:00:00Z')],
    ]),
    ...leaves('facts', reading.facts),
    ...sampleNotes.map((note): Rendered => [`note ${note.kind}`, reading.note(note)]),
    ...sampleGaps.map((sample): Rendered => [`gap ${JSON.stringify(sample)}`, reading.gap(sample)]),
  ];
}

function screenTexts({ steps }: DiagnosisTexts): readonly Rendered[] {
  return [
    ...Object.entries(steps).flatMap(([screen, { guide, question, tab }]) =>
      leaves(`steps.${screen}`, { guide, question, tab }),
    ),
    ...leaves('meanings', steps.health.words.meanings),
  ];
}

function remedyTexts({ purposes, effects, before, equivalent }: RemedyTexts): readonly Rendered[] {
  const answers = ['clear', 'blocked', 'known', 'check-first'] as const;
  return [
    ...called('purposes', purposes, samplePurposes),
    ...called('effects', effects, sampleEffects),
    ...answers.flatMap((answer) => called(`before ${answer}`, before, sampleBeforeChecks, answer)),
    ['equivalent', equivalent],
  ];
}

function called(
  path: string,
  functions: object,
  params: object,
  ...more: readonly unknown[]
): readonly Rendered[] {
  const byCode = new Map(Object.entries(params));
  return Object.entries(functions).map(([code, render]): Rendered => [
    `${path}.${code}`,
    (render as (...args: readonly unknown[]) => string)(byCode.get(code), ...more),
  ]);
}

function problemTexts(texts: DiagnosisTexts): readonly Rendered[] {
  return Object.values(sampleProblems).flatMap((problem) => {
    const { what, wayOut } = problemText(texts, problem);
    return [what, ...wayOut].map((text, index): Rendered => [`${problem.kind} ${index}`, text]);
  });
}

/** All strings in a tree. */
function leaves(path: string, tree: unknown): readonly Rendered[] {
  if (typeof tree === 'string') return [[path, tree]];
  return Object.entries(tree as object).flatMap(([key, branch]) => leaves(`${path}.${key}`, branch));
}
