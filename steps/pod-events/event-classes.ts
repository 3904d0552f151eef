import { containerStatus } from '#mesh/pod-status.ts';
import type { Evidence } from '#diagnosis/finding.ts';
import type { FindingCode, FindingParams } from '#diagnosis/registry.ts';
import type { EventRecord } from '#snapshot/kubernetes.ts';
import { containerOf, isAboutInit, parseProbeEvent } from '#steps/shared/probe-event.ts';
import { programIn, startFailureOf } from '#steps/shared/start-failure.ts';
import type { Preparation } from '#steps/shared/start-up.ts';
import { createFailureOf } from './create-failures.ts';
import { pullFailureOf, schedulingReasonOf, volumeOf } from './messages.ts';
import type { Place } from './place.ts';
import { type Trouble, trouble } from './trouble.ts';

/** One class of events by what to do about them (design §4, step 2). The first row that fits an event wins. */
interface EventClass<C extends FindingCode> {
  readonly code: C;
  readonly source: string;
  readonly reasons: RegExp;
  /** Any message fits when absent. */
  readonly message?: RegExp;
  /** It keeps a container from starting; when the pod got past it, it was noise. */
  readonly preparation?: Preparation;
  /** Which of several says it best; 0 when absent. */
  readonly rank?: (params: FindingParams[C]) => number;
  params(event: EventRecord, place: Place): FindingParams[C] | undefined;
}

/** A row of the table with its code forgotten, so that rows of all codes stand in one list. */
export interface AnyEventClass {
  readonly code: FindingCode;
  readonly preparation?: Preparation;
  fits(event: EventRecord): boolean;
  troubleOf(event: EventRecord, place: Place, evidence: Evidence): Trouble | undefined;
}

function defineClass<C extends FindingCode>(row: EventClass<C>): AnyEventClass {
  return {
    code: row.code,
    ...(row.preparation === undefined ? {} : { preparation: row.preparation }),
    fits: ({ reason, message }) => row.reasons.test(reason) && (row.message?.test(message) ?? true),
    troubleOf(event, place, evidence) {
      const params = row.params(event, place);
      if (params === undefined) return undefined;
      const rank = row.rank?.(params) ?? 0;
      const container = 'container' in params ? containerOf(event) : '';
      return trouble(row.code, place, container, params, {
        rank,
        evidence: [evidence],
        lastAt: event.lastAt,
      });
    },
  };
}

const restartsOf = (event: EventRecord, { replica }: Place): number =>
  (replica && containerStatus(replica.pod, containerOf(event))?.restartCount) ?? 0;

/** The image that an event names, else the one in the pod's spec. */
function imageOf(event: EventRecord, { replica }: Place): string {
  const named = /image "([^"]+)"/.exec(event.message)?.[1];
  const spec = replica?.pod.spec;
  const all = [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])];
  return named ?? all.find(({ name }) => name === containerOf(event))?.image ?? '';
}

export const eventClasses: readonly AnyEventClass[] = [
  defineClass({
    code: 'killed-by-liveness',
    source: 'facts §7: Killing; a Normal event',
    reasons: /^Killing$/,
    message: /failed (?:liveness|startup) probe/i,
    params: (event) => ({ container: containerOf(event), count: event.count }),
  }),
  defineClass({
    code: 'probe-event-status',
    source: 'facts §7: statuscode form',
    reasons: /^(?:Unhealthy|ProbeWarning)$/,
    params(event) {
      const parsed = parseProbeEvent(event);
      if (parsed?.kind !== 'status') return undefined;
      const { container, probe, status } = parsed;
      return { container, probe, status, count: event.count };
    },
  }),
  defineClass({
    code: 'probe-event-refused',
    source: 'facts §7: connection refused form',
    reasons: /^(?:Unhealthy|ProbeWarning)$/,
    params(event) {
      const parsed = parseProbeEvent(event);
      if (parsed?.kind !== 'refused') return undefined;
      const { container, probe, port } = parsed;
      return { container, probe, port, count: event.count };
    },
  }),
  defineClass({
    code: 'probe-event-timeout',
    source: 'facts §7: Client.Timeout form',
    reasons: /^(?:Unhealthy|ProbeWarning)$/,
    params(event) {
      const parsed = parseProbeEvent(event);
      if (parsed?.kind !== 'timeout') return undefined;
      return { container: parsed.container, probe: parsed.probe, count: event.count };
    },
  }),
  defineClass({
    code: 'probe-event-other',
    source: 'facts §7: EOF, broken transport',
    reasons: /^(?:Unhealthy|ProbeWarning)$/,
    params(event) {
      const parsed = parseProbeEvent(event);
      if (parsed?.kind !== 'other') return undefined;
      const { container, probe, message } = parsed;
      return { container, probe, message, count: event.count };
    },
  }),
  defineClass({
    code: 'image-pull',
    source: 'facts §7: Failed and BackOff; recording 04b',
    reasons: /^(?:Failed|BackOff|ErrImageNeverPull|InspectFailed)$/,
    message: /pull(?:ing)? image|ErrImage|ImagePullBackOff|InvalidImageName|ImageInspectError|inspect image/i,
    preparation: 'container',
    rank: ({ failure }) => (failure === 'unknown' ? 0 : 2),
    params: (event, place) => ({
      container: containerOf(event),
      image: imageOf(event, place),
      init: isAboutInit(event),
      failure: pullFailureOf(event.message),
      message: event.message,
    }),
  }),
  defineClass({
    code: 'start-failed',
    source: 'osm#4702: the runtime cannot execute the program',
    reasons: /^Failed$/,
    params({ message, ...event }) {
      const failure = startFailureOf(message);
      if (failure === undefined) return undefined;
      return { container: containerOf({ ...event, message }), failure, program: programIn(message), message };
    },
  }),
  defineClass({
    code: 'config-missing',
    source: 'kubernetes-api-facts: CreateContainerConfigError',
    reasons: /^Failed$/,
    message: /(?:configmap|secret)s? .*not found|couldn't find key|CreateContainerConfigError/i,
    preparation: 'container',
    params: (event) => ({ container: containerOf(event), message: event.message }),
  }),
  defineClass({
    code: 'init-not-done',
    source: 'facts §2.4: the wait for the bootstrap ends with an error and starts again',
    reasons: /^BackOff$/,
    message: /restarting failed container/i,
    preparation: 'container',
    params(event, place) {
      if (!isAboutInit(event)) return undefined;
      return {
        container: containerOf(event),
        state: 'failed',
        restarts: restartsOf(event, place),
        exitCode: 0,
      };
    },
  }),
  defineClass({
    code: 'crash-loop',
    source: 'facts §7: BackOff; recording 06b',
    reasons: /^BackOff$/,
    message: /restarting failed container/i,
    params: (event, place) => ({
      container: containerOf(event),
      restarts: restartsOf(event, place),
      message: event.message,
    }),
  }),
  defineClass({
    code: 'volume-mount',
    source: 'facts §7: FailedMount',
    reasons: /^Failed(?:Mount|AttachVolume|MapVolume)$/,
    preparation: 'pod',
    params: ({ message, count }) => ({ volume: volumeOf(message), message, count }),
  }),
  defineClass({
    code: 'pod-sandbox',
    source: 'facts §7: FailedCreatePodSandBox',
    reasons: /^(?:FailedCreatePodSand[Bb]ox|NetworkNotReady|FailedPodSand[Bb]oxStatus)$/,
    preparation: 'pod',
    params: ({ message, count }) => ({ message, count }),
  }),
  defineClass({
    code: 'unschedulable',
    source: 'facts §7: FailedScheduling',
    reasons: /^FailedScheduling$/,
    preparation: 'scheduling',
    params: ({ message }) => ({ reason: schedulingReasonOf(message), message }),
  }),
  defineClass({
    code: 'evicted',
    source: 'facts §7: Evicted, Preempted',
    reasons: /^(?:Evicted|Preempted|Preempting|TaintManagerEviction)$/,
    message: /^(?!Cancelling)/,
    params: ({ reason, message }) => ({ reason, message }),
  }),
  defineClass({
    code: 'create-rejected',
    source: 'facts §7: FailedCreate, on the ReplicaSet',
    reasons: /^(?:FailedCreate|ReplicaSetCreateError)$/,
    params: ({ message, count }) => ({ ...createFailureOf(message), message, count }),
  }),
  defineClass({
    code: 'mesh-fatal-event',
    source: 'facts §7: the mesh itself only emits Fatal…',
    reasons: /^Fatal[A-Z]/,
    params: ({ reason, message, count }) => ({ reason, message, count }),
  }),
  defineClass({
    code: 'node-trouble',
    source: 'facts §7: NodeNotReady, OOMKilling',
    reasons: /^(?:NodeNotReady|NodeLost|OOMKilling|SystemOOM|NodeShutdown|NodeAffinity|Rebooted)$/,
    params: ({ reason, message }) => ({ reason, message }),
  }),
  defineClass({
    code: 'hook-job-failed',
    source: 'facts §9: second mesh refused',
    reasons: /^(?:BackoffLimitExceeded|DeadlineExceeded)$/,
    params: ({ message }) => ({ message }),
  }),
];

/** What an event says, and what of a pod's preparation it kept from happening. */
export interface Classified {
  readonly trouble: Trouble;
  readonly preparation?: Preparation;
}

/** What an event says, by the first class that fits; a Warning that fits none is one of its own. */
export function classify(event: EventRecord, place: Place, evidence: Evidence): Classified | undefined {
  for (const row of eventClasses) {
    const found = row.fits(event) ? row.troubleOf(event, place, evidence) : undefined;
    const { preparation } = row;
    if (found) return { trouble: found, ...(preparation === undefined ? {} : { preparation }) };
  }
  if (event.type !== 'Warning') return undefined;
  const { reason, message, count } = event;
  const params = { reason, message, count };
  const more = { rank: 0, evidence: [evidence], lastAt: event.lastAt };
  return { trouble: trouble('other-warning-event', place, containerOf(event), params, more) };
}
