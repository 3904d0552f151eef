import type { Cause } from '#diagnosis/cause.ts';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import { stepIds } from '#diagnosis/step.ts';
import type { Block, ListRow } from '#presentation/blocks.ts';
import { causeBlocks, causeBody, effectFindings } from '#presentation/cause.ts';
import { changeBlocks, goneRows } from '#presentation/changes.ts';
import { coverageBlocks, notCheckedBlocks } from '#presentation/coverage.ts';
import { evidenceText } from '#presentation/finding.ts';
import { headline } from '#presentation/headline.ts';
import { historyBlocks } from '#presentation/history.ts';
import { summarySentence } from '#presentation/summary.ts';
import { severityMark, stepMark, verdictMark } from '#presentation/marks.ts';
import { allChecks } from '#presentation/missing.ts';
import { hasNoControlPlane } from '#presentation/no-control-plane.ts';
import { allFindings, causedBy, rootCauses, unexplainedFindings } from '#presentation/related.ts';
import { remedyLines } from '#presentation/remedy.ts';
import { checkRows } from '#presentation/rows/check-rows.ts';
import { causeHeadline } from '#presentation/message-lookup.ts';
import type { Screen, ScreenInput } from '#presentation/screen-input.ts';
import { timelineBlocks } from '#presentation/timeline.ts';
import { EffectRow, UnexplainedRow } from './finding-rows.ts';

/** The root causes with their effects, what to run, what could not be checked, and what happened when. */
export const screen: Screen = (input) => {
  const { diagnosis, texts } = input;
  const roots = rootCauses(diagnosis.causes);
  const checks = allChecks(diagnosis);
  const told = texts.steps.verdict.words.looked(allFindings(diagnosis).length, roots.length);
  return {
    question: texts.steps.verdict.question,
    looked: summarySentence(told, checks, texts),
    rows: [
      ...roots.flatMap((root) => rowsOfRoot(root, input)),
      ...unexplainedFindings(diagnosis).map((finding) => new UnexplainedRow(finding, input)),
      ...checkRows(
        checks.filter(({ status }) => status === 'not-checked'),
        input,
      ),
      ...stepRows(input),
      ...otherMeshes(input).map((other) => meshRow(other, input)),
      ...goneRows(input),
    ],
    get overview() {
      return overview(roots, input);
    },
  };
};

/** A root, and under it what follows from it. */
function rowsOfRoot(root: Cause, input: ScreenInput): readonly ListRow[] {
  const caused = causedBy(root, input.diagnosis.causes);
  const { effect } = input.texts.presentation.labels;
  return [
    causeRow(root, input),
    ...caused.map((cause) => ({
      ...causeRow(cause, input),
      key: `effect|${cause.key}`,
      text: `  ${effect(causeHeadline(cause, input.texts))}`,
    })),
    ...effectFindings(root, caused).map((finding) => new EffectRow(finding, root, input)),
  ];
}

function causeRow(cause: Cause, input: ScreenInput): ListRow {
  const rests = [...cause.requires, ...cause.supports];
  return {
    key: cause.key,
    mark: severityMark(cause.severity),
    id: cause.id,
    text: causeHeadline(cause, input.texts),
    detail: () => causeBlocks(cause, input),
    commands: remedyLines(cause.remedy, input),
    evidence: rests.map(evidenceText).join('\n'),
    about: { kind: 'cause', key: cause.key },
  };
}

/** One row a step that is clear, or still being read: the others are told by the rows above. */
function stepRows(input: ScreenInput): readonly ListRow[] {
  const { diagnosis, texts } = input;
  const { rows } = texts.presentation;
  return stepIds.flatMap((id) => {
    const { checks, status } = diagnosis.steps[id];
    if (status !== 'clear' && status !== 'pending') return [];
    return [
      {
        key: `step|${id}`,
        mark: stepMark(status),
        text: rows.stepStatus(texts.steps[id].tab, rows.stepStatuses[status]),
        detail: () => checkRows(checks, input).map(({ mark, text }): Block => ({ kind: 'item', mark, text })),
        commands: [],
        evidence: '',
      },
    ];
  });
}

function otherMeshes({ diagnosis, run }: ScreenInput): readonly MeshDiagnosis[] {
  const { name, namespace } = diagnosis.mesh;
  return run.meshes.filter(({ mesh }) => mesh.namespace !== namespace || mesh.name !== name);
}

function meshRow(other: MeshDiagnosis, input: ScreenInput): ListRow {
  const { texts } = input;
  const { name, namespace } = other.mesh;
  const told = headline(other, texts, input.run.source);
  return {
    key: `mesh|${namespace}|${name}`,
    mark: verdictMark(other.verdict),
    text: texts.steps.verdict.words.rows.otherMesh(
      name,
      namespace,
      texts.presentation.verdicts[other.verdict.status],
    ),
    detail: () => [{ kind: 'item', mark: told.mark, text: told.text }],
    commands: told.command1 === undefined ? [] : [told.command1],
    evidence: '',
  };
}

function overview(roots: readonly Cause[], input: ScreenInput): readonly Block[] {
  const { diagnosis, run, texts } = input;
  const { labels } = texts.steps.verdict.words;
  const { mark, text } = headline(diagnosis, texts, run.source);
  // The headline at the top of the screen says the same as the heading of the top root would.
  const first = roots[0] === undefined ? undefined : causeHeadline(roots[0], texts);
  const others = otherMeshes(input);
  return [
    ...changeBlocks(input),
    ...(text === first || hasNoControlPlane(diagnosis) ? [] : [{ kind: 'item', mark, text } as const]),
    ...roots.flatMap((root, index) =>
      index === 0 && text === first ? causeBody(root, input) : causeBlocks(root, input),
    ),
    ...notCheckedBlocks(allChecks(diagnosis), input),
    ...timelineBlocks(input),
    ...(others.length === 0 ? [] : [{ kind: 'heading', level: 2, text: labels.otherMeshes } as const]),
    ...others.map((other): Block => {
      const row = meshRow(other, input);
      return { kind: 'item', mark: row.mark, text: row.text };
    }),
    ...sessionBlocks(input),
    ...coverageBlocks(input),
    { kind: 'paragraph', text: labels.exportHint, tone: 'strong' },
  ];
}

/** The verdicts of this session, once there are several. */
function sessionBlocks({ history, language, texts }: ScreenInput): readonly Block[] {
  const blocks = history === undefined ? [] : historyBlocks(history, texts, language);
  return blocks.length === 0
    ? []
    : [{ kind: 'heading', level: 2, text: texts.runs.history.title }, ...blocks];
}
