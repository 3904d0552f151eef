import { describe, expect, test } from 'vitest';
import { findingCatalogue, type FindingCode } from '#diagnosis/finding-catalogue.ts';
import { findingSeverities } from '#diagnosis/finding-severities.ts';
import type { Severity } from '#diagnosis/severity.ts';
import { findingsOf } from '../steps/findings-of.ts';
import { clusterWith } from '../steps/triggers.ts';

describe('no step says that a finding is graver or milder than the reference says it can be', () => {
  test.each(Object.keys(findingCatalogue) as FindingCode[])('in the cluster that shows %s', (code) => {
    const cluster = clusterWith(code);
    for (const step of ['health', 'stray-sidecar', 'pod-events', 'error-logs'] as const) {
      for (const finding of findingsOf(step, cluster)) {
        const possible: readonly Severity[] = findingSeverities[finding.code];
        expect(possible, finding.code).toContain(finding.severity);
      }
    }
  });
});
