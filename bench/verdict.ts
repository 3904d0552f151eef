/**
 * How long `check` takes to its verdict on a healthy cluster, against the guide's questions asked by a shell script of
 * 14 kubectl calls (guide-questions.sh). Both ask the same embedded API server, which is a process of its own.
 *
 *   node bench/verdict.ts [--runs 15] [--program dist/cli.js] [--node FILE] [--scenario 01-healthy]
 *
 * They take turns, so that a busy moment of the machine meets both; figures are medians.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './figures.ts';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    program: { type: 'string', default: 'dist/cli.js' },
    node: { type: 'string', default: process.execPath },
    scenario: { type: 'string', default: '01-healthy' },
  },
});

const goal = 0.6;
const home = mkdtempSync(join(tmpdir(), 'osm-edge-doctor-bench-'));
const kubeconfig = join(home, 'kubeconfig');
/** Nothing of the person's own, and the caches of both sides where only these runs find them. */
const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: home,
  LANG: 'en_US.UTF-8',
  KUBECONFIG: kubeconfig,
  NODE_COMPILE_CACHE: join(home, 'compile-cache'),
};
const script = fileURLToPath(new URL('guide-questions.sh', import.meta.url));
const server = spawn(
  process.execPath,
  [fileURLToPath(new URL('demo-server.ts', import.meta.url)), kubeconfig, options.scenario],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);

try {
  // It says its address when it serves and the kubeconfig is written.
  await once(server.stdout, 'data');
  const cases = {
    check: () => time(options.node, [resolve(options.program), 'check']),
    'the guide by kubectl': () => time('sh', [script]),
  };
  // Once each before anything counts: discovery and compiled code are in their caches.
  for (const run of Object.values(cases)) await run();
  const check: number[] = [];
  const guide: number[] = [];
  for (let turn = 0; turn < Number(options.runs); turn += 1) {
    guide.push(await cases['the guide by kubectl']());
    check.push(await cases.check());
  }
  const ratio = median(check) / median(guide);
  console.log(`verdict on ${options.scenario}, medians of ${options.runs}; the guide by kubectl is 1`);
  console.log(`  the guide, 14 × kubectl           1.00  (${median(guide).toFixed(0)} ms)`);
  console.log(
    `  check                           ${ratio.toFixed(2).padStart(6)}  (${median(check).toFixed(0)} ms)   goal ≤ ${goal}`,
  );
} finally {
  server.kill();
  rmSync(home, { recursive: true, force: true });
}

/** Milliseconds until the process has ended; what it prints is read, and thrown away. */
async function time(file: string, args: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(file, [...args], { env, cwd: home, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  const [status] = (await once(child, 'exit')) as [number | null];
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status}`);
  return milliseconds;
}
