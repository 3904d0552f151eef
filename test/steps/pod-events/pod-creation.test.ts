import { describe, expect, test } from 'vitest';
import { healthyCluster, refusedFact } from '../../support/cluster-builder.ts';
import { findingsOf, paramsOf, told } from '../findings-of.ts';

const step = 'pod-events';

describe('pods that are not created', () => {
  const rejected = (message: string) =>
    healthyCluster()
      .withoutPods('injector')
      .withFact('replicaSets', refusedFact('replicasets', 'apps', 'osm-system'))
      .withEvent(
        { kind: 'ReplicaSet', name: 'osm-injector-847c965c' },
        { reason: 'FailedCreate', message, count: 14 },
      );

  test.each([
    [
      'failed calling webhook "osm-inject.k8s.io": Post "https://x": service "osm-injector" not found',
      'webhook-no-service',
    ],
    [
      'failed calling webhook "osm-inject.k8s.io": x509: certificate signed by unknown authority',
      'webhook-x509',
    ],
    ['failed calling webhook "osm-inject.k8s.io": dial tcp 10.0.0.1:9090: i/o timeout', 'webhook-timeout'],
    [
      'failed calling webhook "osm-inject.k8s.io": no endpoints available for service "osm-injector"',
      'webhook-refused',
    ],
    ['admission webhook "osm-inject.k8s.io" denied the request: Invalid annotation value', 'webhook-denied'],
    ['pods "x" is forbidden: exceeded quota: compute', 'quota'],
    ['pods "x" is forbidden: violates PodSecurity "restricted:latest"', 'pod-security'],
    ['pods "x" is forbidden: something else', 'other'],
  ])('%s', (message, failure) => {
    expect(told(step, rejected(`Error creating: ${message}`))).toEqual(['critical create-rejected']);
    const params = paramsOf(step, 'create-rejected', rejected(`Error creating: ${message}`));
    expect(params).toMatchObject({
      failure,
      count: 14,
      webhook: message.includes('webhook') ? 'osm-inject.k8s.io' : '',
    });
  });

  test('a ReplicaSet that got its pods after all: noise', () => {
    const cluster = healthyCluster().withEvent(
      { kind: 'ReplicaSet', name: 'osm-injector-847c965c' },
      { reason: 'FailedCreate', message: 'Error creating: Internal error' },
    );
    expect(told(step, cluster)).toEqual(['info transient-event']);
  });
});

describe('scheduling', () => {
  test.each([
    ['0/3 nodes are available: 1 node(s) had untolerated taint {x: }, 2 Insufficient cpu.', 'resources'],
    ["0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector.", 'node-affinity'],
    ['0/1 nodes are available: 1 node(s) had untolerated taint {dedicated: gpu}.', 'taint'],
    [
      '0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }.',
      'node-trouble',
    ],
    [
      "0/3 nodes are available: 1 node(s) had taint {node.kubernetes.io/disk-pressure: }, that the pod didn't tolerate, 2 Insufficient cpu.",
      'node-trouble',
    ],
    ['0/2 nodes are available: 2 node(s) were unschedulable.', 'node-trouble'],
    ['0/1 nodes are available: 1 node(s) had volume node affinity conflict.', 'volume'],
  ])('%s', (message, reason) => {
    const cluster = healthyCluster()
      .withPod('controller', (pod) => {
        const scheduled = pod.status.conditions.find(({ type }) => type === 'PodScheduled')!;
        Object.assign(scheduled, { status: 'False', reason: 'Unschedulable', message });
        Object.assign(pod.status, { containerStatuses: [], initContainerStatuses: [] });
        pod.status.conditions = pod.status.conditions.filter(({ type }) => type === 'PodScheduled');
      })
      .withEvent('controller', { reason: 'FailedScheduling', message, reporter: 'default-scheduler' });
    expect(told(step, cluster)).toEqual(['critical unschedulable']);
    expect(paramsOf(step, 'unschedulable', cluster)).toMatchObject({ reason });
    expect(
      findingsOf(step, cluster)[0]
        ?.evidence.map(({ fact }) => fact)
        .toSorted(),
    ).toEqual(['events', 'pods']);
  });
});
