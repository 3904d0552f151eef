import { describe, expect, test } from 'vitest';
import { languages } from '#i18n/texts.ts';
import { screen } from '#steps/verdict/screen.ts';
import { blockText, rowText } from '../../support/block-text.ts';
import {
  buildCause,
  buildFinding,
  buildInput,
  buildMeshDiagnosis,
  buildRemedyStep,
  buildRun,
  buildStep,
  buildStraySidecar,
  openCheck,
  podSubject,
} from '../../support/diagnosis-builder.ts';

const sidecar = buildStraySidecar();
const down = buildFinding('component-down', { component: 'osm-controller', ready: 0, wanted: 1 });
const odd = buildFinding(
  'other-warning-event',
  { reason: 'Odd', message: 'm', count: 1 },
  { severity: 'warning' },
);
const root = buildCause(
  'injected-by-other-mesh',
  { injector: 'osm2', injectorNamespace: 'osm-system-2', workloads: ['osm-controller'], enrolled: true },
  { requires: [sidecar], effects: [down], remedy: [buildRemedyStep()] },
);
const effect = buildCause('not-ready-unexplained', { status: 'Running' }, { effectOf: root.key });
const diagnosis = buildMeshDiagnosis({
  verdict: { status: 'critical', exitCode: 3 },
  steps: {
    health: buildStep('health', {
      status: 'critical',
      findings: [down],
      checks: [
        openCheck('smi-api', 'apiResources', {
          state: 'failed',
          error: { kind: 'timeout', message: 'deadline' },
        }),
      ],
    }),
    'stray-sidecar': buildStep('stray-sidecar', { status: 'critical', findings: [sidecar] }),
    'pod-events': buildStep('pod-events', { status: 'warning', findings: [odd] }),
  },
  causes: [root, effect],
  timeline: [
    {
      at: '2026-11-03T11:56:40Z',
      kind: 'label-change',
      subject: podSubject(),
      text: 'monitored-by',
      count: 1,
    },
  ],
});
const other = buildMeshDiagnosis({ mesh: { name: 'osm2', namespace: 'osm-system-2' } });

describe.each(languages)('the verdict screen (%s)', (language) => {
  const run = buildRun([diagnosis, other]);
  const input = buildInput(diagnosis, { language, run });
  const { checks, reading, presentation, steps } = input.texts;
  const model = screen(input);
  const rows = rowText(model);

  test('has the root first and its effects under it', () => {
    expect(rows[0]).toMatch(/^critical OED501 .*osm2/u);
    expect(rows[1]).toMatch(/^critical OED538/u);
    expect(rows[2]).toMatch(/^critical OED404/u);
    expect(model.rows[1]?.text.startsWith('  ')).toBe(true);
    expect(model.rows[2]?.text).toContain(presentation.labels.effect(''));
  });

  test('tells what no cause explains, what was not checked, what is clear, and the other mesh', () => {
    expect(rows.find((row) => row.includes('OED221'))).toContain('warning');
    expect(rows).toContain(
      `unknown ${presentation.rows.notChecked(checks['smi-api'].question, [reading.facts.apiResources])}`,
    );
    expect(rows).toContain(
      `ok ${presentation.rows.stepStatus(steps['error-logs'].tab, presentation.rows.stepStatuses.clear)}`,
    );
    expect(rows.at(-1)).toBe(
      `ok ${steps.verdict.words.rows.otherMesh('osm2', 'osm-system-2', presentation.verdicts.healthy)}`,
    );
  });

  test('shows headline, commands, gaps, timeline and how to export', () => {
    const text = blockText(model.overview);
    // The headline above the screen names the root cause already; what to run comes first here.
    expect(text.split('\n')[0]).toMatch(/^critical /u);
    expect(text).not.toContain('OED501 ');
    expect(text).toContain('1 osm namespace remove osm-system --mesh-name osm2');
    expect(text).toContain(presentation.confidence.likely.name);
    expect(text).toContain('deadline');
    expect(text).toContain('11:56:40');
    expect(text).toContain(steps.verdict.words.labels.exportHint);
  });

  test('gives the commands of the root on its effects too', () => {
    expect(model.rows[2]?.commands).toEqual(model.rows[0]?.commands);
    expect(model.rows[0]?.evidence).toBe('osm2');
  });

  test('has distinct keys', () => {
    expect(new Set(model.rows.map(({ key }) => key)).size).toBe(model.rows.length);
  });
});

test('a healthy mesh says of each step that every check passed', () => {
  const rows = rowText(screen(buildInput(buildMeshDiagnosis())));
  expect(rows).toHaveLength(4);
  expect(rows.every((row) => row.startsWith('ok'))).toBe(true);
});

test('while a step is read it is pending, and the headline is not green', () => {
  const reading = buildMeshDiagnosis({
    verdict: { soFar: true },
    steps: {
      'error-logs': buildStep('error-logs', {
        status: 'pending',
        checks: [openCheck('current-logs', 'logs', { state: 'pending' })],
      }),
    },
  });
  const model = screen(buildInput(reading));
  expect(rowText(model)).toContain('pending Logs: still being read');
  expect(model.overview[0]).toMatchObject({ mark: 'pending' });
});
