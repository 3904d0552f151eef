import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSnapshot, writeSnapshot } from '#cluster/snapshot-file.ts';
import { problemIn, readFrom, served, temporaryFolder } from './connected.ts';

async function written(name = '06b-crashloop-fatal') {
  const snapshot = await readFrom(await served({ name }));
  const file = join(await temporaryFolder(), 'snapshot.json');
  await writeSnapshot(snapshot, file);
  return { snapshot, file };
}

describe('a snapshot file', () => {
  test('gives back the same snapshot, and is for its owner only', async () => {
    const { snapshot, file } = await written();
    expect(await readSnapshot(file)).toEqual(JSON.parse(JSON.stringify(snapshot)));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(file, '..'))).toEqual(['snapshot.json']);
  });

  test('is not written over, unless asked', async () => {
    const { snapshot, file } = await written();
    const before = await readFile(file, 'utf8');
    expect(await problemIn(writeSnapshot({ ...snapshot, target: { mesh: 'x' } }, file))).toEqual({
      kind: 'report-exists',
      file,
    });
    expect(await readFile(file, 'utf8')).toBe(before);
    await writeSnapshot({ ...snapshot, target: { mesh: 'x' } }, file, { overwrite: true });
    expect((await readSnapshot(file)).target).toEqual({ mesh: 'x' });
    expect(await readdir(join(file, '..'))).toEqual(['snapshot.json']);
  });

  test('cannot be written where a folder is, or below a file', async () => {
    const { snapshot, file } = await written();
    await mkdir(`${file}.d`);
    expect(await problemIn(writeSnapshot(snapshot, `${file}.d`, { overwrite: true }))).toMatchObject({
      kind: 'report-not-written',
    });
    expect(await problemIn(writeSnapshot(snapshot, '/nonexistent/s.json'))).toMatchObject({
      kind: 'report-not-written',
      code: 'ENOENT',
    });
    expect(await problemIn(writeSnapshot(snapshot, join(file, 'x')))).toMatchObject({
      kind: 'report-not-written',
      code: 'ENOTDIR',
    });
  });
});

describe('what is no snapshot', () => {
  test('a file that is not there', async () => {
    expect(await problemIn(readSnapshot('/nonexistent/s.json'))).toMatchObject({
      kind: 'snapshot-unreadable',
      file: '/nonexistent/s.json',
    });
  });

  test('one that was cut short', async () => {
    const { file } = await written();
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 5000));
    expect(await problemIn(readSnapshot(file))).toMatchObject({ kind: 'snapshot-invalid', file, path: '' });
  });

  test('one of another version', async () => {
    const { file, snapshot } = await written();
    await writeFile(file, JSON.stringify({ ...snapshot, apiVersion: 'osm-edge-doctor/v9' }));
    expect(await problemIn(readSnapshot(file))).toEqual({
      kind: 'snapshot-version',
      file,
      found: 'osm-edge-doctor/v9',
      supported: 'osm-edge-doctor/v1',
    });
  });

  test('one with a field of the wrong type: which', async () => {
    const { file, snapshot } = await written();
    await writeFile(
      file,
      JSON.stringify({
        ...snapshot,
        cluster: { ...snapshot.cluster, deployments: { state: 'read', at: 'x', value: 3 } },
      }),
    );
    expect(await problemIn(readSnapshot(file))).toMatchObject({
      kind: 'snapshot-invalid',
      path: 'cluster.deployments.value',
    });
  });

  test.each(['[]', 'null', '"x"', '{}', '{"kind":"List","items":[]}'])(
    'some other JSON: %s',
    async (content) => {
      const file = join(await temporaryFolder(), 's.json');
      await writeFile(file, content);
      expect(await problemIn(readSnapshot(file))).toMatchObject({ kind: 'snapshot-invalid' });
    },
  );
});
