import { describe, expect, test } from 'vitest';
import { podCells } from '#demo/table-pods.ts';
import { containerStatus, podStatus } from '#mesh/pod-status.ts';
import { age } from '#presentation/age.ts';
import { pod, recorded } from './build.ts';
import { now, podCases } from './pod-cases.ts';

test('the table of cases is read whole', () => {
  expect(podCases).toHaveLength(58);
});

describe('as kubectl prints it', () => {
  test.each(podCases)('$title: $ready $status $restarts', (podCase) => {
    const { lastRestartAt, ready, restarts, status } = podStatus(pod(podCase.pod));
    const since = lastRestartAt === undefined ? '' : ` (${age(lastRestartAt, now)} ago)`;
    expect({ ready, status, restarts: `${restarts}${since}` }).toEqual({
      ready: podCase.ready,
      status: podCase.status,
      restarts: podCase.restarts,
    });
  });
});

describe('as the embedded API server prints it for kubectl', () => {
  test.each(podCases)('$title: $ready $status $restarts', (podCase) => {
    const [, ready, status, restarts] = podCells(podCase.pod, Date.parse(now));
    expect({ ready, status, restarts }).toEqual({
      ready: podCase.ready,
      status: podCase.status,
      restarts: podCase.restarts,
    });
  });

  test('with the readiness gates that are open (TestPrintPodwide test1)', () => {
    const gates = ['one', 'two', 'three'].map((conditionType) => ({ conditionType }));
    const conditions = [
      { type: 'one', status: 'False' },
      { type: 'two', status: 'True' },
    ];
    const gated = { metadata: { name: 'a' }, spec: { readinessGates: gates }, status: { conditions } };
    expect(podCells(gated, Date.parse(now)).at(-1)).toBe('1/3');
  });
});

test('readiness is the pod condition', () => {
  const withReady = (status: string) => pod({ status: { conditions: [{ type: 'Ready', status }] } });
  expect(podStatus(withReady('True')).isReady).toBe(true);
  expect(podStatus(withReady('False')).isReady).toBe(false);
  expect(podStatus(pod()).isReady).toBe(false);
});

test('the status of a container is found among those of containers and init containers', () => {
  const status = (name: string) => ({ name, ready: false, restartCount: 0 });
  const both = pod({ status: { initContainerStatuses: [status('a')], containerStatuses: [status('b')] } });
  expect(containerStatus(both, 'a')?.name).toBe('a');
  expect(containerStatus(both, 'b')?.name).toBe('b');
  expect(containerStatus(both, 'c')).toBeUndefined();
});

test.each([
  ['01-healthy', ['1/1 Running 0', '2/2 Running 0', '1/1 Running 0']],
  ['02-two-meshes', ['2/2 Running 0', '3/3 Running 0', '2/2 Running 0']],
  ['03-liveness-503', ['1/1 Running 0', '2/2 Running 3', '1/1 Running 0']],
  ['04b-image-pull', ['1/1 Running 0', '1/2 ImagePullBackOff 0', '1/1 Running 0']],
  ['06b-crashloop-fatal', ['1/1 Running 0', '1/2 CrashLoopBackOff 3', '1/1 Running 0']],
])('the real pods of %s', (scenario, rows) => {
  const seen = recorded(scenario).pods.map((item) => podStatus(item));
  expect(seen.map(({ ready, status, restarts }) => `${ready} ${status} ${restarts}`)).toEqual(rows);
});
