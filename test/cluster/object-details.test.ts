import { describe, expect, test } from 'vitest';
import type { KubeObject } from '#demo/scenario.ts';
import { deploymentEdits, meshConfigEdits, webhookEdits } from '#mesh/field-edits.ts';
import { pending, valueOf } from '#snapshot/observed.ts';
import { readFrom, served } from './connected.ts';
import { control } from './facts.ts';

const record = (value: unknown): Record<string, unknown> => value as Record<string, unknown>;

/** The object with more in its spec, or in another part of it. */
const extended =
  (part: string, more: object) =>
  (object: KubeObject): KubeObject => ({ ...object, [part]: { ...record(object[part]), ...more } });

describe('of a namespace', () => {
  test('it is kept that it is Terminating, since when, and what keeps it', async () => {
    const server = await served();
    const status = {
      phase: 'Terminating',
      conditions: [
        {
          type: 'NamespaceContentRemaining',
          status: 'True',
          reason: 'SomeResourcesRemain',
          message:
            'Some resources are remaining: meshconfigs.config.openservicemesh.io has 1 resource instances',
          lastTransitionTime: '2026-11-23T09:00:00Z',
        },
      ],
    };
    server.store.update('namespaces', '', 'osm-system', (own) => ({
      metadata: {
        ...own.metadata,
        deletionTimestamp: '2026-11-23T08:59:00Z',
        finalizers: ['example.org/keep'],
      },
      spec: { finalizers: ['kubernetes'] },
      status,
    }));
    expect(valueOf(control(await readFrom(server)).namespace)).toMatchObject({
      metadata: { deletionTimestamp: '2026-11-23T08:59:00Z', finalizers: ['example.org/keep'] },
      spec: { finalizers: ['kubernetes'] },
      status,
    });
  });

  test('its pod-security labels are kept with who set them', async () => {
    const server = await served();
    const label = 'pod-security.kubernetes.io/enforce';
    const fieldsV1 = { 'f:metadata': { 'f:labels': { [`f:${label}`]: {} } } };
    server.store.update('namespaces', '', 'osm-system', (own) => ({
      ...own,
      metadata: {
        ...own.metadata,
        labels: { ...own.metadata.labels, [label]: 'restricted' },
        managedFields: [
          { manager: 'kubectl-label', operation: 'Update', time: '2026-11-23T08:59:00Z', fieldsV1 },
        ],
      },
    }));
    expect(valueOf(control(await readFrom(server)).namespace)?.metadata).toMatchObject({
      labels: { [label]: 'restricted' },
      managedFields: [{ manager: 'kubectl-label', fieldsV1 }],
    });
  });
});

test('a ReplicaSet keeps what an earlier revision ran', async () => {
  const replicaSets = valueOf(control(await readFrom(await served())).replicaSets) ?? [];
  const injector = replicaSets.find(({ metadata }) => metadata.labels['app'] === 'osm-injector');
  expect(injector?.metadata.annotations['deployment.kubernetes.io/revision']).toMatch(/^\d+$/);
  const [container] = injector?.spec.template?.spec.containers ?? [];
  expect(container).toMatchObject({
    name: 'osm-injector',
    image: expect.stringContaining('osm-edge-injector:') as string,
    resources: { limits: { memory: expect.any(String) as string } },
  });
});

test('a pod template keeps what a sidecar, a PodSecurity level or a quota is about', async () => {
  const server = await served();
  const more = {
    priorityClassName: 'system-node-critical',
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    terminationGracePeriodSeconds: 5,
    securityContext: { runAsNonRoot: false },
    imagePullSecrets: [{ name: 'registry' }],
    initContainers: [{ name: 'proxy', image: 'proxy:1', restartPolicy: 'Always' }],
    containers: [
      {
        name: 'osm-controller',
        image: 'osm-edge-controller:1.3.9',
        securityContext: { privileged: true, capabilities: { add: ['NET_ADMIN'], drop: ['ALL'] } },
      },
    ],
  };
  server.store.update('deployments', 'osm-system', 'osm-controller', (own) => {
    const template = record(record(own['spec'])['template']);
    const spec = { ...record(template['spec']), ...more };
    return extended('spec', { template: { ...template, spec } })(own);
  });
  const { deployments } = (await readFrom(server)).cluster;
  const controller = valueOf(deployments)?.find(({ metadata }) => metadata.name === 'osm-controller');
  expect(controller?.spec).toMatchObject({
    strategy: { type: 'RollingUpdate' },
    template: { spec: { ...more, serviceAccountName: 'osm' } },
  });
});

describe('of an error of the API server', () => {
  const message =
    'conversion webhook for config.openservicemesh.io/v1alpha1, Kind=MeshConfig failed: Post ' +
    '"https://osm-bootstrap.osm-system.svc:9443/meshconfigs?timeout=30s": service "osm-bootstrap" not found';

  test('status, reason and words are kept', async () => {
    const server = await served({
      faults: [{ kind: 'status', status: 500, message, reason: 'InternalError', on: 'meshconfigs' }],
    });
    expect(control(await readFrom(server)).meshConfig).toEqual({
      state: 'failed',
      error: { kind: 'status', code: '500', reason: 'InternalError', message },
    });
  });

  test('the words are bounded, and hold no secret', async () => {
    const words = `${message} token=abcdefghijklmnop0123456789 ${'x'.repeat(5000)}`;
    const server = await served({
      faults: [{ kind: 'status', status: 500, message: words, on: 'meshconfigs' }],
    });
    const { meshConfig } = control(await readFrom(server));
    const kept = meshConfig.state === 'failed' ? meshConfig.error.message : '';
    expect(kept).toMatch(/^conversion webhook for .* token=\[redacted/);
    expect(kept.length).toBeLessThan(1100);
  });
});

test('an autoscaler keeps what it scales, within which bounds, and who set them', async () => {
  const server = await served();
  const fieldsV1 = { 'f:spec': { 'f:minReplicas': {} } };
  server.store.put('horizontalpodautoscalers.autoscaling', {
    metadata: {
      name: 'osm-controller',
      namespace: 'osm-system',
      managedFields: [{ manager: 'helm', operation: 'Update', time: '2026-11-23T08:00:00Z', fieldsV1 }],
    },
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'osm-controller', apiVersion: 'apps/v1' },
      minReplicas: 2,
      maxReplicas: 5,
      metrics: [{ type: 'Resource' }],
    },
    status: { currentReplicas: 2, desiredReplicas: 3, conditions: [] },
  });
  expect(valueOf(control(await readFrom(server)).autoscalers ?? pending)).toMatchObject([
    {
      metadata: { managedFields: [{ manager: 'helm', fieldsV1 }] },
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: 'osm-controller' },
        minReplicas: 2,
        maxReplicas: 5,
      },
      status: { currentReplicas: 2, desiredReplicas: 3 },
    },
  ]);
});

test('who wrote what survives reading: of Deployments, webhooks and the MeshConfig', async () => {
  const snapshot = await readFrom(await served());
  const { deployments, mutatingWebhooks } = snapshot.cluster;
  const config = valueOf(control(snapshot).meshConfig);
  const edits = [
    ...(valueOf(deployments) ?? []).flatMap(deploymentEdits),
    ...(valueOf(mutatingWebhooks) ?? []).flatMap(webhookEdits),
    ...(config === undefined ? [] : meshConfigEdits(config)),
  ];
  expect(new Set(edits.map(({ field }) => field))).toEqual(
    new Set([
      'replicas',
      'image',
      'command',
      'args',
      'resources',
      'livenessProbe',
      'readinessProbe',
      'clientConfig',
      'failurePolicy',
      'namespaceSelector',
      'objectSelector',
      'timeoutSeconds',
      'spec',
    ]),
  );
  expect(new Set(edits.map(({ writer }) => writer.manager))).toEqual(new Set(['kubectl-client-side-apply']));
});
