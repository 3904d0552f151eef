/**
 * How smooth the wizard is at the terminal: from key to frame, bytes written, memory, work while idle.
 *
 *   node bench/ui.ts [--presses 500] [--pause 50] [--rows 100,100000] [--idle 60] [--size 160x50] [--node FILE]
 *
 * The program runs in a pseudo-terminal. A key counts from its writing to the end of the first frame after it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { bundleOptions } from '../scripts/bundle.ts';
import { median, quantile } from './figures.ts';
import { type Answer, cpuSecondsOf, memoryOf, openTerminal, type Terminal } from './terminal.ts';

const { values: options } = parseArgs({
  options: {
    presses: { type: 'string', default: '500' },
    pause: { type: 'string', default: '50' },
    rows: { type: 'string', default: '100,100000' },
    idle: { type: 'string', default: '60' },
    size: { type: 'string', default: '160x50' },
    node: { type: 'string', default: process.execPath },
    flags: { type: 'string', default: '' },
  },
});
const [columns = 160, rows = 50] = options.size.split('x').map(Number);
const presses = Number(options.presses);
const home = mkdtempSync(join(tmpdir(), 'osm-edge-doctor-bench-'));
const place = {
  cwd: home,
  env: { PATH: process.env['PATH'] ?? '', HOME: home, TERM: 'xterm-256color', LANG: 'en_US.UTF-8' },
};

const down = 'j';
const up = 'k';
const pageDown = '\u001B[6~';
const pageUp = '\u001B[5~';

try {
  const program = await bundled();
  for (const count of options.rows.split(',').map(Number)) {
    const terminal = openTerminal(
      [options.node, ...options.flags.split(' ').filter(Boolean), program, String(count)],
      { columns, rows },
      place,
    );
    await terminal.until((screen) => /5 Verdict ✘/.test(screen) && !/requests/.test(screen), 120);
    await terminal.press('3', 500);
    await terminal.quiet(1_000);
    console.log(`${count} findings`);
    report('cursor', await pressed(terminal, bouncing([down, up], 90, presses)));
    report('page', await pressed(terminal, bouncing([pageDown, pageUp], 3, presses / 5)));
    report('step', await pressed(terminal, bouncing(['1', '3'], 1, presses / 5)));
    const memory = memoryOf(terminal.pid);
    console.log(`  RSS ${memory.now.toFixed(0)} MB, peak ${memory.peak.toFixed(0)} MB`);
    const before = cpuSecondsOf(terminal.pid);
    const bytes = terminal.written();
    await new Promise((done) => setTimeout(done, Number(options.idle) * 1000));
    console.log(
      `  idle ${(((cpuSecondsOf(terminal.pid) - before) / Number(options.idle)) * 100).toFixed(2)} % of a core, ${terminal.written() - bytes} bytes`,
    );
    await terminal.end();
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** The wizard of this working tree, bundled as the program is. */
async function bundled(): Promise<string> {
  const outdir = join(home, 'program');
  const { entryPoints: _, metafile: __, ...rest } = bundleOptions(outdir);
  await build({ ...rest, entryPoints: { ui: resolve(import.meta.dirname, 'ui-program.ts') } });
  return join(outdir, 'ui.js');
}

interface Round {
  readonly answers: readonly Answer[];
  readonly cpuSeconds: number;
}

async function pressed(terminal: Terminal, keys: readonly string[]): Promise<Round> {
  const answers: Answer[] = [];
  const before = cpuSecondsOf(terminal.pid);
  for (const key of keys) answers.push(await terminal.press(key, Number(options.pause)));
  return { answers, cpuSeconds: cpuSecondsOf(terminal.pid) - before };
}

/** Keys that move there and back, so that each of them changes something. */
function bouncing([there, back]: readonly [string, string], far: number, keys: number): readonly string[] {
  return Array.from({ length: keys }, (_, index) => (Math.floor(index / far) % 2 === 0 ? there : back));
}

function report(name: string, { answers, cpuSeconds }: Round): void {
  const times = answers.flatMap(({ milliseconds }) => milliseconds ?? []);
  const bytes = answers.map((answer) => answer.bytes);
  console.log(
    `  ${name.padEnd(8)} ${answers.length} keys, ${times.length} frames: median ${median(times).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, max ${quantile(times, 1).toFixed(1)}; CPU ${((cpuSeconds / answers.length) * 1000).toFixed(1)} ms a key; bytes median ${median(bytes)} max ${quantile(bytes, 1)}`,
  );
}
