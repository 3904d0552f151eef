import type { CauseCode } from '#diagnosis/registry.ts';
import type { VerdictStatus } from '#diagnosis/diagnosis.ts';
import type { StepId } from '#diagnosis/step.ts';
import type { FindingCode } from '#diagnosis/registry.ts';

/** The verdict over one scenario of the demo. */
export interface Expected {
  readonly name: string;
  readonly exitCode: 0 | 2 | 3 | 4;
  /** Why it ends with that status. */
  readonly because: string;
  readonly status: VerdictStatus;
  /** Root causes of the worst mesh in their order: code, severity, confidence, subject. */
  readonly roots: readonly (readonly [CauseCode, string, string, string])[];
  /** Findings above info, by step, without repetitions. */
  readonly findings: Partial<Record<StepId, readonly FindingCode[]>>;
}

export const expected: readonly Expected[] = [
  {
    name: '01-healthy',
    exitCode: 0,
    because: 'every check was made, and one-off FailedMount events of Pods that became Ready are noise',
    status: 'healthy',
    roots: [],
    findings: {},
  },
  {
    name: '02-two-meshes',
    exitCode: 3,
    because: 'a foreign sidecar sits in the control plane, although every probe passes',
    status: 'critical',
    roots: [['injected-by-other-mesh', 'critical', 'certain', 'Namespace/osm-system']],
    findings: { 'stray-sidecar': ['stray-sidecar', 'namespace-enrolled'] },
  },
  {
    name: '03-liveness-503',
    exitCode: 3,
    because: 'the kubelet restarts the controller in a loop, although it is Ready at the moment',
    status: 'critical',
    roots: [['liveness-answers-503', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: {
      health: ['probe-status', 'restarted-before'],
      'pod-events': ['probe-event-status', 'killed-by-liveness'],
      'error-logs': ['log-health-warning'],
    },
  },
  {
    name: '03b-readiness-503',
    exitCode: 3,
    because: 'the controller has no Ready replica, and the Services in front of it have nobody to send to',
    status: 'critical',
    roots: [['readiness-answers-503', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: {
      health: ['component-down', 'replica-not-ready', 'probe-status', 'service-without-endpoints'],
      'pod-events': ['probe-event-status'],
      'error-logs': ['log-health-warning'],
    },
  },
  {
    name: '04b-image-pull',
    exitCode: 3,
    because: 'the controller cannot start: its image does not exist',
    status: 'critical',
    roots: [['image-not-pullable', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: {
      health: ['component-down', 'replica-not-ready', 'service-without-endpoints'],
      'pod-events': ['image-pull'],
    },
  },
  {
    name: '05-injector-errors',
    exitCode: 2,
    because: 'the injector logs errors and recovers from panics, and all components are Ready',
    status: 'warning',
    roots: [
      ['rbac-missing', 'warning', 'likely', 'Deployment/osm-injector'],
      ['certificate-provider-failing', 'warning', 'likely', 'Deployment/osm-injector'],
      ['logged-errors', 'warning', 'certain', 'Deployment/osm-injector'],
    ],
    findings: {
      'error-logs': [
        'recovered-panic',
        'log-forbidden',
        'log-certificate-error',
        'log-injection-error',
        'log-api-unreachable',
      ],
    },
  },
  {
    name: '06b-crashloop-fatal',
    exitCode: 3,
    because: 'the controller ends with a fatal error over and over, for want of its CA Secret',
    status: 'critical',
    roots: [['ca-secret-broken', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: {
      health: ['component-down', 'replica-not-ready', 'probe-refused', 'service-without-endpoints'],
      'pod-events': ['crash-loop', 'container-terminated'],
      'error-logs': ['log-fatal', 'log-certificate-error'],
    },
  },
  {
    name: '10-no-mesh',
    exitCode: 4,
    because: 'there is no control plane that could be checked',
    status: 'no-control-plane',
    roots: [],
    findings: {},
  },
  {
    name: '11-scaled-to-zero',
    exitCode: 3,
    because: 'somebody scaled the controller to no replica at all',
    status: 'critical',
    roots: [['scaled-to-zero', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: { health: ['scaled-to-zero', 'service-without-endpoints'] },
  },
  {
    name: '12-oom-killed',
    exitCode: 3,
    because: 'the kernel kills the controller for its memory, over and over',
    status: 'critical',
    roots: [['out-of-memory', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: {
      health: ['component-down', 'replica-not-ready', 'probe-refused', 'service-without-endpoints'],
      'pod-events': ['crash-loop', 'out-of-memory'],
    },
  },
  {
    name: '13-unschedulable',
    exitCode: 3,
    because: 'no node has room for the controller',
    status: 'critical',
    roots: [['node-resources', 'critical', 'certain', 'Deployment/osm-controller']],
    findings: {
      health: ['component-down', 'replica-not-ready', 'service-without-endpoints'],
      'pod-events': ['unschedulable'],
    },
  },
];
