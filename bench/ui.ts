/**
 * How smooth the wizard is at the terminal: from key to frame, bytes written, memory, work while idle.
 *
 *   node bench/ui.ts [--presses 500] [--pause 50] [--rows 100,100000] [--lists findings,lines] [--idle 60] [--size 160x50] [--node FILE]
 *
 * The program runs in a pseudo-terminal. A key counts from its writing to the end of the first frame after it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { bundleOptions } from '../scripts/bundle.ts';
import { bytesOf } from '../test/e2e/robot/keys.ts';
import { median, quantile } from './figures.ts';
import { type Answer, cpuSecondsOf, memoryOf, openTerminal, type Terminal } from './terminal.ts';

const { values: options } = parseArgs({
  options: {
    presses: { type: 'string', default: '500' },
    pause: { type: 'string', default: '50' },
    rows: { type: 'string', default: '100,100000' },
    lists: { type: 'string', default: 'findings,lines' },
    idle: { type: 'string', default: '60' },
    size: { type: 'string', default: '160x50' },
    node: { type: 'string', default: process.execPath },
    /** For Node, e.g. `--flags=--cpu-prof`. */
    flags: { type: 'string', default: '' },
  },
});
const [columns = 160, rows = 50] = options.size.split('x').map(Number);
const presses = Number(options.presses);
const counts = options.rows.split(',').map(Number);

/** Seconds to wait for a screen at most; long, for a machine under load. */
const patience = 120;

const goals = {
  median: 16,
  p95: 33,
  ratio: 1.2,
  cursorBytes: 5_000,
  repaintBytes: 24_000,
  idle: 1,
  rss: 200,
};
const [enter, pageDown, pageUp] = ['Enter', 'PageDown', 'PageUp'].map(bytesOf) as [string, string, string];

/** A list to measure: how its program is started, and the keys that open it, each with the text that the screen then shows. */
interface Place {
  readonly name: 'findings' | 'lines';
  readonly path: (count: number) => readonly (readonly [key: string, says: RegExp])[];
  /** Keys to another screen and back, which redraw everything. */
  readonly repaint: readonly [string, string];
}

const places: readonly Place[] = [
  { name: 'findings', path: () => [['3', /\[3 Events/]], repaint: ['1', '3'] },
  {
    name: 'lines',
    // The detail of the row, its log, and the live log after its last line.
    path: (count) => [
      ['4', /\[4 Logs/],
      [enter, /━━ OED/],
      [enter, /━ log of .* \d+ of \d+ ━/],
      ['G', /(\d+) of \1 ━/],
      [pageDown, new RegExp(`${count.toLocaleString('en')} more lines`)],
    ],
    repaint: ['?', '?'],
  },
];

const home = mkdtempSync(join(tmpdir(), 'osm-edge-doctor-bench-'));
const place = {
  cwd: home,
  env: { PATH: process.env['PATH'] ?? '', HOME: home, TERM: 'xterm-256color', LANG: 'en_US.UTF-8' },
};

try {
  const program = await bundled();
  console.log(`ui, ${columns}×${rows}, ${presses} presses ${options.pause} ms apart`);
  for (const { name, path, repaint } of places.filter((list) =>
    options.lists.split(',').includes(list.name),
  )) {
    const medians: number[] = [];
    for (const count of counts) {
      const flags = options.flags.split(' ').filter((flag) => flag !== '');
      const command: readonly [string, ...string[]] = [options.node, ...flags, program, name, String(count)];
      const terminal = openTerminal(command, { columns, rows }, place);
      await terminal.until(
        (screen) => /5 Verdict [✘⚠]/.test(screen) && !screen.includes('requests'),
        patience,
      );
      for (const [key, says] of path(count)) {
        await terminal.press(key, 300);
        await terminal.until((screen) => says.test(screen), patience);
        await terminal.quiet(700);
      }
      console.log(`${count} ${name}`);
      const moves = await pressed(terminal, bouncing(['j', 'k'], rows, presses));
      medians.push(tell('cursor', moves, goals.cursorBytes));
      tell('page', await pressed(terminal, bouncing([pageDown, pageUp], 2, presses / 5)), goals.repaintBytes);
      tell('repaint', await pressed(terminal, bouncing(repaint, 1, presses / 5)), goals.repaintBytes);
      const memory = memoryOf(terminal.pid);
      say('RSS', `${memory.now.toFixed(0)} MB, at most ${memory.peak.toFixed(0)} MB`, `≤ ${goals.rss} MB`);
      await idle(terminal);
      await terminal.end();
    }
    const [few = Number.NaN] = medians;
    const ratio = Math.max(...medians) / few;
    if (medians.length > 1) say('ratio', `${ratio.toFixed(2)} of the medians`, `≤ ${goals.ratio}`);
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

async function pressed(terminal: Terminal, all: readonly string[]): Promise<Round> {
  const answers: Answer[] = [];
  const before = cpuSecondsOf(terminal.pid);
  for (const key of all) answers.push(await terminal.press(key, Number(options.pause)));
  return { answers, cpuSeconds: cpuSecondsOf(terminal.pid) - before };
}

/** Keys that move down and up in turn, so that each one changes the screen. */
function bouncing([there, back]: readonly [string, string], far: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => (Math.floor(index / far) % 2 === 0 ? there : back));
}

/** @returns the median of the times */
function tell(name: string, { answers, cpuSeconds }: Round, mostBytes: number): number {
  const times = answers.map(({ milliseconds = Number.POSITIVE_INFINITY }) => milliseconds);
  const [middle, most] = [median(times), quantile(times, 0.95)];
  const cpu = ((cpuSeconds / answers.length) * 1_000).toFixed(1);
  say(
    name,
    `median ${middle.toFixed(1)} ms, p95 ${most.toFixed(1)} ms; CPU ${cpu} ms a key`,
    `≤ ${goals.median}, ≤ ${goals.p95}`,
  );
  const bytes = median(answers.map((answer) => answer.bytes));
  say('', `${bytes} bytes written (median)`, `≤ ${mostBytes}`);
  return middle;
}

async function idle(terminal: Terminal): Promise<void> {
  const seconds = Number(options.idle);
  const [cpu, bytes] = [cpuSecondsOf(terminal.pid), terminal.written()];
  await new Promise((done) => {
    setTimeout(done, seconds * 1_000);
  });
  const share = ((cpuSecondsOf(terminal.pid) - cpu) / seconds) * 100;
  say(
    'idle',
    `${share.toFixed(2)} % of a core in ${seconds} s, ${terminal.written() - bytes} bytes written`,
    `< ${goals.idle} %`,
  );
}

function say(name: string, figure: string, goal: string): void {
  console.log(`  ${name.padEnd(8)} ${figure.padEnd(60)} goal ${goal}`);
}
