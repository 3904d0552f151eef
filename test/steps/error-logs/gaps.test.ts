import { describe, expect, test } from 'vitest';
import { absent, healthyCluster, klog, refusedFact, zerolog } from '../../support/cluster-builder.ts';
import { paramsOf, resultOf, told } from '../findings-of.ts';

const step = 'error-logs';

describe('what the logs do not say', () => {
  test('a process that waits for its informers says which kinds', () => {
    const cluster = healthyCluster()
      .notReady('controller')
      .withLog('controller', [
        zerolog('info', '', 'Waiting for MeshConfig informer cache sync...'),
        zerolog('info', '', 'Waiting for TCPRoute informer cache sync...'),
        klog(
          'E',
          'reflector.go:140] x: Failed to watch *v1alpha4.TCPRoute: failed to list *v1alpha4.TCPRoute: the server could not find the requested resource (get tcproutes.specs.smi-spec.io)',
        ),
      ]);
    expect(told(step, cluster)).toEqual(['critical log-missing-resource', 'critical informers-stuck']);
    expect(paramsOf(step, 'informers-stuck', cluster).kinds).toEqual(['TCPRoute']);
  });

  test.each(['fatal', 'panic', 'disabled'])('a log level of %s silences errors', (level) => {
    const cluster = healthyCluster().withPod('injector', (pod) => {
      pod.spec.containers[0]!.args = ['--verbosity', level];
    });
    expect(paramsOf(step, 'log-level-silences', cluster)).toEqual({ level, where: '--verbosity' });
  });

  test('no previous log is normal; a refused one is not checked', () => {
    const refused = healthyCluster().withLogState(
      'controller',
      true,
      refusedFact('pods/log', '', 'osm-system'),
    );
    expect(resultOf(step, healthyCluster().withLogState('controller', true, absent)).status).toBe('clear');
    expect(resultOf(step, refused).checks.map(({ status }) => status)).toEqual([
      'passed',
      'not-checked',
      'passed',
    ]);
    const row = resultOf(step, refused).detail.logs.find(
      ({ previous, container }) => previous && container === 'osm-controller',
    );
    expect(row?.gap).toMatchObject({ state: 'refused' });
  });

  test("the guide's command names the container, and the previous log after a restart", () => {
    const cluster = healthyCluster().withContainer('injector', 'osm-injector', { restartCount: 1 });
    const pod = cluster.podName('injector');
    expect(resultOf(step, cluster).detail.guideCommands).toContainEqual([
      'kubectl',
      'logs',
      '-n',
      'osm-system',
      pod,
      '-c',
      'osm-injector',
      '--previous',
    ]);
  });
});
