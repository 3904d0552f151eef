import { expect, test } from 'vitest';
import type { CheckInput, StepInput } from '#diagnosis/check.ts';
import { coverageOf } from '#diagnosis/coverage.ts';
import { runStep } from '#diagnosis/run-step.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import type { LogRead } from '#snapshot/log-summary.ts';
import { valueOf } from '#snapshot/observed.ts';
import type { Missing } from '#snapshot/observed.ts';
import { catalogue } from '#steps/catalogue.ts';
import { healthyCluster, zerolog } from '../../support/cluster-builder.ts';
import type { ClusterBuilder } from '../../support/cluster-builder.ts';

const main = /\/osm-controller\/current$/;

/** The cluster with the logs of its containers changed. */
function withReads(cluster: ClusterBuilder, change: (read: LogRead, key: string) => LogRead): StepInput {
  const input = cluster.input();
  const logs = Object.entries(input.facts.logs).map(([key, fact]) => {
    const value = valueOf(fact);
    return [key, value ? { ...fact, value: change(value, key) } : fact] as const;
  });
  return { ...input, facts: { ...input.facts, logs: Object.fromEntries(logs) } };
}

/** The controller's log was read in part. */
function inPart(cluster: ClusterBuilder, missing: Missing): StepInput {
  const input = cluster.input();
  const logs = Object.entries(input.facts.logs).map(([key, fact]) => {
    const value = valueOf(fact);
    const isIt = main.test(key) && value !== undefined;
    return [
      key,
      isIt ? { state: 'partial' as const, value, at: input.readAt, missing: [missing] } : fact,
    ] as const;
  });
  return { ...input, facts: { ...input.facts, logs: Object.fromEntries(logs) } };
}

const codes = (input: StepInput): readonly string[] =>
  runStep(catalogue.steps['error-logs'], input)
    .findings.filter(({ code }) => code !== 'log-benign')
    .map(({ severity, code }) => `${severity} ${code}`);

const notes = ({ facts, mesh }: CheckInput<FactName>) =>
  coverageOf(facts, mesh.namespace)
    .filter(({ fact }) => fact === 'logs')
    .flatMap((row) => row.notes ?? []);

const waits = healthyCluster().withLog('controller', [
  zerolog('info', '', 'Waiting for MeshConfig informer cache sync...'),
]);

test('that a process never got on is not said of a log whose later lines are missing', () => {
  expect(codes(waits.input())).toEqual(['warning informers-stuck']);
  const cut = inPart(waits, { kind: 'log-limit', reason: '', from: '2026-11-23T08:59:00Z' });
  expect(codes(cut)).toEqual([]);
  expect(runStep(catalogue.steps['error-logs'], cut).checks[0]).toMatchObject({
    id: 'current-logs',
    status: 'not-checked',
  });
});

test('a wait for the repo is only taken for a normal start when the log shows the start', () => {
  const cluster = healthyCluster().withLog('controller', [
    zerolog('error', 'flomesh-pipy', 'Repo is not up, sleeping ...'),
  ]);
  expect(codes(cluster.input())).toEqual([]);
  const late = withReads(cluster, (read) => ({
    ...read,
    missedStart: { why: 'since', at: '2026-11-23T08:50:00Z' },
  }));
  expect(codes(late)).toEqual(['warning log-repo-down']);
});

test('since a time: the check passes for what it looked at, and says so', () => {
  const since = '2026-11-23T08:00:00Z';
  const input = withReads(healthyCluster(), (read) => ({
    ...read,
    missedStart: { why: 'since', at: since },
  }));
  const [current, previous] = runStep(catalogue.steps['error-logs'], input).checks;
  expect(current).toMatchObject({ id: 'current-logs', status: 'passed', since });
  expect(previous).not.toHaveProperty('since');
  expect(notes(input)).toContainEqual({ kind: 'log-since', since });
});

test('a rotated log and lines too long are notes, and keep nothing from being checked', () => {
  const input = withReads(healthyCluster(), (read, key) =>
    main.test(key)
      ? {
          ...read,
          missedStart: { why: 'rotated', at: '2026-11-23T08:00:00Z' },
          summary: { ...read.summary, oversizedLines: 2 },
        }
      : read,
  );
  const log = expect.stringMatching(main) as string;
  const firstAt = expect.stringMatching(/^2026-11-23T/) as string;
  expect(notes(input).filter(({ kind }) => kind !== 'no-previous-log')).toEqual([
    { kind: 'log-rotates', log, startedAt: '2026-11-23T08:00:00Z', firstAt },
    { kind: 'log-oversized', log, lines: 2 },
  ]);
  expect(runStep(catalogue.steps['error-logs'], input).status).toBe('clear');
});

test('a log that was cut is a note and a gap', () => {
  const cut = inPart(healthyCluster(), { kind: 'log-broken', count: 4, reason: 'reset' });
  expect(notes(cut)).toContainEqual({ kind: 'log-cut', log: expect.stringMatching(main) });
  expect(runStep(catalogue.steps['error-logs'], cut).status).toBe('not-checked');
});
