import type { ContainerRow } from '#steps/stray-sidecar/rows.ts';
import type { ProbeRow, ReplicaRow } from '#steps/health/rows.ts';
import type { SignatureRow } from '#steps/error-logs/rows.ts';
import type { StepDetails } from '#diagnosis/registry.ts';
import type { Role } from '#mesh/identity.ts';
import type { LogSignature } from '#snapshot/log-summary.ts';

/** The moment at which every built diagnosis was read. */
export const readAt = '2026-11-03T12:00:00Z';
export const pods = {
  controller: 'osm-controller-5494bcffb6-tn5jv',
  injector: 'osm-injector-7c4f9d5b8-xk2lp',
  bootstrap: 'osm-bootstrap-65f9c4d7b-q8w3z',
} as const satisfies Record<Role, string>;

const kubectl = ['kubectl', '--context', 'prod-tokyo', '-n', 'osm-system'];

export function buildReplica(component: Role, parts: Partial<ReplicaRow> = {}): ReplicaRow {
  return {
    pod: pods[component],
    component,
    ready: component === 'controller' ? '2/2' : '1/1',
    status: 'Running',
    restarts: 0,
    createdAt: '2026-11-03T07:00:00Z',
    isReady: true,
    isActive: true,
    ...parts,
  };
}

export function buildProbe(parts: Partial<ProbeRow> = {}): ProbeRow {
  const path = parts.probe === 'readiness' ? '/health/ready' : '/health/alive';
  return {
    pod: pods.controller,
    component: 'controller',
    container: 'osm-controller',
    probe: 'liveness',
    url: `http://:9091${path}`,
    meaning: parts.probe === 'readiness' ? 'controller-ready' : 'controller-alive',
    verdict: 'passes',
    attempts: [{ kind: 'answered', at: readAt, status: 200, body: 'Service is alive', latencyMs: 3 }],
    kubeletFailures: 0,
    manual: {
      forward: [...kubectl, 'port-forward', `pod/${parts.pod ?? pods.controller}`, '9091'],
      call: ['curl', '-i', `localhost:9091${path}`],
      expect: 'Service is alive',
    },
    ...parts,
  };
}

export function buildContainer(parts: Partial<ContainerRow> = {}): ContainerRow {
  return {
    pod: pods.controller,
    container: 'osm-controller',
    init: false,
    image: 'flomesh/osm-edge-controller:1.3.9',
    verdict: 'expected',
    marks: [],
    ...parts,
  };
}

export function buildSignature(parts: Partial<LogSignature> = {}): LogSignature {
  const line = (number: number, text: string) => ({ number, at: '2026-11-03T11:59:50Z', text });
  const example = {
    ...line(6, '{"level":"fatal","message":"Error initializing"}'),
    before: [1, 2, 3, 4, 5].map((number) => line(number, `before ${number}`)),
    after: [7, 8, 9, 10, 11].map((number) => line(number, `after ${number}`)),
  };
  return {
    key: 'k1',
    template: 'Error initializing',
    form: 'zerolog',
    level: 'fatal',
    count: 1,
    histogram: { bucketSeconds: 60, counts: [1] },
    values: [],
    first: example,
    last: example,
    ...parts,
  };
}

export function buildSignatureRow(
  parts: Partial<Omit<SignatureRow, 'signature'>> & { signature?: Partial<LogSignature> } = {},
): SignatureRow {
  return {
    pod: pods.controller,
    container: 'osm-controller',
    previous: false,
    finding: 'log-fatal',
    severity: 'critical',
    relation: 'none',
    restarts: 0,
    ends: [],
    ...parts,
    signature: buildSignature(parts.signature),
  };
}

/** What the four steps show of a healthy control plane. */
export const healthyDetails: StepDetails = {
  health: {
    components: (['controller', 'injector', 'bootstrap'] as const).map((component) => ({
      component,
      workload: `osm-${component}`,
      wanted: 1,
      ready: 1,
      replicas: [buildReplica(component)],
    })),
    probes: [buildProbe(), buildProbe({ probe: 'readiness' })],
    services: [{ service: 'osm-controller', ready: 1, total: 1 }],
    guideCommands: [[...kubectl, 'describe', 'pod', pods.controller]],
  },
  'stray-sidecar': {
    containers: [
      buildContainer({
        container: 'osm-pipy-repo',
        image: 'flomesh/pipy-repo:0.90.3-38',
        verdict: 'repo-server',
      }),
      buildContainer(),
      buildContainer({ pod: pods.injector, container: 'osm-injector' }),
    ],
    meshes: [
      {
        name: 'osm',
        namespace: 'osm-system',
        controllerPods: [pods.controller],
        version: 'v1.3.9',
        smi: ['TrafficSplit:split.smi-spec.io/v1alpha4'],
      },
    ],
    namespaces: [
      {
        namespace: 'bookbuyer',
        mesh: 'osm',
        injection: 'enabled',
        controlPlane: false,
        setBy: 'kubectl-label',
        setAt: '2026-11-03T10:00:00Z',
      },
    ],
    guideCommands: [['osm', 'mesh', 'list']],
  },
  'pod-events': {
    events: [
      {
        type: 'Normal',
        reason: 'Started',
        firstAt: '2026-11-03T11:59:36Z',
        lastAt: '2026-11-03T11:59:36Z',
        count: 1,
        from: 'kubelet',
        object: `Pod/${pods.controller}`,
        message: 'Started container osm-controller',
      },
    ],
    states: [
      {
        pod: pods.controller,
        container: 'osm-controller',
        init: false,
        state: 'running',
        since: '2026-11-03T07:00:10Z',
        restarts: 0,
      },
    ],
    guideCommands: [[...kubectl, 'describe', 'pod', pods.controller]],
  },
  'error-logs': {
    logs: [
      {
        pod: pods.controller,
        container: 'osm-controller',
        previous: false,
        lines: 120,
        bytes: 9000,
        levels: { info: 118, warn: 2 },
        firstAt: '2026-11-03T07:00:10Z',
        lastAt: '2026-11-03T11:59:00Z',
      },
    ],
    signatures: [],
    guideCommands: [[...kubectl, 'logs', pods.controller, '-c', 'osm-controller']],
  },
};
