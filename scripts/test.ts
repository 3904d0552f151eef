/**
 * `npm test`: types, lint, format, then every test. `npm test -- steps/pod-events` runs the tests whose path has these
 * words, and nothing else; other options go to vitest as they are.
 */
import { spawnSync } from 'node:child_process';

const chosen = process.argv.slice(2);

/** Ends with the status of the command unless it has succeeded. */
function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

if (chosen.length === 0) run('npm', ['run', 'check']);
run('vitest', ['run', ...chosen]);
