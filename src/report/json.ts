import type { Cause } from '#diagnosis/cause.ts';
import type { Diagnosis, MeshDiagnosis, StepResult } from '#diagnosis/diagnosis.ts';
import type { Finding } from '#diagnosis/finding.ts';
import { stepIds } from '#diagnosis/step.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import {
  keptCauses,
  keptFindings,
  type LeftOut,
  type LeftOutItem,
  leftOutOf,
} from '#presentation/left-out.ts';
import { commandLine, remedyLine } from '#presentation/shell.ts';
import type { History } from '#presentation/history.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import { historyJson } from './history-section.ts';
import { jsonBytes } from './json-bytes.ts';
import { jsonText } from './json-text.ts';

/**
 * The diagnosis as one JSON document. All but `text` is the same in every language: codes, ids and parameters; `text`
 * holds the sentences by the keys of findings and causes. A cause names its findings by key, since they stand whole
 * with their step. `items` are left out, and told in `leftOut`: their keys may still be named.
 */
export function jsonReport(
  run: Diagnosis,
  texts: Texts,
  language: Language,
  items: readonly LeftOutItem[] = [],
  history?: History,
): string {
  return jsonBytes({
    ...run,
    ...(run.source.kind === 'demo' ? { demo: true } : {}),
    meshes: run.meshes.map((mesh) => meshJson(mesh, run, leftOutOf(mesh, items))),
    ...(history === undefined ? {} : { history: historyJson(history, language) }),
    text: jsonText(run, texts, language, items),
  });
}

function meshJson(diagnosis: MeshDiagnosis, run: Diagnosis, leftOut: LeftOut): object {
  return {
    ...diagnosis,
    steps: Object.fromEntries(stepIds.map((step) => [step, stepJson(diagnosis.steps[step], leftOut)])),
    causes: keptCauses(diagnosis.causes, leftOut).map((cause) => causeJson(cause, run)),
    ...leftOutJson(leftOut),
  };
}

/** Which keys a reader will not find, although causes may name them. */
function leftOutJson(leftOut: LeftOut): object {
  const { causes, findings } = leftOut;
  if (causes.length + findings.length === 0) return {};
  return {
    leftOut: {
      findings: findings.map((finding) => ({ id: finding.id, key: finding.key })),
      causes: causes.map((cause) => ({ id: cause.id, key: cause.key })),
    },
  };
}

function stepJson(step: StepResult, leftOut: LeftOut): object {
  return { ...step, findings: keptFindings(step.findings, leftOut).map(findingJson) };
}

function findingJson(finding: Finding): object {
  const { id, key, workloadKey: _, ...rest } = finding;
  return { id, key, ...rest };
}

function causeJson(cause: Cause, run: Diagnosis): object {
  return {
    ...cause,
    requires: cause.requires.map(({ key }) => key),
    supports: cause.supports.map(({ key }) => key),
    contradicts: cause.contradicts.map(({ key }) => key),
    effects: cause.effects.map(({ key }) => key),
    remedy: cause.remedy.map((step) => remedyJson(step, run)),
  };
}

/** `command` is the line for a shell, ready to be run; `argv` the same for programs. */
function remedyJson(step: RemedyStep, run: Diagnosis): object {
  return {
    ...step,
    command: remedyLine(step, run),
    ...(step.equivalent === undefined
      ? {}
      : { equivalentCommands: step.equivalent.map((argv) => commandLine(argv, run)) }),
  };
}
