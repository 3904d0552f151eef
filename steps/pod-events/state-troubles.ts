import type { Container, ContainerState, ContainerStatus } from '#snapshot/kubernetes.ts';
import { conditionOf, lastEnd, type Replica } from '#steps/shared/replicas.ts';
import { programIn, startFailureOf } from '#steps/shared/start-failure.ts';
import { evidenceOf } from '#steps/shared/subjects.ts';
import { pullFailureOf, schedulingReasonOf } from './messages.ts';
import type { Place } from './place.ts';
import { type Trouble, trouble } from './trouble.ts';

/**
 * What the pods' own states say. Events live an hour; states stay (facts §7, last paragraph). Params of a state win over
 * those of an event, since they are of now: rank 1.
 */
export function podTroubles(replica: Replica, place: Place): readonly Trouble[] {
  const { status, spec } = replica.pod;
  // The containers of a pod that has ended say nothing about now; that its node removed it may.
  if (status.phase === 'Failed' || status.phase === 'Succeeded') return lossOfPod(replica, place);
  const starting = status.initContainerStatuses.find(({ state }) => state?.terminated?.exitCode !== 0);
  const isInitialized = conditionOf(replica.pod, 'Initialized')?.status === 'True';
  return [
    ...podConditions(replica, place),
    ...status.containerStatuses.flatMap((item) =>
      containerTroubles(item, specOf(spec.containers, item), place),
    ),
    ...(starting && !isInitialized
      ? initTroubles(starting, specOf(spec.initContainers, starting), place)
      : []),
  ];
}

const specOf = (containers: readonly Container[], { name }: ContainerStatus): Container | undefined =>
  containers.find((container) => container.name === name);

const lostNode = new Set([
  'NodeLost',
  'Shutdown',
  'NodeShutdown',
  'Terminated',
  'NodeAffinity',
  'UnexpectedAdmissionError',
]);

function podConditions(replica: Replica, place: Place): readonly Trouble[] {
  const scheduled = conditionOf(replica.pod, 'PodScheduled');
  const { status, reason, message = '', lastTransitionTime } = scheduled ?? {};
  const isUnschedulable = status === 'False' && reason === 'Unschedulable';
  const params = { reason: schedulingReasonOf(message), message };
  const path = 'status.conditions[PodScheduled]';
  return [
    ...(isUnschedulable
      ? [trouble('unschedulable', place, '', params, ofPod(place, path, message, lastTransitionTime))]
      : []),
    ...lossOfPod(replica, place),
  ];
}

/** Was the pod taken from its node, or lost with it? The pod's own status says it best. */
function lossOfPod({ pod }: Replica, place: Place): readonly Trouble[] {
  const { reason = '', message = '' } = pod.status;
  const disrupted = conditionOf(pod, 'DisruptionTarget');
  const said = { ...ofPod(place, 'status.reason', `${reason}: ${message}`), rank: 2 };
  const params = { reason, message };
  if (['Evicted', 'Preempting'].includes(reason)) return [trouble('evicted', place, '', params, said)];
  if (lostNode.has(reason)) return [trouble('node-trouble', place, '', params, said)];
  if (disrupted?.status !== 'True') return [];
  const { reason: why = '', message: words = '', lastTransitionTime } = disrupted;
  const more = ofPod(place, 'status.conditions[DisruptionTarget]', words, lastTransitionTime);
  return [trouble('evicted', place, '', { reason: why, message: words }, more)];
}

function ofPod(place: Place, path: string, quote: string, time?: string) {
  return { rank: 1, evidence: [evidenceOf('pods', place.subject, path, quote, time)], lastAt: time };
}

const imageWaits =
  /^(?:ErrImagePull|ImagePullBackOff|InvalidImageName|ErrImageNeverPull|ImageInspectError|RegistryUnavailable)$/;
const configWaits = /^(?:CreateContainerConfigError|CreateContainerError|RunContainerError)$/;

/** Trouble of a container that keeps it from running at all; it is the same for init containers. */
function waitTroubles(
  status: ContainerStatus,
  spec: Container | undefined,
  place: Place,
  init: boolean,
): readonly Trouble[] {
  const { name: container, state } = status;
  const { reason = '', message = '' } = state?.waiting ?? {};
  const path = `status.${init ? 'initContainerStatuses' : 'containerStatuses'}[${container}].state.waiting`;
  const more = { rank: 1, evidence: [evidenceOf('pods', place.subject, path, `${reason}: ${message}`)] };
  if (imageWaits.test(reason)) {
    const failure = pullFailureOf(`${reason} ${message}`);
    const params = { container, image: spec?.image ?? '', init, failure, message: message || reason };
    return [
      trouble('image-pull', place, container, params, { ...more, rank: failure === 'unknown' ? 1 : 3 }),
    ];
  }
  if (!configWaits.test(reason)) return [];
  const failure = startFailureOf(message);
  if (failure !== undefined) {
    const failed = { container, failure, program: programIn(message), message };
    return [trouble('start-failed', place, container, failed, more)];
  }
  if (reason === 'CreateContainerConfigError') {
    return [trouble('config-missing', place, container, { container, message }, more)];
  }
  return [trouble('other-warning-event', place, container, { reason, message, count: 1 }, more)];
}

function containerTroubles(
  status: ContainerStatus,
  spec: Container | undefined,
  place: Place,
): readonly Trouble[] {
  const { name: container, restartCount: restarts, state } = status;
  const { reason, message = '' } = state?.waiting ?? {};
  const path = `status.containerStatuses[${container}]`;
  const loop =
    reason === 'CrashLoopBackOff'
      ? [
          trouble(
            'crash-loop',
            place,
            container,
            { container, restarts, message },
            {
              rank: 1,
              evidence: [evidenceOf('pods', place.subject, `${path}.state.waiting`, `${reason}: ${message}`)],
            },
          ),
        ]
      : [];
  return [...waitTroubles(status, spec, place, false), ...loop, ...endTroubles(status, spec, place, path)];
}

/** How the last run ended. Exit 0 says that somebody asked the process to stop (facts §5.4). */
function endTroubles(
  status: ContainerStatus,
  spec: Container | undefined,
  place: Place,
  path: string,
): readonly Trouble[] {
  const { name: container, restartCount: restarts, state } = status;
  const end = lastEnd(status);
  if (end === undefined || (end.exitCode === 0 && restarts === 0)) return [];
  const { exitCode, reason = '', message = '', finishedAt } = end;
  const endPath = `${path}.${state?.terminated ? 'state' : 'lastState'}.terminated`;
  const quote = [`${reason}, exit ${exitCode}`, message].filter(Boolean).join(': ');
  const more = {
    rank: 1,
    evidence: [evidenceOf('pods', place.subject, endPath, quote, finishedAt)],
    lastAt: finishedAt,
  };
  const failure = startFailureOf(message);
  if (failure !== undefined) {
    const params = { container, failure, program: programIn(message), message };
    return [trouble('start-failed', place, container, params, more)];
  }
  if (reason === 'OOMKilled') {
    const limit = spec?.resources?.limits['memory'] ?? '';
    return [trouble('out-of-memory', place, container, { container, limit, restarts }, more)];
  }
  return [trouble('container-terminated', place, container, { container, exitCode, reason, restarts }, more)];
}

/** The first init container that is not done; those after it wait for it. */
function initTroubles(
  status: ContainerStatus,
  spec: Container | undefined,
  place: Place,
): readonly Trouble[] {
  const { name: container, restartCount: restarts, state, lastState } = status;
  const waits = waitTroubles(status, spec, place, true);
  if (waits.length > 0) return waits;
  const end = state?.terminated ?? lastState?.terminated;
  const path = `status.initContainerStatuses[${container}].state`;
  const params = {
    container,
    state: initState(state, end !== undefined),
    restarts,
    exitCode: end?.exitCode ?? 0,
  };
  const time = state?.running?.startedAt ?? end?.finishedAt;
  const evidence = [evidenceOf('pods', place.subject, path, stateText(state), time)];
  return [trouble('init-not-done', place, container, params, { rank: 1, evidence, lastAt: time })];
}

function initState(state: ContainerState | undefined, hasEnded: boolean): 'running' | 'waiting' | 'failed' {
  if (state?.running) return 'running';
  return hasEnded ? 'failed' : 'waiting';
}

/** e.g. `running`, `waiting: CrashLoopBackOff`, `terminated: Error (exit 1)` */
export function stateText(state: ContainerState | undefined): string {
  if (state?.running) return 'running';
  if (state?.terminated) {
    const { reason = '', exitCode } = state.terminated;
    return `terminated: ${reason} (exit ${exitCode})`.replace(':  (', ': (');
  }
  return state?.waiting?.reason ? `waiting: ${state.waiting.reason}` : 'waiting';
}
