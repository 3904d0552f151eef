import { expect, test } from 'vitest';
import { flavours } from '#mesh/flavours.ts';
import { requiredCrds } from '#mesh/crds.ts';
import { requiredSmi } from '#mesh/smi.ts';
import { bareVersion, isBefore, parseVersion } from '#mesh/version.ts';

test.each([
  ['v1.3.9', { major: 1, minor: 3, patch: 9 }],
  ['1.2.1-ubi8', { major: 1, minor: 2, patch: 1 }],
  ['1.2', { major: 1, minor: 2, patch: 0 }],
  ['latest', undefined],
  ['', undefined],
])('the version %s is read', (text, version) => {
  expect(parseVersion(text)).toEqual(version);
});

test.each([
  ['1.1.3', '1.2.0', true],
  ['v1.2.0', '1.2.0', false],
  ['1.10.0', '1.9.9', false],
  ['1.2.9', '1.10.0', true],
  ['', '9.9.9', false],
  ['latest', '9.9.9', false],
])('%s before %s: %s; an unknown version is the newest line', (version, limit, expected) => {
  expect(isBefore(version, limit)).toBe(expected);
});

test('a bare version has no v, and a word is no version', () => {
  expect(bareVersion('v1.3.9')).toBe('1.3.9');
  expect(bareVersion('1.3.0-beta.4')).toBe('1.3.0-beta.4');
  expect(bareVersion('latest')).toBe('');
});

// facts §2.3
test.each([
  ['osm-edge', '1.1.3', 'v1alpha2'],
  ['osm-edge', '1.2.3', 'v1alpha2'],
  ['osm-edge', '1.3.0', 'v1alpha4'],
  ['osm-edge', '', 'v1alpha4'],
  ['osm', '1.2.4', 'v1alpha2'],
  ['osm', '', 'v1alpha2'],
  ['fsm', '1.0.0', 'v1alpha4'],
] as const)('%s %s asks for TrafficSplit %s', (flavour, version, served) => {
  const kinds = requiredSmi(flavours[flavour], version);
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'HTTPRouteGroup',
    'TCPRoute',
    'TrafficTarget',
    'TrafficSplit',
  ]);
  expect(kinds.at(-1)?.groupVersion).toBe(`split.smi-spec.io/${served}`);
});

// facts §8, second table: the number of rows with a tick
test.each([
  ['osm-edge', '1.1.3', 9],
  ['osm-edge', '1.2.3', 13],
  ['osm-edge', '1.3.9', 19],
  ['osm', '1.2.4', 10],
  ['fsm', '1.5.1', 5],
] as const)('%s %s needs %i CRDs', (flavour, version, count) => {
  expect(requiredCrds(flavours[flavour], version)).toHaveLength(count);
});

test('the TrafficSplit CRD must serve what the probe asks for, and plugins are no business of the injector', () => {
  const byName = (version: string, name: string) =>
    requiredCrds(flavours['osm-edge'], version).find((crd) => crd.name === name);
  expect(byName('1.2.3', 'trafficsplits.split.smi-spec.io')?.version).toBe('v1alpha2');
  expect(byName('1.3.9', 'trafficsplits.split.smi-spec.io')?.version).toBe('v1alpha4');
  expect(byName('1.3.9', 'plugins.plugin.flomesh.io')?.usedBy).toEqual(['controller']);
  expect(byName('1.2.3', 'plugins.plugin.flomesh.io')).toBeUndefined();
  expect(byName('1.1.3', 'retries.policy.openservicemesh.io')?.usedBy).toEqual(['controller']);
  expect(byName('1.1.3', 'meshconfigs.config.openservicemesh.io')?.usedBy).toEqual([
    'controller',
    'injector',
  ]);
});

test('the MeshConfig of FSM changed its version with 1.1', () => {
  const [first] = requiredCrds(flavours.fsm, '1.0.0');
  const [later] = requiredCrds(flavours.fsm, '');
  expect(first).toMatchObject({ name: 'meshconfigs.config.flomesh.io', version: 'v1alpha2' });
  expect(later).toMatchObject({ name: 'meshconfigs.config.flomesh.io', version: 'v1alpha3' });
});
