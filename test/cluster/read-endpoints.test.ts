import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { serviceEndpoints } from '#snapshot/service-endpoints.ts';
import type { DemoServer } from '#demo/server.ts';
import { readFrom, served } from './connected.ts';
import { control } from './facts.ts';

const injector = (snapshot: Snapshot) => {
  const { endpoints } = control(snapshot);
  return endpoints.state === 'read'
    ? endpoints.value.find(({ service }) => service === 'osm-injector')
    : endpoints;
};

const paths = (server: DemoServer): string[] =>
  server.requests.map(({ path }) => path).filter((path) => /endpoint/.test(path));

const slice = (name: string, addresses: readonly object[]) => ({
  metadata: {
    name,
    namespace: 'osm-system',
    labels: { 'kubernetes.io/service-name': 'osm-injector' },
  },
  addressType: 'IPv4',
  endpoints: addresses,
  ports: [{ name: 'health', port: 9091, protocol: 'TCP' }],
});

const address = (ip: string, pod: string, ready?: boolean) => ({
  addresses: [ip],
  conditions: ready === undefined ? {} : { ready },
  targetRef: { kind: 'Pod', name: pod },
});

describe('the addresses behind a Service', () => {
  test('are those of all its EndpointSlices, each Pod once', async () => {
    const server = await served();
    server.store.put('endpointslices', slice('a', [address('10.0.0.1', 'one', true)]));
    server.store.put('endpointslices', slice('b', [address('10.0.0.2', 'two', false)]));
    server.store.put('endpointslices', slice('ipv6', [address('fd00::1', 'one', true)]));
    server.store.put('endpointslices', slice('unknown', [address('10.0.0.3', 'three')]));
    expect(injector(await readFrom(server))).toEqual({
      service: 'osm-injector',
      namespace: 'osm-system',
      ready: [
        { ip: 'fd00::1', pod: 'one' },
        { ip: '10.0.0.3', pod: 'three' },
      ],
      notReady: [{ ip: '10.0.0.2', pod: 'two' }],
      ports: [{ name: 'health', port: 9091 }],
    });
    expect(paths(server)).toEqual(['/apis/discovery.k8s.io/v1/namespaces/osm-system/endpointslices']);
  });

  test.each([
    ['the server has no EndpointSlices', { withoutGroups: ['discovery.k8s.io'] }],
    ['they may not be read', { deny: ({ resource }: { resource: string }) => resource === 'endpointslices' }],
  ])('are the same from Endpoints where %s', async (_why, options) => {
    const server = await served(options);
    const fromEndpoints = injector(await readFrom(server));
    expect(paths(server).at(-1)).toBe('/api/v1/namespaces/osm-system/endpoints');
    expect(fromEndpoints).toEqual(injector(await readFrom(await served())));
    expect(fromEndpoints).toMatchObject({
      ready: [{ pod: expect.stringMatching(/^osm-injector-/) as string }],
    });
  });

  test('are refused when neither may be read', async () => {
    const snapshot = await readFrom(
      await served({ deny: ({ resource }) => resource.startsWith('endpoint') }),
    );
    expect(control(snapshot).endpoints).toMatchObject({
      state: 'refused',
      resource: 'endpointslices',
      group: 'discovery.k8s.io',
    });
  });

  test('a server that fails is not asked for the older kind', async () => {
    const server = await served({ faults: [{ kind: 'status', status: 500, on: 'endpointslices' }] });
    expect(control(await readFrom(server)).endpoints).toMatchObject({ state: 'failed' });
    expect(paths(server)).toHaveLength(1);
  });
});

test('an Endpoints object of an old snapshot reads like the addresses of today', () => {
  const old = {
    metadata: { name: 'osm-injector', namespace: 'osm-system' },
    subsets: [
      {
        addresses: [{ ip: '10.0.0.1', targetRef: { kind: 'Pod', name: 'one' } }],
        notReadyAddresses: [{ ip: '10.0.0.2', targetRef: null }],
        ports: [{ name: 'health', port: 9091 }],
      },
      { addresses: [{ ip: '10.0.0.1', targetRef: { kind: 'Pod', name: 'one' } }] },
    ],
  };
  expect(serviceEndpoints.parse(old)).toEqual({
    service: 'osm-injector',
    namespace: 'osm-system',
    ready: [{ ip: '10.0.0.1', pod: 'one' }],
    notReady: [{ ip: '10.0.0.2', pod: undefined }],
    ports: [{ name: 'health', port: 9091 }],
  });
});
