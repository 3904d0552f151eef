import { describe, expect, test } from 'vitest';
import { asItWas, leftOn } from './left-on.ts';
import { chosenRuns, type ScenarioRun } from './robot/chosen-runs.ts';
import { type Pressed, notPressed } from './robot/coverage.ts';
import { RobotError } from './robot/failure.ts';
import { modesOnScreen } from './robot/mode-on-screen.ts';
import { readScenario, readScenarios, scenarioFolder } from './robot/read-scenarios.ts';
import { runScenario } from './robot/robot.ts';

const run = { size: { columns: 80, rows: 24 }, language: 'en', patience: 30 } as const;

/** What the robot has to say about a scenario. */
async function complaint(text: string): Promise<string> {
  const told = await runScenario(readScenario(text, 'wrong.yaml'), run).catch((error: unknown) => error);
  expect(told).toBeInstanceOf(RobotError);
  return (told as RobotError).message;
}

const demo = 'title: A wrong one\nstart: { demo: 01-healthy }\n';

describe('the robot fails, and shows the screen,', () => {
  test('when words are not there', async () => {
    const said = await complaint(
      `${demo}steps:\n  - expect: { read: true }\n  - press: '?'\n  - expect: [{ text: ui.help.title }, Sesame]\n    within: 1\n`,
    );
    expect(said).toContain('"A wrong one" (wrong.yaml, 80x24, en)');
    expect(said).toContain('Step 3 of 3 expected, in vain: "Sesame"');
    expect(said).toContain('The steps before: seen › ?');
    // The whole screen, in a frame of its size.
    const picture = said.slice(said.indexOf('┌')).split('\n');
    expect(picture).toHaveLength(26);
    expect(picture[1]).toMatch(/^│osm-edge-doctor .*│$/u);
    expect(picture.at(-2)).toContain('Esc close');
  });

  test('when words are there that must not be', async () => {
    const said = await complaint(
      `${demo}steps:\n  - expect: [Health, { not: { text: steps.health.question } }]\n    within: 1\n`,
    );
    expect(said).toContain('in vain: not "Which component, replica and probe is failing');
  });

  test('when what is expected stood there before the key, and the key changed nothing', async () => {
    const said = await complaint(
      `${demo}steps:\n  - expect: { read: true }\n  - press: x\n  - expect: x does nothing here\n  - press: x\n  - expect: Health\n    within: 0.3\n`,
    );
    expect(said).toContain('in vain: anything new on the screen since the last key');
  });

  test('when the program ends with another status, or without what it should say and write', async () => {
    const said = await complaint(
      `${demo}steps:\n  - expect: { read: true }\n  - press: q\nends: { status: 3, prints: [Sesame], files: [{ name: 'md$', holds: [x] }] }\n`,
    );
    expect(said).toContain('After the last step expected, in vain: status 3, and not 0');
    expect(said).toContain('"Sesame" on the normal screen');
    expect(said).toContain('a file /md$/mu, where there are: none');
  });

  test('when the program sends what it must never send', async () => {
    const said = await complaint(`${demo}steps:\n  - expect: Health\nnever: ['\\x1b\\[1m']\n`);
    expect(said).toContain('never /\\x1b\\[1m/mu sent');
  });

  test('when the program has ended where it is still expected', async () => {
    const said = await complaint(`${demo}steps:\n  - expect: Health\n  - press: q\n  - expect: Sesame\n`);
    expect(said).toContain('the program to be there still');
  });
});

describe('a scenario is refused, and its fault named,', () => {
  test.each([
    ['when it expects nothing', `${demo}steps:\n  - press: q\n`, 'cannot fail'],
    ['when a key is none', `${demo}steps:\n  - expect: x\n  - press: Entre\n`, 'a key is one of Enter, Esc'],
    [
      'when it only expects that something is missing',
      `${demo}steps:\n  - expect: { not: x }\n`,
      'also name something',
    ],
    ['when a step does two things', `${demo}steps:\n  - { press: q, expect: x }\n`, 'a step is one of'],
    ['when a field is unknown', `${demo}wait: 3\nsteps:\n  - expect: x\n`, 'wait'],
    ['when it has no start', 'title: x\nstart: {}\nsteps:\n  - expect: x\n', 'a start names one of'],
    ['when a pattern is none', `${demo}steps:\n  - expect: { regex: '(' }\n`, 'Invalid regular expression'],
  ])('%s', (_when, text, fault) => {
    expect(() => readScenario(text, 'wrong.yaml')).toThrow(`wrong.yaml:`);
    expect(() => readScenario(text, 'wrong.yaml')).toThrow(fault);
  });
});

describe('what was pressed in which mode', () => {
  const table = [
    { action: 'open', keys: ['enter'], modes: ['step', 'detail'], group: 'look' },
    { action: 'top', keys: ['g', 'home'], modes: ['step'], group: 'move' },
  ] as const;

  test('is missed by action and mode, and by key', () => {
    expect(notPressed([], table)).toEqual([
      'open in mode step (enter)',
      'open in mode detail (enter)',
      'enter, for open',
      'top in mode step (g home)',
      'g, for top',
      'home, for top',
    ]);
  });

  test('counts a row of keys up to the first that may leave the mode', () => {
    const pressed: readonly Pressed[] = [{ modes: ['step'], keys: ['Home', 'Enter', 'g'] }];
    expect(notPressed(pressed, table)).toEqual(['open in mode detail (enter)', 'g, for top']);
  });

  test('is read from the footer, in both languages and at any width', () => {
    expect(modesOnScreen('…\n↑↓ move  ⏎ open  → next  Esc stop  ? keys  q quit')).toEqual(['step']);
    expect(modesOnScreen('…\n↑↓ 移動  Tab 切替  → 次へ  ? キー  Esc 閉じる')).toEqual(['detail']);
    expect(modesOnScreen('…\n↑↓ move  o guide  L 日本語  ? keys  Esc close')).toEqual(['page']);
    expect(modesOnScreen('status=0')).toEqual([]);
  });
});

test.each([
  ['the alternate screen without a cursor', '\u001B[?1049h\u001B[?25l', { modes: ['1049'] }],
  ['a keyboard protocol', '\u001B[>1u', { keyboard: 1 }],
  ['bold and colour', '\u001B[1;31m', { style: '1 colour' }],
  ['nothing', '\u001B[?25l\u001B[?2004h\u001B[1;31mred\u001B[39;22m\u001B[?2004l\u001B[?25h', {}],
])('what a program left on in its terminal is told: %s', (_what, sent, left) => {
  expect(leftOn(sent)).toEqual({ ...asItWas, ...left });
});

describe('of the scenarios', async () => {
  const scenarios = await readScenarios(scenarioFolder);
  const matrix = chosenRuns(scenarios, true);
  const quick = chosenRuns(scenarios, false);
  const shown = (runs: readonly ScenarioRun[]): Record<string, ReadonlySet<string>> => ({
    names: new Set(runs.map(({ scenario }) => scenario.name)),
    sizes: new Set(runs.map(({ size: { columns, rows } }) => `${columns}x${rows}`)),
    languages: new Set(runs.map(({ language }) => language)),
  });

  test('the matrix has each at all its sizes and in all its languages', () => {
    for (const scenario of scenarios) {
      const runs = matrix.filter((run) => run.scenario === scenario);
      expect(new Set(runs.map(({ size }) => size))).toEqual(new Set(scenario.sizes));
      expect(new Set(runs.map(({ language }) => language))).toEqual(new Set(scenario.languages));
    }
  });

  test('a quick run has each, every size and every language, in less than half of the runs of the matrix', () => {
    expect(shown(quick)).toEqual(shown(matrix));
    expect(matrix).toEqual(expect.arrayContaining([...quick]));
    expect(quick.length).toBeLessThan(matrix.length / 2);
  });
});
