import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Serving } from './server.ts';
import type { Run } from './worker.ts';

const needle = '"level":"error"';

/** The run with the median time. */
export function median(runs: number, run: () => Run): Run {
  const all = Array.from({ length: runs }, run).toSorted((a, b) => a.seconds - b.seconds);
  return all[Math.floor(all.length / 2)]!;
}

/** A process of its own; see `worker.ts`. */
export function worker(...args: readonly string[]): Run {
  const script = fileURLToPath(new URL('worker.ts', import.meta.url));
  return JSON.parse(answerOf(process.execPath, [script, ...args])) as Run;
}

/** The output goes to a pipe: when it is /dev/null, grep stops at the first match. */
export function grep(file: string): Run {
  return timed(`LC_ALL=C grep -cF '${needle}' "$1" | cat`, file);
}

export function curl(url: string): Run {
  return timed(`curl -s "$1" | LC_ALL=C grep -cF '${needle}'`, url);
}

function timed(command: string, argument: string): Run {
  const script = `TIMEFORMAT="%R %U %S"; time { ${command}; }`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', argument], { encoding: 'utf8' });
  const [seconds = 0, user = 0, system = 0] = stderr.trim().split(' ').map(Number);
  return { seconds, cpuSeconds: user + system, peakMegabytes: 0, errors: Number(stdout) };
}

/** The output of a process. @throws {Error} when it fails. */
export function answerOf(program: string, args: readonly string[]): string {
  const { status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return stdout;
}

/** Serves the file as a log (see `server.ts`) while `use` runs. */
export async function whileServed(
  file: string,
  kubeconfig: string,
  use: (serving: Serving) => void,
): Promise<void> {
  const script = fileURLToPath(new URL('server.ts', import.meta.url));
  const server = spawn(process.execPath, [script, file, kubeconfig], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    use(JSON.parse(await firstLine(server)) as Serving);
  } finally {
    server.kill();
  }
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) return text;
  }
  throw new Error('the server has ended');
}
