import { listAt, textAt } from './field.ts';
import type { KubeObject, Scenario } from './scenario.ts';

/** A scenario that is made from a recording by code, for states of a cluster that were not recorded. */
export interface Variant {
  readonly title: string;
  readonly from: string;
  readonly change: (scenario: Scenario) => Scenario;
}

const CONTROLLER = 'osm-controller';

export const VARIANTS: Readonly<Record<string, Variant>> = {
  '10-no-mesh': {
    title: 'no control plane: the mesh was uninstalled, its CRDs are left over',
    from: '01-healthy',
    change: (scenario) => ({
      ...scenario,
      objects: {
        namespaces: (scenario.objects['namespaces'] ?? []).filter(
          ({ metadata }) => metadata.name === 'default' || metadata.name.startsWith('kube-'),
        ),
        ...pick(scenario.objects, 'customresourcedefinitions.apiextensions.k8s.io'),
      },
      logs: {},
      proxies: {},
    }),
  },
  '11-scaled-to-zero': {
    title: 'osm-controller is scaled to 0 replicas',
    from: '01-healthy',
    change: scaleControllerToZero,
  },
  '12-oom-killed': {
    title: 'osm-controller is repeatedly killed because of memory',
    from: '06b-crashloop-fatal',
    change: killControllerForMemory,
  },
  '13-unschedulable': {
    title: 'no node has enough resources for osm-controller',
    from: '04b-image-pull',
    change: unscheduleController,
  },
};

function scaleControllerToZero(scenario: Scenario): Scenario {
  const scaled = (object: KubeObject): KubeObject => {
    if (object.metadata.labels?.['app'] !== CONTROLLER) return object;
    const observedGeneration = object.metadata['generation'];
    return {
      ...object,
      spec: { ...record(object['spec']), replicas: 0 },
      status: { observedGeneration, replicas: 0 },
    };
  };
  return mapObjects(withoutPods(scenario, isController), {
    'deployments.apps': scaled,
    'replicasets.apps': scaled,
    endpoints: emptyEndpoints,
  });
}

/** The Services in front of osm-controller have no address any more, not even one that is not ready. */
function emptyEndpoints(object: KubeObject): KubeObject {
  if (object.metadata.name !== CONTROLLER && object.metadata.name !== 'osm-validator') return object;
  const { subsets: _subsets, ...rest } = object;
  return rest;
}

function killControllerForMemory(scenario: Scenario): Scenario {
  const killed = (status: unknown): unknown => {
    if (textAt(status, 'name') !== CONTROLLER) return status;
    const { lastState, ...rest } = record(status);
    const terminated = { ...record(record(lastState)['terminated']), exitCode: 137, reason: 'OOMKilled' };
    return { ...rest, lastState: { terminated } };
  };
  // The kernel gives no time for last words: the lines about the end are not there.
  const logs = Object.entries(scenario.logs).map(([key, log]) => {
    if (!key.includes(`/${CONTROLLER}/`) || !('text' in log)) return [key, log] as const;
    return [key, { text: log.text.replace(/^.*"level":"(?:error|fatal)".*\n?/gm, '') }] as const;
  });
  return mapObjects(
    { ...scenario, logs: Object.fromEntries(logs) },
    {
      pods: (pod) => {
        const status = record(pod['status']);
        return {
          ...pod,
          status: { ...status, containerStatuses: listAt(status, 'containerStatuses').map(killed) },
        };
      },
    },
  );
}

const NO_ROOM =
  '0/1 nodes are available: 1 Insufficient memory. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.';

function unscheduleController(scenario: Scenario): Scenario {
  const pod = scenario.objects['pods']?.find(isController);
  if (!pod) return scenario;
  const { name, namespace = '', uid, creationTimestamp = scenario.recordedAt } = pod.metadata;
  const identity = { namespace, creationTimestamp };
  const { nodeName: _node, ...spec } = record(pod['spec']);
  const condition = {
    type: 'PodScheduled',
    status: 'False',
    lastProbeTime: null,
    lastTransitionTime: creationTimestamp,
    reason: 'Unschedulable',
    message: NO_ROOM,
  };
  const status = { phase: 'Pending', conditions: [condition], qosClass: textAt(pod, 'status.qosClass') };
  // The scheduler writes events of the new kind: no count, no first and last time.
  const event: KubeObject = {
    metadata: { ...identity, name: `${name}.18eaa1913d000001`, uid: `event-of-${uid}` },
    involvedObject: { kind: 'Pod', namespace, name, uid, apiVersion: 'v1' },
    reason: 'FailedScheduling',
    message: NO_ROOM,
    source: {},
    firstTimestamp: null,
    lastTimestamp: null,
    type: 'Warning',
    eventTime: creationTimestamp?.replace('Z', '.120000Z'),
    action: 'Scheduling',
    reportingComponent: 'default-scheduler',
    reportingInstance: 'default-scheduler-vm',
  };
  const without = mapObjects(withoutPods(scenario, isController), { endpoints: emptyEndpoints });
  const { pods = [], events = [], ...objects } = without.objects;
  return {
    ...without,
    objects: { ...objects, pods: [...pods, { ...pod, spec, status }], events: [...events, event] },
  };
}

function isController(pod: KubeObject): boolean {
  return pod.metadata.labels?.['app'] === CONTROLLER;
}

/** Leaves out pods with what was recorded of them: events, logs, answers of their ports. */
function withoutPods(scenario: Scenario, isLeftOut: (pod: KubeObject) => boolean): Scenario {
  const { pods = [], events = [] } = scenario.objects;
  const names = pods.filter(isLeftOut).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  const isKept = (key: string): boolean => !names.some((name) => key.startsWith(`${name}/`));
  return {
    ...scenario,
    objects: {
      ...scenario.objects,
      pods: pods.filter((pod) => !isLeftOut(pod)),
      events: events.filter((event) => {
        const about = `${textAt(event, 'involvedObject.namespace')}/${textAt(event, 'involvedObject.name')}`;
        return textAt(event, 'involvedObject.kind') !== 'Pod' || !names.includes(about);
      }),
    },
    logs: Object.fromEntries(Object.entries(scenario.logs).filter(([key]) => isKept(key))),
    proxies: Object.fromEntries(Object.entries(scenario.proxies).filter(([key]) => isKept(key))),
  };
}

function mapObjects(
  scenario: Scenario,
  changes: Readonly<Record<string, (object: KubeObject) => KubeObject>>,
): Scenario {
  const changed = Object.entries(changes).map(([key, change]) => [
    key,
    (scenario.objects[key] ?? []).map(change),
  ]);
  return { ...scenario, objects: { ...scenario.objects, ...Object.fromEntries(changed) } };
}

function pick(objects: Scenario['objects'], key: string): Scenario['objects'] {
  return { [key]: objects[key] ?? [] };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
