import { expect, test } from 'vitest';
import { podStatus } from '#mesh/pod-status.ts';
import { pod, recorded } from './build.ts';

const running = { running: { startedAt: '2026-11-23T08:00:00Z' } };
const waiting = (reason: string) => ({ waiting: { reason } });
const ended = (exitCode: number, reason?: string, signal?: number) => ({
  terminated: { exitCode, reason, signal, finishedAt: '2026-11-23T08:30:00Z' },
});
const initialized = { type: 'Initialized', status: 'True' };
const isReady = { type: 'Ready', status: 'True' };

function container(name: string, state: object, more: object = {}) {
  return { name, ready: false, restartCount: 0, state, ...more };
}

const controller = (state: object, more: object = {}) => container('osm-controller', state, more);
const repo = container('osm-pipy-repo', running, { ready: true });
const spec = {
  initContainers: [{ name: 'init-osm-controller' }, { name: 'osm-init' }],
  containers: [{ name: 'osm-pipy-repo' }, { name: 'osm-controller' }],
};

// The STATUS column of `kubectl get pods`, case by case of its printer
test.each<[string, Record<string, unknown>, string, Record<string, unknown>?]>([
  ['1/2', { containerStatuses: [controller(running), repo], phase: 'Running' }, 'Running'],
  [
    '2/2',
    { containerStatuses: [controller(running, { ready: true }), repo], conditions: [isReady] },
    'Running',
  ],
  ['0/2', { phase: 'Pending' }, 'Pending'],
  [
    '0/2',
    { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated' }] },
    'SchedulingGated',
  ],
  ['0/2', { phase: 'Failed', reason: 'Evicted' }, 'Evicted'],
  ['0/2', { initContainerStatuses: [container('init-osm-controller', running)] }, 'Init:0/2'],
  [
    '0/2',
    {
      initContainerStatuses: [
        container('init-osm-controller', ended(0, 'Completed')),
        container('osm-init', waiting('PodInitializing')),
      ],
    },
    'Init:1/2',
  ],
  [
    '0/2',
    { initContainerStatuses: [container('init-osm-controller', waiting('CrashLoopBackOff'))] },
    'Init:CrashLoopBackOff',
  ],
  [
    '0/2',
    { initContainerStatuses: [container('init-osm-controller', waiting('ErrImagePull'))] },
    'Init:ErrImagePull',
  ],
  ['0/2', { initContainerStatuses: [container('init-osm-controller', ended(6, 'Error'))] }, 'Init:Error'],
  ['0/2', { initContainerStatuses: [container('init-osm-controller', ended(6))] }, 'Init:ExitCode:6'],
  ['0/2', { initContainerStatuses: [container('init-osm-controller', ended(0, undefined, 9))] }, 'Running'],
  [
    '0/2',
    { initContainerStatuses: [container('init-osm-controller', ended(137, undefined, 9))] },
    'Init:Signal:9',
  ],
  [
    '0/2',
    {
      phase: 'Pending',
      containerStatuses: [
        controller(waiting('PodInitializing')),
        container('osm-pipy-repo', waiting('PodInitializing')),
      ],
    },
    'PodInitializing',
  ],
  [
    '0/2',
    {
      phase: 'Pending',
      containerStatuses: [
        controller(waiting('ContainerCreating')),
        container('osm-pipy-repo', waiting('ContainerCreating')),
      ],
    },
    'ContainerCreating',
  ],
  ['1/2', { containerStatuses: [controller(waiting('CrashLoopBackOff')), repo] }, 'CrashLoopBackOff'],
  [
    '1/2',
    { containerStatuses: [controller(waiting('CreateContainerConfigError')), repo] },
    'CreateContainerConfigError',
  ],
  ['1/2', { containerStatuses: [controller(ended(1, 'Error')), repo] }, 'Error'],
  ['1/2', { containerStatuses: [controller(ended(137, 'OOMKilled')), repo] }, 'OOMKilled'],
  ['1/2', { containerStatuses: [controller(ended(2)), repo] }, 'ExitCode:2'],
  ['1/2', { containerStatuses: [controller(ended(137, undefined, 9)), repo] }, 'Signal:9'],
  ['1/2', { containerStatuses: [controller(ended(0, 'Completed')), repo] }, 'NotReady'],
  ['1/2', { containerStatuses: [controller(ended(0, 'Completed')), repo], conditions: [isReady] }, 'Running'],
  ['0/2', { phase: 'Succeeded', containerStatuses: [controller(ended(0, 'Completed'))] }, 'Completed'],
  // the first container that says something wins
  [
    '0/2',
    {
      containerStatuses: [
        controller(waiting('ImagePullBackOff')),
        container('osm-pipy-repo', ended(1, 'Error')),
      ],
    },
    'ImagePullBackOff',
  ],
  ['1/2', { containerStatuses: [controller(running), repo] }, 'Terminating', { deletionTimestamp: 'x' }],
  ['0/2', { phase: 'Failed', reason: 'Evicted' }, 'Evicted', { deletionTimestamp: 'x' }],
  ['0/2', { reason: 'NodeLost' }, 'Unknown', { deletionTimestamp: 'x' }],
  // Initialized is True, so an init container that runs again does not hide the containers
  [
    '1/2',
    {
      conditions: [initialized],
      initContainerStatuses: [container('osm-init', running)],
      containerStatuses: [controller(waiting('CrashLoopBackOff')), repo],
    },
    'CrashLoopBackOff',
  ],
  // a native sidecar counts as a container
  [
    '2/3',
    {
      initContainerStatuses: [container('istio-proxy', running, { started: true, ready: true })],
      containerStatuses: [controller(running), repo],
    },
    'Running',
  ],
])('%s %j is printed as %s', (ready, status, text, metadata = {}) => {
  expect(podStatus(pod({ metadata, spec, status }))).toMatchObject({ ready, status: text });
});

test('restarts are those of the containers, and of the init containers while they run', () => {
  const again = { restartCount: 2, lastState: ended(1) };
  const init = container('init-osm-controller', waiting('CrashLoopBackOff'), again);
  const waitingPod = pod({ spec, status: { initContainerStatuses: [init] } });
  expect(podStatus(waitingPod)).toMatchObject({ restarts: 2, lastRestartAt: '2026-11-23T08:30:00Z' });

  const done = container('init-osm-controller', ended(0, 'Completed'), again);
  const later = {
    terminated: { exitCode: 1, finishedAt: '2026-11-23T08:45:00Z' },
  };
  const crashed = controller(waiting('CrashLoopBackOff'), { restartCount: 3, lastState: later });
  const running3 = pod({
    spec,
    status: { initContainerStatuses: [done], containerStatuses: [crashed, repo] },
  });
  expect(podStatus(running3)).toMatchObject({ restarts: 3, lastRestartAt: '2026-11-23T08:45:00Z' });
});

test('readiness is the pod condition', () => {
  expect(podStatus(pod({ status: { conditions: [isReady] } })).isReady).toBe(true);
  expect(podStatus(pod({ status: { conditions: [{ type: 'Ready', status: 'False' }] } })).isReady).toBe(
    false,
  );
  expect(podStatus(pod()).isReady).toBe(false);
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
