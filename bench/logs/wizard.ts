/**
 * Measures the delay of the event loop while the wizard reads a log over HTTP, on a simulated terminal. Keys are pressed
 * and frames drawn all the time. Prints the delays as JSON at the end.
 *
 *   node wizard.js KUBECONFIG
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { PassThrough } from 'node:stream';
import { loadTexts } from '#steps/load-texts.ts';
import { runWizard } from '#wizard/run-wizard.tsx';
import { portsOf } from '../../src/cli/ports.ts';
import { keepHeapSmall } from '../../src/cli/small-heap.ts';
import { openSource } from '../../src/cli/open-source.ts';

export interface Delays {
  readonly p99: number;
  readonly max: number;
  readonly frames: number;
  readonly seconds: number;
}

// As the command line does.
keepHeapSmall();
const [kubeconfig = ''] = process.argv.slice(2);
let frames = 0;
const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 160, rows: 50 });
stdout.on('data', () => (frames += 1));
const stdin = Object.assign(new PassThrough(), {
  isTTY: true,
  setRawMode: () => stdin,
  ref: () => stdin,
  unref: () => stdin,
});

const source = await openSource({ kubeconfig, logBytes: 2 ** 40 }, { env: {}, isTerminal: true });
const ports = portsOf(source, [['en', await loadTexts('en')]]);
// Loading the program is not measured, only the reading of logs.
const delays = monitorEventLoopDelay({ resolution: 1 });
let start = 0;
let seconds = 0;
const keys = setInterval(() => stdin.write(['3', 'j', 'k', '1', 'j'][Math.floor(Math.random() * 5)]!), 100);
const running = runWizard(
  {
    ...ports,
    source: {
      ...ports.source,
      async start(onUpdate, signal, lend) {
        await ports.source.start(
          (reading) => {
            onUpdate(reading);
            if (start > 0 || !reading.progress.current.some(({ what }) => what.startsWith('log '))) return;
            start = performance.now();
            delays.enable();
          },
          signal,
          lend,
        );
        delays.disable();
        seconds = (performance.now() - start) / 1000;
        stdin.write('q');
        setTimeout(() => stdin.write('y'), 200);
      },
    },
  },
  {
    language: 'en',
    ascii: false,
    noColor: false,
    linear: false,
    dumb: false,
    links: false,
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: process.stderr,
    environment: {},
  },
);
await running;
clearInterval(keys);
await source.close();
const result: Delays = { p99: delays.percentile(99) / 1e6, max: delays.max / 1e6, frames, seconds };
process.stdout.write(JSON.stringify(result));
process.exit(0);
