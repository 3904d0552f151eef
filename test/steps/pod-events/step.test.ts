import { describe, expect, test } from 'vitest';
import {
  ago,
  healthyCluster,
  refusedFact,
  running,
  terminated,
  waiting,
} from '../../support/cluster-builder.ts';
import { findingsOf, paramsOf, resultOf, told } from '../findings-of.ts';

const step = 'pod-events';
const unhealthy = (message: string, more: { count?: number; lastAgo?: number } = {}) => ({
  reason: 'Unhealthy',
  message,
  container: 'osm-controller',
  ...more,
});
const on = (message: string) => healthyCluster().withEvent('controller', unhealthy(message));

describe('failed probes, as kubelets word them', () => {
  test.each([
    [
      'Liveness probe failed: HTTP probe failed with statuscode: 503',
      'probe-event-status',
      { probe: 'liveness', status: 503 },
    ],
    [
      'Readiness probe failed: Get "http://10.1.2.3:15902/osm-readiness-probe": dial tcp 10.1.2.3:15902: connect: connection refused',
      'probe-event-refused',
      { probe: 'readiness', port: '15902' },
    ],
    [
      'Liveness probe failed: Get http://10.1.2.3:9091/health/alive: dial tcp 10.1.2.3:9091: connect: connection refused',
      'probe-event-refused',
      { probe: 'liveness', port: '9091' },
    ],
    [
      'Startup probe failed: Get "http://[fd00::1]:9091/healthz": dial tcp [fd00::1]:9091: connect: connection refused',
      'probe-event-refused',
      { probe: 'startup', port: '9091' },
    ],
    [
      'Liveness probe failed: Get "https://10.1.2.3:9090/healthz": net/http: request canceled (Client.Timeout exceeded while awaiting headers)',
      'probe-event-timeout',
      { probe: 'liveness' },
    ],
    ['Liveness probe failed: Get "http://10.1.2.3:9091/": EOF', 'probe-event-other', { probe: 'liveness' }],
  ] as const)('%s', (message, code, params) => {
    expect(told(step, on(message))).toEqual([`warning ${code}`]);
    expect(paramsOf(step, code, on(message))).toMatchObject({ container: 'osm-controller', ...params });
  });

  test('before the pod became Ready they belong to its start', () => {
    const cluster = healthyCluster().withEvent(
      'controller',
      unhealthy(
        'Readiness probe failed: Get "http://10.1.2.3:9091/": dial tcp 10.1.2.3:9091: connect: connection refused',
        {
          lastAgo: 600,
          count: 2,
        },
      ),
    );
    expect(told(step, cluster)).toEqual(['info transient-event']);
  });

  test('of a pod that does not exist any more: info', () => {
    const cluster = healthyCluster().withEvent(
      { kind: 'Pod', name: 'osm-controller-5494bcffb6-tn5jv' },
      unhealthy('Liveness probe failed: HTTP probe failed with statuscode: 503'),
    );
    expect(told(step, cluster)).toEqual(['info probe-event-status']);
  });

  test('of a workload without a Ready replica: critical', () => {
    const cluster = on('Liveness probe failed: HTTP probe failed with statuscode: 503').notReady(
      'controller',
    );
    expect(told(step, cluster)).toEqual(['critical probe-event-status']);
  });

  test('when the pods may not be read: a warning, and said to be not checked', () => {
    const cluster = on('Liveness probe failed: HTTP probe failed with statuscode: 503').withFact(
      'pods',
      refusedFact('pods', '', 'osm-system'),
    );
    expect(told(step, cluster)).toEqual(['warning probe-event-status']);
    const needPods = new Set(['events', 'container-states', 'nodes']);
    const ofPods = resultOf(step, cluster).checks.filter(({ id }) => needPods.has(id));
    expect(ofPods.map(({ status }) => status)).toEqual(ofPods.map(() => 'not-checked'));
  });
});

describe('events and states together', () => {
  test('a liveness kill that ended with exit 0 is one trouble, with both evidences', () => {
    const cluster = healthyCluster()
      .withContainer('controller', 'osm-controller', {
        restartCount: 1,
        lastState: terminated(0, 'Completed', 900),
      })
      .withEvent('controller', {
        type: 'Normal',
        reason: 'Killing',
        message: 'Container osm-controller failed liveness probe, will be restarted',
        container: 'osm-controller',
      });
    expect(told(step, cluster)).toEqual(['warning killed-by-liveness']);
    expect(findingsOf(step, cluster)[0]?.evidence.map(({ fact }) => fact)).toEqual(['events', 'pods']);
  });

  test('exit 0 without a known kill is told for itself', () => {
    const cluster = healthyCluster().withContainer('controller', 'osm-controller', {
      restartCount: 1,
      lastState: terminated(0, 'Completed', 5000),
    });
    expect(paramsOf(step, 'container-terminated', cluster)).toMatchObject({ exitCode: 0, restarts: 1 });
  });

  test('a crash loop seen in both is one finding', () => {
    const cluster = healthyCluster()
      .notReady('controller', {
        restartCount: 4,
        state: waiting('CrashLoopBackOff'),
        lastState: terminated(1),
      })
      .withEvent('controller', {
        reason: 'BackOff',
        message: 'Back-off restarting failed container osm-controller in pod x',
        container: 'osm-controller',
        count: 9,
      });
    expect(told(step, cluster)).toEqual(['critical crash-loop', 'critical container-terminated']);
    expect(paramsOf(step, 'crash-loop', cluster).restarts).toBe(4);
  });

  test.each([
    ['rpc error: code = NotFound desc = failed to resolve reference "x:9": x:9: not found', 'not-found'],
    ['pull access denied, repository does not exist or may require authorization', 'unauthorized'],
    ['toomanyrequests: You have reached your pull rate limit', 'rate-limit'],
    ['failed to do request: Head "https://r/v2/": dial tcp: lookup r: no such host', 'network'],
    ['some new words', 'unknown'],
  ])('why an image cannot be pulled: %s', (message, failure) => {
    const cluster = healthyCluster()
      .notReady('controller', { state: waiting('ErrImagePull') })
      .withEvent('controller', {
        reason: 'Failed',
        message: `Failed to pull image "x:9": ${message}`,
        container: 'osm-controller',
      })
      .withEvent('controller', {
        reason: 'Failed',
        message: 'Error: ErrImagePull',
        container: 'osm-controller',
      });
    expect(told(step, cluster)).toEqual(['critical image-pull']);
    expect(paramsOf(step, 'image-pull', cluster)).toMatchObject({
      failure,
      container: 'osm-controller',
      init: false,
    });
  });

  test('the image of an init container', () => {
    const cluster = healthyCluster().withContainer('controller', 'init-osm-controller', {
      ready: false,
      state: waiting('ImagePullBackOff', 'toomanyrequests'),
    });
    expect(paramsOf(step, 'image-pull', cluster)).toMatchObject({
      init: true,
      image: 'curlimages/curl',
      failure: 'rate-limit',
    });
  });

  test('waiting for the bootstrap, and having given up', () => {
    const init = (change: object) =>
      healthyCluster()
        .withContainer('controller', 'init-osm-controller', { ready: false, ...change })
        .notReady('controller');
    expect(paramsOf(step, 'init-not-done', init({ state: running(60) }))).toMatchObject({ state: 'running' });
    const failed = init({ state: waiting('CrashLoopBackOff'), lastState: terminated(7), restartCount: 2 });
    expect(paramsOf(step, 'init-not-done', failed)).toMatchObject({
      state: 'failed',
      exitCode: 7,
      restarts: 2,
    });
    expect(told(step, failed)).toEqual(['critical init-not-done']);
  });

  test('killed for memory names the limit', () => {
    const cluster = healthyCluster().withContainer('injector', 'osm-injector', {
      restartCount: 1,
      lastState: terminated(137, 'OOMKilled', 900),
    });
    expect(paramsOf(step, 'out-of-memory', cluster)).toEqual({
      container: 'osm-injector',
      limit: '64M',
      restarts: 1,
    });
  });
});

describe('the tables', () => {
  test('every event of the control plane, newest last, and nothing of others', () => {
    const cluster = healthyCluster()
      .withEvent(
        'controller',
        unhealthy('Liveness probe failed: HTTP probe failed with statuscode: 503', { lastAgo: 30 }),
      )
      .withEvent('injector', { type: 'Normal', reason: 'Pulled', message: 'already present', lastAgo: 500 })
      .withEvent(
        { kind: 'Pod', name: 'fsm-repo-1-2' },
        { reason: 'BackOff', message: 'Back-off restarting failed container' },
      );
    const { events, states } = resultOf(step, cluster).detail;
    expect(
      events.map(({ reason, finding, severity, lastAt }) => [reason, finding, severity, lastAt]),
    ).toEqual([
      ['Pulled', undefined, undefined, ago(500)],
      ['Unhealthy', 'probe-event-status', 'warning', ago(30)],
    ]);
    expect(states).toHaveLength(6);
    expect(states[0]).toMatchObject({
      container: 'init-osm-controller',
      init: true,
      state: 'terminated: Completed (exit 0)',
    });
  });
});
