import { describe, expect, test } from 'vitest';
import { stepIds } from '#diagnosis/step.ts';
import { healthyCluster } from '../support/cluster-builder.ts';
import { findingsOf, resultOf } from './findings-of.ts';

describe('a healthy control plane', () => {
  test.each(stepIds)('%s says nothing above info, and every check passed', (step) => {
    const { findings, checks, status } = resultOf(step, healthyCluster());
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(checks.map((check) => check.status)).toEqual(checks.map(() => 'passed'));
    expect(status).toBe('clear');
  });

  test.each([
    ['flomesh/pipy-repo:0.90.3-38', '1.3.9'],
    ['flomesh/pipy:0.50.0-25', '1.1.3'],
    ['quay.io/flomesh/pipy-ubi8:0.90.3-38', '1.3.9'],
    ['registry.local:5000/mirror/pipy@sha256:0123', '1.3.9'],
  ])('the repo server is never a finding: %s in version %s', (image, version) => {
    const cluster = healthyCluster().withPod('controller', (pod) => {
      pod.spec.containers.find(({ name }) => name === 'osm-pipy-repo')!.image = image;
    });
    cluster.withIdentity({ version });
    expect(findingsOf('stray-sidecar', cluster)).toEqual([]);
    const rows = resultOf('stray-sidecar', cluster).detail.containers;
    expect(rows.find(({ container }) => container === 'osm-pipy-repo')).toMatchObject({
      verdict: 'repo-server',
    });
  });

  test.each(stepIds)('%s does not depend on the order of what was read', (step) => {
    const cluster = healthyCluster()
      .withReplicas('controller', 3)
      .notReady('controller', { restartCount: 5 })
      .withEvent('controller', {
        reason: 'Unhealthy',
        message: 'Liveness probe failed: HTTP probe failed with statuscode: 503',
        container: 'osm-controller',
        count: 4,
      })
      .withEvent('injector', { reason: 'FailedMount', message: 'volume "x"', lastAgo: 10 })
      .withLog('controller', ['panic: boom', 'goroutine 1 [running]:'], { replica: 1 });
    const forward = findingsOf(step, cluster);
    const { facts } = cluster.input();
    if (facts.pods.state === 'read')
      cluster.withFact('pods', { ...facts.pods, value: facts.pods.value.toReversed() });
    if (facts.events.state === 'read')
      cluster.withFact('events', { ...facts.events, value: facts.events.value.toReversed() });
    cluster.withFact('logs', Object.fromEntries(Object.entries(facts.logs).toReversed()));
    expect(findingsOf(step, cluster)).toEqual(forward);
  });
});
