import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type Changes, compareDiagnoses } from '#diagnosis/compare.ts';
import { type Diagnosis, type MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Finding } from '#diagnosis/finding.ts';
import { stepIds } from '#diagnosis/step.ts';
import { readCluster } from '#cluster/read-cluster.ts';
import type { FaultyServer } from '../support/faulty-server.ts';
import type { KubeObject } from '#demo/scenario.ts';
import type { StepId } from '#diagnosis/step.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { diagnoseSnapshot, factsOfStep } from '../../src/cli/diagnose.ts';
import { connected, quick, served } from '../cluster/connected.ts';

const system = 'osm-system';

interface Cluster {
  readonly server: FaultyServer;
  /** Reads everything, or what one step needs into what is known. */
  readonly read: (previous?: Snapshot, only?: StepId) => Promise<Snapshot>;
}

async function cluster(name: string): Promise<Cluster> {
  const server = await served({ name });
  const transport = await connected(server);
  return {
    server,
    read: async (previous, only) => {
      // Which of two readings a fact is from, its time tells: they must not be of the same millisecond.
      const last = Date.parse(previous?.readAt ?? '');
      while (Date.now() <= last) await setImmediate();
      return readCluster({
        transport,
        settings: quick,
        ...(previous === undefined ? {} : { previous }),
        ...(only === undefined ? {} : { only: factsOfStep(only) }),
      });
    },
  };
}

function changesOf(before: Snapshot, now: Snapshot): NonNullable<ReturnType<Changes['get']>> {
  const changes = compareDiagnoses(diagnoseSnapshot(before), diagnoseSnapshot(now)).get(system);
  if (changes === undefined) throw new Error('the mesh was not compared');
  return changes;
}

function codes(found: readonly { readonly finding: Finding }[]): readonly string[] {
  return found
    .map(({ finding: { code, subject } }) => `${code} ${subject.workload ?? subject.name}`)
    .toSorted();
}

function marksOf(now: Snapshot, before: Snapshot): Record<string, string> {
  const { marks } = changesOf(before, now);
  const mesh = meshOf(diagnoseSnapshot(now));
  const findings = stepIds.flatMap((step) => mesh.steps[step].findings);
  return Object.fromEntries(
    findings.map((finding) => [
      `${finding.code} ${finding.subject.workload ?? finding.subject.name}`,
      marks.get(finding.key) ?? 'none',
    ]),
  );
}

function meshOf({ meshes }: Diagnosis): MeshDiagnosis {
  const mesh = meshes.find((one) => one.mesh.namespace === system);
  if (mesh === undefined) throw new Error('no mesh');
  return mesh;
}

/** What `osm namespace remove` does. */
function leaveMesh({ server }: Cluster): void {
  server.store.update('namespaces', '', system, (namespace) => ({
    ...namespace,
    metadata: { ...namespace.metadata, labels: {}, annotations: {} },
  }));
}

/** A pod of another name with the same trouble, as after a restart of the Deployment. */
function replacePod({ server }: Cluster, workload: string, change: (pod: KubeObject) => KubeObject): void {
  const old = server.store
    .list('pods')
    .find(({ metadata }) => metadata.namespace === system && metadata.labels?.['app'] === workload);
  if (old === undefined) throw new Error(`no pod of ${workload}`);
  server.store.remove('pods', system, old.metadata.name);
  const { uid: _, ...metadata } = old.metadata;
  server.store.put(
    'pods',
    change({ ...old, metadata: { ...metadata, name: `${workload}-77f7d9c5b4-zx8q2` } }),
  );
}

describe('two readings of one cluster', () => {
  test('of which nothing changed: everything is still there', async () => {
    const osm = await cluster('02-two-meshes');
    const before = await osm.read();
    const now = await osm.read();
    const { fixed, marks, notCheckedAgain } = changesOf(before, now);
    expect([...new Set(marks.values())]).toEqual(['still']);
    expect([fixed, notCheckedAgain]).toEqual([[], []]);
  });

  test('between which one thing was mended: that one is fixed, the others are still there', async () => {
    const osm = await cluster('02-two-meshes');
    const before = await osm.read();
    leaveMesh(osm);
    const now = await osm.read();
    expect(codes(changesOf(before, now).fixed)).toEqual(['namespace-enrolled osm-system']);
    expect(marksOf(now, before)).toMatchObject({
      'stray-sidecar osm-controller': 'still',
      'stray-sidecar osm-injector': 'still',
    });
  });

  test('between which something broke: it is new', async () => {
    const osm = await cluster('01-healthy');
    const before = await osm.read();
    osm.server.store.update('deployments', system, 'osm-injector', (deployment) => ({
      ...deployment,
      spec: { ...(deployment['spec'] as object), replicas: 0 },
    }));
    const now = await osm.read();
    expect(marksOf(now, before)).toMatchObject({ 'scaled-to-zero osm-injector': 'new' });
  });

  test('between which a pod was replaced and kept its trouble: it is still there, not fixed and new', async () => {
    const osm = await cluster('02-two-meshes');
    const before = await osm.read();
    replacePod(osm, 'osm-controller', (pod) => pod);
    const now = await osm.read();
    expect(codes(changesOf(before, now).fixed)).toEqual([]);
    expect(marksOf(now, before)).toMatchObject({ 'stray-sidecar osm-controller': 'still' });
  });

  test('between which a pod was replaced by a clean one: its trouble is fixed', async () => {
    const osm = await cluster('02-two-meshes');
    const healthy = await cluster('01-healthy');
    const clean = healthy.server.store
      .list('pods')
      .find(({ metadata }) => metadata.namespace === system && metadata.labels?.['app'] === 'osm-controller');
    const before = await osm.read();
    replacePod(osm, 'osm-controller', (pod) => ({
      ...pod,
      metadata: { ...pod.metadata, labels: { app: 'osm-controller' }, annotations: {} },
      spec: clean?.['spec'],
      status: clean?.['status'],
    }));
    const now = await osm.read();
    expect(codes(changesOf(before, now).fixed)).toContain('stray-sidecar osm-controller');
  });

  test('of which the second may not look: nothing is fixed, it is not checked again', async () => {
    const osm = await cluster('02-two-meshes');
    const before = await osm.read();
    leaveMesh(osm);
    osm.server.faults.add({ kind: 'status', status: 403, on: `/namespaces/${system}/pods?` });
    const now = await osm.read();
    const { fixed, notCheckedAgain } = changesOf(before, now);
    expect(codes(notCheckedAgain)).toContain('stray-sidecar osm-controller');
    expect(codes(fixed).filter((code) => code.startsWith('stray-sidecar'))).toEqual([]);
  });

  test('of which the first could not look: what is seen now was not checked before', async () => {
    const osm = await cluster('02-two-meshes');
    osm.server.faults.add({ kind: 'status', status: 403, on: `/namespaces/${system}/pods?` });
    const before = await osm.read();
    osm.server.faults.clear();
    const now = await osm.read();
    expect(marksOf(now, before)).toMatchObject({ 'stray-sidecar osm-injector': 'not-checked-before' });
  });
});

describe('one step read again', () => {
  test('marks what rests on facts that were not read again', async () => {
    const osm = await cluster('05-injector-errors');
    const before = await osm.read();
    const now = await osm.read(before, 'stray-sidecar');
    expect(marksOf(now, before)).toMatchObject({ 'log-forbidden osm-injector': 'not-read-again' });
    const kept = meshOf(diagnoseSnapshot(now)).coverage.filter((row) => row.kept !== undefined);
    expect(new Set(kept.map(({ fact }) => fact))).toContain('logs');
    expect(new Set(kept.map(({ fact }) => fact))).not.toContain('pods');
  });

  test('and then all: what was kept is read again', async () => {
    const osm = await cluster('05-injector-errors');
    const before = await osm.read();
    const now = await osm.read();
    expect(marksOf(now, before)).toMatchObject({ 'log-forbidden osm-injector': 'still' });
    expect(meshOf(diagnoseSnapshot(now)).coverage.every((row) => row.kept === undefined)).toBe(true);
  });
});
