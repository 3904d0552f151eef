import type { Diagnosis, MeshDiagnosis, StepResult } from '#diagnosis/diagnosis.ts';
import type { StepId } from '#diagnosis/step.ts';
import type { Block, ListRow, ScreenModel } from '#presentation/blocks.ts';
import type { ScreenInput } from '#presentation/screen-input.ts';
import { ui as en } from '#i18n/en/ui.ts';
import { ui as ja } from '#i18n/ja/ui.ts';
import { textsOf } from '#steps/all-texts.ts';
import type { Language, Texts } from '#i18n/texts.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { ReadingUpdate, WizardPorts } from '#wizard/ports/ports.ts';

export const readAt = '2026-11-23T10:00:00.000Z';

const tabs: Record<Language, Record<ScreenId, [string, string]>> = {
  en: {
    health: ['Health', 'Which component fails, on which replica, and which of its probes?'],
    'stray-sidecar': ['Sidecar', 'Does a control-plane Pod run a stray Pipy sidecar?'],
    'pod-events': ['Events', 'Did Kubernetes meet errors while it started the Pods?'],
    'error-logs': ['Logs', 'What errors do the components log?'],
    verdict: ['Verdict', 'What is the root cause, and what fixes it?'],
  },
  ja: {
    health: ['ヘルス', 'どのコンポーネントの、どのレプリカの、どのプローブが失敗していますか。'],
    'stray-sidecar': ['サイドカー', 'コントロールプレーンの Pod に余計な Pipy サイドカーがありますか。'],
    'pod-events': ['イベント', 'Pod の起動中に Kubernetes でエラーが起きていますか。'],
    'error-logs': ['ログ', 'コンポーネントはどのようなエラーを記録していますか。'],
    verdict: ['結論', '根本原因は何で、何をすれば直りますか。'],
  },
};

/** The wizard's own words are the real ones; what the steps say is made up here. */
export function fakeTexts(language: Language): Texts {
  const steps = Object.fromEntries(
    Object.entries(tabs[language]).map(([screen, [tab, question]]) => [
      screen,
      {
        tab,
        question,
        guide: {
          title: `Guide of ${tab}`,
          paragraphs: ['First paragraph of the guide.', 'コントロールプレーンの説明。'.repeat(8)],
          stale: ['The port is wrong.'],
        },
      },
    ]),
  );
  return {
    ui: language === 'en' ? en : ja,
    runs: textsOf(language).runs,
    report: textsOf(language).report,
    steps,
    presentation: {
      ...textsOf(language).presentation,
      headline: { thenMore: (n: number) => `then ${n} more`, otherCauses: (n: number) => `${n} more causes` },
    },
    reference: textsOf(language).reference,
    problems: new Proxy(
      {},
      {
        get: (_, kind) => () => ({ what: `Trouble: ${String(kind)}.`, wayOut: ['Do something else.'] }),
      },
    ),
  } as unknown as Texts;
}

export function row(change: Partial<ListRow> & Pick<ListRow, 'key'>): ListRow {
  return {
    mark: 'critical',
    id: 'OED101',
    subject: `osm-controller-${change.key}`,
    text: 'runs a sidecar injected by mesh osm2',
    detail: () => detailOf(change.key),
    commands: [`kubectl -n osm-system get pod ${change.key}`],
    evidence: `spec.containers[1].name: sidecar (${change.key})`,
    about: { kind: 'finding', key: change.key },
    ...change,
  };
}

function detailOf(key: string): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: `Detail of ${key}` },
    {
      kind: 'paragraph',
      text: 'The container belongs to another mesh. このコンテナーは別のメッシュのものです。',
    },
    {
      kind: 'quote',
      source: 'Pod/osm-system/x spec',
      lines: ['image: flomesh/pipy:0.90.3-38', '\u001B[31mred'],
    },
    {
      kind: 'command',
      number: 1,
      command: `kubectl --context prod-tokyo label namespace osm-system openservicemesh.io/monitored-by-`,
      equivalents: [],
      text: 'removes the enrolment',
      notes: [{ mark: 'warning', text: 'drops the ignore label' }],
    },
    { kind: 'list', items: Array.from({ length: 20 }, (_, index) => `line ${index + 1}`) },
  ];
}

export const rows: readonly ListRow[] = [
  row({ key: 'a' }),
  row({
    key: 'b',
    mark: 'warning',
    id: 'OED104',
    text: '名前空間がメッシュ osm2 に登録されています',
    commands: ['one', 'two'],
  }),
  row({ key: 'c', mark: 'ok', text: 'no sidecar', commands: [], evidence: '' }),
];

function fakeScreen({ texts }: ScreenInput, screen: ScreenId, shown: readonly ListRow[]): ScreenModel {
  return {
    question: texts.steps[screen].question,
    looked: 'Checked 3 Pods, 7 containers, 2 meshes, 4 enrolled namespaces.',
    rows: shown,
    overview: [
      {
        kind: 'table',
        columns: ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'],
        rows: [['osm-controller-5494bcffb6-tn5jv', '1/2', 'Running', '3 (2m ago)', '5h']],
        marks: ['critical'],
      },
      { kind: 'paragraph', text: 'Mend, then check again (r).' },
    ],
  };
}

function stepResult<S extends StepId>(step: S, status: StepResult['status']): StepResult<S> {
  const detail = (step === 'health' ? { components: [] } : {}) as unknown as StepResult<S>['detail'];
  return { step, facts: [], status, checks: [], findings: [], detail };
}

export function fakeMesh(
  name = 'osm',
  namespace = 'osm-system',
  change: Partial<MeshDiagnosis> = {},
): MeshDiagnosis {
  return {
    mesh: { name, namespace, flavour: 'osm-edge', version: '1.3.9', presence: 'controller' },
    verdict: { status: 'critical', soFar: false, exitCode: 3 },
    steps: {
      health: stepResult('health', 'critical'),
      'stray-sidecar': stepResult('stray-sidecar', 'critical'),
      'pod-events': stepResult('pod-events', 'warning'),
      'error-logs': stepResult('error-logs', 'clear'),
    },
    pods: [],
    causes: [],
    coverage: [],
    timeline: [],
    ...change,
  };
}

export function fakeDiagnosis(meshes: readonly MeshDiagnosis[] = [fakeMesh()]): Diagnosis {
  return {
    apiVersion: 'osm-edge-doctor/v2',
    kind: 'Diagnosis',
    readAt,
    source: { kind: 'live', context: 'prod-tokyo' },
    target: {},
    verdict: { status: 'critical', soFar: false, exitCode: 3 },
    meshes,
  };
}

export const fakeReading: ReadingUpdate = {
  snapshot: { readAt, cluster: {}, namespaces: {} } as unknown as Snapshot,
  progress: { done: 11, total: 11, current: [], startedAt: Date.parse(readAt), finished: true },
};

/** Ports that answer at once; what a test is about it changes. */
export function fakePorts(change: Partial<WizardPorts> = {}, shown: readonly ListRow[] = rows): WizardPorts {
  const screen = (id: ScreenId) => (input: ScreenInput) => fakeScreen(input, id, shown);
  const diagnosis = fakeDiagnosis();
  const texts = { en: fakeTexts('en'), ja: fakeTexts('ja') };
  return {
    source: {
      start: async (onUpdate) => onUpdate(fakeReading),
      reread: async (_what, _previous, onUpdate) => onUpdate(fakeReading),
    },
    diagnose: () => diagnosis,
    screens: {
      health: screen('health'),
      'stray-sidecar': screen('stray-sidecar'),
      'pod-events': screen('pod-events'),
      'error-logs': screen('error-logs'),
      verdict: screen('verdict'),
    },
    headline: () => ({
      mark: 'critical',
      text: 'Mesh osm2 injected its sidecar into all three workloads of the control plane in osm-system.',
      command1: 'osm namespace remove osm-system --mesh-name osm2',
      more: 3,
      otherCauses: 0,
    }),
    contexts: { list: async () => ({ kind: 'none', why: 'in-cluster' }), use: async () => undefined },
    exportReport: async () => undefined,
    texts: (language) => texts[language],
    now: () => new Date(Date.parse(readAt) + 2_000),
    ...change,
  };
}
