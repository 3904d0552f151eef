import { describe, expect, test } from 'vitest';
import { decideInjection, enrolmentsOf, injectionColumn } from '#mesh/enrolment.ts';
import { writerOf } from '#mesh/field-writers.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import { namespace, recorded } from './build.ts';

const label = 'openservicemesh.io/monitored-by';
const annotation = 'openservicemesh.io/sidecar-injection';
const ignore = 'openservicemesh.io/ignore';

// facts §3.1, 0.8: values, their meaning, and what the CLI prints
test.each([
  ['enabled', 'enabled', 'enabled'],
  ['YES', 'enabled', 'YES'],
  ['True', 'enabled', 'True'],
  ['disabled', 'disabled', 'disabled'],
  ['No', 'disabled', 'No'],
  ['false', 'disabled', 'false'],
  ['', 'invalid', ''],
  [' enabled', 'invalid', ' enabled'],
  ['on', 'invalid', 'on'],
  ['enabled\n', 'invalid', 'enabled\n'],
])('the annotation %j is %s', (value, state, column) => {
  const [enrolment] = enrolmentsOf(namespace('app', { [label]: 'osm' }, { [annotation]: value }));
  expect(enrolment?.injection).toEqual({ raw: value, state });
  expect(enrolment && injectionColumn(enrolment)).toBe(column);
});

test('without an annotation the column is a dash; the ignore label covers everything, whatever its value', () => {
  const [unset] = enrolmentsOf(namespace('app', { [label]: 'osm' }));
  expect(unset).toMatchObject({ injection: { raw: '', state: 'unset' }, ignored: false });
  expect(unset && injectionColumn(unset)).toBe('-');
  const [ignored] = enrolmentsOf(
    namespace('app', { [label]: 'osm', [ignore]: 'false' }, { [annotation]: 'enabled' }),
  );
  expect(ignored?.ignored).toBe(true);
  expect(ignored && injectionColumn(ignored)).toBe('disabled (ignored)');
});

test('both label families are read, each with its own keys (facts §11.3)', () => {
  const both = namespace(
    'osm-system',
    { [label]: 'osm2', 'flomesh.io/monitored-by': 'fsm' },
    { 'flomesh.io/sidecar-injection': 'yes' },
  );
  expect(enrolmentsOf(both)).toMatchObject([
    { family: 'osm', mesh: 'osm2', injection: { state: 'unset' } },
    { family: 'fsm', mesh: 'fsm', injection: { state: 'enabled' } },
  ]);
  expect(enrolmentsOf(namespace('plain', { name: 'plain' }))).toEqual([]);
});

test('the recorded namespace tells who enrolled it, and when', () => {
  const own = recorded('02-two-meshes').namespaces.find(({ metadata }) => metadata.name === 'osm-system');
  expect(own && enrolmentsOf(own)).toMatchObject([
    { mesh: 'osm2', injection: { state: 'enabled' }, nameLabel: 'osm-system', controlPlaneLabel: false },
  ]);
  const [enrolment] = own ? enrolmentsOf(own) : [];
  expect(enrolment?.setBy).toBe('kubectl-client-side-apply');
  expect(enrolment?.setAt).toMatch(/^2026-11-23T/);
});

test('the latest writer of a key wins, and odd entries are passed over', () => {
  const owns = (key: string) => ({ 'f:metadata': { 'f:labels': { [`f:${key}`]: {} } } });
  const meta = {
    managedFields: [
      { manager: 'osm', operation: 'Update', time: '2026-11-23T08:00:00Z', fieldsV1: owns(label) },
      { manager: 'kubectl-label', operation: 'Update', time: '2026-11-23T09:00:00Z', fieldsV1: owns(label) },
      { manager: 'helm', operation: 'Update', time: '2026-11-23T09:30:00Z', fieldsV1: owns('name') },
      { manager: 'odd', operation: 'Update', time: '2026-11-23T09:40:00Z', fieldsV1: null },
      { manager: 'odder', operation: 'Update', time: undefined, fieldsV1: { 'f:metadata': 'x' } },
    ],
  };
  expect(writerOf(meta, 'labels', label)).toEqual({
    manager: 'kubectl-label',
    operation: 'Update',
    at: '2026-11-23T09:00:00Z',
  });
  expect(writerOf(meta, 'annotations', label)).toBeUndefined();
  expect(writerOf(meta, 'labels', 'constructor')).toBeUndefined();
});

describe('who gets a sidecar (facts §3.2)', () => {
  const mesh: MeshIdentity = {
    name: 'osm2',
    namespace: 'osm-system-2',
    flavour: 'osm-edge',
    version: '1.3.9',
    presence: 'controller',
  };
  const enrolled = { [label]: 'osm2' };
  const on = { [annotation]: 'enabled' };
  const off = { [annotation]: 'no' };
  const bad = { [annotation]: 'maybe' };

  test.each<[string, string, object, object, object | undefined]>([
    ['injects', 'osm-system', enrolled, on, undefined],
    ['injects', 'osm-system', { ...enrolled, name: 'osm-system' }, on, undefined],
    ['not-enrolled', 'osm-system', {}, on, undefined],
    ['other-mesh', 'osm-system', { [label]: 'OSM2' }, on, undefined],
    ['ignored', 'osm-system', { ...enrolled, [ignore]: 'false' }, on, undefined],
    ['name-label', 'osm-system', { ...enrolled, name: 'osm-system-2' }, on, undefined],
    ['control-plane-label', 'osm-system', { ...enrolled, 'control-plane': '' }, on, undefined],
    ['system-namespace', 'kube-system', enrolled, on, undefined],
    ['own-namespace', 'osm-system-2', enrolled, on, undefined],
    ['not-annotated', 'osm-system', enrolled, {}, undefined],
    ['namespace-disabled', 'osm-system', enrolled, off, undefined],
    ['pod-disabled', 'osm-system', enrolled, on, off],
    ['injects', 'osm-system', enrolled, off, on],
    ['injects', 'osm-system', enrolled, {}, on],
    ['rejects', 'osm-system', enrolled, bad, undefined],
    ['rejects', 'osm-system', enrolled, bad, off],
    ['rejects', 'osm-system', enrolled, on, bad],
    ['ignored', 'osm-system', { ...enrolled, [ignore]: '' }, bad, undefined],
    ['own-namespace', 'osm-system-2', enrolled, bad, undefined],
  ])('%s in %s %j %j, pod %j', (decision, name, labels, annotations, podAnnotations) => {
    const question = { namespace: namespace(name, { ...labels }, { ...annotations }), mesh };
    const pod =
      podAnnotations === undefined ? {} : { podAnnotations: { ...podAnnotations } as Record<string, string> };
    expect(decideInjection({ ...question, ...pod })).toBe(decision);
  });

  test('a pod on the host network never gets one, whatever the annotations say', () => {
    const own = namespace('osm-system', enrolled, bad);
    expect(decideInjection({ namespace: own, hostNetwork: true, mesh })).toBe('host-network');
  });

  test('an FSM mesh only reads its own keys', () => {
    const fsm: MeshIdentity = { ...mesh, flavour: 'fsm' };
    expect(decideInjection({ namespace: namespace('a', enrolled, on), mesh: fsm })).toBe('not-enrolled');
    const own = namespace(
      'a',
      { 'flomesh.io/monitored-by': 'osm2' },
      { 'flomesh.io/sidecar-injection': 'true' },
    );
    expect(decideInjection({ namespace: own, mesh: fsm })).toBe('injects');
  });
});
