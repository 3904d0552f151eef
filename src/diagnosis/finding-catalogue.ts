import type { StepId } from './step.ts';

/** How the injecting mesh of a sidecar was told (facts §1.4, "Which mesh injected it"). */
export type InjectorBasis = 'mesh-name-env' | 'repo-url' | 'namespace-label' | 'unknown';

/** Kinds of pod-creation failures (facts §7, §9). */
export type CreateFailure =
  | 'webhook-no-service'
  | 'webhook-x509'
  | 'webhook-timeout'
  | 'webhook-refused'
  | 'webhook-denied'
  | 'quota'
  | 'pod-security'
  | 'other';

/** Why an image cannot be pulled, as far as the message tells. */
export type PullFailure =
  'not-found' | 'unauthorized' | 'rate-limit' | 'network' | 'invalid-name' | 'unknown';

export type ProbeName = 'liveness' | 'readiness' | 'startup';

/** Facts common to every log finding. */
interface LogParams {
  container: string;
  previous: boolean;
  count: number;
  /** The record's message, raw. */
  message: string;
  /** The record's `error` field, raw; '' when it has none. */
  error: string;
  /** The mesh's error code, e.g. E4000; '' when the record has none. */
  errorCode: string;
  component: string;
}

/** The parameters of each finding. Numbers are counts unless named otherwise. */
export interface FindingParams {
  // OED1xx: step 1, stray sidecar
  'stray-sidecar': {
    container: string;
    image: string;
    /** '' when unknown. */
    injector: string;
    injectorNamespace: string;
    basis: InjectorBasis;
    marks: string[];
    /** Is the namespace still enrolled in the injecting mesh? */
    enrolment: 'active' | 'removed' | 'ignored' | 'unknown';
  };
  'foreign-mesh-sidecar': { container: string; product: string; image: string };
  'injection-label-only': { label: string };
  'namespace-enrolled': {
    mesh: string;
    /** The raw annotation value; '' when absent. */
    injection: string;
    injectionEnabled: boolean;
    setBy: string;
    setAt: string;
  };
  /** `guardedBy`: the label that keeps the webhook away; '' for none. */
  'namespace-enrolled-in-own-mesh': { mesh: string; guardedBy: string };
  'invalid-injection-annotation': { value: string; key: string };
  'pipy-image-in-unknown-container': { container: string; image: string };
  'unexpected-container': { container: string; image: string };

  // OED2xx: step 2, events and pod states
  unschedulable: { reason: 'resources' | 'node-affinity' | 'taint' | 'volume' | 'other'; message: string };
  'image-pull': { container: string; image: string; init: boolean; failure: PullFailure; message: string };
  'config-missing': { container: string; message: string };
  'volume-mount': { volume: string; message: string; count: number };
  'pod-sandbox': { message: string; count: number };
  'probe-event-status': { container: string; probe: ProbeName; status: number; count: number };
  'probe-event-refused': { container: string; probe: ProbeName; port: string; count: number };
  'probe-event-timeout': { container: string; probe: ProbeName; count: number };
  'probe-event-other': { container: string; probe: ProbeName; message: string; count: number };
  'killed-by-liveness': { container: string; count: number };
  'crash-loop': { container: string; restarts: number; message: string };
  'out-of-memory': { container: string; limit: string; restarts: number };
  'container-terminated': { container: string; exitCode: number; reason: string; restarts: number };
  evicted: { reason: string; message: string };
  'create-rejected': { failure: CreateFailure; webhook: string; message: string; count: number };
  'mesh-fatal-event': { reason: string; message: string; count: number };
  'init-not-done': {
    container: string;
    state: 'running' | 'waiting' | 'failed';
    restarts: number;
    exitCode: number;
  };
  'node-trouble': { reason: string; message: string };
  'hook-job-failed': { message: string };
  'transient-event': { reason: string; message: string; count: number };
  'other-warning-event': { reason: string; message: string; count: number };

  // OED3xx: step 3, logs
  'log-fatal': LogParams;
  'go-panic': LogParams;
  'recovered-panic': LogParams;
  'log-missing-resource': LogParams & { resource: string };
  'log-forbidden': LogParams & { resource: string };
  'log-smi-check-failed': LogParams;
  'log-health-warning': LogParams & { probe: ProbeName; subProbe: string };
  'log-certificate-error': LogParams;
  'log-injection-error': LogParams;
  'log-port-in-use': LogParams & { port: string };
  'log-repo-down': LogParams;
  'log-mesh-config-missing': LogParams;
  'log-version-mismatch': LogParams;
  'log-init-wait': LogParams;
  'log-error': LogParams;
  'log-policy-error': LogParams;
  'log-data-plane-error': LogParams;
  'log-benign': LogParams;
  'log-level-silences': { level: string; where: string };
  'informers-stuck': { container: string; kinds: string[] };

  // OED4xx: step 0, health
  'component-missing': { component: string };
  'scaled-to-zero': { component: string };
  'no-pods': { component: string; wanted: number };
  'component-down': { component: string; ready: number; wanted: number };
  'replica-not-ready': { ready: string; status: string; restarts: number };
  'probe-status': {
    container: string;
    probe: ProbeName;
    url: string;
    status: number;
    body: string;
    /** The sub-probe that the body names, e.g. `SMI` (facts §2.2); '' when it names none. */
    subProbe: string;
    consistent: boolean;
  };
  'probe-refused': { container: string; probe: ProbeName; url: string; consistent: boolean };
  'probe-no-answer': {
    container: string;
    probe: ProbeName;
    url: string;
    seconds: number;
    consistent: boolean;
  };
  'restarted-before': {
    container: string;
    restarts: number;
    reason: string;
    exitCode: number;
    finishedAt: string;
  };
  'rollout-in-progress': { component: string; updated: number; wanted: number };
  'rollout-stuck': { component: string; message: string };
  'control-plane-leftovers': { remains: string[] };
  'service-without-endpoints': { service: string };
  'stale-webhook': { webhook: string; service: string };
  'smi-kind-not-served': { kind: string; groupVersion: string };
  'crd-missing': { crd: string };
  'mesh-config-absent': { name: string };
}

export type FindingCode = keyof FindingParams;

/** What is fixed about each finding: its short id, never reused, and the step that observes it. */
export const findingCatalogue = {
  'stray-sidecar': { id: 'OED101', step: 'stray-sidecar' },
  'foreign-mesh-sidecar': { id: 'OED102', step: 'stray-sidecar' },
  'injection-label-only': { id: 'OED103', step: 'stray-sidecar' },
  'namespace-enrolled': { id: 'OED104', step: 'stray-sidecar' },
  'namespace-enrolled-in-own-mesh': { id: 'OED105', step: 'stray-sidecar' },
  'invalid-injection-annotation': { id: 'OED106', step: 'stray-sidecar' },
  'pipy-image-in-unknown-container': { id: 'OED107', step: 'stray-sidecar' },
  'unexpected-container': { id: 'OED108', step: 'stray-sidecar' },

  unschedulable: { id: 'OED201', step: 'pod-events' },
  'image-pull': { id: 'OED202', step: 'pod-events' },
  'config-missing': { id: 'OED203', step: 'pod-events' },
  'volume-mount': { id: 'OED204', step: 'pod-events' },
  'pod-sandbox': { id: 'OED205', step: 'pod-events' },
  'probe-event-status': { id: 'OED206', step: 'pod-events' },
  'probe-event-refused': { id: 'OED207', step: 'pod-events' },
  'probe-event-timeout': { id: 'OED208', step: 'pod-events' },
  'probe-event-other': { id: 'OED209', step: 'pod-events' },
  'killed-by-liveness': { id: 'OED210', step: 'pod-events' },
  'crash-loop': { id: 'OED211', step: 'pod-events' },
  'out-of-memory': { id: 'OED212', step: 'pod-events' },
  'container-terminated': { id: 'OED213', step: 'pod-events' },
  evicted: { id: 'OED214', step: 'pod-events' },
  'create-rejected': { id: 'OED215', step: 'pod-events' },
  'mesh-fatal-event': { id: 'OED216', step: 'pod-events' },
  'init-not-done': { id: 'OED217', step: 'pod-events' },
  'node-trouble': { id: 'OED218', step: 'pod-events' },
  'hook-job-failed': { id: 'OED219', step: 'pod-events' },
  'transient-event': { id: 'OED220', step: 'pod-events' },
  'other-warning-event': { id: 'OED221', step: 'pod-events' },

  'log-fatal': { id: 'OED301', step: 'error-logs' },
  'go-panic': { id: 'OED302', step: 'error-logs' },
  'recovered-panic': { id: 'OED303', step: 'error-logs' },
  'log-missing-resource': { id: 'OED304', step: 'error-logs' },
  'log-forbidden': { id: 'OED305', step: 'error-logs' },
  'log-smi-check-failed': { id: 'OED306', step: 'error-logs' },
  'log-health-warning': { id: 'OED307', step: 'error-logs' },
  'log-certificate-error': { id: 'OED308', step: 'error-logs' },
  'log-injection-error': { id: 'OED309', step: 'error-logs' },
  'log-port-in-use': { id: 'OED310', step: 'error-logs' },
  'log-repo-down': { id: 'OED311', step: 'error-logs' },
  'log-mesh-config-missing': { id: 'OED312', step: 'error-logs' },
  'log-version-mismatch': { id: 'OED313', step: 'error-logs' },
  'log-init-wait': { id: 'OED314', step: 'error-logs' },
  'log-error': { id: 'OED315', step: 'error-logs' },
  'log-policy-error': { id: 'OED316', step: 'error-logs' },
  'log-data-plane-error': { id: 'OED317', step: 'error-logs' },
  'log-benign': { id: 'OED318', step: 'error-logs' },
  'log-level-silences': { id: 'OED319', step: 'error-logs' },
  'informers-stuck': { id: 'OED320', step: 'error-logs' },

  'component-missing': { id: 'OED401', step: 'health' },
  'scaled-to-zero': { id: 'OED402', step: 'health' },
  'no-pods': { id: 'OED403', step: 'health' },
  'component-down': { id: 'OED404', step: 'health' },
  'replica-not-ready': { id: 'OED405', step: 'health' },
  'probe-status': { id: 'OED406', step: 'health' },
  'probe-refused': { id: 'OED407', step: 'health' },
  'probe-no-answer': { id: 'OED408', step: 'health' },
  'restarted-before': { id: 'OED409', step: 'health' },
  'rollout-in-progress': { id: 'OED410', step: 'health' },
  'rollout-stuck': { id: 'OED411', step: 'health' },
  'control-plane-leftovers': { id: 'OED412', step: 'health' },
  'service-without-endpoints': { id: 'OED413', step: 'health' },
  'stale-webhook': { id: 'OED414', step: 'health' },
  'smi-kind-not-served': { id: 'OED415', step: 'health' },
  'crd-missing': { id: 'OED416', step: 'health' },
  'mesh-config-absent': { id: 'OED417', step: 'health' },
} as const satisfies Record<FindingCode, { id: `OED${number}`; step: StepId }>;

/** The short id of a finding code, e.g. OED101. */
export function findingId(code: FindingCode): string {
  return findingCatalogue[code].id;
}
