import { describe, expect, test } from 'vitest';
import { findingCodes, findingDefinition } from '#steps/catalogue.ts';
import { findingsOf } from './findings-of.ts';
import { clusterWith } from './triggers.ts';

describe('every finding of the catalogue can be seen', () => {
  test.each(findingCodes)('%s', (code) => {
    const found = findingsOf(findingDefinition(code).step, clusterWith(code)).filter(
      (finding) => finding.code === code,
    );
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) {
      expect(finding.evidence.length).toBeGreaterThan(0);
      expect(finding.subject.mesh).toBe('osm');
    }
  });
});
