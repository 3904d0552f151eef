import { expect, test } from 'vitest';
import { arrangeRows } from '#presentation/rows/arrange.ts';
import { findingRows } from '#presentation/rows/finding-row.ts';
import { buildFinding, buildInput, buildMeshDiagnosis, podSubject } from '../support/diagnosis-builder.ts';

const input = buildInput(buildMeshDiagnosis());
const named = (name: string, severity: 'critical' | 'warning' | 'info') =>
  buildFinding(
    'transient-event',
    { reason: 'FailedMount', message: 'm', count: 1 },
    { severity, subject: podSubject(name) },
  );

test('lists the worst first, and keeps the order among equals', () => {
  const findings = [
    named('a', 'info'),
    named('b', 'critical'),
    named('c', 'warning'),
    named('d', 'critical'),
  ];
  const rows = arrangeRows(
    findingRows(findings, input, () => []),
    [],
  );
  expect(rows.map(({ subject }) => subject)).toEqual(['b', 'd', 'c', 'a']);
});

test('makes no words for a row that nobody looks at', () => {
  const titled: string[] = [];
  const { findings } = input.texts;
  const title: (typeof findings)['transient-event']['title'] = (params, subject) => {
    titled.push(subject.name);
    return findings['transient-event'].title(params, subject);
  };
  const texts = {
    ...input.texts,
    findings: { ...findings, 'transient-event': { ...findings['transient-event'], title } },
  };
  const rows = arrangeRows(
    findingRows([named('a', 'info'), named('b', 'info')], { ...input, texts }, () => []),
    [],
  );
  expect(titled).toEqual([]);
  expect(rows[1]?.text).not.toBe('');
  expect(titled).toEqual(['b']);
});
