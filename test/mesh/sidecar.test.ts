import { describe, expect, test } from 'vitest';
import { roleOfLabels } from '#mesh/control-plane.ts';
import { flavours } from '#mesh/flavours.ts';
import { inspectContainers, isInjected, labelWithoutSidecar } from '#mesh/sidecar.ts';
import { pod, recorded } from './build.ts';
import { clean, inspect, main, ours, repo, type Shape, verdicts } from './control-plane-pod.ts';

describe('one strong mark is enough (facts §1.4)', () => {
  const stray = (more: object) => ({
    containers: [repo, main, { name: 'x', image: 'mirror/own:1', ...more }],
  });

  test.each<[string, Shape, string]>([
    ['the name of the osm-edge and FSM sidecar', stray({ name: 'sidecar' }), 'container:sidecar'],
    ['the name of the OSM sidecar', stray({ name: 'envoy' }), 'container:envoy'],
    ['the health check of an injector', stray({ name: 'osm-healthcheck' }), 'container:osm-healthcheck'],
    [
      'a repo URL of v1.1',
      stray({
        args: ['http://osm-controller.osm2.svc.cluster.local:6060/repo/osm-edge-sidecar/a.sidecar.sa.ns/'],
      }),
      'args:osm-edge-sidecar/',
    ],
    [
      'a repo URL with a code base',
      stray({ args: ['http://osm-controller.b:6060/repo/base/osm-edge-sidecar/a/'] }),
      'args:osm-edge-sidecar/',
    ],
    [
      'a repo URL of FSM',
      stray({ args: ['http://fsm-controller.b:6060/repo/fsm-sidecar/a/'] }),
      'args:fsm-sidecar/',
    ],
    [
      'the proxy label',
      { ...stray({}), labels: { app: 'osm-controller', 'osm-proxy-uuid': 'u' } },
      'label:osm-proxy-uuid',
    ],
    [
      'the volume of Pipy',
      { ...stray({}), volumes: [{ name: 'sidecar-bootstrap-config-volume' }] },
      'volume:sidecar-bootstrap-config-volume',
    ],
    [
      'the volume of Envoy',
      { ...stray({}), volumes: [{ name: 'envoy-bootstrap-config-volume' }] },
      'volume:envoy-bootstrap-config-volume',
    ],
    [
      'the Secret of the volume',
      { ...stray({}), volumes: [{ name: 'v', secret: { secretName: 'sidecar-bootstrap-config-u' } }] },
      'volume:v',
    ],
    ['the init container of osm', { ...stray({}), initContainers: [{ name: 'osm-init' }] }, 'init:osm-init'],
    ['the init container of FSM', { ...stray({}), initContainers: [{ name: 'fsm-init' }] }, 'init:fsm-init'],
    [
      'probes that were redirected',
      { containers: [repo, { ...main, livenessProbe: { httpGet: { port: 15901 } } }, { name: 'x' }] },
      'probe-port:15901',
    ],
  ])('%s', (_what, shape, mark) => {
    const row = inspect(shape).at(-1);
    expect(row).toMatchObject({ verdict: 'sidecar', init: false });
    expect(row?.marks).toContain(mark);
  });

  test('the init container is told apart and marked, too', () => {
    const rows = inspect({
      initContainers: [...ours.initContainers, { name: 'osm-init' }],
      containers: [repo, main, { name: 'sidecar' }],
    });
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      'expected',
      'sidecar',
      'repo-server',
      'expected',
      'sidecar',
    ]);
  });

  test.each([
    ['osm-edge', { name: 'sidecar', args: ['http://osm-controller.b:6060/repo/osm-edge-sidecar/a/'] }],
    ['osm', { name: 'envoy', image: 'envoyproxy/envoy-distroless:v1.22.2' }],
    ['fsm', { name: 'sidecar', args: ['http://fsm-controller.b:6060/repo/fsm-sidecar/a/'] }],
  ])('the marks tell that %s did it', (product, container) => {
    expect(inspect({ containers: [repo, main, container] }).at(-1)?.product).toBe(product);
  });

  test('a bare name does not tell which of two flavours did it', () => {
    expect(inspect({ containers: [main, { name: 'sidecar' }] }).at(-1)).not.toHaveProperty('product');
  });

  test('a second unknown container beside the sidecar stays unexpected', () => {
    expect(verdicts({ containers: [repo, main, { name: 'debug' }, { name: 'sidecar' }] }).slice(-2)).toEqual([
      'debug: unexpected',
      'sidecar: sidecar',
    ]);
  });
});

describe('a weak mark needs a second one (facts §1.4)', () => {
  test.each([
    'flomesh/pipy:1',
    'registry.local:5000/m/pipy@sha256:ab',
    'flomesh/pipy-nightly:latest',
    'quay.io/f/pipy-ubi8',
  ])('the image %s alone is only unknown', (image) => {
    expect(inspect({ containers: [repo, main, { name: 'x', image }] }).at(-1)).toMatchObject({
      verdict: 'pipy-unknown',
    });
  });

  test.each(['osm-proxy-uuid', 'fsm-proxy-uuid'])('with the label %s it is a sidecar', (key) => {
    const shape = {
      labels: { app: 'osm-controller', [key]: 'u' },
      containers: [main, { name: 'x', image: 'a/pipy' }],
    };
    expect(verdicts(shape).at(-1)).toBe('x: sidecar');
  });

  test('a repo image under an unknown name is no sidecar', () => {
    expect(verdicts({ containers: [main, { name: 'x', image: 'flomesh/pipy-repo:1' }] }).at(-1)).toBe(
      'x: unexpected',
    );
  });

  test('the injector has no legitimate repo', () => {
    const rows = verdicts({
      labels: { app: 'osm-injector' },
      containers: [{ name: 'osm-injector' }, repo],
      initContainers: [],
    });
    expect(rows).toEqual(['osm-injector: expected', 'osm-pipy-repo: unexpected']);
  });
});

test.each([
  ['istio-proxy', 'istio'],
  ['linkerd-proxy', 'linkerd'],
  ['kuma-sidecar', 'kuma'],
  ['consul-dataplane', 'consul'],
  ['envoy-sidecar', 'consul'],
])('%s is a sidecar of %s, as a container or as a native sidecar', (name, product) => {
  expect(inspect({ containers: [repo, main, { name }] }).at(-1)).toMatchObject({
    verdict: 'other-product',
    product,
  });
  const native = inspect({ initContainers: [{ name }] })[0];
  expect(native).toMatchObject({ verdict: 'other-product', product, init: true });
});

describe('FSM traps (facts §11.2, §11.3)', () => {
  test('its label alone is no sidecar: NodeLevel interception', () => {
    const shape = { labels: { app: 'osm-controller', 'fsm-proxy-uuid': 'u' } };
    expect(verdicts(shape)).toEqual(clean);
    const labelled = pod({ metadata: { labels: shape.labels }, spec: ours });
    expect(isInjected(labelled, flavours['osm-edge'])).toBe(false);
    expect(labelWithoutSidecar(labelled, flavours['osm-edge'])).toBe('fsm-proxy-uuid');
  });

  test('its label does not turn an unknown container into a sidecar', () => {
    const shape = {
      labels: { app: 'osm-controller', 'fsm-proxy-uuid': 'u' },
      containers: [main, { name: 'x' }],
    };
    expect(verdicts(shape).at(-1)).toBe('x: unexpected');
  });

  test('fsm-init is a name of its own in pods that are no control plane', () => {
    const shape = {
      labels: { app: 'fsm-xnetwork' },
      initContainers: [{ name: 'fsm-init' }],
      containers: [{ name: 'fsm-xnet' }],
    };
    expect(verdicts(shape)).toEqual(['fsm-init: expected', 'fsm-xnet: expected']);
  });

  test('the sidecar may come first, with any image', () => {
    const rows = verdicts({
      containers: [{ name: 'sidecar', image: 'any/thing' }, repo, main],
      initContainers: [],
    });
    expect(rows).toEqual(['sidecar: sidecar', ...clean.slice(1)]);
  });
});

test('Pipy workloads beside the control plane are left alone (facts §1.4)', () => {
  const rows = verdicts({
    labels: { app: 'fsm-repo' },
    initContainers: [],
    containers: [{ name: 'repo', image: 'flomesh/pipy:1' }],
  });
  expect(rows).toEqual(['repo: expected']);
});

test('in the recording of two meshes all three components carry a sidecar of osm-edge', () => {
  for (const item of recorded('02-two-meshes').pods) {
    const sidecars = inspectContainers(item, flavours['osm-edge']).filter(
      ({ verdict }) => verdict === 'sidecar',
    );
    expect(roleOfLabels(item.metadata.labels)).toBeDefined();
    expect(sidecars.map(({ container }) => container)).toEqual(['osm-init', 'sidecar']);
    expect(sidecars[1]).toMatchObject({ product: 'osm-edge', image: 'flomesh/pipy:0.90.3-38' });
    expect(sidecars[1]?.marks).toEqual([
      'container:sidecar',
      'args:osm-edge-sidecar/',
      'image:pipy',
      'label:osm-proxy-uuid',
      'init:osm-init',
    ]);
    expect(labelWithoutSidecar(item, flavours['osm-edge'])).toBeUndefined();
  }
});
