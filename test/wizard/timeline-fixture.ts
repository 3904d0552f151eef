import { onTestFinished } from 'vitest';
import type { MeshDiagnosis, TimelineEntry } from '#diagnosis/diagnosis.ts';
import { type OpenOptions, openWizard, type OpenWizard } from '../support/frame.tsx';
import { fakeDiagnosis, fakeMesh, fakePorts } from './fakes.ts';

function entry(
  at: string,
  kind: TimelineEntry['kind'],
  text: string,
  more: Partial<TimelineEntry> = {},
): TimelineEntry {
  const subject = { mesh: 'osm', kind: 'Pod', namespace: 'osm-system', name: 'osm-controller-x' } as const;
  return { at: `2026-11-23T${at}Z`, kind, subject, text, count: 1, ...more };
}

export const timeline: readonly TimelineEntry[] = [
  entry('09:20:00', 'label-change', 'openservicemesh.io/monitored-by=osm2 (kubectl)'),
  entry('09:30:00', 'rollout', 'osm-controller-7d9'),
  entry('09:30:05', 'pod-created', 'osm-controller-x'),
  entry('09:31:00', 'container-end', 'Error (exit 1)'),
  entry('09:32:00', 'probe-failure', 'Unhealthy: 名前 \u001B[31mred', {
    count: 40,
    until: '2026-11-23T09:50:00Z',
  }),
  entry('09:59:00', 'log', 'fatal: no CA'),
];

/** The wizard on the verdict of a mesh with a time line. */
export async function openVerdict(
  options: OpenOptions = {},
  others: readonly MeshDiagnosis[] = [],
): Promise<OpenWizard> {
  const diagnosis = fakeDiagnosis([fakeMesh('osm', 'osm-system', { timeline }), ...others]);
  const wizard = await openWizard(fakePorts({ diagnose: () => diagnosis }), options);
  onTestFinished(wizard.close);
  await wizard.type('5');
  return wizard;
}
