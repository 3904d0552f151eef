import { expect, test } from 'vitest';
import { apiResourceList, event } from '#cluster/api-schemas.ts';

const about = { kind: 'Pod', name: 'p', namespace: 'ns', uid: 'u', fieldPath: 'spec.containers{c}' };

test('an event of the kubelet, in both shapes, is the same record', () => {
  const core = {
    metadata: {
      name: 'e',
      namespace: 'ns',
      creationTimestamp: '2026-11-23T09:00:00Z',
    },
    type: 'Warning',
    reason: 'Unhealthy',
    message: 'Liveness probe failed',
    involvedObject: about,
    source: {
      component: 'kubelet',
      host: 'n',
    },
    count: 3,
    firstTimestamp: '2026-11-23T09:00:00Z',
    lastTimestamp: '2026-11-23T09:00:21Z',
    eventTime: null,
    reportingComponent: 'kubelet',
  };
  const v1 = {
    metadata: core.metadata,
    type: 'Warning',
    reason: 'Unhealthy',
    note: 'Liveness probe failed',
    regarding: about,
    reportingController: 'kubelet',
    eventTime: null,
    deprecatedSource: { component: 'kubelet' },
    deprecatedCount: 3,
    deprecatedFirstTimestamp: '2026-11-23T09:00:00Z',
    deprecatedLastTimestamp: '2026-11-23T09:00:21Z',
  };
  const record = {
    type: 'Warning',
    reason: 'Unhealthy',
    message: 'Liveness probe failed',
    regarding: about,
    reporter: 'kubelet',
    count: 3,
    firstAt: '2026-11-23T09:00:00Z',
    lastAt: '2026-11-23T09:00:21Z',
  };
  expect(event.parse(core)).toEqual(record);
  expect(event.parse(v1)).toEqual(record);
});

test('an event of the scheduler has no count, and null times', () => {
  const given = {
    metadata: {
      name: 'e',
      namespace: 'ns',
    },
    type: 'Warning',
    reason: 'FailedScheduling',
    message: 'm',
    involvedObject: about,
    source: {},
    firstTimestamp: null,
    lastTimestamp: null,
    eventTime: '2026-11-23T09:00:00.123456Z',
    reportingComponent: 'default-scheduler',
  };
  expect(event.parse(given)).toMatchObject({
    count: 1,
    reporter: 'default-scheduler',
    firstAt: given.eventTime,
    lastAt: given.eventTime,
  });
  const series = { count: 7, lastObservedTime: '2026-11-23T09:05:00Z' };
  expect(event.parse({ ...given, series })).toMatchObject({ count: 7, lastAt: series.lastObservedTime });
});

test('an event about nothing is no event', () => {
  expect(event.safeParse({ metadata: { name: 'e' }, involvedObject: { kind: 'Pod' } }).success).toBe(false);
});

test('the kinds of a group version, without subresources', () => {
  const resources = [
    { name: 'trafficsplits', kind: 'TrafficSplit' },
    { name: 'trafficsplits/status', kind: 'TrafficSplit' },
  ];
  expect(
    apiResourceList.parse({ kind: 'APIResourceList', groupVersion: 'split.smi-spec.io/v1alpha4', resources }),
  ).toEqual({
    groupVersion: 'split.smi-spec.io/v1alpha4',
    kinds: ['TrafficSplit'],
  });
});
