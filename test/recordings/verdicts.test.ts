import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnoseSnapshot } from '../../src/cli/diagnose.ts';
import { readSnapshot, writeSnapshot } from '#cluster/snapshot-file.ts';
import { listScenarios } from '#demo/scenarios.ts';
import { temporaryFolder } from '../cluster/connected.ts';
import { expected } from './expected.ts';
import { findingsOf, recordingsReadOnce, rootsOf, worstMesh } from './read.ts';

const recording = recordingsReadOnce();

test('every recording, and every variant of one, stands in the table', () => {
  const scenarios = listScenarios().filter(({ kind }) => kind !== 'reported');
  expect(expected.map(({ name }) => name)).toEqual(scenarios.map(({ name }) => name));
});

describe.each(expected)(
  '$name ends with $exitCode: $because',
  ({ exitCode, findings, name, roots, status }) => {
    test('verdict, root causes and findings', async () => {
      const read = await recording(name);
      expect(read.diagnosis.verdict).toEqual({ status, exitCode, soFar: false });
      expect(
        rootsOf(read).map(({ code, confidence, severity, subject }) => [
          code,
          severity,
          confidence,
          `${subject.kind}/${subject.name}`,
        ]),
      ).toEqual(roots);
      const { steps } = worstMesh(read.diagnosis);
      const told = Object.fromEntries(
        Object.values(steps).flatMap(({ findings: found, step }) => {
          const codes = found.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
          return codes.length === 0 ? [] : [[step, [...new Set(codes)]]];
        }),
      );
      expect(told).toEqual(findings);
    });

    test('every finding above info is explained by a root cause', async () => {
      const read = await recording(name);
      const causes = worstMesh(read.diagnosis).causes;
      const explained = new Set(
        causes.flatMap(({ effects, requires, supports }) => [...effects, ...requires, ...supports]),
      );
      const unexplained = findingsOf(read).filter(
        (found) => found.severity !== 'info' && !explained.has(found),
      );
      expect(unexplained.map(({ code, subject }) => `${code} ${subject.name}`)).toEqual([]);
    });

    test('a saved snapshot gives the same diagnosis', async () => {
      const { diagnosis, snapshot } = await recording(name);
      const file = join(await temporaryFolder(), 'snapshot.json');
      await writeSnapshot(snapshot, file);
      expect(diagnoseSnapshot(await readSnapshot(file))).toEqual(diagnosis);
    });

    test('it is read with GET alone, and at most 16 requests a mesh besides logs and probes', async () => {
      const { diagnosis, requests } = await recording(name);
      expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(['GET']));
      const asked = requests.filter(({ path }) => !/\/(?:log|proxy)(?:\/|$)/.test(path));
      // Where no control plane tells the family of its labels, enrolled namespaces are looked for by both.
      const more = status === 'no-control-plane' ? 1 : 0;
      expect(asked.length).toBeLessThanOrEqual(16 * diagnosis.meshes.length + more);
    });
  },
);
