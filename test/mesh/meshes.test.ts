import { describe, expect, test } from 'vitest';
import { findMeshes, selectMeshes } from '#mesh/meshes.ts';
import { deployment, namespace, pod, read, recorded, refused, snapshot, webhook } from './build.ts';

const names = (snap: Parameters<typeof findMeshes>[0]) =>
  findMeshes(snap).map(
    (mesh) => `${mesh.name}@${mesh.namespace} ${mesh.flavour} ${mesh.version} ${mesh.presence}`,
  );

const byUrl = (service: string) => ({
  clientConfig: { service: { name: 'osm-injector', namespace: service } },
});

describe('control planes that are there', () => {
  test('one mesh, and two, as recorded', () => {
    const { deployments } = recorded('01-healthy');
    expect(names(snapshot({ cluster: { deployments: read(deployments) } }))).toEqual([
      'osm@osm-system osm-edge 1.3.9 controller',
    ]);
    const two = recorded('02-two-meshes');
    const cluster = {
      deployments: read(two.deployments),
      enrolledNamespaces: read(two.namespaces),
      mutatingWebhooks: read(two.mutatingWebhooks),
      validatingWebhooks: read(two.validatingWebhooks),
    };
    expect(names(snapshot({ cluster }))).toEqual([
      'osm@osm-system osm-edge 1.3.9 controller',
      'osm2@osm-system-2 osm-edge 1.3.9 controller',
    ]);
  });

  // facts §11.4
  test.each([
    ['osm-edge', [{ name: 'osm-controller', image: 'flomesh/osm-edge-controller:1.3.9' }]],
    ['osm-edge', [{ name: 'osm-controller', image: 'quay.io/flomesh/osm-edge-controller-ubi8:1.2.1' }]],
    ['osm-edge', [{ name: 'osm-pipy-repo' }, { name: 'osm-controller', image: 'mirror/osm-controller:1' }]],
    ['osm-edge', [{ name: 'osm-controller', image: 'mirror/own-build:1' }]],
    ['osm', [{ name: 'osm-controller', image: 'openservicemesh/osm-controller@sha256:ab' }]],
  ])('the flavour is %s for %j', (flavour, containers) => {
    const [mesh] = findMeshes(
      snapshot({ cluster: { deployments: read([deployment('osm-controller', { containers })]) } }),
    );
    expect(mesh?.flavour).toBe(flavour);
  });

  test('FSM and osm-edge side by side, in one order', () => {
    const fsm = deployment('fsm-controller', {
      image: 'flomesh/fsm-controller:1.5.1',
      labels: { meshName: 'fsm' },
    });
    const expected = ['fsm@osm-system fsm 1.5.1 controller', 'osm@osm-system osm-edge 1.3.9 controller'];
    const osm = deployment('osm-controller');
    expect(names(snapshot({ cluster: { deployments: read([fsm, osm]) } }))).toEqual(expected);
    expect(names(snapshot({ cluster: { deployments: read([osm, fsm]) } }))).toEqual(expected);
  });

  test.each([
    ['the label', { meshName: 'a', 'app.kubernetes.io/instance': 'b' }, ['--mesh-name', 'c'], 'a'],
    ['the instance label', { 'app.kubernetes.io/instance': 'b' }, ['--mesh-name', 'c'], 'b'],
    ['an argument', {}, ['--mesh-name', 'c'], 'c'],
    ['an argument with =', {}, ['--mesh-name=d'], 'd'],
    ['nothing', {}, ['--mesh-name'], ''],
  ])('the name comes from %s', (_what, labels, args, name) => {
    const containers = [{ name: 'osm-controller', image: 'flomesh/osm-edge-controller:1.2.3', args }];
    const [mesh] = findMeshes(
      snapshot({ cluster: { deployments: read([deployment('osm-controller', { labels, containers })]) } }),
    );
    expect(mesh).toMatchObject({ name, version: '1.2.3' });
  });

  test('a controller scaled to zero is still a controller', () => {
    const idle = deployment('osm-controller');
    const zero = { ...idle, spec: { ...idle.spec, replicas: 0 } };
    expect(findMeshes(snapshot({ cluster: { deployments: read([zero]) } }))[0]?.presence).toBe('controller');
  });
});

describe('leftovers (design, step 0)', () => {
  test('an injector or a bootstrap without a controller', () => {
    const cluster = { deployments: read([deployment('osm-injector'), deployment('osm-bootstrap')]) };
    expect(names(snapshot({ cluster }))).toEqual(['osm@osm-system osm-edge 1.3.9 leftovers']);
  });

  test('webhook configurations whose namespace has no control plane', () => {
    const cluster = {
      deployments: read([deployment('osm-controller')]),
      mutatingWebhooks: read([
        webhook('osm-webhook-osm'),
        webhook('osm-webhook-old', byUrl('old-system')),
        webhook('istio', byUrl('x')),
      ]),
      validatingWebhooks: read([
        webhook('osm-validator-mesh-old', byUrl('old-system')),
        webhook('fsm-validator-mesh-f', byUrl('osm-system')),
      ]),
    };
    expect(names(snapshot({ cluster }))).toEqual([
      'osm@osm-system osm-edge 1.3.9 controller',
      'old@old-system osm-edge  leftovers',
      'f@osm-system fsm  leftovers',
    ]);
  });

  test('enrolled namespaces, when no mesh is left to serve them', () => {
    const enrolledNamespaces = read([namespace('bookstore', { 'openservicemesh.io/monitored-by': 'osm' })]);
    expect(names(snapshot({ cluster: { enrolledNamespaces } }))).toEqual([
      'osm@osm-system osm-edge  leftovers',
    ]);
    const fsm = read([namespace('a', { 'flomesh.io/monitored-by': 'fsm' })]);
    expect(names(snapshot({ cluster: { enrolledNamespaces: fsm } }))).toEqual([
      'fsm@fsm-system fsm  leftovers',
    ]);
    const target = { namespace: 'mesh-ns' };
    expect(names(snapshot({ cluster: { enrolledNamespaces }, target }))).toEqual([
      'osm@mesh-ns osm-edge  leftovers',
    ]);
  });

  test('but a stale label beside a living mesh is no lost control plane', () => {
    const cluster = {
      deployments: read([deployment('osm-controller')]),
      enrolledNamespaces: read([namespace('a', { 'openservicemesh.io/monitored-by': 'typo' })]),
    };
    expect(names(snapshot({ cluster }))).toEqual(['osm@osm-system osm-edge 1.3.9 controller']);
  });
});

describe('nothing found', () => {
  test('none, when every list was answered', () => {
    expect(names(snapshot())).toEqual(['@osm-system osm-edge  none']);
    expect(names(snapshot({ target: { mesh: 'm', namespace: 'fsm-system' } }))).toEqual([
      'm@fsm-system fsm  none',
    ]);
  });

  test.each([
    ['deployments', refused('deployments')],
    ['enrolledNamespaces', refused('namespaces')],
    ['mutatingWebhooks', { state: 'failed' as const, error: { kind: 'timeout' as const, message: 'late' } }],
    ['validatingWebhooks', { state: 'pending' as const }],
    ['deployments', { state: 'partial' as const, value: [], at: 't', missing: [] }],
  ])('unknown, never none, when %s was not answered', (list, fact) => {
    expect(names(snapshot({ cluster: { [list]: fact } }))).toEqual(['@osm-system osm-edge  unknown']);
  });
});

describe('a reader of one namespace', () => {
  const cluster = {
    deployments: refused('deployments'),
    enrolledNamespaces: refused('namespaces'),
    mutatingWebhooks: refused('mutatingwebhookconfigurations'),
    validatingWebhooks: refused('validatingwebhookconfigurations'),
  };

  test('finds the mesh in the Deployments of the namespace', () => {
    const namespaces = { 'osm-system': { deployments: read([deployment('osm-controller')]) } };
    expect(names(snapshot({ cluster, namespaces }))).toEqual(['osm@osm-system osm-edge 1.3.9 controller']);
  });

  test('or, as a last resort, in its pods', () => {
    const labels = {
      app: 'osm-controller',
      'app.kubernetes.io/instance': 'osm',
      'app.kubernetes.io/version': 'v1.3.9',
    };
    const pods = read([pod({ metadata: { labels } })]);
    expect(names(snapshot({ cluster, namespaces: { 'osm-system': { pods } } }))).toEqual([
      'osm@osm-system osm-edge 1.3.9 controller',
    ]);
    const injector = read([pod({ metadata: { labels: { ...labels, app: 'osm-injector' } } })]);
    expect(names(snapshot({ cluster, namespaces: { 'osm-system': { pods: injector } } }))).toEqual([
      'osm@osm-system osm-edge 1.3.9 unknown',
    ]);
  });

  test('learns nothing from a webhook whose namespace it cannot look into', () => {
    const mutatingWebhooks = read([webhook('osm-webhook-osm')]);
    expect(names(snapshot({ cluster: { ...cluster, mutatingWebhooks } }))).toEqual([
      '@osm-system osm-edge  unknown',
    ]);
  });
});

describe('narrowing', () => {
  const other = deployment('osm-controller', { namespace: 'osm-system-2', labels: { meshName: 'osm2' } });
  const cluster = { deployments: read([deployment('osm-controller'), other]) };
  const selected = (target: { mesh?: string; namespace?: string }) => {
    const snap = snapshot({ cluster, target });
    return selectMeshes(findMeshes(snap), snap.target).map(
      ({ name, namespace: own, presence }) => `${name}@${own} ${presence}`,
    );
  };

  test('by mesh, by namespace, by both', () => {
    expect(selected({})).toEqual(['osm@osm-system controller', 'osm2@osm-system-2 controller']);
    expect(selected({ mesh: 'osm2' })).toEqual(['osm2@osm-system-2 controller']);
    expect(selected({ namespace: 'osm-system' })).toEqual(['osm@osm-system controller']);
    expect(selected({ mesh: 'osm2', namespace: 'osm-system-2' })).toEqual(['osm2@osm-system-2 controller']);
  });

  test('to a mesh that is not there says so', () => {
    expect(selected({ namespace: 'nowhere' })).toEqual(['@nowhere none']);
    expect(selected({ mesh: 'osm3' })).toEqual(['osm3@osm-system none']);
  });
});
