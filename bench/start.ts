/**
 * How long it takes until the built program shows something, as ratios to a bare `node -e 0` in the same run.
 *
 *   node bench/start.ts [--runs 15] [--program dist/cli.js] [--node FILE]
 *
 * The cases run in turn, so that load on the machine affects all of them; figures are medians.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { timeToScreen } from './first-screen.ts';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    program: { type: 'string', default: 'dist/cli.js' },
    node: { type: 'string', default: process.execPath },
  },
});

const { node } = options;
const program = resolve(options.program);
const home = mkdtempSync(join(tmpdir(), 'osm-edge-doctor-bench-'));
/** An environment without the person's settings: no kubeconfig, a fixed locale, an own compile cache. */
const place = {
  cwd: home,
  env: {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TERM: 'xterm-256color',
    LANG: 'en_US.UTF-8',
    NODE_COMPILE_CACHE: join(home, 'compile-cache'),
  },
};
const uncached = { ...place, env: { ...place.env, NODE_DISABLE_COMPILE_CACHE: '1' } };

/** A kubeconfig of a cluster that does not answer; the first frame does not depend on the answer. */
const kubeconfig = join(home, 'kubeconfig');
writeFileSync(
  kubeconfig,
  `apiVersion: v1
kind: Config
current-context: gone
clusters: [{ name: gone, cluster: { server: "https://127.0.0.1:9" } }]
users: [{ name: gone, user: { token: of-nobody } }]
contexts: [{ name: gone, context: { cluster: gone, user: gone } }]
`,
);
const live = { ...place, env: { ...place.env, KUBECONFIG: kubeconfig } };

interface Case {
  readonly name: string;
  /** One run, in milliseconds. */
  readonly run: () => Promise<number>;
}

const baseline = 'node -e 0';
const cases: readonly Case[] = [
  { name: baseline, run: () => timeToEnd(node, ['-e', '0']) },
  { name: '--version', run: () => timeToEnd(node, [program, '--version']) },
  { name: '--help', run: () => timeToEnd(node, [program, '--help']) },
  { name: 'first frame', run: () => timeToScreen([node, program], place, isFirstFrame) },
  { name: 'first frame, no compile cache', run: () => timeToScreen([node, program], uncached, isFirstFrame) },
  { name: 'first frame, kubeconfig', run: () => timeToScreen([node, program], live, isFirstFrame) },
  { name: 'verdict on the demo', run: () => timeToScreen([node, program], place, isRead) },
  {
    name: 'check, healthy demo',
    run: () => timeToEnd(node, [program, 'check', '--demo', '01-healthy']),
  },
  ...(has('kubectl')
    ? [{ name: 'kubectl version --client', run: () => timeToEnd('kubectl', ['version', '--client']) }]
    : []),
];

try {
  // One run of each is not counted: it fills the compile cache and the disk cache.
  for (const { run } of cases) await run();
  const times = new Map(cases.map(({ name }) => [name, [] as number[]]));
  for (let turn = 0; turn < Number(options.runs); turn += 1) {
    for (const { name, run } of cases) times.get(name)?.push(await run());
  }
  const unit = median(times.get(baseline) ?? []);
  console.log(`start-up, medians of ${options.runs}; ${baseline} is 1`);
  for (const [name, all] of times) {
    const milliseconds = median(all);
    console.log(
      `  ${name.padEnd(32)}${(milliseconds / unit).toFixed(2).padStart(6)}  (${milliseconds.toFixed(0)} ms)`,
    );
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** Header, tabs and footer are shown: the first frame of Ink is complete. */
function isFirstFrame(screen: string): boolean {
  return ['osm-edge-doctor', '1 Health', '5 Verdict', 'q quit'].every((part) => screen.includes(part));
}

/** Everything is read, and the headline names the root cause. */
function isRead(screen: string): boolean {
  return /5 Verdict ✘/.test(screen) && screen.includes('read just now');
}

function timeToEnd(file: string, args: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const start = performance.now();
    spawn(file, [...args], { ...place, stdio: ['ignore', 'pipe', 'inherit'] })
      .once('error', fail)
      // The pipe is not read, since that would be measured too; the output fits into its buffer.
      .once('exit', (status) => {
        if (status === 0) done(performance.now() - start);
        else fail(new Error(`${file} ${args.join(' ')} ended with ${status}`));
      });
  });
}

function has(command: string): boolean {
  return spawnSync(command, ['version', '--client'], { stdio: 'ignore' }).error === undefined;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
