import { describe, expect, test } from 'vitest';
import type { CoverageRow } from '#diagnosis/diagnosis.ts';
import { coverageBlocks, notCheckedBlocks } from '#presentation/coverage.ts';
import { guideBlocks } from '#presentation/guide.ts';
import { rbacRules } from '#presentation/rbac-rule.ts';
import { timelineBlocks } from '#presentation/timeline.ts';
import { languages } from '#i18n/texts.ts';
import type { Observed } from '#snapshot/observed.ts';
import { blockText } from '../support/block-text.ts';
import {
  buildCoverage,
  buildInput,
  buildMeshDiagnosis,
  openCheck,
  podSubject,
  readAt,
} from '../support/diagnosis-builder.ts';

const refused = {
  state: 'refused',
  verb: 'get',
  resource: 'pods/log',
  group: '',
  namespace: 'osm-system',
} as const;

function row(observed: Observed<unknown>, parts: Partial<CoverageRow> = {}): CoverageRow {
  return buildCoverage({ fact: 'logs', state: observed.state, observed, ...parts });
}

describe.each(languages)('coverage (%s)', (language) => {
  const input = buildInput(buildMeshDiagnosis(), { language });
  const { coverage } = input.texts.presentation;

  test('tells every kind of answer apart', () => {
    const text = blockText(
      coverageBlocks(input, [
        row({ state: 'read', value: null, at: readAt }, { items: 7 }),
        row({ state: 'read', value: null, at: readAt }, { items: 0 }),
        row({ state: 'read', value: null, at: readAt }, { fact: 'probes', key: 'a', items: 1 }),
        row({ state: 'read', value: null, at: readAt }, { fact: 'probes', key: 'b', items: 1 }),
        row({ state: 'pending' }),
        row(refused),
        row({ state: 'failed', error: { kind: 'timeout', message: 'deadline of 5 s' } }),
        row(
          {
            state: 'partial',
            value: null,
            at: readAt,
            missing: [{ kind: 'pages', reason: 'cut at page 3' }],
          },
          { items: 5, notes: [{ kind: 'log-cut', log: 'a/b/current' }] },
        ),
      ]),
    );
    expect(text).toContain(`ok | ${input.texts.reading.facts.logs} (osm-system) | ${coverage.answered(7)}`);
    expect(text).toContain(coverage.none);
    expect(text).toContain(`ok | ${input.texts.reading.facts.probes} (2) | ${coverage.answered(2)}`);
    expect(text).toContain(`pending | ${input.texts.reading.facts.logs} (osm-system) | ${coverage.pending}`);
    expect(text).toContain('get pods/log');
    expect(text).toContain('deadline of 5 s');
    expect(text).toContain('cut at page 3');
    expect(text).toContain(input.texts.reading.note({ kind: 'log-cut', log: 'a/b/current' }));
  });

  test('gives the rule that a refused question needs', () => {
    const blocks = notCheckedBlocks([openCheck('current-logs', 'logs', refused)], input);
    const text = blockText(blocks);
    expect(text).toContain(input.texts.checks['current-logs'].question);
    expect(text).toContain('resources: ["pods/log"]');
    expect(text).toContain('verbs: ["get"]');
  });

  test('has nothing to say when every check was made, or only waits', () => {
    expect(notCheckedBlocks([openCheck('events', 'events', { state: 'pending' })], input)).toEqual([]);
  });

  test('tells the guide with the names of the cluster and where it is stale', () => {
    const text = blockText(guideBlocks('error-logs', input));
    expect(text).toContain('-c osm-controller');
    expect(text).toContain(input.texts.presentation.labels.guideStale);
  });
});

test('rules are merged by scope, group and verb', () => {
  const list = { state: 'refused', verb: 'list' } as const;
  const rules = rbacRules([
    { ...list, resource: 'deployments', group: 'apps' },
    { ...list, resource: 'replicasets', group: 'apps' },
    { ...list, resource: 'pods', group: '', namespace: 'osm-system' },
    { ...list, resource: 'pods', group: '', namespace: 'osm-system' },
  ]);
  expect(rules).toEqual([
    {
      kind: 'quote',
      source: 'ClusterRole rules:',
      lines: ['- apiGroups: ["apps"]', '  resources: ["deployments", "replicasets"]', '  verbs: ["list"]'],
    },
    {
      kind: 'quote',
      source: 'Role osm-system rules:',
      lines: ['- apiGroups: [""]', '  resources: ["pods"]', '  verbs: ["list"]'],
    },
  ]);
});

test('the timeline is in the order of time and says how often', () => {
  const entry = { subject: podSubject(), count: 1, text: 'x' };
  const diagnosis = buildMeshDiagnosis({
    timeline: [
      {
        ...entry,
        kind: 'probe-failure',
        at: '2026-11-03T11:59:36Z',
        until: '2026-11-03T11:59:57Z',
        count: 3,
      },
      { ...entry, kind: 'label-change', at: '2026-11-03T20:56:40+09:00', text: 'monitored-by=osm2' },
    ],
  });
  const [, table] = timelineBlocks(buildInput(diagnosis, { width: 120 }));
  expect(table).toMatchObject({
    rows: [
      ['2026-11-03T11:56:40Z', 'label set', podSubject().name, 'monitored-by=osm2', ''],
      ['2026-11-03T11:59:36Z', 'probe failed', podSubject().name, 'x', 'x3 over 21s'],
    ],
    marks: [undefined, 'warning'],
  });
  const narrow = blockText(timelineBlocks(buildInput(diagnosis)));
  expect(narrow).toContain('2026-11-03\n');
  expect(narrow).toContain('| 11:56:40 | label set');
});
