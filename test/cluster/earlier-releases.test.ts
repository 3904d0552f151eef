import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readSnapshot } from '#cluster/snapshot-file.ts';
import type { AccessRules, PolicyRule } from '../support/rbac.ts';
import { diagnose } from '#diagnosis/diagnose.ts';
import { meshFacts, nodeOf } from '#mesh/mesh-facts.ts';
import { notInSnapshot, valueOf } from '#snapshot/observed.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { catalogue } from '#steps/catalogue.ts';
import { readFrom, served, temporaryFolder } from './connected.ts';
import { control, facts } from './facts.ts';

/** A snapshot of 04b-image-pull, written before nodes, autoscalers and failures in other namespaces were read. */
async function oldSnapshot(): Promise<Snapshot> {
  const packed = await readFile(new URL('../fixtures/snapshots/04b-image-pull.json.gz', import.meta.url));
  const file = join(await temporaryFolder(), 'snapshot.json');
  await writeFile(file, gunzipSync(packed));
  return readSnapshot(file);
}

test('an old snapshot loads, and what it lacks reads not-in-snapshot', async () => {
  const read = meshFacts(await oldSnapshot(), 'osm-system');
  expect([read.creationFailures, read.autoscalers]).toEqual([notInSnapshot, notInSnapshot]);
  expect([read.nodes, read.affectedWorkloads]).toEqual([{}, {}]);
  const [pod] = valueOf(read.pods) ?? [];
  expect(pod && nodeOf(read, pod)).toEqual(notInSnapshot);
  expect(
    valueOf(read.endpoints)?.map(({ service, ready, notReady }) => [service, ready.length, notReady.length]),
  ).toEqual([
    ['osm-bootstrap', 1, 0],
    ['osm-controller', 0, 1],
    ['osm-injector', 1, 0],
    ['osm-validator', 0, 1],
  ]);
});

test('its diagnosis is that of the same cluster today', async () => {
  const verdictOf = (snapshot: Snapshot) => {
    const { meshes } = diagnose(snapshot, catalogue);
    return meshes.map(({ verdict, causes }) => ({ verdict, causes: causes.map(({ code }) => code) }));
  };
  const now = await readFrom(await served({ name: '04b-image-pull' }));
  expect(verdictOf(await oldSnapshot())).toEqual(verdictOf(now));
});

/** The roles as docs/rbac.yaml had them before. */
const list = (group: string, ...resources: readonly string[]): PolicyRule => ({
  apiGroups: [group],
  resources,
  verbs: ['list'],
});
const get = (group: string, ...resources: readonly string[]): PolicyRule => ({
  apiGroups: [group],
  resources,
  verbs: ['get'],
});
const oldAccess: AccessRules = {
  rules: [
    list('', 'namespaces'),
    get('', 'namespaces'),
    list('apps', 'deployments'),
    list('admissionregistration.k8s.io', 'mutatingwebhookconfigurations', 'validatingwebhookconfigurations'),
    list('apiextensions.k8s.io', 'customresourcedefinitions'),
  ],
  namespaced: [
    {
      namespace: 'osm-system',
      rules: [
        list('', 'pods', 'events', 'services', 'endpoints'),
        list('apps', 'replicasets'),
        get('', 'pods/log', 'pods/proxy'),
        get('config.openservicemesh.io', 'meshconfigs'),
      ],
    },
  ],
};

test('with an old role only the new facts are refused; all others are as with the new one', async () => {
  const old = await readFrom(await served({ rbac: oldAccess }));
  const states = (snapshot: Snapshot) =>
    Object.fromEntries(Object.entries(facts(snapshot)).map(([name, { state }]) => [name, state]));
  const before = states(old);
  const differing = Object.entries(states(await readFrom(await served()))).filter(
    ([name, state]) => before[name] !== state,
  );
  expect(differing.map(([name]) => [name, before[name]])).toEqual([
    ['creationFailures', 'refused'],
    ['osm-system autoscalers', 'refused'],
    ['osm-system nodes rcnode1', 'refused'],
  ]);
  expect(control(old).endpoints).toMatchObject({ state: 'read', value: { length: 4 } });
});
