/**
 * How long `check` takes on a healthy cluster, compared with a shell script of 14 kubectl calls that answers the guide's
 * questions (guide-questions.sh). Both use the same embedded API server, in its own process.
 *
 *   node bench/verdict.ts [--runs 15] [--program dist/cli.js] [--node FILE] [--scenario 01-healthy]
 *
 * The two run in turn, so that load on the machine affects both; figures are medians.
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
/** An environment without the person's settings; the caches of both programs are in a temporary folder. */
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
  // It prints its address once it serves and has written the kubeconfig.
  await once(server.stdout, 'data');
  const cases = {
    check: () => time(options.node, [resolve(options.program), 'check']),
    'the guide by kubectl': () => time('sh', [script]),
  };
  // One run of each is not counted: it fills the caches of discovery and compiled code.
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
