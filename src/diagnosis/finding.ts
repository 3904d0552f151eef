import type { FindingCode, FindingParams } from './finding-catalogue.ts';
import type { Severity } from './severity.ts';

/** What a finding or a cause speaks of. */
export interface Subject {
  readonly mesh: string;
  readonly kind:
    | 'Pod'
    | 'Deployment'
    | 'DaemonSet'
    | 'ReplicaSet'
    | 'Namespace'
    | 'Service'
    | 'MeshConfig'
    | 'MutatingWebhookConfiguration'
    | 'ValidatingWebhookConfiguration'
    | 'CustomResourceDefinition'
    | 'APIService'
    | 'Job'
    | 'HorizontalPodAutoscaler'
    | 'Mesh';
  readonly namespace?: string;
  readonly name: string;
  readonly container?: string;
  /** The workload a pod or ReplicaSet belongs to, e.g. `osm-controller`: relations between findings use it. */
  readonly workload?: string;
}

/** Where a finding rests on, in the cluster's own words. */
export interface Evidence {
  /** What was read, e.g. `pods`, `events`, `logs`. */
  readonly fact: string;
  /** The object and the path in it, e.g. `Pod/osm-system/osm-controller-x spec.containers[2].image`. */
  readonly at: string;
  /** The raw value, message or log line: hostile until cleaned at the edge. */
  readonly quote: string;
  /** RFC 3339, when the evidence has a time; of what happened several times, the last. */
  readonly time?: string;
  /** The first time, for what happened several times. */
  readonly since?: string;
}

/** An observation by one step. `params` are typed by the code and hold no sentences. */
export type Finding<C extends FindingCode = FindingCode> = {
  [K in C]: {
    readonly code: K;
    readonly severity: Severity;
    readonly subject: Subject;
    readonly params: FindingParams[K];
    readonly evidence: readonly Evidence[];
  };
}[C];

/** Params that tell two findings of one code on one subject apart, e.g. two probes; counts and times do not. */
const telling: ReadonlySet<string> = new Set([
  'probe',
  'errorCode',
  'component',
  'resource',
  'crd',
  'kind',
  'groupVersion',
  'volume',
  'webhook',
  'reason',
  'mesh',
  'message',
]);

/** Stable identity of a finding over runs: same code, same subject, same words but for numbers. */
export function findingKey(finding: Finding): string {
  return keyOf(finding, finding.subject.name);
}

/** The same for the pod that a workload has in place of this one: its name is another, so it does not count. */
export function successorKey(finding: Finding): string {
  const { name, workload = name } = finding.subject;
  return keyOf(finding, workload).replaceAll(name.replaceAll(hexNumber, '#'), '*');
}

const hexNumber = /[0-9a-f]*\d[0-9a-f]*/g;

function keyOf({ code, subject, params }: Finding, name: string): string {
  const { kind, namespace = '', container = '' } = subject;
  const told = Object.entries(params)
    .filter(([param]) => telling.has(param))
    .map(([, value]) => String(value).replaceAll(hexNumber, '#').slice(0, 120));
  return [code, kind, namespace, name, container, ...told].join('|');
}
