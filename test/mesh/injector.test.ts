import { expect, test } from 'vitest';
import type { MeshIdentity } from '#mesh/identity.ts';
import { injectorOf } from '#mesh/injector.ts';
import { namespace, pod, recorded } from './build.ts';

function mesh(name: string, own: string, flavour: MeshIdentity['flavour'] = 'osm-edge'): MeshIdentity {
  return { name, namespace: own, flavour, version: '1.3.9', presence: 'controller' };
}

const osm = mesh('osm', 'osm-system');
const osm2 = mesh('osm2', 'osm-system-2');
const url = (host: string) => `http://${host}/repo/osm-edge-sidecar/u.sidecar.sa.ns/`;

function injected(container: object, more: object = {}) {
  return pod({
    metadata: { labels: { app: 'osm-controller', 'osm-proxy-uuid': 'u' } },
    spec: { containers: [{ name: 'osm-controller' }, { name: 'sidecar', ...container }], ...more },
  });
}

test('the recorded sidecars come from osm2, by the host of their repo URL', () => {
  for (const item of recorded('02-two-meshes').pods) {
    expect(injectorOf(item, [osm, osm2])).toEqual({
      mesh: 'osm2',
      namespace: 'osm-system-2',
      basis: 'repo-url',
    });
  }
});

test('MESH_NAME comes first, and finds its namespace among the meshes', () => {
  const withEnv = injected({ env: [{ name: 'MESH_NAME', value: 'osm2' }] });
  expect(injectorOf(withEnv, [osm, osm2])).toEqual({
    mesh: 'osm2',
    namespace: 'osm-system-2',
    basis: 'mesh-name-env',
  });
});

test('a mesh of the same name as our own is not ours: nobody injects into the own namespace (facts 0.9)', () => {
  const withEnv = injected({ env: [{ name: 'MESH_NAME', value: 'osm' }] });
  expect(injectorOf(withEnv, [osm, mesh('osm', 'other')])?.namespace).toBe('other');
  expect(injectorOf(withEnv, [osm])?.namespace).toBe('');
});

// facts §1.3: the forms of the URL
test.each([
  ['osm-controller.b:6060', 'b'],
  ['osm-controller.b.svc.cluster.local:6060', 'b'],
  ['osm-controller.b', 'b'],
])('the host %s names the namespace', (host, expected) => {
  expect(injectorOf(injected({ args: ['pipy', url(host)] }), [])).toEqual({
    mesh: '',
    namespace: expected,
    basis: 'repo-url',
  });
});

test('a stand-alone repo says nothing, so the label of the namespace is asked', () => {
  const item = injected({ args: [url('10.0.0.7:6060')] });
  expect(injectorOf(item, [osm2])).toBeUndefined();
  const enrolled = namespace('osm-system', { 'openservicemesh.io/monitored-by': 'osm2' });
  expect(injectorOf(item, [osm2], enrolled)).toEqual({
    mesh: 'osm2',
    namespace: 'osm-system-2',
    basis: 'namespace-label',
  });
});

test('an Envoy of OSM is told by the label, and the label of the other family is not taken for it', () => {
  const item = pod({
    metadata: { labels: { app: 'osm-controller', 'osm-proxy-uuid': 'u' } },
    spec: { containers: [{ name: 'envoy' }] },
  });
  const enrolled = namespace('osm-system', {
    'flomesh.io/monitored-by': 'fsm',
    'openservicemesh.io/monitored-by': 'old',
  });
  expect(injectorOf(item, [], enrolled)).toEqual({ mesh: 'old', namespace: '', basis: 'namespace-label' });
  const fsmOnly = namespace('osm-system', { 'flomesh.io/monitored-by': 'fsm' });
  expect(injectorOf(item, [], fsmOnly)).toBeUndefined();
});

test('a URL of FSM is not matched with an osm mesh of the same namespace', () => {
  const item = injected({ args: ['http://fsm-controller.b:6060/repo/fsm-sidecar/u/'] });
  expect(injectorOf(item, [mesh('osm', 'b'), mesh('fsm', 'b', 'fsm')])?.mesh).toBe('fsm');
});
