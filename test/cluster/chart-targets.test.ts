import { expect, test } from 'vitest';
import { chartTargets } from '#cluster/probe-targets.ts';
import type { Pod } from '#snapshot/kubernetes.ts';
import { podOf } from '../support/objects.ts';

const mesh = {
  name: 'osm',
  namespace: 'osm-system',
  flavour: 'osm-edge',
  version: '1.3.9',
  presence: 'controller',
} as const;

const edited = (pod: Pod, change: { port?: number; path?: string }): Pod => {
  const main = pod.spec.containers.find(({ name }) => name === 'osm-controller')!;
  Object.assign(main.readinessProbe!.httpGet!, change);
  return pod;
};

test('a probe as in the chart is called once, and nothing is called in its place', () => {
  expect(chartTargets(podOf('controller', mesh))).toEqual([]);
  expect(chartTargets(podOf('injector', { ...mesh, version: '1.1.3' }))).toEqual([]);
});

test('of an edited probe the endpoint of the chart is called too, once', () => {
  const [target, ...others] = chartTargets(edited(podOf('controller', mesh), { port: 9095 }));
  expect(others).toEqual([]);
  expect(target).toMatchObject({
    probe: 'readiness',
    scheme: 'http',
    port: 9091,
    path: '/health/ready',
    failureThreshold: 1,
    isOfChart: true,
  });
});

test('a probe that an injector redirected was not edited by hand', () => {
  expect(chartTargets(edited(podOf('controller', mesh), { port: 15902 }))).toEqual([]);
});
