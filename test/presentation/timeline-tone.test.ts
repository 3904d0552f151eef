import { expect, test } from 'vitest';
import type { TimelineEntry } from '#diagnosis/diagnosis.ts';
import { toneOf } from '#presentation/timeline.ts';

test.each([
  ['container-end', 'Completed (exit 0)', 'plain'],
  ['container-end', 'Error (exit 1)', 'trouble'],
  ['container-start', 'started', 'plain'],
  ['event', 'FailedScheduling: 0/3 nodes are available', 'caution'],
  ['probe-failure', 'Unhealthy: 503', 'trouble'],
  ['log', 'fatal: no CA', 'trouble'],
] as const)('%s, "%s" is told as %s', (kind, text, tone) => {
  const subject = { mesh: 'osm', kind: 'Pod', namespace: 'osm-system', name: 'osm-controller-x' } as const;
  const entry: TimelineEntry = { at: '2026-11-23T09:20:00Z', kind, subject, text, count: 1 };
  expect(toneOf(entry)).toBe(tone);
});
