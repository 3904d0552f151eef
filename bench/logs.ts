/**
 * How fast the log scanner is, against grep and against readline with JSON.parse, on a generated zerolog file.
 *
 *   node bench/logs.ts [--megabytes 256] [--runs 5] [--errors 0.01,0.3] [--distinct] [--keep DIR]
 *
 * Every run is a process of its own; figures are medians. `--distinct` makes every error message its own kind.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLogScanner } from '#log-scan/scanner.ts';
import { zerologLines } from './zerolog-lines.ts';

interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly errors: number;
}

const { values: options } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '256' },
    runs: { type: 'string', default: '5' },
    errors: { type: 'string', default: '0.01,0.3' },
    distinct: { type: 'boolean', default: false },
    keep: { type: 'string' },
    worker: { type: 'string' },
    file: { type: 'string', default: '' },
  },
});

if (options.worker === undefined) compare();
else process.stdout.write(JSON.stringify(await measured(options.worker, options.file)));

function compare(): void {
  const megabytes = Number(options.megabytes);
  const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'osm-edge-doctor-bench-'));
  try {
    for (const share of options.errors.split(',').map(Number)) {
      const file = join(folder, `zerolog-${share}.log`);
      generate(file, megabytes, share);
      const scanner = median(() => worker('scanner', file));
      const readline = median(() => worker('readline', file));
      const grep = median(() => grepRun(file));
      if (scanner.errors !== readline.errors)
        throw new Error(`counts differ: ${scanner.errors} and ${readline.errors}`);
      console.log(`${megabytes} MB, ${share * 100} % errors (${scanner.errors} records)`);
      for (const [name, run] of Object.entries({ scanner, readline, grep })) {
        const rate = (megabytes / run.seconds).toFixed(0).padStart(6);
        const ratio = (run.seconds / scanner.seconds).toFixed(2).padStart(6);
        const rss = run.peakMegabytes > 0 ? `peak RSS ${run.peakMegabytes.toFixed(0)} MB` : '';
        console.log(
          `  ${name.padEnd(9)}${rate} MB/s  CPU ${run.cpuSeconds.toFixed(2)} s  scanner is ${ratio} times as fast  ${rss}`,
        );
      }
    }
  } finally {
    if (options.keep === undefined) rmSync(folder, { recursive: true });
  }
}

function generate(file: string, megabytes: number, share: number): void {
  const handle = openSync(file, 'w');
  const wanted = megabytes * 1e6;
  let written = 0;
  for (const block of zerologLines(share, options.distinct)) {
    written += writeSync(handle, block);
    if (written >= wanted) break;
  }
  closeSync(handle);
}

function median(run: () => Run): Run {
  const runs = Array.from({ length: Number(options.runs) }, run).toSorted((a, b) => a.seconds - b.seconds);
  return runs[Math.floor(runs.length / 2)]!;
}

function worker(name: string, file: string): Run {
  const { stdout } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), '--worker', name, '--file', file],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return JSON.parse(stdout) as Run;
}

/** grep's output goes through a pipe: writing to nothing it would stop at the first match. */
function grepRun(file: string): Run {
  const script = 'TIMEFORMAT="%R %U %S"; time LC_ALL=C grep -cF \'"level":"error"\' "$1"';
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', file], { encoding: 'utf8' });
  const [seconds = 0, user = 0, system = 0] = stderr.trim().split(' ').map(Number);
  return { seconds, cpuSeconds: user + system, peakMegabytes: 0, errors: Number(stdout) };
}

async function measured(name: string, file: string): Promise<Run> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const errors = await (name === 'scanner' ? scan(file) : readLines(file));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  return { seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes, errors };
}

/** Into one buffer over and over: the scanner keeps nothing of it, so no garbage piles up between collections. */
async function scan(file: string): Promise<number> {
  const scanner = createLogScanner({ timestamps: true });
  const handle = await open(file);
  const buffer = Buffer.allocUnsafe(256 * 1024);
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length);
    if (bytesRead === 0) break;
    scanner.write(buffer.subarray(0, bytesRead));
  }
  await handle.close();
  return scanner.end().levels.error ?? 0;
}

async function readLines(file: string): Promise<number> {
  let errors = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const record = JSON.parse(line.slice(line.indexOf(' ') + 1)) as { level?: string };
    if (record.level === 'error') errors += 1;
  }
  return errors;
}
