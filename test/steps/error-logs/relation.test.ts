import { expect, test } from 'vitest';
import type { SignatureRow } from '#steps/error-logs/rows.ts';
import { bySignatureRank } from '#steps/error-logs/signature-rank.ts';
import {
  type ClusterBuilder,
  healthyCluster,
  terminated,
  waiting,
  zerolog,
} from '../../support/cluster-builder.ts';
import { resultOf } from '../findings-of.ts';

const info = zerolog('info', 'main', 'went on');
const error = (message: string): string => zerolog('error', 'kube-events', message);
const crashed = (cluster: ClusterBuilder, endedBefore = 60): ClusterBuilder =>
  cluster.notReady('controller', {
    restartCount: 4,
    state: waiting('CrashLoopBackOff'),
    lastState: terminated(1, 'Error', endedBefore),
  });

/** The rows of the controller, by message. */
function rowsOf(cluster: ClusterBuilder): Readonly<Record<string, SignatureRow>> {
  const { signatures } = resultOf('error-logs', cluster).detail;
  return Object.fromEntries(signatures.map((row) => [row.signature.template, row]));
}

test('what a run that ended said last is among its last words, what it said long before is not', () => {
  const lines = [error('early'), ...Array.from({ length: 20 }, () => info), error('late'), info];
  const rows = rowsOf(crashed(healthyCluster()).withLog('controller', lines, { previous: true }));
  expect(rows['early']?.relation).toBe('none');
  expect(rows['late']?.relation).toBe('last-words');
  expect(rows['late']).toMatchObject({ restarts: 4 });
});

test('a record right before the end counts, though many lines follow it', () => {
  // A second lies between the lines, and the first is 590 s old.
  const lines = [error('near'), ...Array.from({ length: 5 }, () => info)];
  const near = crashed(healthyCluster(), 587).withLog('controller', lines, { previous: true });
  expect(rowsOf(near)['near']?.relation).toBe('right-before');
  const far = crashed(healthyCluster(), 500).withLog('controller', lines, { previous: true });
  expect(rowsOf(far)['near']?.relation).toBe('none');
});

test('a process that runs has no last words', () => {
  const rows = rowsOf(healthyCluster().withLog('controller', [error('just now')]));
  expect(rows['just now']?.relation).toBe('none');
});

test('the log of a container that waits to be started again is that of the run that ended', () => {
  const rows = rowsOf(crashed(healthyCluster()).withLog('controller', [error('last')]));
  expect(rows['last']?.relation).toBe('last-words');
});

test('what a run said last ranks above what is frequent', () => {
  const often = Array.from({ length: 30 }, (_, index) => error(`often ${index}`));
  const lines = [...often, ...Array.from({ length: 20 }, () => info), error('at the end')];
  const { signatures } = resultOf(
    'error-logs',
    crashed(healthyCluster()).withLog('controller', lines, { previous: true }),
  ).detail;
  const ranked = signatures.toSorted(bySignatureRank).map((row) => row.signature.template);
  expect(ranked.indexOf('at the end')).toBe(0);
  expect(ranked.length).toBeGreaterThan(1);
});

test('each kind of harmless record says why it is', () => {
  const { signatures } = resultOf('error-logs', healthyCluster()).detail;
  expect(signatures.map(({ benign, finding }) => [finding, benign])).toContainEqual([
    'log-benign',
    'in-cluster',
  ]);
});
