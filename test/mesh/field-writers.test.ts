import { describe, expect, test } from 'vitest';
import { autoscalerEdits, deploymentEdits, meshConfigEdits, webhookEdits } from '#mesh/field-edits.ts';
import type { FieldEdit } from '#mesh/field-edits.ts';
import { type FieldPath, writerOfField } from '#mesh/field-writers.ts';
import { autoscaler } from '#snapshot/autoscaler.ts';
import * as schema from '#snapshot/kubernetes.ts';

const containers = ['spec', 'template', 'spec', 'containers'];
const controller: FieldPath = [...containers, { name: 'osm-controller' }];

const entry = (manager: string, time: string, fieldsV1: unknown, operation = 'Update') => ({
  manager,
  operation,
  time,
  fieldsV1,
});
const template = (fields: object) => ({
  'f:spec': { 'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"osm-controller"}': fields } } } },
});

describe('the writer of a field', () => {
  const meta = {
    managedFields: [
      entry('kubectl-set', '2026-11-23T09:00:00Z', template({ '.': {}, 'f:image': {} })),
      entry(
        'kubectl-edit',
        '2026-11-23T10:00:00Z',
        template({ 'f:livenessProbe': { 'f:httpGet': { 'f:port': {} } } }),
      ),
      entry(
        'helm',
        '2026-11-23T08:00:00Z',
        template({ '.': {}, 'f:image': {}, 'f:args': {}, 'f:livenessProbe': {} }),
        'Apply',
      ),
    ],
  };
  const managerOf = (...path: FieldPath) => writerOfField(meta, [...controller, ...path])?.manager;

  test('is the latest of those who own it', () => {
    expect(writerOfField(meta, [...controller, 'image'])).toEqual({
      manager: 'kubectl-set',
      operation: 'Update',
      at: '2026-11-23T09:00:00Z',
    });
  });

  test('is also who wrote something in it, or all of it', () => {
    expect(managerOf('livenessProbe')).toBe('kubectl-edit');
    expect(managerOf('livenessProbe', 'httpGet', 'path')).toBe('helm');
    expect(managerOf('args', 'anything')).toBe('helm');
  });

  test('is unknown where nobody owns it, in another container, and in stripped objects', () => {
    expect(managerOf('readinessProbe')).toBeUndefined();
    expect(writerOfField(meta, [...containers, { name: 'sidecar' }, 'image'])).toBeUndefined();
    expect(writerOfField({ managedFields: [] }, ['spec'])).toBeUndefined();
    expect(writerOfField({ managedFields: [entry('odd', '', {})] }, ['spec'])).toBeUndefined();
  });
});

const said = (edits: readonly FieldEdit[]): string[] =>
  edits.map(({ field, part, writer }) => `${part} ${field}: ${writer.manager}`.trim());

describe('the edits of an object name who wrote what may break a control plane', () => {
  const managed = (fieldsV1: object) => ({
    name: 'x',
    managedFields: [entry('kubectl-edit', 't', fieldsV1)],
  });

  test('of a Deployment: replicas, and what its containers run', () => {
    const spec = {
      'f:replicas': {},
      ...template({ '.': {}, 'f:image': {}, 'f:readinessProbe': { 'f:failureThreshold': {} } })['f:spec'],
    };
    const containers = [{ name: 'osm-controller' }, { name: 'osm-pipy-repo' }];
    const edited = schema.deployment.parse({
      metadata: managed({ 'f:spec': spec }),
      spec: { template: { spec: { containers } } },
      status: {},
    });
    expect(said(deploymentEdits(edited))).toEqual([
      'replicas: kubectl-edit',
      'osm-controller image: kubectl-edit',
      'osm-controller readinessProbe: kubectl-edit',
    ]);
  });

  test('of webhooks: whom they select and call', () => {
    const fields = { 'k:{"name":"osm-inject.k8s.io"}': { '.': {}, 'f:namespaceSelector': {} } };
    const edited = schema.webhookConfiguration.parse({
      metadata: managed({ 'f:webhooks': fields }),
      webhooks: [{ name: 'osm-inject.k8s.io', clientConfig: {} }],
    });
    expect(said(webhookEdits(edited))).toEqual(['osm-inject.k8s.io namespaceSelector: kubectl-edit']);
  });

  test('of the MeshConfig and an autoscaler', () => {
    const metadata = managed({
      'f:spec': { 'f:observability': { 'f:osmLogLevel': {} }, 'f:minReplicas': {} },
    });
    expect(said(meshConfigEdits(schema.meshConfig.parse({ metadata, spec: {} })))).toEqual([
      'spec: kubectl-edit',
    ]);
    const scaled = autoscaler.parse({
      metadata,
      spec: { scaleTargetRef: { kind: 'Deployment', name: 'osm-controller' } },
      status: {},
    });
    expect(said(autoscalerEdits(scaled))).toEqual(['minReplicas: kubectl-edit']);
  });
});
