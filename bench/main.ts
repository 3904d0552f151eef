/**
 * `npm run bench` runs every benchmark, `npm run bench -- NAME …` one of them with its own options.
 * What they measure, and figures: docs/benchmarks.md.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const benchmarks: readonly string[] = ['start', 'verdict', 'ui', 'logs'];

const [name, ...options] = process.argv.slice(2);
if (name !== undefined && !benchmarks.includes(name)) {
  console.error(`There is no benchmark ${JSON.stringify(name)}; there are: ${benchmarks.join(', ')}`);
  process.exit(64);
}

for (const benchmark of name === undefined ? benchmarks : [name]) {
  const file = fileURLToPath(new URL(`${benchmark}.ts`, import.meta.url));
  // One process each, so that heap and caches are not shared.
  const { status } = spawnSync(process.execPath, [file, ...options], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
