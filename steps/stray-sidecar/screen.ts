import type { CheckResult } from '#diagnosis/check.ts';
import type { ContainerRow } from './rows.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { Block, ListRow } from '#presentation/blocks.ts';
import { goneRows } from '#presentation/changes.ts';
import { summarySentence } from '#presentation/summary.ts';
import { stepOverview } from '#steps/shared/overview.ts';
import { arrangeRows } from '#presentation/rows/arrange.ts';
import { checkRows } from '#presentation/rows/check-rows.ts';
import { findingRows } from '#presentation/rows/finding-row.ts';
import type { Screen, ScreenInput } from '#presentation/screen-input.ts';
import { containerTable, meshTable, namespaceTable, sidecarTables } from './tables.ts';

/** Step 1: does a control-plane pod run a sidecar, whose is it, and would it come again? */
export const screen: Screen = (input) => {
  const { diagnosis, texts } = input;
  const { checks, detail, findings } = diagnosis.steps['stray-sidecar'];
  const pods = podsOf(detail.containers);
  const { looked } = texts.steps['stray-sidecar'].words;
  return {
    question: texts.steps['stray-sidecar'].question,
    looked: summarySentence(
      looked(pods.length, detail.containers.length, detail.meshes.length, detail.namespaces.length),
      checks,
      texts,
    ),
    rows: arrangeRows(
      [
        ...findingRows(findings, input, (finding) => tablesOfFinding(finding, input)),
        ...checkRows(checks, input, (check) => tablesOfCheck(check, input)),
        ...pods.filter((pod) => isClean(pod, input)).map((pod) => cleanPodRow(pod, input)),
        ...detail.containers
          .filter(({ verdict }) => verdict === 'repo-server')
          .map((row) => repoServerRow(row, input)),
      ],
      goneRows(input, 'stray-sidecar'),
    ),
    get overview() {
      return stepOverview('stray-sidecar', input, sidecarTables(input));
    },
  };
};

/** Says what was seen in a pod without a stray container. */
function cleanPodRow(pod: string, input: ScreenInput): ListRow {
  const names = input.diagnosis.steps['stray-sidecar'].detail.containers
    .filter((row) => row.pod === pod)
    .map(({ container }) => container);
  return {
    key: `pod|${pod}`,
    mark: 'ok',
    subject: pod,
    text: input.texts.steps['stray-sidecar'].words.rows.cleanPod(names),
    detail: () => containerTable(pod, input),
    commands: [],
    evidence: '',
  };
}

/** The guide's own test would take this container for a sidecar (facts 0.1). */
function repoServerRow({ container, image, pod }: ContainerRow, input: ScreenInput): ListRow {
  return {
    key: `repo|${pod}|${container}`,
    mark: 'info',
    subject: pod,
    text: input.texts.steps['stray-sidecar'].words.rows.repoServer(container),
    detail: () => containerTable(pod, input),
    commands: [],
    evidence: image,
  };
}

/** Only a pod all of whose containers belong there, and about which nothing was found. */
function isClean(pod: string, { diagnosis }: ScreenInput): boolean {
  const { checks, detail, findings } = diagnosis.steps['stray-sidecar'];
  const check = checks.find(({ id }) => id === 'containers');
  if (check?.status !== 'passed' && check?.status !== 'found') return false;
  const belongs = detail.containers
    .filter((row) => row.pod === pod)
    .every(({ verdict }) => verdict === 'expected' || verdict === 'repo-server');
  return belongs && !findings.some(({ subject }) => subject.name === pod);
}

function tablesOfFinding({ subject }: Finding, input: ScreenInput): readonly Block[] {
  if (subject.kind === 'Pod') return [...containerTable(subject.name, input), ...namespaceTable(input)];
  return [...namespaceTable(input), ...meshTable(input)];
}

function tablesOfCheck({ id }: CheckResult, input: ScreenInput): readonly Block[] {
  if (id === 'enrolment') return namespaceTable(input);
  if (id === 'other-meshes') return [...meshTable(input), ...namespaceTable(input)];
  return podsOf(input.diagnosis.steps['stray-sidecar'].detail.containers).flatMap((pod) =>
    containerTable(pod, input),
  );
}

function podsOf(containers: readonly ContainerRow[]): readonly string[] {
  return [...new Set(containers.map(({ pod }) => pod))];
}
