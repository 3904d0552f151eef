import type { CheckResult } from '#diagnosis/check.ts';
import type { ProbeRow, ReplicaRow } from './rows.ts';
import type { Finding } from '#diagnosis/finding.ts';
import { age } from '#presentation/age.ts';
import type { Block, ListRow } from '#presentation/blocks.ts';
import { goneRows } from '#presentation/changes.ts';
import { summarySentence } from '#presentation/summary.ts';
import { stepOverview } from '#steps/shared/overview.ts';
import { kubeletItem, manualBlocks, meaningBlocks, meaningNow, oneOfEachMeaning } from './probe-meaning.ts';
import { arrangeRows } from '#presentation/rows/arrange.ts';
import { checkRows } from '#presentation/rows/check-rows.ts';
import { findingRows } from '#presentation/rows/finding-row.ts';
import type { Screen, ScreenInput } from '#presentation/screen-input.ts';
import { clusterLine } from '#presentation/shell.ts';
import {
  healthTables,
  isAboutProbe,
  probeAnswer,
  probeRowMark,
  probeTable,
  replicaMark,
  replicaTable,
  serviceTable,
} from './tables.ts';
import { eventTable, stateTable } from '#steps/pod-events/tables.ts';

/** Step 0: which component, which replica, which probe fails now, or failed before. */
export const screen: Screen = (input) => {
  const { diagnosis, texts } = input;
  const { checks, detail, findings } = diagnosis.steps.health;
  const replicas = detail.components.flatMap((component) => component.replicas);
  const { looked } = texts.steps.health.words;
  return {
    question: texts.steps.health.question,
    looked: summarySentence(
      looked(
        replicas.filter(({ isActive }) => isActive).length,
        detail.probes.length,
        detail.services.length,
      ),
      checks,
      texts,
    ),
    rows: arrangeRows(
      [
        ...findingRows(findings, input, (finding) => tablesOfFinding(finding, input)),
        ...checkRows(checks, input, (check) => tablesOfCheck(check, input)),
        // What a finding tells of needs no second row; its detail has all of these.
        ...replicas.filter(({ pod }) => !isToldNotReady(pod)).map((replica) => replicaRow(replica, input)),
        ...detail.probes
          .filter((probe) => !findings.some((finding) => isAboutProbe(finding, probe)))
          .map((probe) => probeRow(probe, input)),
      ],
      goneRows(input, 'health'),
    ),
    agesInRows: true,
    get overview() {
      return stepOverview('health', input, [...healthTables(input), ...probeBlocks(input)]);
    },
  };

  function isToldNotReady(pod: string): boolean {
    return findings.some(({ code, subject }) => code === 'replica-not-ready' && subject.name === pod);
  }
};

function replicaRow(replica: ReplicaRow, input: ScreenInput): ListRow {
  const { ready, restarts, status } = replica;
  return {
    key: `replica|${replica.pod}`,
    mark: replicaMark(replica, input.diagnosis),
    subject: replica.pod,
    text: input.texts.steps.health.words.rows.replica(
      ready,
      status,
      restarts,
      age(replica.createdAt, input.now),
    ),
    detail: () => tablesOfPod(replica.pod, input),
    commands: [],
    evidence: '',
  };
}

function probeRow(probe: ProbeRow, input: ScreenInput): ListRow {
  const { probes } = input.texts.presentation;
  const { rows } = input.texts.steps.health.words;
  return {
    key: `probe|${probe.pod}|${probe.container}|${probe.probe}`,
    mark: probeRowMark(probe, input.diagnosis),
    subject: probe.pod,
    text: rows.probe(probes[probe.probe], probe.container, probeAnswer(probe, input.texts)),
    detail: () => probeDetail(probe, input),
    commands: [probe.manual.forward, probe.manual.call].map((argv) => clusterLine(argv, input.run)),
    evidence: probe.attempts.map((attempt) => ('body' in attempt ? attempt.body : '')).join('\n'),
  };
}

function probeDetail(probe: ProbeRow, input: ScreenInput): readonly Block[] {
  return [
    ...probeTable([probe], input),
    { kind: 'paragraph', text: meaningNow(probe, input), tone: 'strong' },
    kubeletItem(probe, input),
    ...meaningBlocks(probe, input),
    { kind: 'heading', level: 3, text: input.texts.steps.health.words.labels.manual },
    ...manualBlocks(probe, input),
    ...serviceTable(input),
  ];
}

/** Everything that is known about one pod, the kubelet's own opinion included. */
function tablesOfPod(pod: string, input: ScreenInput): readonly Block[] {
  const { steps } = input.diagnosis;
  const { components, probes } = steps.health.detail;
  return [
    ...replicaTable(
      components.flatMap(({ replicas }) => replicas).filter((row) => row.pod === pod),
      input,
    ),
    ...probeTable(
      probes.filter((row) => row.pod === pod),
      input,
    ),
    ...stateTable(
      steps['pod-events'].detail.states.filter((row) => row.pod === pod),
      input,
    ),
    ...eventTable(`Pod/${pod}`, input),
  ];
}

function tablesOfFinding(finding: Finding, input: ScreenInput): readonly Block[] {
  const { labels } = input.texts.steps.health.words;
  const probe = input.diagnosis.steps.health.detail.probes.find((row) => isAboutProbe(finding, row));
  if (finding.subject.kind === 'Service') return serviceTable(input);
  return [
    ...(probe === undefined
      ? []
      : [
          kubeletItem(probe, input),
          ...meaningBlocks(probe, input),
          { kind: 'heading', level: 3, text: labels.manual } as const,
          ...manualBlocks(probe, input),
        ]),
    ...tablesOfPod(finding.subject.name, input),
  ];
}

function tablesOfCheck({ id }: CheckResult, input: ScreenInput): readonly Block[] {
  const { components, probes } = input.diagnosis.steps.health.detail;
  if (id === 'services') return serviceTable(input);
  if (id === 'probes-now') return [...new Set(probes.map(({ pod }) => pod))].flatMap((pod) => ofPod(pod));
  const replicas = components.flatMap((component) => component.replicas);
  return id === 'replicas' || id === 'components' ? replicaTable(replicas, input) : [];

  function ofPod(pod: string): readonly Block[] {
    return probeTable(
      probes.filter((row) => row.pod === pod),
      input,
    );
  }
}

/** What the answers mean and how to get them by hand: once for each kind of endpoint. */
function probeBlocks(input: ScreenInput): readonly Block[] {
  const { labels } = input.texts.steps.health.words;
  const probes = oneOfEachMeaning(input.diagnosis.steps.health.detail.probes);
  if (probes.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: labels.meaningOfAnswers },
    ...probes.flatMap((probe) => meaningBlocks(probe, input)),
    { kind: 'heading', level: 2, text: labels.manual },
    ...probes.flatMap((probe) => manualBlocks(probe, input)),
  ];
}
