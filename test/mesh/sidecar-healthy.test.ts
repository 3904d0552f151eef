import { describe, expect, test } from 'vitest';
import { flavours } from '#mesh/flavours.ts';
import { inspectContainers } from '#mesh/sidecar.ts';
import { recorded } from './build.ts';
import { clean, inspect, main, repo, verdicts } from './control-plane-pod.ts';

describe('a healthy pod is silent', () => {
  // facts 0.1, §1.2: the repo runs from the sidecar's own image in v1.1 and in ubi8 builds
  test.each([
    'flomesh/pipy:0.50.0-25',
    'quay.io/flomesh/pipy-ubi8:0.70.0-46',
    'flomesh/pipy-repo:0.90.3-38',
    'flomesh/pipy-repo:latest',
    'registry.local:5000/mirror/pipy:0.50.0-25',
    'docker.io/flomesh/pipy@sha256:ab',
  ])('with the repo image %s', (image) => {
    expect(verdicts({ containers: [{ ...repo, image }, main] })).toEqual(clean);
  });

  test('with Fluent Bit, under its default name or another (3/3)', () => {
    const withLogger = (name: string) => ({
      containers: [repo, main, { name, image: 'fluent/fluent-bit:1.6.4' }],
    });
    expect(verdicts(withLogger('fluentbit-logger')).at(-1)).toBe('fluentbit-logger: expected');
    expect(verdicts(withLogger('shipper')).at(-1)).toBe('shipper: expected');
  });

  test('without repo server: OSM, the envoy class, or a standalone repo', () => {
    expect(verdicts({ containers: [main] })).toEqual([clean[0], clean[2]]);
    expect(
      verdicts({ containers: [{ ...main, image: 'openservicemesh/osm-controller@sha256:ab' }] }, 'osm'),
    ).toEqual([clean[0], clean[2]]);
  });

  test('of FSM, with its own names', () => {
    const shape = {
      labels: { app: 'fsm-controller' },
      containers: [
        { name: 'fsm-pipy-repo', image: 'flomesh/pipy-repo:1.5.12' },
        { name: 'fsm-controller', image: 'flomesh/fsm-controller:1.5.1' },
      ],
      initContainers: [{ name: 'init-fsm-controller' }, { name: 'init-untar' }],
    };
    expect(inspect(shape, 'fsm').map(({ verdict }) => verdict)).toEqual([
      'expected',
      'expected',
      'repo-server',
      'expected',
    ]);
  });

  test.each(['01-healthy', '03-liveness-503', '04b-image-pull', '06b-crashloop-fatal'])(
    'as recorded in %s',
    (scenario) => {
      const rows = recorded(scenario).pods.flatMap((item) => inspectContainers(item, flavours['osm-edge']));
      expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['expected', 'repo-server']));
      expect(
        rows.filter(({ verdict }) => verdict === 'repo-server').map(({ container }) => container),
      ).toEqual(['osm-pipy-repo']);
    },
  );
});
