import { expect, expectTypeOf, test } from 'vitest';
import type { ContainerRow } from '#steps/stray-sidecar/rows.ts';
import type { ProbeMeaning as Meaning } from '#mesh/probes.ts';
import type { InjectorBasis } from '#steps/stray-sidecar/findings.ts';
import * as controlPlane from '#mesh/control-plane.ts';
import { flavourList, flavours } from '#mesh/flavours.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import type { Injector } from '#mesh/injector.ts';
import { expectedBody, type ProbeMeaning, probeMeaning, subProbeOf } from '#mesh/probes.ts';
import type { ContainerVerdictKind } from '#mesh/sidecar.ts';
import { deployment, pod, recorded } from './build.ts';

const mesh: MeshIdentity = {
  name: 'osm',
  namespace: 'osm-system',
  flavour: 'osm-edge',
  version: '1.3.9',
  presence: 'controller',
};

test('the words of this folder are those of the diagnosis', () => {
  expectTypeOf<ContainerVerdictKind>().toEqualTypeOf<ContainerRow['verdict']>();
  expectTypeOf<ProbeMeaning>().toEqualTypeOf<Meaning>();
  expectTypeOf<Injector['basis']>().toExtend<InjectorBasis>();
});

test.each([
  [{ app: 'osm-controller' }, { role: 'controller', family: 'osm' }],
  [{ app: 'osm-bootstrap' }, { role: 'bootstrap', family: 'osm' }],
  [{ app: 'fsm-injector' }, { role: 'injector', family: 'fsm' }],
  [{ app: 'fsm-xnetwork' }, undefined],
  [{ app: 'osm-interceptor' }, undefined],
  [{}, undefined],
])('the labels %j', (labels, expected) => {
  expect(controlPlane.roleOfLabels(labels as Record<string, string>)).toEqual(expected);
});

test('the recorded objects find their place', () => {
  const { pods, deployments, replicaSets } = recorded('02-two-meshes');
  const osmEdge = flavours['osm-edge'];
  const [controller] = controlPlane.podsOfRole(pods, 'controller', osmEdge);
  expect(controller?.metadata.name).toBe('osm-controller-cf6dd6785-qmmf8');
  expect(controller && controlPlane.ownerDeploymentName(controller)).toBe('osm-controller');
  expect(replicaSets.map((item) => controlPlane.ownerDeploymentName(item))).toContain('osm-injector');
  expect(controlPlane.deploymentOfRole(deployments, 'injector', mesh)?.metadata.name).toBe('osm-injector');
  expect(
    controlPlane.deploymentOfRole(deployments, 'controller', { ...mesh, namespace: 'osm-system-2' })?.metadata
      .labels['meshName'],
  ).toBe('osm2');
  expect(
    controlPlane.deploymentOfRole(deployments, 'bootstrap', { ...mesh, namespace: 'gone' }),
  ).toBeUndefined();
});

test('a Deployment by another name is taken when the chart’s own is not there', () => {
  const own = deployment('osm-controller');
  const renamed = { ...own, metadata: { ...own.metadata, name: 'a-copy' } };
  expect(controlPlane.deploymentOfRole([renamed, own], 'controller', mesh)).toBe(own);
  expect(controlPlane.deploymentOfRole([renamed], 'controller', mesh)).toBe(renamed);
});

test('the owner is found without the hash label, and a bare pod has none', () => {
  const owned = pod({
    metadata: { labels: {}, ownerReferences: [{ kind: 'ReplicaSet', name: 'osm-controller-cf6dd6785' }] },
  });
  expect(controlPlane.ownerDeploymentName(owned)).toBe('osm-controller');
  expect(controlPlane.ownerDeploymentName(pod({ metadata: { name: 'curl', labels: {} } }))).toBeUndefined();
  const byJob = pod({ metadata: { ownerReferences: [{ kind: 'Job', name: 'osm-preinstall' }] } });
  expect(controlPlane.ownerDeploymentName(byJob)).toBeUndefined();
});

test('every flavour has a main container and a Deployment name for each role', () => {
  for (const flavour of flavourList) {
    expect(controlPlane.workloadName('controller', flavour)).toBe(`${flavour.cli}-controller`);
    expect(controlPlane.mainContainer('injector', flavour)).toBe(`${flavour.cli}-injector`);
  }
});

// facts §2.2
test.each([
  ['Liveness probe for SMI indicates it is not alive', 'SMI'],
  ['Readiness probe for pipy-Repo indicates it is not ready\n', 'pipy-Repo'],
  ['Liveness probe for ADS indicates it is not alive', 'ADS'],
  [
    'Liveness probe failed for URL https://127.0.0.1:9093/healthz: Get "https://127.0.0.1:9093/healthz": EOF',
    'https://127.0.0.1:9093/healthz',
  ],
  ['Readiness probe failed for URL https://127.0.0.1:9093/healthz', 'https://127.0.0.1:9093/healthz'],
  ['Service is alive', ''],
  ['', ''],
])('the body %j names the sub-probe %j', (body, subProbe) => {
  expect(subProbeOf(body)).toBe(subProbe);
});

test.each([
  ['/health/alive', 'Service is alive'],
  ['/health/ready', 'Service is ready'],
  ['/healthz', 'Health OK'],
  ['/', ''],
  ['constructor', ''],
])('%s answers %j when it is well', (path, body) => {
  expect(expectedBody(path)).toBe(body);
});

test.each<[string, string, number | string, string]>([
  ['osm-controller', '/health/alive', 9091, 'controller-alive'],
  ['osm-controller', '/health/ready', 9091, 'controller-ready'],
  ['osm-injector', '/healthz', 9090, 'injector'],
  ['osm-bootstrap', '/healthz', 9095, 'bootstrap'],
  ['osm-pipy-repo', '/', 6060, 'repo-server'],
  ['osm-controller', '/osm-liveness-probe', 15901, 'rewritten-by-injection'],
  ['osm-controller', '/osm-healthcheck', 15904, 'rewritten-by-injection'],
  ['osm-controller', '/health/alive', '15902', 'rewritten-by-injection'],
  ['fluentbit-logger', '/', 2020, 'other'],
])('the probe of %s %s on %s means %s', (container, path, port, meaning) => {
  expect(probeMeaning(container, path, port, flavours['osm-edge'])).toBe(meaning);
});
