import { expect, test } from 'vitest';
import { headline } from '#presentation/headline.ts';
import { languages } from '#i18n/texts.ts';
import { buildCheck, buildInput, buildMeshDiagnosis, buildStep } from '../support/diagnosis-builder.ts';

const since = '2026-11-23T08:00:00Z';

test.each(languages)('a healthy mesh is not said to be more than was looked at (%s)', (language) => {
  const checks = [{ ...buildCheck('current-logs', { looked: 3 }), since }];
  const steps = { 'error-logs': buildStep('error-logs', { checks }) };
  const { texts } = buildInput(buildMeshDiagnosis(), { language });
  expect(headline(buildMeshDiagnosis({ steps }), texts).text).toContain(since);
  expect(headline(buildMeshDiagnosis(), texts).text).not.toContain(since);
  expect(texts.checks['current-logs'].passed(3, since)).toContain(since);
  expect(texts.steps['error-logs'].words.looked(3, 40, since)).toContain(since);
});
