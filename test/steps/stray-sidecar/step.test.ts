import { describe, expect, test } from 'vitest';
import { healthyCluster, refusedFact } from '../../support/cluster-builder.ts';
import { findingsOf, paramsOf, resultOf, told } from '../findings-of.ts';

const step = 'stray-sidecar';
const twoMeshes = () => healthyCluster().withMesh('osm2', 'osm-system-2');
const injected = () => twoMeshes().withSidecar('controller', { mesh: 'osm2', namespace: 'osm-system-2' });

describe('a stray sidecar', () => {
  test('is critical although the probes are green, and names the mesh that injected it', () => {
    const cluster = injected().withEnrolment('osm-system', 'osm2', {
      injection: 'enabled',
      setBy: 'kubectl-label',
    });
    expect(told(step, cluster)).toEqual(['critical stray-sidecar', 'critical namespace-enrolled']);
    expect(paramsOf(step, 'stray-sidecar', cluster)).toMatchObject({
      container: 'sidecar',
      injector: 'osm2',
      injectorNamespace: 'osm-system-2',
      basis: 'mesh-name-env',
      enrolment: 'active',
    });
    expect(paramsOf(step, 'namespace-enrolled', cluster)).toMatchObject({
      mesh: 'osm2',
      injection: 'enabled',
      injectionEnabled: true,
      setBy: 'kubectl-label',
      setAt: '2026-11-23T08:30:00Z',
    });
  });

  test('stays after the namespace left the mesh', () => {
    expect(paramsOf(step, 'stray-sidecar', injected())).toMatchObject({ enrolment: 'removed' });
  });

  test('without MESH_NAME the repo URL tells the mesh', () => {
    const cluster = twoMeshes().withSidecar('injector', { namespace: 'osm-system-2' });
    expect(paramsOf(step, 'stray-sidecar', cluster)).toMatchObject({ injector: 'osm2', basis: 'repo-url' });
  });

  test('is found in every workload', () => {
    const cluster = injected()
      .withSidecar('injector', { mesh: 'osm2', namespace: 'osm-system-2' })
      .withSidecar('bootstrap', { mesh: 'osm2', namespace: 'osm-system-2' });
    expect(findingsOf(step, cluster).map(({ subject }) => subject.workload)).toEqual([
      'osm-bootstrap',
      'osm-controller',
      'osm-injector',
    ]);
  });

  test('in an ignored namespace: the label is said', () => {
    const cluster = injected().withEnrolment('osm-system', 'osm2', {
      injection: 'enabled',
      labels: { 'openservicemesh.io/ignore': 'true' },
    });
    expect(paramsOf(step, 'stray-sidecar', cluster)).toMatchObject({ enrolment: 'ignored' });
  });

  test('when nobody may look at namespaces the enrolment is unknown', () => {
    const cluster = injected()
      .withFact('namespace', refusedFact('namespaces', '', 'osm-system'))
      .withClusterFact('enrolledNamespaces', refusedFact('namespaces'));
    expect(paramsOf(step, 'stray-sidecar', cluster)).toMatchObject({ enrolment: 'unknown' });
    expect(resultOf(step, cluster).checks.find(({ id }) => id === 'enrolment')).toMatchObject({
      status: 'not-checked',
    });
  });
});

describe('the enrolment of the control plane', () => {
  test.each([
    ['injection enabled: the next restart injects', { injection: 'Enabled' }, ['warning namespace-enrolled']],
    ['without the annotation nothing is injected', {}, ['info namespace-enrolled']],
    ['injection disabled', { injection: 'no' }, ['info namespace-enrolled']],
    [
      'ignored',
      { injection: 'yes', labels: { 'openservicemesh.io/ignore': 'false' } },
      ['info namespace-enrolled'],
    ],
    [
      'a value that cannot be read rejects pods',
      { injection: 'enable' },
      ['warning invalid-injection-annotation', 'info namespace-enrolled'],
    ],
  ] as const)('in another mesh, %s', (_, more, expected) => {
    expect(told(step, twoMeshes().withEnrolment('osm-system', 'osm2', { ...more }))).toEqual(expected);
  });

  test('a pod that asks for a sidecar itself counts as enabled', () => {
    const cluster = twoMeshes().withEnrolment('osm-system', 'osm2');
    cluster.withPod('injector', (pod) => {
      pod.metadata.annotations['openservicemesh.io/sidecar-injection'] = 'true';
    });
    expect(told(step, cluster)).toEqual(['warning namespace-enrolled']);
  });

  test('in its own mesh: a dead-lock waits, unless the label name guards it', () => {
    expect(told(step, healthyCluster().withEnrolment('osm-system', 'osm'))).toEqual([
      'warning namespace-enrolled-in-own-mesh',
    ]);
    const withCredentialErrors = healthyCluster().withEnrolment('osm-system', 'osm', {
      labels: { name: 'osm-system' },
    });
    expect(told(step, withCredentialErrors)).toEqual(['info namespace-enrolled-in-own-mesh']);
  });

  test('a mesh of the same name elsewhere is another mesh', () => {
    const cluster = healthyCluster()
      .withMesh('osm', 'elsewhere')
      .withEnrolment('osm-system', 'osm', { injection: 'yes' });
    expect(told(step, cluster)).toEqual(['warning namespace-enrolled']);
  });

  test('an invalid value without enrolment harms nobody', () => {
    const key = 'openservicemesh.io/sidecar-injection';
    expect(told(step, healthyCluster().withNamespace('osm-system', {}, { [key]: 'on' }))).toEqual([
      'info invalid-injection-annotation',
    ]);
  });

  test('the own namespace is enough when the cluster-wide list is refused', () => {
    const cluster = twoMeshes().withEnrolment('osm-system', 'osm2', { injection: 'enabled' });
    cluster.withClusterFact('enrolledNamespaces', refusedFact('namespaces'));
    expect(told(step, cluster)).toEqual(['warning namespace-enrolled']);
    expect(resultOf(step, cluster).status).toBe('warning');
  });
});

describe('the tables of the guide', () => {
  test('every mesh, and every control-plane namespace whether enrolled or not', () => {
    const cluster = twoMeshes().withEnrolment('osm-system', 'osm2', { injection: 'enabled', setBy: 'osm' });
    const { meshes, namespaces, guideCommands } = resultOf(
      step,
      cluster.withEnrolment('bookstore', 'osm2'),
    ).detail;
    expect(meshes.map(({ name, namespace, version }) => [name, namespace, version])).toEqual([
      ['osm', 'osm-system', '1.3.9'],
      ['osm2', 'osm-system-2', '1.3.9'],
    ]);
    expect(meshes[0]?.controllerPods).toEqual([cluster.podName('controller')]);
    expect(meshes[0]?.smi).toContain('TrafficSplit:split.smi-spec.io/v1alpha4');
    expect(
      namespaces.map((row) => [row.namespace, row.mesh, row.injection, row.controlPlane, row.setBy]),
    ).toEqual([
      ['bookstore', 'osm2', '-', false, ''],
      ['osm-system', 'osm2', 'enabled', true, 'osm'],
      ['osm-system-2', '', '-', true, ''],
    ]);
    expect(guideCommands).toContainEqual(['osm', 'namespace', 'list']);
  });
});
