/**
 * Shows what the keyboard robot sees: `npm run robot -- walk-and-export 80x24 ja` runs the scenario of that name from
 * test/e2e/scenarios (or a file, by its path) and prints the screen at every expectation. For who writes a scenario.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, languages } from '#i18n/texts.ts';
import { inShort, picture, RobotError } from '../test/e2e/robot/failure.ts';
import { readScenario, scenarioFolder } from '../test/e2e/robot/read-scenarios.ts';
import { runScenario } from '../test/e2e/robot/robot.ts';

const [name, ...rest] = process.argv.slice(2);
if (name === undefined) {
  process.stderr.write('usage: npm run robot -- NAME|FILE [COLUMNSxROWS] [LANGUAGE]\n');
  process.exit(64);
}
const file = name.endsWith('.yaml') ? name : join(scenarioFolder, `${name}.yaml`);
const scenario = readScenario(await readFile(file, 'utf8'), file);
const [columns, rows] = (rest.find((word) => /^\d+x\d+$/u.test(word)) ?? '80x24').split('x').map(Number);
const language: Language = languages.find((known) => rest.includes(known)) ?? 'en';

try {
  await runScenario(scenario, {
    size: { columns: columns ?? 80, rows: rows ?? 24 },
    language,
    onStep: (step, session) => {
      process.stdout.write(`${inShort(step)}\n${step.expect === undefined ? '' : `${picture(session)}\n`}`);
    },
  });
  process.stdout.write('It went as the scenario says.\n');
} catch (error) {
  if (!(error instanceof RobotError)) throw error;
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
}
