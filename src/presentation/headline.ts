import type { Diagnosis, MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import { firstFix, type RemedyStep } from '#diagnosis/remedy.ts';
import type { Texts } from '#i18n/texts.ts';
import type { Mark } from './blocks.ts';
import { verdictMark } from './marks.ts';
import { allChecks, missingFacts, sinceOf } from './missing.ts';
import { allFindings, rootCauses } from './related.ts';
import { causeHeadline, findingTitle } from './message-lookup.ts';
import { remedyLine } from './shell.ts';
import { subjectLabel } from './subject.ts';

/** A verdict in one sentence, and the first thing to run. */
export interface Headline {
  readonly mark: Mark;
  readonly text: string;
  /** Command 1 of the top root cause's remedy, as a shell line. */
  readonly command1?: string;
  /** The first command that changes something, with its number, where that is another than command 1. */
  readonly firstFix?: { readonly number: number; readonly command: string };
  /** How many commands that remedy has after command 1. */
  readonly more: number;
  /** How many root causes there are besides the top one. */
  readonly otherCauses: number;
}

/**
 * The sentence at the top of everything: of one mesh, or of a run, which speaks with its worst mesh. Give `source`
 * with the diagnosis of one mesh, so that commands of a demo say that they are.
 */
export function headline(
  of: Diagnosis | MeshDiagnosis,
  texts: Texts,
  source?: Diagnosis['source'],
): Headline {
  if (!('meshes' in of)) return meshHeadline(of, texts, source, {});
  const [worst] = of.meshes;
  if (worst === undefined) return emptyHeadline(of, texts);
  const told = meshHeadline(worst, texts, of.source, of.target);
  const named = of.meshes.length > 1 && worst.verdict.status !== 'no-control-plane';
  if (!named) return told;
  const { ofMesh } = texts.presentation.headline;
  return { ...told, text: ofMesh(worst.mesh.name, worst.mesh.namespace, told.text) };
}

function meshHeadline(
  diagnosis: MeshDiagnosis,
  texts: Texts,
  source: Diagnosis['source'] | undefined,
  target: Diagnosis['target'],
): Headline {
  const mark = verdictMark(diagnosis.verdict);
  const roots = rootCauses(diagnosis.causes).filter(({ severity }) => severity !== 'info');
  const [top] = roots;
  const remedy = top?.remedy ?? [];
  const [first] = remedy;
  const fix = firstFix(remedy);
  const line = (step: RemedyStep): string => remedyLine(step, { source: source ?? { kind: 'live' } });
  return {
    mark,
    text: sentence(diagnosis, texts, target),
    ...(first === undefined ? {} : { command1: line(first) }),
    ...(fix === undefined || fix === first
      ? {}
      : { firstFix: { number: remedy.indexOf(fix) + 1, command: line(fix) } }),
    more: Math.max(0, (top?.remedy.length ?? 0) - 1),
    otherCauses: Math.max(0, roots.length - 1),
  };
}

function sentence(diagnosis: MeshDiagnosis, texts: Texts, target: Diagnosis['target']): string {
  const { headline: words, verdicts } = texts.presentation;
  const { mesh, verdict } = diagnosis;
  const found = foundSentence(diagnosis, texts);
  if (verdict.soFar) return found === undefined ? words.reading() : words.soFar(found);
  switch (verdict.status) {
    case 'critical':
    case 'warning':
      return found ?? verdicts[verdict.status];
    case 'healthy': {
      const checks = allChecks(diagnosis);
      return words.healthy(mesh.name, mesh.namespace, sinceOf(checks), missingFacts(checks, texts));
    }
    case 'not-checked': {
      const checks = allChecks(diagnosis);
      const missing = missingFacts(checks, texts);
      if (found !== undefined) return words.foundButNotChecked(found, missing);
      const isBlind = checks.every(({ status }) => status === 'not-checked');
      return isBlind ? words.nothingChecked(missing) : words.notChecked(missing);
    }
    case 'no-control-plane':
      return words.noControlPlane(target.namespace, target.mesh);
    default:
      return verdict.status satisfies never;
  }
}

/** The top root cause, else the worst finding that no cause explains. */
function foundSentence(diagnosis: MeshDiagnosis, texts: Texts): string | undefined {
  const root = rootCauses(diagnosis.causes).find(({ severity }) => severity !== 'info');
  if (root !== undefined) return causeHeadline(root, texts);
  const findings = allFindings(diagnosis);
  const finding =
    findings.find(({ severity }) => severity === 'critical') ??
    findings.find(({ severity }) => severity === 'warning');
  if (finding === undefined) return undefined;
  return texts.presentation.headline.finding(subjectLabel(finding.subject), findingTitle(finding, texts));
}

/** A run without any mesh: nothing is there, nothing could be read, or nothing has come yet. */
function emptyHeadline(run: Diagnosis, texts: Texts): Headline {
  const { headline: words } = texts.presentation;
  const mark = verdictMark(run.verdict);
  const none = { mark, more: 0, otherCauses: 0 };
  if (run.verdict.soFar) return { ...none, text: words.reading() };
  if (run.verdict.status === 'no-control-plane')
    return { ...none, text: words.noControlPlane(run.target.namespace, run.target.mesh) };
  return { ...none, text: words.nothingChecked([texts.reading.facts.deployments]) };
}
