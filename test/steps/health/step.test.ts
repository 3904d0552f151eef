import { describe, expect, test } from 'vitest';
import type { ProbeAttempt } from '#snapshot/probe-call.ts';
import {
  ago,
  answered,
  healthyCluster,
  noAnswer,
  proxyFailed,
  refused,
  running,
  terminated,
  waiting,
} from '../../support/cluster-builder.ts';
import { findingsOf, paramsOf, resultOf, told } from '../findings-of.ts';

const sick = 'Liveness probe for SMI indicates it is not alive';
const fail = answered(503, sick);
const codes = (cluster: ReturnType<typeof healthyCluster>) => told('health', cluster);
const rollingOut = (cluster: ReturnType<typeof healthyCluster>) =>
  cluster.withDeployment('controller', (deployment) => {
    Object.assign(deployment.status.conditions[0]!, { reason: 'ReplicaSetUpdated' });
  });

describe('replicas', () => {
  test('the only replica is not Ready: critical', () => {
    expect(codes(healthyCluster().notReady('injector'))).toEqual([
      'critical component-down',
      'critical replica-not-ready',
      'critical service-without-endpoints',
    ]);
  });

  test('one of two is not Ready: a warning', () => {
    expect(codes(healthyCluster().withReplicas('injector', 2).notReady('injector'))).toEqual([
      'warning replica-not-ready',
    ]);
  });

  test('one of two loops: critical', () => {
    const cluster = healthyCluster().withReplicas('injector', 2);
    expect(
      codes(cluster.notReady('injector', { state: waiting('CrashLoopBackOff'), restartCount: 4 })),
    ).toEqual(['critical replica-not-ready']);
  });

  test('a young replica of a rollout beside a Ready one: info', () => {
    const cluster = rollingOut(healthyCluster().withReplicas('controller', 2)).notReady('controller');
    cluster.withPod('controller', (pod) => {
      pod.status.startTime = ago(20);
    });
    expect(codes(cluster)).toEqual(['info replica-not-ready', 'info rollout-in-progress']);
  });

  test('an old replica of a rollout that is still not Ready: a warning', () => {
    const cluster = rollingOut(healthyCluster().withReplicas('controller', 2)).notReady('controller');
    expect(codes(cluster)).toEqual(['warning replica-not-ready', 'info rollout-in-progress']);
  });

  test('Ready now, restarted before: a warning with the last end', () => {
    const cluster = healthyCluster().withContainer('controller', 'osm-controller', {
      restartCount: 2,
      lastState: terminated(0, 'Completed', 900),
    });
    expect(codes(cluster)).toEqual(['warning restarted-before']);
    expect(paramsOf('health', 'restarted-before', cluster)).toEqual({
      container: 'osm-controller',
      restarts: 2,
      reason: 'Completed',
      exitCode: 0,
      finishedAt: ago(900),
    });
  });

  test('Ready between two ends of a loop: critical', () => {
    const cluster = healthyCluster().withContainer('controller', 'osm-controller', {
      restartCount: 3,
      lastState: terminated(1, 'Error', 60),
      state: running(40),
    });
    expect(codes(cluster)).toEqual(['critical restarted-before']);
  });

  test('the one restart of a 1.3 controller before its repo was up is harmless', () => {
    const cluster = healthyCluster().withContainer('controller', 'osm-controller', {
      restartCount: 1,
      lastState: terminated(1, 'Error', 615),
    });
    expect(codes(cluster)).toEqual(['info restarted-before']);
    expect(codes(cluster.withIdentity({ version: '1.2.3' }))).toContain('warning restarted-before');
  });

  test('evicted and terminating pods count for nothing', () => {
    const cluster = healthyCluster().withReplicas('injector', 3, (pod, replica) => {
      if (replica === 0) Object.assign(pod.status, { phase: 'Failed', reason: 'Evicted', conditions: [] });
      if (replica === 1) pod.metadata.deletionTimestamp = ago(5);
    });
    cluster.withDeployment('injector', (deployment) => {
      deployment.spec.replicas = 1;
    });
    expect(codes(cluster)).toEqual([]);
  });

  test('fewer pods than wanted, the others Ready: a warning', () => {
    const cluster = healthyCluster().withDeployment('injector', (deployment) => {
      deployment.spec.replicas = 2;
    });
    expect(codes(cluster)).toEqual(['warning component-down']);
  });
});

describe('probes', () => {
  const cases: readonly (readonly [string, readonly ProbeAttempt[], string])[] = [
    ['one failing call while Ready', [fail], 'warning probe-status'],
    ['flapping', [fail, answered(200), fail], 'warning probe-status'],
    ['failing as often as the kubelet allows, though Ready', [fail, fail, fail], 'critical probe-status'],
    ['refused', [refused(), refused(), refused()], 'critical probe-refused'],
    ['no answer', [noAnswer(), noAnswer(), noAnswer()], 'critical probe-no-answer'],
    ['wrong port', [answered(404), answered(404), answered(404)], 'critical probe-status'],
  ];
  test.each(cases)('%s', (_, attempts, expected) => {
    expect(codes(healthyCluster().withProbe('controller', 'liveness', attempts))).toEqual([expected]);
  });

  test('the body tells the sub-probe', () => {
    const cluster = healthyCluster().withProbe('controller', 'liveness', [fail, fail, fail]);
    expect(paramsOf('health', 'probe-status', cluster)).toMatchObject({
      url: 'http://:9091/health/alive',
      status: 503,
      subProbe: 'SMI',
      consistent: true,
    });
  });

  test('a redirect passes, as for the kubelet', () => {
    expect(codes(healthyCluster().withProbe('controller', 'liveness', [answered(302)]))).toEqual([]);
  });

  test('a call that the API server could not carry is not checked, and no finding', () => {
    const cluster = healthyCluster().withProbe('controller', 'liveness', [proxyFailed(), proxyFailed()]);
    const { findings, checks, detail, status } = resultOf('health', cluster);
    expect(findings).toEqual([]);
    expect(checks.find(({ id }) => id === 'probes-now')).toMatchObject({ status: 'not-checked' });
    expect(status).toBe('not-checked');
    expect(detail.probes.find(({ url }) => url.endsWith('/alive'))).toMatchObject({ verdict: 'not-checked' });
  });

  test('beside a Ready replica a failing one is a warning; the one that serves alone is critical', () => {
    const cluster = healthyCluster().withReplicas('injector', 2).notReady('injector');
    cluster.withProbe('injector', 'liveness', [fail, fail, fail]);
    const own = findingsOf('health', cluster).filter(({ code }) => code === 'probe-status');
    expect(own.map(({ severity, subject }) => [severity, subject.name])).toEqual([
      ['critical', cluster.podName('injector', 1)],
      ['warning', cluster.podName('injector', 0)],
    ]);
  });

  test('every probe of the spec has a row, with the manual way and the opinion of the kubelet', () => {
    const cluster = healthyCluster().withEvent('controller', {
      reason: 'Unhealthy',
      message: 'Liveness probe failed: HTTP probe failed with statuscode: 503',
      container: 'osm-controller',
      count: 7,
    });
    const { probes } = resultOf('health', cluster).detail;
    expect(probes).toHaveLength(8);
    const pod = cluster.podName('controller');
    expect(probes.find(({ url }) => url === 'http://:9091/health/alive')).toMatchObject({
      verdict: 'passes',
      meaning: 'controller-alive',
      kubeletFailures: 7,
      kubeletLastAt: ago(60),
      manual: {
        forward: ['kubectl', 'port-forward', '-n', 'osm-system', `pod/${pod}`, '9091'],
        call: ['curl', '-i', 'localhost:9091/health/alive'],
        expect: '200 OK Service is alive',
      },
    });
  });

  test('https and a named port are called as the spec says', () => {
    const cluster = healthyCluster().withPod('injector', (pod) => {
      const probe = pod.spec.containers[0]!.livenessProbe!.httpGet!;
      Object.assign(probe, { scheme: 'HTTPS', port: 'inject' });
      pod.spec.containers[0]!.ports.push({ name: 'inject', containerPort: 9090, protocol: 'TCP' });
    });
    const row = resultOf('health', cluster).detail.probes.find(
      ({ url }) => url === 'https://:inject/healthz',
    );
    expect(row?.manual.call).toEqual(['curl', '-ki', 'https://localhost:9090/healthz']);
  });
});
