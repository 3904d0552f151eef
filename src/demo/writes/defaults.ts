import { textAt } from '../field.ts';
import type { KubeObject } from '../scenario.ts';
import { fieldsOf } from './merge-patch.ts';
import type { Fields } from './merge-patch.ts';

/** Fills in what the API server fills in when a manifest leaves it out, as far as clients and controllers look at it. */
export function withDefaults(key: string, object: KubeObject): KubeObject {
  return { ...object, ...DEFAULTS[key]?.(object) };
}

const DEFAULTS: Readonly<Record<string, (object: KubeObject) => Fields>> = {
  pods: ({ spec }) => ({ spec: podSpec(spec) }),
  'deployments.apps': ({ spec }) => ({
    spec: {
      replicas: 1,
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      ...fieldsOf(spec),
      strategy: strategy(fieldsOf(spec)['strategy']),
      template: template(fieldsOf(spec)['template']),
    },
  }),
  'replicasets.apps': ({ spec }) => ({
    spec: { replicas: 1, ...fieldsOf(spec), template: template(fieldsOf(spec)['template']) },
  }),
  services: ({ spec }) => ({ spec: serviceSpec(fieldsOf(spec)) }),
  namespaces: ({ metadata, spec, status }) => ({
    metadata: { ...metadata, labels: { ...metadata.labels, 'kubernetes.io/metadata.name': metadata.name } },
    spec: { finalizers: ['kubernetes'], ...fieldsOf(spec) },
    status: { phase: 'Active', ...fieldsOf(status) },
  }),
  secrets: ({ data, stringData, type }) => {
    const encoded = Object.entries(fieldsOf(stringData)).map(([name, value]) => [
      name,
      Buffer.from(String(value)).toString('base64'),
    ]);
    return {
      type: type || 'Opaque',
      data: { ...fieldsOf(data), ...Object.fromEntries(encoded) },
      stringData: undefined,
    };
  },
  'mutatingwebhookconfigurations.admissionregistration.k8s.io': webhooks,
  'validatingwebhookconfigurations.admissionregistration.k8s.io': webhooks,
};

function webhooks(object: KubeObject): Fields {
  const list = (object['webhooks'] ?? []) as readonly Fields[];
  const defaults = {
    failurePolicy: 'Fail',
    matchPolicy: 'Equivalent',
    namespaceSelector: {},
    objectSelector: {},
    timeoutSeconds: 10,
  };
  return { webhooks: list.map((webhook) => ({ ...defaults, ...webhook })) };
}

function strategy(value: unknown): Fields {
  if (textAt(value, 'type') === 'Recreate') return { type: 'Recreate' };
  const rollingUpdate = {
    maxUnavailable: '25%',
    maxSurge: '25%',
    ...fieldsOf(fieldsOf(value)['rollingUpdate']),
  };
  return { type: 'RollingUpdate', rollingUpdate };
}

function template(value: unknown): Fields {
  return { ...fieldsOf(value), spec: podSpec(fieldsOf(value)['spec']) };
}

function podSpec(value: unknown): Fields {
  const spec = fieldsOf(value);
  const account = textAt(spec, 'serviceAccountName') || textAt(spec, 'serviceAccount') || undefined;
  const lists = ['initContainers', 'containers'].flatMap((field) => {
    const list = spec[field];
    return Array.isArray(list) ? [[field, list.map((item) => container(fieldsOf(item)))] as const] : [];
  });
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
    ...spec,
    ...(account !== undefined && { serviceAccountName: account, serviceAccount: account }),
    ...Object.fromEntries(lists),
  };
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

function container(fields: Fields): Fields {
  const image = textAt(fields, 'image');
  const isLatest = !/[:@][^/]*$/.test(image) || image.endsWith(':latest');
  const probes = PROBES.filter((probe) => fields[probe] !== undefined).map((probe) => {
    const value = fieldsOf(fields[probe]);
    const http = value['httpGet'];
    const defaults = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
    return [
      probe,
      {
        ...defaults,
        ...value,
        ...(http !== undefined && { httpGet: { scheme: 'HTTP', ...fieldsOf(http) } }),
      },
    ] as const;
  });
  return {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: isLatest ? 'Always' : 'IfNotPresent',
    ...fields,
    ...Object.fromEntries(probes),
  };
}

function serviceSpec(spec: Fields): Fields {
  const ports = (spec['ports'] ?? []) as readonly Fields[];
  const last = 1 + Math.floor(Math.random() * 254);
  const clusterIP = `10.96.200.${last}`;
  return {
    type: 'ClusterIP',
    sessionAffinity: 'None',
    ...(spec['clusterIP'] === undefined && { clusterIP, clusterIPs: [clusterIP] }),
    ...spec,
    ports: ports.map((port) => ({ protocol: 'TCP', targetPort: port['port'], ...port })),
  };
}
