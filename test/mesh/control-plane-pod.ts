import { flavours } from '#mesh/flavours.ts';
import type { FlavourId } from '#mesh/identity.ts';
import { inspectContainers } from '#mesh/sidecar.ts';
import { pod } from './build.ts';

export interface Shape {
  labels?: object;
  containers?: object[];
  initContainers?: object[];
  volumes?: object[];
}

export const repo = {
  name: 'osm-pipy-repo',
  image: 'flomesh/pipy-repo:0.90.3-38',
  command: ['pipy'],
  args: ['--admin-port=6060'],
};
export const main = { name: 'osm-controller', image: 'flomesh/osm-edge-controller:1.3.9' };
export const ours = {
  containers: [repo, main],
  initContainers: [{ name: 'init-osm-controller', image: 'curlimages/curl' }],
};

export function inspect(shape: Shape, flavour: FlavourId = 'osm-edge') {
  const { labels = { app: 'osm-controller' }, ...spec } = shape;
  return inspectContainers(pod({ metadata: { labels }, spec: { ...ours, ...spec } }), flavours[flavour]);
}

export function verdicts(shape: Shape, flavour?: FlavourId): string[] {
  return inspect(shape, flavour).map(({ container, verdict }) => `${container}: ${verdict}`);
}

export const clean = [
  'init-osm-controller: expected',
  'osm-pipy-repo: repo-server',
  'osm-controller: expected',
];
