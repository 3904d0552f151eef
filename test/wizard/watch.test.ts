import { afterEach, describe, expect, test } from 'vitest';
import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import { ProblemError } from '#errors/problem.ts';
import type { WizardPorts } from '#wizard/ports/ports.ts';
import { countdown, countdownTick, nextPause } from '#wizard/state/watch.ts';
import { openWizard, type OpenOptions, type OpenWizard } from '../support/frame.tsx';
import { fakeDiagnosis, fakeMesh, fakePorts, fakeReading, readAt } from './fakes.ts';

describe('the pause between two readings', () => {
  test('is the interval after news, and grows to a minute without', () => {
    const pauses = [5];
    for (let reading = 0; reading < 9; reading += 1)
      pauses.push(nextPause(pauses.at(-1) ?? 0, 'unchanged', 5));
    expect(pauses).toEqual([5, 8, 12, 18, 27, 41, 60, 60, 60, 60]);
    expect(nextPause(60, 'changed', 5)).toBe(5);
    expect(nextPause(5, 'failed', 5)).toBe(8);
  });

  test('never is shorter than what was asked for', () => {
    expect(nextPause(300, 'unchanged', 300)).toBe(300);
    expect(nextPause(300, 'failed', 300)).toBe(300);
  });
});

test('the countdown goes by seconds at its end, and in steps of five before', () => {
  expect([1, 900, 1_000, 10_000, 10_001, 14_999, 58_000].map((left) => countdown(0, left))).toEqual([
    1, 1, 1, 10, 15, 15, 60,
  ]);
  expect(countdown(5_000, 0)).toBe(0);
  // Each tick comes when the number changes.
  expect([58_000, 9_500, 300].map((left) => countdownTick(0, left))).toEqual([3_000, 500, 300]);
});

const start = Date.parse(readAt);
let wizard: OpenWizard;
/** What the next readings find, and the clock. */
let findings: (Diagnosis['verdict']['status'] | 'unreachable')[];
let now: number;

function diagnosis(status: Diagnosis['verdict']['status']): Diagnosis {
  const verdict = { status, soFar: false, exitCode: status === 'healthy' ? 0 : 3 } as const;
  const source = { kind: 'live', context: 'prod-tokyo' } as const;
  return {
    ...fakeDiagnosis([fakeMesh('osm', 'osm-system', { verdict })]),
    source,
    verdict,
    readAt: new Date(now).toISOString(),
  };
}

async function watched(
  statuses: typeof findings,
  options: OpenOptions = {},
  change: Partial<WizardPorts> = {},
): Promise<void> {
  findings = [...statuses];
  now = start;
  let status: (typeof findings)[number] = 'critical';
  const read = async (onUpdate: (reading: typeof fakeReading) => void): Promise<void> => {
    status = findings.shift() ?? status;
    if (status === 'unreachable') {
      throw new ProblemError({
        kind: 'unreachable',
        server: 'https://a',
        context: 'a',
        code: '',
        message: '',
      });
    }
    onUpdate(fakeReading);
  };
  wizard = await openWizard(
    fakePorts({
      source: { start: read, reread: async (_what, _previous, onUpdate) => read(onUpdate) },
      diagnose: () => diagnosis(status === 'unreachable' ? 'critical' : status),
      now: () => new Date(now),
      ...change,
    }),
    options,
  );
}

/** The clock goes on, as its ticks do. */
async function pass(seconds: number): Promise<void> {
  now += seconds * 1000;
  await wizard.tick(now);
}

function top(): string {
  return wizard.frame().split('\n').slice(0, 6).join('\n');
}

afterEach(() => {
  wizard?.close();
});

describe('w', () => {
  test('reads again and again, with the age of the last verdict, until it is healthy: then it rings once', async () => {
    await watched(['critical', 'critical', 'critical', 'healthy']);
    await wizard.type('w');
    expect(top()).toContain('watching · next in 8 s · last verdict 0s ago');
    await pass(4);
    expect(top()).toContain('next in 4 s · last verdict 4s ago');
    await pass(4);
    expect(top()).toContain('next in 15 s');
    expect(wizard.rung()).toBe(0);
    await pass(12);
    expect(wizard.state().watch).toEqual({ kind: 'idle' });
    expect(wizard.frame()).toContain('Healthy now; stopped watching');
    expect(wizard.rung()).toBe(1);
    await pass(600);
    expect(findings).toEqual([]);
    expect(wizard.rung()).toBe(1);
  });

  test('rings nowhere when the bell is off', async () => {
    await watched(['critical', 'healthy'], {
      beginning: { settings: { watchInterval: 5, bell: false } },
    });
    await wizard.type('w');
    expect(wizard.frame()).toContain('Healthy now');
    expect(wizard.rung()).toBe(0);
  });

  test('a second time stops, and so does Esc', async () => {
    await watched(['critical']);
    for (const key of ['w', '\u001B']) {
      await wizard.type('w');
      expect(wizard.state().watch.kind).toBe('on');
      await wizard.type(key);
      expect(wizard.state().watch.kind).toBe('idle');
      expect(wizard.frame()).toContain('Stopped watching');
    }
  });

  test('keeps the last verdict when a reading fails, says so beside it, and tries again later', async () => {
    await watched(['critical', 'unreachable', 'healthy']);
    await wizard.type('w');
    expect(top()).toContain('✘ Mesh osm2 injected');
    expect(top()).toContain('watching · next in 8 s');
    expect(wizard.frame()).toContain('Trouble: unreachable');
    await pass(8);
    expect(wizard.frame()).toContain('Healthy now');
    expect(wizard.rung()).toBe(1);
  });

  test('goes on when the clock is set back', async () => {
    await watched(['critical', 'critical', 'healthy']);
    await wizard.type('w');
    await pass(-3_600);
    await pass(8);
    expect(wizard.frame()).toContain('Healthy now; stopped watching');
  });

  test('says why not: on a snapshot, and where all is well', async () => {
    await watched(['critical'], { file: 'snapshot.json' });
    await wizard.type('w');
    expect(wizard.frame()).toContain('A snapshot never changes');
    wizard.close();
    await watched(['healthy']);
    await wizard.type('w');
    expect(wizard.frame()).toContain('Already healthy');
    expect(wizard.rung()).toBe(0);
  });

  test('begins with the first reading when the command line says so', async () => {
    await watched(['critical', 'healthy'], {
      beginning: { watch: true, settings: { watchInterval: 30, bell: true } },
    });
    expect(top()).toContain('watching · next in 30 s');
    await pass(30);
    expect(wizard.rung()).toBe(1);
  });
});

test('the history has one entry a change, and goes with the report', async () => {
  const histories: unknown[] = [];
  await watched(
    ['critical', 'critical', 'critical', 'healthy'],
    {},
    {
      exportReport: async (_format, _file, _diagnosis, _language, _leftOut, history) => {
        histories.push(history.entries.map(({ readings, status }) => [status, readings]));
      },
    },
  );
  await wizard.type('w');
  await pass(8);
  await pass(60);
  await wizard.type('e\r\r');
  expect(histories).toEqual([
    [
      ['critical', 3],
      ['healthy', 1],
    ],
  ]);
});
