import { afterEach, describe, expect, test } from 'vitest';
import { openWizard, type OpenOptions, type OpenWizard } from '../support/frame.tsx';
import type { WizardPorts } from '#wizard/ports/ports.ts';
import { fakeDiagnosis, fakeMesh, fakePorts, fakeReading, row, rows } from './fakes.ts';

const escape = '\u001B';
const enter = '\r';
let wizard: OpenWizard;

async function opened(change: Partial<WizardPorts> = {}, options: OpenOptions = {}): Promise<OpenWizard> {
  wizard = await openWizard(fakePorts(change), options);
  return wizard;
}

function status(): string {
  return wizard.frame().split('\n').at(-2) ?? '';
}

function selected(): string | undefined {
  return wizard
    .frame()
    .split('\n')
    .find((line) => /^[▸▹]/u.test(line));
}

afterEach(() => {
  wizard.close();
});

describe('walking', () => {
  test.each([
    ['→ next step', '\u001B[C', 'stray-sidecar'],
    ['] goes on', ']]', 'pod-events'],
    ['l and h go on and back', 'lllh', 'pod-events'],
    ['digits jump', '5', 'verdict'],
    ['full-width digits jump', '４', 'error-logs'],
    ['← at the start stays', 'h', 'health'],
  ])('%s', async (_, keys, screen) => {
    await opened();
    await wizard.type(keys);
    expect(wizard.state().screen).toBe(screen);
  });

  test('a key that cannot be used says why', async () => {
    await opened();
    await wizard.type('h');
    expect(status()).toContain('1 Health is the first step');
    await wizard.type('\u001B');
    expect(status()).toContain('Nothing is being read');
    await wizard.type('x');
    expect(status()).toContain('x does nothing here; ? lists all keys');
    await wizard.type('j');
    expect(status()).toMatch(/^─+$/u);
  });

  test('each step keeps its own row', async () => {
    await opened();
    await wizard.type('j]G[');
    expect(selected()).toContain('osm-controller-b');
    await wizard.type(']');
    expect(selected()).toContain('osm-controller-c');
  });

  test('the first screen says what the walk is, until it has begun', async () => {
    await opened();
    expect(wizard.frame()).toContain('Five steps lead from the failing probe');
    await wizard.type('][');
    expect(wizard.frame()).not.toContain('Five steps');
  });
});

describe('the list', () => {
  test('keeps its row while other rows come in above it', async () => {
    let shown = rows;
    await opened({
      screens: {
        ...fakePorts().screens,
        health: (input) => ({ ...fakePorts().screens.health(input), rows: shown }),
      },
    });
    await wizard.type('j');
    shown = [row({ key: 'new' }), ...rows];
    await wizard.type('R');
    expect(selected()).toContain('osm-controller-b');
  });

  test('Enter opens, Tab gives the list the keys back, Esc closes', async () => {
    await opened();
    await wizard.type(enter);
    expect(wizard.frame()).toContain('Detail of a');
    await wizard.type('\tj');
    expect(wizard.frame()).toContain('Detail of b');
    await wizard.type(escape);
    expect(wizard.frame()).toContain('Overview');
  });

  test('q leaves the open row first, and quits from the step', async () => {
    await opened();
    await wizard.type(`${enter}q`);
    expect(wizard.left).toEqual([]);
    await wizard.type('q');
    expect(wizard.left).toEqual(['quit']);
  });
});

describe('copying', () => {
  test('c copies the only command at once', async () => {
    await opened();
    await wizard.type('c');
    expect(wizard.copied).toEqual(['kubectl -n osm-system get pod a']);
    expect(wizard.frame()).toContain("── Sent to the terminal's clipboard");
  });

  test('of several, one is chosen: never a joined list', async () => {
    await opened();
    await wizard.type('jc');
    expect(wizard.frame()).toContain('2 two');
    await wizard.type('2');
    expect(wizard.copied).toEqual(['two']);
  });

  test('y copies the evidence, and a row without any says so', async () => {
    await opened();
    await wizard.type('yGy');
    expect(wizard.copied).toEqual(['spec.containers[1].name: sidecar (a)']);
    expect(status()).toContain('no raw evidence');
  });
});

describe('language and meshes', () => {
  test('L changes the language in place', async () => {
    await opened();
    await wizard.type('jL');
    expect(wizard.frame()).toContain('[1 ヘルス ✘]');
    expect(selected()).toContain('osm-controller-b');
    await wizard.type('L');
    expect(wizard.frame()).toContain('[1 Health ✘]');
  });

  test('m selects one several meshes', async () => {
    await opened({ diagnose: () => fakeDiagnosis([fakeMesh(), fakeMesh('osm2', 'osm-system-2')]) });
    expect(wizard.frame()).toContain('mesh osm @ osm-system (1 of 2)');
    await wizard.type(`m\u001B[B${enter}`);
    expect(wizard.frame()).toContain('mesh osm2 @ osm-system-2 (2 of 2)');
  });
});

describe('reading', () => {
  const never = async (): Promise<void> => new Promise(() => undefined);

  test('shows what it waits for, and Esc stops it', async () => {
    const progress = {
      done: 3,
      total: 11,
      current: [{ what: 'events of osm-system', since: Date.parse('2026-11-23T10:00:01.200Z') }],
      startedAt: Date.parse('2026-11-23T10:00:01.200Z'),
      finished: false,
    };
    let aborted = false;
    await opened({
      source: {
        reread: never,
        start: async (onUpdate, signal) => {
          signal.addEventListener('abort', () => {
            aborted = true;
          });
          onUpdate({ ...fakeReading, progress });
          await never();
        },
      },
    });
    expect(wizard.frame()).toContain('3 of 11 requests, 0.8 s · events of osm-system…');
    expect(wizard.frame().split('\n').at(-1)).toContain('Esc stop');
    await wizard.type('r');
    expect(status()).toContain('Still reading; Esc stops');
    await wizard.type(escape);
    expect(aborted).toBe(true);
    expect(wizard.frame()).toContain('reading was stopped');
  });

  test('r reads this step again, R everything', async () => {
    const asked: string[] = [];
    await opened({
      source: {
        start: async (onUpdate) => onUpdate(fakeReading),
        reread: async (what, _, onUpdate) => {
          asked.push(what);
          onUpdate(fakeReading);
        },
      },
    });
    await wizard.type(']r');
    await wizard.type('R');
    expect(asked).toEqual(['stray-sidecar', 'everything']);
  });

  test('the first frame stands before any answer', async () => {
    await opened({ source: { start: never, reread: never } });
    const frame = wizard.frame();
    expect(frame).toContain('[1 Health …]');
    expect(frame).toContain('Five steps lead from the failing probe');
    expect(frame).toContain('connecting…');
    await wizard.type('e');
    expect(status()).toContain('nothing to export');
  });
});

test('Ctrl-C leaves at once, wherever one is', async () => {
  await opened();
  await wizard.type(`e${enter}\u0003`);
  expect(wizard.left).toEqual(['interrupted']);
});

test('Ctrl-Z suspends', async () => {
  await opened();
  await wizard.type('\u001A');
  expect(wizard.suspended()).toBe(1);
});

test('pasted text runs no commands', async () => {
  await opened();
  await wizard.type('\u001B[200~qqq rm -rf\u001B[201~');
  expect(wizard.left).toEqual([]);
  expect(status()).toContain('Pasted text is accepted only in a text field');
});

test('a list of a hundred thousand rows is not drawn whole', async () => {
  const many = Array.from({ length: 100_000 }, (_, index) => row({ key: `r${index}` }));
  wizard = await openWizard(fakePorts({}, many));
  const before = performance.now();
  await wizard.type('Gkkgjj');
  expect(performance.now() - before).toBeLessThan(2_000);
  expect(selected()).toContain('osm-controller-r2');
});
