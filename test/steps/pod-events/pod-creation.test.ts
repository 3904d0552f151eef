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

  const calling = (why: string): string =>
    `Internal error occurred: failed calling webhook "osm-inject.k8s.io": failed to call webhook: Post "https://osm-injector.osm-system.svc:9090/mutate-pod-creation?timeout=20s": ${why}`;
  const forbidden = (why: string): string => `pods "x" is forbidden: ${why}`;

  test.each([
    [calling('service "osm-injector" not found'), 'webhook-no-service', ''],
    [calling('no endpoints available for service "osm-injector"'), 'webhook-no-endpoints', ''],
    [calling('x509: certificate signed by unknown authority'), 'webhook-x509-authority', ''],
    [
      calling(
        'x509: certificate signed by unknown authority (possibly because of "crypto/rsa: verification error" while trying to verify candidate authority certificate "osm-ca.openservicemesh.io")',
      ),
      'webhook-x509-authority',
      '',
    ],
    [
      calling(
        'tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-23T09:15:35Z is after 2026-11-20T08:24:04Z',
      ),
      'webhook-x509-expired',
      '2026-11-20T08:24:04Z',
    ],
    [
      calling(
        'x509: certificate has expired or is not yet valid: current time 2026-11-23T09:15:35Z is before 2026-11-23T09:30:00Z',
      ),
      'webhook-x509-not-yet-valid',
      '2026-11-23T09:30:00Z',
    ],
    [calling('x509: certificate has expired or is not yet valid'), 'webhook-x509-expired', ''],
    [
      calling('x509: certificate is valid for osm-injector.a.svc, not osm-injector.osm-system.svc'),
      'webhook-x509-name',
      'osm-injector.a.svc',
    ],
    [calling('dial tcp 10.0.0.1:9090: i/o timeout'), 'webhook-timeout', ''],
    [calling('context deadline exceeded'), 'webhook-timeout', ''],
    [
      calling('net/http: request canceled (Client.Timeout exceeded while awaiting headers)'),
      'webhook-timeout',
      '',
    ],
    [calling('dial tcp 10.0.0.1:9090: connect: no route to host'), 'webhook-timeout', ''],
    [calling('dial tcp 10.0.0.1:9090: connect: connection refused'), 'webhook-refused', ''],
    [calling('http: server gave HTTP response to HTTPS client'), 'webhook-answer', ''],
    [
      'admission webhook "osm-inject.k8s.io" denied the request: Invalid annotation value',
      'webhook-denied',
      '',
    ],
    [
      forbidden('exceeded quota: compute, requested: cpu=1, used: cpu=2, limited: cpu=2'),
      'quota-exceeded',
      'compute',
    ],
    [
      forbidden('failed quota: compute: must specify limits.cpu for: osm-controller'),
      'quota-incomplete',
      'compute',
    ],
    [
      forbidden(
        'insufficient quota to match these scopes: [{PriorityClass In [system-node-critical system-cluster-critical]}]',
      ),
      'quota-scope',
      'system-node-critical system-cluster-critical',
    ],
    [forbidden('no PriorityClass with name osm-critical was found'), 'priority-class', 'osm-critical'],
    [
      forbidden('violates PodSecurity "restricted:latest": runAsNonRoot != true'),
      'pod-security',
      'restricted:latest',
    ],
    [forbidden('unable to validate against any security context constraint: []'), 'security-constraint', ''],
    [forbidden('maximum memory usage per Container is 64Mi, but limit is 1G'), 'limit-range', 'memory'],
    [
      forbidden('cpu max limit to request ratio per Container is 2, but provided ratio is 3.000000'),
      'limit-range',
      'cpu',
    ],
    [
      forbidden('error looking up service account osm-system/osm: serviceaccount "osm" not found'),
      'service-account',
      'osm',
    ],
    [
      forbidden('unable to create new content in namespace osm-system because it is being terminated'),
      'namespace-terminating',
      'osm-system',
    ],
    [forbidden('something else'), 'other', ''],
  ])('%s', (message, failure, object) => {
    expect(told(step, rejected(`Error creating: ${message}`))).toEqual(['critical create-rejected']);
    const params = paramsOf(step, 'create-rejected', rejected(`Error creating: ${message}`));
    expect(params).toMatchObject({
      failure,
      object,
      count: 14,
      webhook: message.includes('webhook') ? 'osm-inject.k8s.io' : '',
      service: message.includes('https:') ? 'osm-system/osm-injector' : '',
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
