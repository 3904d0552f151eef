import { describe, expect, test } from 'vitest';
import { languages } from '#i18n/texts.ts';
import { screen } from '#steps/health/screen.ts';
import { blockText, rowText } from '../../support/block-text.ts';
import {
  buildCheck,
  buildFinding,
  buildInput,
  buildMeshDiagnosis,
  buildStep,
  openCheck,
  pods,
  podSubject,
  readAt,
} from '../../support/diagnosis-builder.ts';
import { buildProbe, buildReplica } from '../../support/diagnosis-details.ts';

const answers503 = {
  kind: 'answered',
  at: readAt,
  status: 503,
  body: 'Liveness probe for SMI indicates it is not alive',
  latencyMs: 4,
} as const;
const failing = buildProbe({
  verdict: 'fails',
  attempts: [answers503, answers503, answers503],
  kubeletFailures: 3,
  kubeletLastAt: '2026-11-03T11:59:56Z',
});
const finding = buildFinding('probe-status', {
  container: 'osm-controller',
  probe: 'liveness',
  url: failing.url,
  status: 503,
  body: answers503.body,
  subProbe: 'SMI',
  consistent: true,
});
const diagnosis = buildMeshDiagnosis({
  verdict: { status: 'critical', exitCode: 3 },
  steps: {
    health: buildStep('health', {
      status: 'critical',
      findings: [finding],
      checks: [buildCheck('probes-now', { status: 'found' })],
      detail: {
        probes: [failing, buildProbe({ probe: 'readiness' })],
        services: [{ service: 'osm-controller', ready: 0, total: 1 }],
      },
    }),
  },
});

describe.each(languages)('the health screen (%s)', (language) => {
  const input = buildInput(diagnosis, { language });
  const { checks, presentation, steps } = input.texts;
  const model = screen(input);

  test('lists the failing probe first, then what passed, each with what was checked', () => {
    const rows = rowText(model);
    expect(rows[0]).toMatch(new RegExp(`^critical OED406 ${pods.controller} `, 'u'));
    expect(rows[1]).toMatch(/^ok/u);
    expect(rows).toContain(`ok ${checks['components'].passed(1)}`);
    expect(rows.find((row) => row.includes(`${presentation.probes.readiness} `))).toMatch(/^ok/u);
  });

  test('has no second row for a probe that a finding tells of', () => {
    const keys = model.rows.map(({ key }) => key).filter((key) => key.startsWith('probe|'));
    expect(keys).toEqual([expect.stringMatching(/readiness$/u)]);
  });

  test('has a row for each replica', () => {
    const { replica } = steps.health.words.rows;
    expect(rowText(model)).toContain(`ok ${pods.controller} ${replica('2/2', 'Running', 0, '5h')}`);
  });

  test('says what the answers mean, what breaks now, and how to call the probe by hand', () => {
    const text = blockText(model.overview);
    expect(text).toContain(steps.health.words.meanings['controller-alive'].failing);
    expect(text).toContain(
      `${steps.health.words.labels.breaksNow}: ${steps.health.words.meanings['controller-alive'].breaks}`,
    );
    expect(text).toContain(
      `${steps.health.words.labels.breaksWhileFailing}: ${steps.health.words.meanings['controller-ready'].breaks}`,
    );
    expect(text).toContain(`port-forward pod/${pods.controller} 9091`);
    expect(text).toContain('curl -i localhost:9091/health/alive');
    expect(text).toContain('0/1');
    expect(text).toContain(presentation.labels.fixThenCheck);
  });

  test('shows kubelet, meaning and the manual way in the detail of a failing probe', () => {
    const text = blockText(model.rows[0]?.detail() ?? []);
    expect(text).toContain(steps.health.words.labels.kubeletSays(3, '4s'));
    expect(text).toContain(steps.health.words.meanings['controller-alive'].failing);
    expect(text).toContain('curl -i localhost:9091/health/alive');
  });

  test('gives the manual way of a probe that passes to the clipboard', () => {
    const row = model.rows.find(({ key }) => key.startsWith('probe|'));
    expect(blockText(row?.detail() ?? [])).toContain(steps.health.words.meanings['controller-ready'].ok);
    expect(row?.commands).toHaveLength(2);
  });

  test('shows the tables of the pod in the detail of the finding', () => {
    const text = blockText(model.rows[0]?.detail() ?? []);
    expect(text).toContain(pods.controller);
    expect(text).toContain('Started container osm-controller');
  });
});

describe('what is not known', () => {
  const refused = { state: 'refused', verb: 'list', resource: 'pods', group: '' } as const;

  test('a check without its facts is no green row, and tells the rule to add', () => {
    const open = buildMeshDiagnosis({
      verdict: { status: 'not-checked', exitCode: 4 },
      steps: {
        health: buildStep('health', {
          status: 'not-checked',
          checks: [openCheck('replicas', 'pods', refused)],
          detail: { components: [], probes: [] },
        }),
      },
    });
    const model = screen(buildInput(open));
    const row = model.rows.find(({ key }) => key === 'check|replicas');
    expect(row?.mark).toBe('unknown');
    expect(blockText(row?.detail() ?? [])).toContain('resources: ["pods"]');
    expect(blockText(model.overview)).toContain('resources: ["pods"]');
    expect(model.looked).toContain('1 check could not be completed.');
    expect(blockText(model.overview)).not.toContain('mend');
  });

  test('a pending check says what it waits for', () => {
    const pending = buildMeshDiagnosis({
      verdict: { soFar: true },
      steps: {
        health: buildStep('health', {
          status: 'pending',
          checks: [openCheck('replicas', 'pods', { state: 'pending' })],
        }),
      },
    });
    const model = screen(buildInput(pending));
    expect(rowText(model).find((row) => row.startsWith('pending'))).toContain('Waiting for Pods');
    expect(model.looked).toContain('1 check still waits for the cluster.');
  });

  test('a probe that could not be called says why', () => {
    const gap = { state: 'failed', error: { kind: 'timeout', message: 'deadline of 5 s' } } as const;
    const detail = { probes: [buildProbe({ verdict: 'not-checked', attempts: [], gap })] };
    const model = screen(
      buildInput(buildMeshDiagnosis({ steps: { health: buildStep('health', { detail }) } })),
    );
    const row = model.rows.find(({ key }) => key.startsWith('probe|'));
    expect(row).toMatchObject({ mark: 'unknown', text: 'liveness not checked, osm-controller' });
    expect(blockText(row?.detail() ?? [])).toContain('deadline of 5 s');
  });

  test('a kubelet without read events is not called silent', () => {
    const silent = buildMeshDiagnosis({ coverage: [] });
    const model = screen(buildInput(silent));
    const row = model.rows.find(({ key }) => key.startsWith('probe|'));
    expect(blockText(row?.detail() ?? [])).toContain('unknown: its events were not read');
  });

  test('a replica that is not Ready is never green, even without a finding', () => {
    const detail = {
      components: [
        {
          component: 'controller' as const,
          workload: 'osm-controller',
          ready: 0,
          replicas: [buildReplica('controller', { isReady: false, ready: '1/2' })],
        },
      ],
    };
    const model = screen(
      buildInput(buildMeshDiagnosis({ steps: { health: buildStep('health', { detail }) } })),
    );
    expect(model.rows.find(({ subject }) => subject === podSubject().name)?.mark).toBe('warning');
  });
});
