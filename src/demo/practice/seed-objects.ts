import type { KubeObject, Scenario } from '../scenario.ts';
import type { Pod } from './objects.ts';
import type { World } from './world.ts';

/** Objects by resource key. */
export type ResourceObjects = Readonly<Record<string, readonly KubeObject[]>>;

/** The nodes that Pods of the recording ran on. */
export function nodeObjects({ objects, recordedAt }: Scenario, { pressure = {} }: World): ResourceObjects {
  const pods = (objects['pods'] ?? []) as Pod[];
  const names = new Set(pods.flatMap(({ spec }) => (spec.nodeName === undefined ? [] : [spec.nodeName])));
  if (names.size === 0) names.add('rcnode1');
  const lastTransitionTime = recordedAt.replace(/\.\d+/, '');
  return { nodes: [...names].map((name) => node(name, pressure[name], lastTransitionTime)) };
}

function node(name: string, pressure: string | undefined, lastTransitionTime: string): KubeObject {
  const labels = {
    'kubernetes.io/arch': 'amd64',
    'kubernetes.io/os': 'linux',
    'kubernetes.io/hostname': name,
  };
  const condition = (type: string, status: string, reason: string, message: string): object => {
    return { type, status, lastHeartbeatTime: lastTransitionTime, lastTransitionTime, reason, message };
  };
  const conditions = ['MemoryPressure', 'DiskPressure', 'PIDPressure'].map((type) => {
    const resource = type.replace('Pressure', '').toLowerCase();
    return type === pressure
      ? condition(type, 'True', `KubeletHas${type}`, `kubelet has ${resource} pressure`)
      : condition(type, 'False', `KubeletHasNo${type}`, `kubelet has no ${resource} pressure`);
  });
  const key = pressure && `node.kubernetes.io/${pressure.replace('Pressure', '-pressure').toLowerCase()}`;
  const resources = { cpu: '4', memory: '8Gi', pods: '110', 'ephemeral-storage': '40Gi' };
  return {
    metadata: { name, labels },
    spec: key === undefined ? {} : { taints: [{ key, effect: 'NoSchedule', timeAdded: lastTransitionTime }] },
    status: {
      capacity: resources,
      allocatable: resources,
      conditions: [
        ...conditions,
        condition('Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'),
      ],
      addresses: [
        { type: 'InternalIP', address: '192.168.0.10' },
        { type: 'Hostname', address: name },
      ],
      nodeInfo: {
        architecture: 'amd64',
        operatingSystem: 'linux',
        kubeletVersion: 'v1.32.4',
        containerRuntimeVersion: 'containerd://1.7.24',
        osImage: 'Debian GNU/Linux 12 (bookworm)',
        kernelVersion: '6.1.0',
      },
    },
  };
}

/** The API server as Pods see it, and the certificate that they trust. */
export function kubernetesObjects({ objects }: Scenario): ResourceObjects {
  const labels = { component: 'apiserver', provider: 'kubernetes' };
  const metadata = { name: 'kubernetes', namespace: 'default', labels };
  const ports = [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 6443 }];
  const namespaces = (objects['namespaces'] ?? []).map(({ metadata: { name } }) => name);
  return {
    services: [
      { metadata, spec: { type: 'ClusterIP', clusterIP: '10.96.0.1', clusterIPs: ['10.96.0.1'], ports } },
    ],
    endpoints: [
      {
        metadata,
        subsets: [
          { addresses: [{ ip: '192.168.0.10' }], ports: [{ name: 'https', port: 6443, protocol: 'TCP' }] },
        ],
      },
    ],
    serviceaccounts: namespaces.map((namespace) => ({ metadata: { name: 'default', namespace } })),
  };
}

const DNS_LABELS = { 'k8s-app': 'kube-dns' } as const;
export const DNS = { namespace: 'kube-system', service: 'kube-dns', deployment: 'coredns' } as const;

/** The cluster DNS, as a Deployment that scales like any other. */
export function dnsObjects({ objects }: Scenario): ResourceObjects {
  const { namespace, service, deployment } = DNS;
  if (!(objects['namespaces'] ?? []).some(({ metadata }) => metadata.name === namespace)) return {};
  const container = {
    name: 'coredns',
    image: 'registry.k8s.io/coredns/coredns:v1.11.3',
    args: ['-conf', '/etc/coredns/Corefile'],
    ports: [{ name: 'dns', containerPort: 53, protocol: 'UDP' }],
    resources: {},
    imagePullPolicy: 'IfNotPresent',
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  };
  return {
    services: [
      {
        metadata: { name: service, namespace, labels: DNS_LABELS },
        spec: {
          type: 'ClusterIP',
          clusterIP: '10.96.0.10',
          clusterIPs: ['10.96.0.10'],
          ports: [{ name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 }],
          selector: DNS_LABELS,
        },
      },
    ],
    'deployments.apps': [
      {
        metadata: { name: deployment, namespace, labels: DNS_LABELS, generation: 1 },
        spec: {
          replicas: 1,
          revisionHistoryLimit: 10,
          progressDeadlineSeconds: 600,
          selector: { matchLabels: DNS_LABELS },
          strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: '25%' } },
          template: {
            metadata: { labels: DNS_LABELS },
            spec: {
              containers: [container],
              restartPolicy: 'Always',
              terminationGracePeriodSeconds: 30,
              dnsPolicy: 'Default',
              serviceAccountName: 'coredns',
              serviceAccount: 'coredns',
              priorityClassName: 'system-cluster-critical',
              securityContext: {},
              schedulerName: 'default-scheduler',
              tolerations: [{ operator: 'Exists' }],
            },
          },
        },
        status: {},
      },
    ],
    serviceaccounts: [{ metadata: { name: 'coredns', namespace } }],
  };
}

/** The two classes that every cluster has. */
export function priorityClasses(): ResourceObjects {
  const made = (name: string, value: number): KubeObject => ({
    metadata: { name },
    value,
    globalDefault: false,
  });
  const classes = [
    made('system-node-critical', 2_000_001_000),
    made('system-cluster-critical', 2_000_000_000),
  ];
  return { 'priorityclasses.scheduling.k8s.io': classes };
}
