import { describe, expect, test } from 'vitest';
import { isFullMatrix } from '../support/matrix.ts';
import { chosenRuns } from './robot/chosen-runs.ts';
import { notPressed, type Pressed } from './robot/coverage.ts';
import { readScenarios, scenarioFolder } from './robot/read-scenarios.ts';
import { runScenario } from './robot/robot.ts';
import { states } from './robot/scenario.ts';

const scenarios = await readScenarios(scenarioFolder);
const all = chosenRuns(scenarios, isFullMatrix);
const pressed: Pressed[] = [];
let done = 0;

describe.concurrent.each(scenarios)('$name: $title', (scenario) => {
  const runs = all.filter((run) => run.scenario === scenario);
  test.each(runs)('$size.columns x $size.rows, $language', { timeout: 90_000 }, async (run) => {
    pressed.push(...(await runScenario(scenario, run)));
    done += 1;
  });
});

test('every state that a person may meet has a scenario', () => {
  const shown = new Set(scenarios.flatMap(({ shows }) => shows));
  expect(states.filter((state) => !shown.has(state))).toEqual([]);
});

// Last, since it looks at what the others have pressed; one that failed, or was left out by name, says nothing.
test('every key is pressed in every mode that the keymap gives it', ({ skip }) => {
  if (done < all.length) skip('not every scenario was run to its end');
  expect(notPressed(pressed)).toEqual([]);
});
