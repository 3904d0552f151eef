import { describe, expect, test } from 'vitest';
import { findingCodes, findingDefinition } from '#steps/catalogue.ts';
import { findingsOf } from './findings-of.ts';
import { clusterWith } from './triggers.ts';

describe('no step gives a finding a severity that its entry does not list', () => {
  test.each(findingCodes)('in the cluster that shows %s', (code) => {
    const cluster = clusterWith(code);
    for (const step of ['health', 'stray-sidecar', 'pod-events', 'error-logs'] as const) {
      for (const finding of findingsOf(step, cluster)) {
        expect(findingDefinition(finding.code).severities, finding.code).toContain(finding.severity);
      }
    }
  });
});
