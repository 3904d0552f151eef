/**
 * How fast the log scanner is, and how little memory it needs, each figure beside its goal.
 *
 *   node bench/logs.ts [--megabytes 1000] [--runs 5] [--only file,http,memory,loop] [--http-megabytes 500] [--folder DIR]
 *
 * Each run is a process; figures are medians, ratios are within one run of this program. The logs are created in a
 * temporary folder, or in DIR, and removed at the end.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { bundleOptions } from '../scripts/bundle.ts';
import { LogFiles } from './logs/files.ts';
import { answerOf, curl, grep, median, whileServed, worker } from './logs/measure.ts';
import type { Delays } from './logs/wizard.ts';
import type { Run } from './logs/worker.ts';

const { values: options } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: 'file,http,memory,loop' },
    'http-megabytes': { type: 'string', default: '500' },
    folder: { type: 'string', default: tmpdir() },
  },
});
const megabytes = Number(options.megabytes);
const httpMegabytes = Number(options['http-megabytes']);
const runs = Number(options.runs);
const sections = options.only.split(',');
const folder = mkdtempSync(join(options.folder, 'osm-edge-doctor-bench-'));
const files = new LogFiles(folder);
process.once('SIGINT', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(130);
});

try {
  if (sections.includes('file')) compareFiles();
  if (sections.includes('memory')) compareMemory();
  if (sections.includes('http') || sections.includes('loop')) await compareOverHttp();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compareFiles(): void {
  const few = files.zerolog(megabytes, 0.01);
  console.log(`${megabytes} MB in a file, 1 % errors`);
  const found = rates(megabytes, {
    grep: () => grep(few),
    'one thread': () => worker('scan', few),
    'reading ahead': () => worker('scan-ahead', few),
    readline: () => worker('readline', few),
  });
  goal('one thread / grep', found.grep!.seconds / found['one thread']!.seconds, '>=', 0.4);
  goal('two threads / grep', found.grep!.seconds / found['reading ahead']!.seconds, '>=', 0.6);
  rmSync(few);

  const many = files.zerolog(megabytes, 0.3);
  console.log(`${megabytes} MB in a file, 30 % errors`);
  const loud = rates(megabytes, {
    'one thread': () => worker('scan', many),
    'reading ahead': () => worker('scan-ahead', many),
    readline: () => worker('readline', many),
  });
  goal('one thread / readline', loud.readline!.seconds / loud['one thread']!.seconds, '>=', 3);
  rmSync(many);
}

function compareMemory(): void {
  console.log('memory');
  const file = files.zerolog(megabytes, 0.01);
  const once = peak(`${megabytes} MB`, () => worker('scan', file));
  const often = peak(`${4 * megabytes} MB (four times that log)`, () => worker('scan', file, '4'));
  goal('four times / once', often / once, '<=', 1.1);
  rmSync(file);
  const distinct = files.distinct(1e6);
  peak('10^6 distinct messages', () => worker('scan', distinct));
  rmSync(distinct);
  const line = files.oneLine(200);
  peak('one line of 200 MB', () => worker('scan', line));
  rmSync(line);
}

function peak(name: string, run: () => Run): number {
  const megabytesHeld = median(Math.min(runs, 3), run).peakMegabytes;
  goal(`peak RSS, ${name}`, megabytesHeld, '<=', 150, ' MB');
  return megabytesHeld;
}

async function compareOverHttp(): Promise<void> {
  const kubeconfig = join(folder, 'kubeconfig');
  const file = files.zerolog(httpMegabytes, 0.01);
  await whileServed(file, kubeconfig, ({ url, pod }) => {
    if (sections.includes('http')) {
      console.log(`${httpMegabytes} MB over HTTP, 1 % errors`);
      const path = `/api/v1/namespaces/osm-system/pods/${pod}/log?container=osm-controller&timestamps=true`;
      const found = rates(httpMegabytes, {
        'curl | grep': () => curl(`${url}${path}`),
        readLog: () => worker('http', kubeconfig, pod),
      });
      goal('readLog / curl | grep', found['curl | grep']!.seconds / found.readLog!.seconds, '>=', 0.5);
    }
  });
  if (sections.includes('loop')) {
    const program = await bundledWizard();
    await whileServed(file, kubeconfig, () => {
      const all = Array.from(
        { length: runs },
        () => JSON.parse(answerOf(process.execPath, [program, kubeconfig])) as Delays,
      );
      const { p99, max, frames, seconds } = all.toSorted((a, b) => a.p99 - b.p99)[Math.floor(runs / 2)]!;
      console.log(
        `the wizard reads ${httpMegabytes} MB in ${seconds.toFixed(1)} s and draws ${frames} frames`,
      );
      goal('event loop delay, p99', p99, '<=', 16, ' ms');
      goal('event loop delay, max', max, '<=', 50, ' ms');
    });
  }
}

async function bundledWizard(): Promise<string> {
  const outdir = join(folder, 'program');
  const { entryPoints: _, metafile: __, ...rest } = bundleOptions(outdir);
  await build({ ...rest, entryPoints: { wizard: resolve(import.meta.dirname, 'logs/wizard.ts') } });
  return join(outdir, 'wizard.js');
}

/** Runs the methods in turn, so that load on the machine affects all of them. All must find the same errors. */
function rates(size: number, ways: Readonly<Record<string, () => Run>>): Readonly<Record<string, Run>> {
  const all = Object.fromEntries(Object.keys(ways).map((name) => [name, [] as Run[]]));
  for (let turn = 0; turn < runs; turn++)
    for (const [name, way] of Object.entries(ways)) all[name]!.push(way());
  const found = Object.fromEntries(
    Object.entries(all).map(([name, own]) => [name, median(own.length, () => own.pop()!)]),
  );
  const counts = new Set(Object.values(found).map(({ errors }) => errors));
  if (counts.size > 1) throw new Error(`the counts differ: ${[...counts].join(', ')}`);
  for (const [name, { seconds, cpuSeconds, peakMegabytes }] of Object.entries(found)) {
    const memory = peakMegabytes > 0 ? `, peak RSS ${peakMegabytes.toFixed(0)} MB` : '';
    console.log(
      `  ${name.padEnd(14)}${(size / seconds).toFixed(0).padStart(6)} MB/s, CPU ${cpuSeconds.toFixed(2)} s${memory}`,
    );
  }
  return found;
}

function goal(name: string, figure: number, sign: '<=' | '>=', wanted: number, unit = ''): void {
  const isMet = sign === '<=' ? figure <= wanted : figure >= wanted;
  const shown = unit === ' MB' ? figure.toFixed(0) : figure.toFixed(2);
  console.log(`  ${isMet ? 'met   ' : 'MISSED'} ${name}: ${shown}${unit} (goal ${sign} ${wanted}${unit})`);
}
