/**
 * One method to count the errors of a log, in its own process. Prints time and memory as JSON.
 *
 *   node bench/logs/worker.ts scan|scan-ahead|readline FILE [TIMES]
 *   node bench/logs/worker.ts http KUBECONFIG POD
 */
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createLogScanner, type LogScanner } from '#log-scan/scanner.ts';

export interface Run {
  readonly seconds: number;
  /** Of all threads. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly errors: number;
}

const pieceBytes = 256 * 1024;
/** Larger, since each request to the other thread takes time too. */
const aheadBytes = 1024 * 1024;
const [way = '', file = '', more = '1'] = process.argv.slice(2);
const ways: Readonly<Record<string, () => Promise<number> | number>> = {
  scan: () => scan(file, Number(more)),
  'scan-ahead': () => scanAhead(file),
  readline: () => readLines(file),
  ...(way === 'http' && { http: await readerOverHttp(file, more) }),
};

const cpu = process.cpuUsage();
const start = performance.now();
const errors = await ways[way]!();
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
const run: Run = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  errors,
};
process.stdout.write(JSON.stringify(run));

/** Reads and scans in one thread. The file is repeated `times` times as one log. */
function scan(name: string, times: number): number {
  const scanner = createLogScanner({ timestamps: true });
  const buffer = Buffer.allocUnsafe(pieceBytes);
  for (let i = 0; i < times; i++) {
    const handle = openSync(name, 'r');
    for (let read = -1; read !== 0;) {
      read = readSync(handle, buffer, 0, buffer.length, null);
      scanner.write(buffer.subarray(0, read));
    }
    closeSync(handle);
  }
  return errorsOf(scanner);
}

/** A thread of Node's pool reads the next chunk during the scan. */
async function scanAhead(name: string): Promise<number> {
  const scanner = createLogScanner({ timestamps: true });
  const handle = await open(name);
  let buffer = Buffer.allocUnsafe(aheadBytes);
  let spare = Buffer.allocUnsafe(aheadBytes);
  for (let reading = handle.read(buffer); ;) {
    const { bytesRead } = await reading;
    if (bytesRead === 0) break;
    [buffer, spare] = [spare, buffer];
    reading = handle.read(buffer);
    scanner.write(spare.subarray(0, bytesRead));
  }
  await handle.close();
  return errorsOf(scanner);
}

function errorsOf(scanner: LogScanner): number {
  return scanner.end().levels.error ?? 0;
}

async function readLines(name: string): Promise<number> {
  let found = 0;
  for await (const line of createInterface({ input: createReadStream(name), crlfDelay: Infinity })) {
    const record = JSON.parse(line.slice(line.indexOf(' ') + 1)) as { level?: string };
    if (record.level === 'error') found += 1;
  }
  return found;
}

/** Reads the log over HTTP into a fact, as the program does. */
async function readerOverHttp(kubeconfig: string, pod: string): Promise<() => Promise<number>> {
  // Loaded here, because loaded modules count as memory.
  const [{ loadConfiguration }, { readLog }, { openTransport }] = await Promise.all([
    import('#cluster/configuration.ts'),
    import('#cluster/read-log.ts'),
    import('#cluster/transport.ts'),
  ]);
  const transport = await openTransport(await loadConfiguration({ kubeconfig, env: process.env }));
  const target = {
    namespace: 'osm-system',
    pod,
    container: 'osm-controller',
    previous: false,
    init: false,
    format: 'zerolog' as const,
  };
  return async () => {
    const fact = await readLog(target, { transport }, { logBytes: 2 ** 40, resumeDelayMs: 500 });
    await transport.close();
    if (fact.state !== 'read') throw new Error(`the log was not read: ${JSON.stringify(fact)}`);
    return fact.value.summary.levels.error ?? 0;
  };
}
