import type { KubeObject } from './scenario.ts';

/** Fields that core/v1 and events.k8s.io/v1 name differently. Stored is the form of core/v1. */
const NAMES: Readonly<Record<string, string>> = {
  involvedObject: 'regarding',
  message: 'note',
  reportingComponent: 'reportingController',
  source: 'deprecatedSource',
  firstTimestamp: 'deprecatedFirstTimestamp',
  lastTimestamp: 'deprecatedLastTimestamp',
  count: 'deprecatedCount',
};

/** Written by core/v1 even when empty, but not by events.k8s.io/v1. */
const OMITTED_WHEN_EMPTY: ReadonlySet<string> = new Set(['reportingComponent', 'reportingInstance']);

/** An event as events.k8s.io/v1 shows it. */
export function eventsV1(event: KubeObject): object {
  return Object.fromEntries(
    Object.entries(event)
      .filter(([field, value]) => value !== '' || !OMITTED_WHEN_EMPTY.has(field))
      .map(([field, value]) => [NAMES[field] ?? field, value]),
  );
}
