import { expect, test } from 'vitest';
import { markBlockedProbeProxy } from '#cluster/probe-proxy-blocked.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { ProbeAttempt, ProbeCall } from '#snapshot/probe-call.ts';

const at = '2026-11-23T09:00:00Z';
const silence: ProbeAttempt = { kind: 'no-answer', at, afterSeconds: 5 };
const refusal: ProbeAttempt = { kind: 'refused', at, message: 'connection refused' };
const forbidden = { state: 'refused', verb: 'get', resource: 'pods/proxy', group: '' } as const;

function called(pod: string, ...attempts: ProbeAttempt[]): Observed<ProbeCall> {
  const probe = { container: 'c', probe: 'liveness', scheme: 'http', port: 9091, path: '/' } as const;
  return { state: 'read', at, value: { pod, ...probe, attempts } };
}

function kinds(probes: Readonly<Record<string, Observed<ProbeCall>>>): readonly string[] {
  return Object.values(markBlockedProbeProxy(probes)).flatMap((fact) =>
    fact.state === 'read' ? fact.value.attempts.map(({ kind }) => kind) : [fact.state],
  );
}

test('when no call to any pod came through, the way is closed, and the pods are not blamed', () => {
  const probes = { a: called('one', silence, silence), b: called('two', silence), c: forbidden };
  expect(kinds(probes)).toEqual(['proxy-failed', 'proxy-failed', 'proxy-failed', 'refused']);
});

test.each([
  ['answers', { kind: 'answered', at, status: 503, body: '', latencyMs: 1 } as const],
  ['refuses', refusal],
])('when one pod %s, the silence of another is its own', (_what, attempt) => {
  const probes = { a: called('one', silence), b: called('two', attempt) };
  expect(markBlockedProbeProxy(probes)).toBe(probes);
});

test('one silent pod alone tells nothing of the way', () => {
  const probes = { a: called('one', silence), b: called('one', silence) };
  expect(markBlockedProbeProxy(probes)).toBe(probes);
});
