import type { Cause } from '#diagnosis/cause.ts';
import type { Diagnosis, MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Finding } from '#diagnosis/finding.ts';
import { stepIds } from '#diagnosis/step.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import { headline } from '#presentation/headline.ts';
import {
  keptCauses,
  keptFindings,
  type LeftOut,
  type LeftOutItem,
  leftOutOf,
  leftOutSentence,
} from '#presentation/left-out.ts';
import { allChecks, isLost } from '#presentation/missing.ts';
import { allFindings } from '#presentation/related.ts';
import {
  beforeText,
  causeExplanation,
  causeHeadline,
  effectText,
  findingExplanation,
  findingNext,
  findingTitle,
  purposeText,
} from '#presentation/message-lookup.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import { meshErrorOf } from './error-code.ts';

/** The sentences of a run in one language; `meshes` has the order of the diagnosis' own. */
export function jsonText(
  run: Diagnosis,
  texts: Texts,
  language: Language,
  items: readonly LeftOutItem[],
): object {
  const without = leftOutSentence(run, items, texts);
  const told = headline(run, texts);
  return {
    language,
    headline: told.text,
    verdict: texts.presentation.verdicts[run.verdict.status],
    ...(told.command1 === undefined ? {} : { command1: told.command1 }),
    ...(told.firstFix === undefined ? {} : { firstFix: told.firstFix }),
    ...(run.source.kind === 'demo' ? { demo: texts.presentation.labels.demo } : {}),
    ...(without === undefined ? {} : { leftOut: without }),
    meshes: run.meshes.map((mesh) => meshText(mesh, run, texts, leftOutOf(mesh, items))),
  };
}

function meshText(diagnosis: MeshDiagnosis, run: Diagnosis, texts: Texts, leftOut: LeftOut): object {
  return {
    headline: headline(diagnosis, texts, run.source).text,
    verdict: texts.presentation.verdicts[diagnosis.verdict.status],
    steps: Object.fromEntries(
      stepIds.map((step) => [
        step,
        {
          name: texts.steps[step].tab,
          question: texts.steps[step].question,
          status: texts.presentation.rows.stepStatuses[diagnosis.steps[step].status],
        },
      ]),
    ),
    findings: Object.fromEntries(
      keptFindings(allFindings(diagnosis), leftOut).map((finding) => [
        finding.key,
        findingText(finding, diagnosis, texts),
      ]),
    ),
    causes: Object.fromEntries(
      keptCauses(diagnosis.causes, leftOut).map((cause) => [cause.key, causeText(cause, texts)]),
    ),
    notChecked: allChecks(diagnosis).flatMap(({ gaps, id, status }) => {
      const lost = gaps.filter(isLost);
      if (status !== 'not-checked' && lost.length === 0) return [];
      const reasons = [...new Set(lost.map((gap) => texts.reading.gap(gap)))];
      return [{ id, question: texts.checks[id].question, reasons }];
    }),
  };
}

function findingText(finding: Finding, diagnosis: MeshDiagnosis, texts: Texts): object {
  const errorCode = meshErrorOf(finding, diagnosis, texts);
  return {
    ...(errorCode === undefined ? {} : { errorCode }),
    title: findingTitle(finding, texts),
    explanation: findingExplanation(finding, texts),
    next: findingNext(finding, texts),
  };
}

function causeText(cause: Cause, texts: Texts): object {
  return {
    headline: causeHeadline(cause, texts),
    explanation: causeExplanation(cause, texts),
    confidence: texts.presentation.confidence[cause.confidence].name,
    remedy: cause.remedy.map((step) => remedyText(step, texts)),
  };
}

function remedyText({ before, changes, purpose }: RemedyStep, texts: Texts): object {
  return {
    purpose: purposeText(purpose, texts),
    changes: changes.map((effect) => effectText(effect, texts)),
    before: before.map((check) => beforeText(check, texts)),
  };
}
