import type { FindingCode } from './finding-catalogue.ts';
import type { Severity } from './severity.ts';

const all = ['critical', 'warning', 'info'] as const;
const grave = ['critical', 'warning'] as const;
const critical = ['critical'] as const;
const warning = ['warning'] as const;
const info = ['info'] as const;
const hint = ['warning', 'info'] as const;

/**
 * How grave each finding can be, worst first: for the reference and `explain`. The steps decide by what fails now
 * (`severity.ts`); a test holds that none of them says more than stands here.
 */
export const findingSeverities = {
  'stray-sidecar': critical,
  'foreign-mesh-sidecar': critical,
  'injection-label-only': info,
  'namespace-enrolled': all,
  'namespace-enrolled-in-own-mesh': hint,
  'invalid-injection-annotation': hint,
  'pipy-image-in-unknown-container': warning,
  'unexpected-container': info,

  unschedulable: all,
  'image-pull': all,
  'config-missing': all,
  'volume-mount': all,
  'pod-sandbox': all,
  'probe-event-status': all,
  'probe-event-refused': all,
  'probe-event-timeout': all,
  'probe-event-other': all,
  'killed-by-liveness': all,
  'crash-loop': all,
  'out-of-memory': all,
  'container-terminated': all,
  evicted: all,
  'create-rejected': all,
  'mesh-fatal-event': all,
  'init-not-done': all,
  'node-trouble': all,
  'hook-job-failed': all,
  'transient-event': info,
  'other-warning-event': all,

  'log-fatal': all,
  'go-panic': all,
  'recovered-panic': warning,
  'log-missing-resource': all,
  'log-forbidden': all,
  'log-smi-check-failed': all,
  'log-health-warning': all,
  'log-certificate-error': all,
  'log-injection-error': warning,
  'log-port-in-use': all,
  'log-repo-down': all,
  'log-mesh-config-missing': all,
  'log-version-mismatch': all,
  'log-init-wait': all,
  'log-error': warning,
  'log-policy-error': info,
  'log-data-plane-error': info,
  'log-benign': info,
  'log-level-silences': info,
  'informers-stuck': grave,

  'component-missing': critical,
  'scaled-to-zero': critical,
  'no-pods': critical,
  'component-down': grave,
  'replica-not-ready': all,
  'probe-status': grave,
  'probe-refused': grave,
  'probe-no-answer': grave,
  'restarted-before': all,
  'rollout-in-progress': info,
  'rollout-stuck': warning,
  'control-plane-leftovers': critical,
  'service-without-endpoints': critical,
  'stale-webhook': grave,
  'smi-kind-not-served': critical,
  'crd-missing': grave,
  'mesh-config-absent': critical,
} as const satisfies Record<FindingCode, readonly [Severity, ...Severity[]]>;
