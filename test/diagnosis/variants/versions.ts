import { healthyCluster } from '../../support/cluster-builder.ts';
import { digest, type Variant, withImages } from './variant.ts';

const released = (version: string): Variant => ({
  what: `osm-edge ${version}`,
  cluster: () => healthyCluster({ version }),
});

const fsm = (version: string) =>
  healthyCluster({ name: 'fsm', namespace: 'fsm-system', flavour: 'fsm', version });

/** Every release line and flavour (facts §1.2, §11). */
export const versions: readonly Variant[] = [
  ...['1.1.0', '1.1.3', '1.2.0', '1.2.3', '1.3.0', '1.3.3', '1.3.4', '1.3.5', '1.3.8', '1.3.9'].map(released),
  {
    what: 'the chart of v1.1.3 that says 1.1.1',
    cluster: () => healthyCluster({ version: '1.1.1' }),
  },
  ...['1.1.0', '1.2.0', '1.2.4'].map((version) => ({
    what: `OSM ${version}`,
    cluster: () => healthyCluster({ flavour: 'osm', version }),
  })),
  {
    what: 'OSM 1.2 pinned by digest',
    cluster: () =>
      withImages(healthyCluster({ flavour: 'osm', version: '1.2.4' }), (image) =>
        image.replace(/:[^/]*$/, `@${digest}`),
      ),
  },
  ...['1.0.0', '1.1.4', '1.2.9', '1.5.1'].map((version) => ({
    what: `FSM ${version}`,
    cluster: () => fsm(version),
  })),
  {
    what: 'FSM in NodeLevel mode, whose injection is a label only',
    cluster: () =>
      fsm('1.5.1').withPod('controller', ({ metadata }) => {
        metadata.labels['fsm-proxy-uuid'] = '11111111-2222-3333-4444-555555555555';
      }),
  },
];

/** The same images under other names (facts §1.2, §1.4). */
export const images: readonly Variant[] = [
  {
    what: 'ubi8 images',
    cluster: () =>
      withImages(healthyCluster(), (image) =>
        image
          .replace('flomesh/pipy-repo', 'quay.io/flomesh/pipy-ubi8')
          .replace(/flomesh\/(osm-edge-\w+)/, 'quay.io/flomesh/$1-ubi8')
          .replace('curlimages/curl', 'quay.io/flomesh/curl-ubi8:7.84.0'),
      ),
  },
  {
    what: 'a mirror registry with a port',
    cluster: () => withImages(healthyCluster(), (image) => `registry.local:5000/mirror/${image}`),
  },
  {
    what: 'a mirror registry that renames the repo to pipy',
    cluster: () =>
      withImages(healthyCluster(), (image) =>
        image.replace('flomesh/pipy-repo', 'registry.local:5000/mirror/flomesh/pipy'),
      ),
  },
  {
    what: 'images by digest',
    cluster: () => withImages(healthyCluster(), (image) => image.replace(/:[^/]*$/, `@${digest}`)),
  },
  {
    what: 'images by tag and digest',
    cluster: () => withImages(healthyCluster(), (image) => `${image}@${digest}`),
  },
];
