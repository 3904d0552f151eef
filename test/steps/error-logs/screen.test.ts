import { describe, expect, test } from 'vitest';
import { languages } from '#i18n/texts.ts';
import { screen } from '#steps/error-logs/screen.ts';
import { blockText, rowText } from '../../support/block-text.ts';
import {
  buildCheck,
  buildFinding,
  buildInput,
  buildMeshDiagnosis,
  buildStep,
  pods,
} from '../../support/diagnosis-builder.ts';
import { buildSignatureRow } from '../../support/diagnosis-details.ts';

const logParams = {
  container: 'osm-controller',
  previous: true,
  count: 1,
  message: 'Error initializing',
  error: '',
  errorCode: 'E4000',
  component: 'kube-events',
};
const fatal = buildFinding('log-fatal', logParams);
const silenced = buildFinding(
  'log-level-silences',
  { level: 'fatal', where: '--verbosity' },
  { severity: 'warning' },
);
const diagnosis = buildMeshDiagnosis({
  verdict: { status: 'critical', exitCode: 3 },
  steps: {
    'error-logs': buildStep('error-logs', {
      status: 'critical',
      findings: [fatal, silenced],
      checks: [buildCheck('current-logs', { status: 'found' })],
      detail: {
        signatures: [
          buildSignatureRow({
            finding: 'log-benign',
            severity: 'info',
            signature: { key: 'b', level: 'warn', template: 'Neither --kubeconfig', count: 900 },
          }),
          buildSignatureRow({
            finding: 'log-error',
            severity: 'warning',
            signature: { key: 'e', level: 'error', template: 'often', count: 40 },
          }),
          buildSignatureRow({
            previous: true,
            signature: { key: 'f', template: 'Error initializing', code: 'E4000' },
          }),
        ],
      },
    }),
  },
});

describe.each(languages)('the logs screen (%s)', (language) => {
  const input = buildInput(diagnosis, { language });
  const { errorCodes, steps } = input.texts;
  const model = screen(input);
  const rows = rowText(model);

  test('ranks what ends a process before what is frequent, and harmless lines last', () => {
    expect(rows[0]).toMatch(
      new RegExp(`^critical OED301 ${pods.controller} .*E4000 .*: Error initializing`, 'u'),
    );
    expect(rows.findIndex((row) => row.includes('often'))).toBe(1);
    expect(rows.at(-1)).toContain('Neither --kubeconfig');
    expect(rows.at(-1)).toMatch(/^info OED318/u);
  });

  test('keeps findings that no signature tells', () => {
    expect(rows.filter((row) => row.includes('OED319'))).toHaveLength(1);
    expect(rows.filter((row) => row.includes('OED301'))).toHaveLength(1);
  });

  test('opens to the record with five lines around it and the meaning of its code', () => {
    const text = blockText(model.rows[0]?.detail() ?? []);
    expect(text).toContain(`${steps['error-logs'].words.labels.linesBefore(5)}\nbefore 1\n`);
    expect(text).toContain('\n{"level":"fatal","message":"Error initializing"}\n');
    expect(text).toContain('\nafter 11\n');
    expect(text).toContain('E4000');
    expect(text).toContain(errorCodes.ErrFetchingCertSecret.meaning);
    expect(text).toContain(errorCodes.ErrFetchingCertSecret.remedy);
    expect(text).toContain(steps['error-logs'].words.labels.previous);
  });

  test('shows which logs were read', () => {
    const text = blockText(model.overview);
    expect(text).toContain(
      `osm-controller | ${steps['error-logs'].words.labels.current} | 120 | 0 | ${steps['error-logs'].words.labels.agoSpan('4h59m', '60s')}`,
    );
    expect(model.looked).toContain('120');
  });
});

test('a refused log counts for no line, and is marked', () => {
  const gap = {
    state: 'refused',
    verb: 'get',
    resource: 'pods/log',
    group: '',
    namespace: 'osm-system',
  } as const;
  const logs = [
    {
      pod: pods.controller,
      container: 'osm-controller',
      previous: false,
      lines: 0,
      bytes: 0,
      levels: {},
      gap,
    },
  ];
  const step = buildStep('error-logs', { status: 'not-checked', detail: { logs } });
  const model = screen(buildInput(buildMeshDiagnosis({ steps: { 'error-logs': step } })));
  expect(model.looked).toMatch(/^Checked 0 logs/u);
  expect(blockText(model.overview)).toContain('| - | - | denied: get pods/log in namespace osm-system');
});
