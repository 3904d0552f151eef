import { describe, expect, test } from 'vitest';
import { ago, type ClusterBuilder, healthyCluster, waiting } from '../support/cluster-builder.ts';
import { diagnosisOf } from './breakages.ts';

/** Somebody's entry in the managedFields of the controller's Deployment: he wrote that field of its main container. */
const written =
  (field: string, manager: string, seconds: number) =>
  (cluster: ClusterBuilder): ClusterBuilder =>
    cluster.withDeployment('controller', ({ metadata }) => {
      const container = { [`k:{"name":"osm-controller"}`]: { '.': {}, [`f:${field}`]: {} } };
      metadata.managedFields.push({
        manager,
        operation: 'Update',
        time: ago(seconds),
        fieldsV1: { 'f:spec': { 'f:template': { 'f:spec': { 'f:containers': container } } } },
      });
    });

const failing = (): ClusterBuilder =>
  healthyCluster()
    .notReady('controller', { state: waiting('ImagePullBackOff', 'manifest unknown') })
    .withEvent('controller', {
      reason: 'Failed',
      message: 'Failed to pull image "flomesh/osm-edge-controller:1.3.9": manifest unknown',
      container: 'osm-controller',
      firstAgo: 280,
      lastAgo: 20,
    });

const editOf = (cluster: ClusterBuilder) => diagnosisOf(cluster).causes[0]?.changedBefore;

describe('what somebody changed before the first failure', () => {
  test('stands at the cause: which field, who, and when', () => {
    expect(editOf(written('image', 'kubectl-edit', 300)(failing()))).toEqual({
      at: ago(300),
      manager: 'kubectl-edit',
      fields: ['osm-controller: image'],
      subject: {
        mesh: 'osm',
        kind: 'Deployment',
        namespace: 'osm-system',
        name: 'osm-controller',
        workload: 'osm-controller',
      },
    });
  });

  test('is the last of several changes', () => {
    const twice = written('args', 'kubectl-patch', 290)(written('image', 'kubectl-edit', 400)(failing()));
    expect(editOf(twice)).toMatchObject({ manager: 'kubectl-patch', fields: ['osm-controller: args'] });
  });

  test.each([
    ['the installation itself', written('image', 'helm', 620)],
    ['a change after the failure had begun', written('image', 'kubectl-edit', 100)],
    ['what the mesh writes of its own', written('image', 'osm-controller', 300)],
  ])('is not %s', (_what, change) => {
    expect(editOf(change(failing()))).toBeUndefined();
  });

  test('is not about another workload', () => {
    const cluster = written(
      'image',
      'kubectl-edit',
      300,
    )(healthyCluster()).notReady('injector', {
      state: waiting('ImagePullBackOff', 'manifest unknown'),
    });
    expect(editOf(cluster)).toBeUndefined();
  });

  test('stands in the time line, whatever came of it', () => {
    const { timeline } = diagnosisOf(written('livenessProbe', 'kubectl-edit', 300)(healthyCluster()));
    expect(timeline.filter(({ kind }) => kind === 'edit')).toEqual([
      expect.objectContaining({ at: ago(300), text: 'osm-controller: livenessProbe (kubectl-edit)' }),
    ]);
  });
});
