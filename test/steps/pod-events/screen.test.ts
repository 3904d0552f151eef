import { describe, expect, test } from 'vitest';
import { languages } from '#i18n/texts.ts';
import { screen } from '#steps/pod-events/screen.ts';
import { blockText, rowText } from '../../support/block-text.ts';
import {
  buildCheck,
  buildCoverage,
  buildFinding,
  buildInput,
  buildMeshDiagnosis,
  buildStep,
  pods,
} from '../../support/diagnosis-builder.ts';
import { healthyDetails } from '../../support/diagnosis-details.ts';

const unhealthy = {
  type: 'Warning',
  reason: 'Unhealthy',
  firstAt: '2026-11-03T11:59:36Z',
  lastAt: '2026-11-03T11:59:56Z',
  count: 3,
  from: 'kubelet',
  object: `Pod/${pods.injector}`,
  message: 'Liveness probe failed: HTTP probe failed with statuscode: 503',
  finding: 'probe-event-status',
  severity: 'critical',
} as const;
const probe = buildFinding('probe-event-status', {
  container: 'osm-controller',
  probe: 'liveness',
  status: 503,
  count: 3,
});
const noise = buildFinding(
  'transient-event',
  { reason: 'FailedMount', message: 'm', count: 1 },
  { severity: 'info' },
);
const diagnosis = buildMeshDiagnosis({
  verdict: { status: 'critical', exitCode: 3 },
  steps: {
    'pod-events': buildStep('pod-events', {
      status: 'critical',
      findings: [probe, noise],
      checks: [buildCheck('events', { status: 'found' })],
      detail: { events: [...healthyDetails['pod-events'].events, unhealthy] },
    }),
  },
});

describe.each(languages)('the events screen (%s)', (language) => {
  const input = buildInput(diagnosis, { language });
  const model = screen(input);

  test('lists findings first, then the passed checks, then noise', () => {
    const [first, ...others] = rowText(model);
    expect(first).toMatch(/^critical OED206/u);
    expect(others.map((row) => row.split(' ')[0])).toEqual(['ok', 'info']);
  });

  test('prints events as kubectl describe does, trouble first', () => {
    const text = blockText(model.overview);
    expect(text).toContain('Type | Reason | Age | From | Message');
    expect(text).toContain(
      'critical | Warning | Unhealthy | 4s (x3 over 24s) | kubelet | Liveness probe failed',
    );
    expect(text.indexOf(pods.injector)).toBeLessThan(text.indexOf('Started container'));
    expect(text).toContain(input.texts.reading.note({ kind: 'events-expire' }));
  });
});

test('an empty answer is told as such, a refused one is not', () => {
  const model = (state: 'read' | 'refused') => {
    const observed =
      state === 'read'
        ? ({ state, value: null, at: '' } as const)
        : ({ state, verb: 'list', resource: 'events', group: '' } as const);
    const empty = buildMeshDiagnosis({
      coverage: [buildCoverage({ fact: 'events', state, items: 0, observed })],
      steps: { 'pod-events': buildStep('pod-events', { detail: { events: [] } }) },
    });
    return blockText(screen(buildInput(empty)).overview);
  };
  expect(model('read')).toContain('has no events of the control plane');
  expect(model('refused')).not.toContain('has no events of the control plane');
});
