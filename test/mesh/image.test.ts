import { expect, test } from 'vitest';
import { parseImage } from '#mesh/image.ts';

// facts §1.2, §1.4: forms that charts, mirrors and container runtimes write
test.each([
  ['flomesh/pipy:0.50.0-25', '', 'flomesh/pipy', 'pipy', '0.50.0-25', ''],
  ['docker.io/flomesh/pipy:0.90.3-38', '', 'flomesh/pipy', 'pipy', '0.90.3-38', ''],
  ['index.docker.io/flomesh/pipy', '', 'flomesh/pipy', 'pipy', '', ''],
  ['registry.local:5000/mirror/pipy', 'registry.local:5000', 'mirror/pipy', 'pipy', '', ''],
  ['registry.local:5000/pipy:1', 'registry.local:5000', 'pipy', 'pipy', '1', ''],
  ['localhost/pipy-repo:1', 'localhost', 'pipy-repo', 'pipy-repo', '1', ''],
  ['quay.io/flomesh/pipy-ubi8:0.90.3-38', 'quay.io', 'flomesh/pipy-ubi8', 'pipy-ubi8', '0.90.3-38', ''],
  ['curlimages/curl', '', 'curlimages/curl', 'curl', '', ''],
  ['docker.io/library/busybox:1.36', '', 'busybox', 'busybox', '1.36', ''],
  ['busybox', '', 'busybox', 'busybox', '', ''],
  [
    'openservicemesh/osm-controller@sha256:ab',
    '',
    'openservicemesh/osm-controller',
    'osm-controller',
    '',
    'sha256:ab',
  ],
  ['r:5000/a/b/pipy:1@sha256:ab', 'r:5000', 'a/b/pipy', 'pipy', '1', 'sha256:ab'],
  ['docker-pullable://flomesh/pipy@sha256:ab', '', 'flomesh/pipy', 'pipy', '', 'sha256:ab'],
  ['', '', '', '', '', ''],
])('%s is read part by part', (reference, registry, repository, segment, tag, digest) => {
  expect(parseImage(reference)).toEqual({ registry, repository, segment, tag, digest });
});
