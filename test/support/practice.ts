import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { startPracticeServer } from '#demo/practice/server.ts';
import type { PracticeOptions, PracticeServer } from '#demo/practice/server.ts';
import { cleanEnvironment, program } from '../e2e/program.ts';
import { kubectlWith } from './kubectl.ts';
import type { Kubectl, Outcome } from './kubectl.ts';

/** A command as the program prints it. */
export interface PrintedCommand {
  readonly argv: readonly string[];
  /** A second command that reads what the first one writes. */
  readonly pipe?: readonly string[];
  /** What it alters; nothing for one that only looks. */
  readonly changes: readonly unknown[];
}

/** The fields of `check -o json` that a practice looks at. */
export interface CheckReport {
  readonly verdict: { readonly status: string; readonly exitCode: number };
  readonly meshes: readonly {
    readonly causes: readonly { readonly code: string; readonly remedy: readonly PrintedCommand[] }[];
  }[];
}

/** A practice cluster with the program and kubectl beside it. */
export interface Practice {
  readonly server: PracticeServer;
  readonly kubectl: Kubectl;
  /** Waits until nothing changes any more by itself. @throws {Error} when that takes too long */
  readonly settled: () => Promise<void>;
  /** Runs `check -o json` of the built program. */
  readonly check: () => Promise<{ readonly status: number; readonly report: CheckReport }>;
}

const PATIENCE_MS = 30_000;

/** Starts a practice cluster that goes with the test. */
export async function startPractice(name: string, options: PracticeOptions = {}): Promise<Practice> {
  const server = await startPracticeServer(name, { speed: 60, ...options });
  const home = await mkdtemp(join(tmpdir(), 'osm-edge-doctor-'));
  onTestFinished(async () => {
    await server.close();
    await rm(home, { recursive: true, force: true });
  });
  const kubeconfig = join(home, 'kubeconfig');
  await writeFile(kubeconfig, server.kubeconfig());
  return {
    server,
    kubectl: kubectlWith(home, kubeconfig),
    settled: () => settled(server),
    check: () =>
      new Promise((done, fail) => {
        const env = cleanEnvironment(home, { KUBECONFIG: kubeconfig });
        const args = [program, 'check', '-o', 'json'];
        execFile(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
          if (stdout === '') fail(new Error(`check printed nothing: ${stderr}`));
          else done({ status: error ? Number(error.code) : 0, report: JSON.parse(stdout) as CheckReport });
        });
      }),
  };
}

async function settled({ engine }: PracticeServer): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(50)) {
    if (engine.isSettled()) return;
  }
  throw new Error(`the practice cluster did not settle in ${PATIENCE_MS / 1000} s`);
}

/** The commands of the first root cause. */
export function firstCommands({ meshes }: CheckReport): readonly PrintedCommand[] {
  return meshes.flatMap(({ causes }) => causes)[0]?.remedy ?? [];
}

/** Runs kubectl commands in their order, each when the one before has ended; other programs are passed over. */
export async function runPrinted(
  practice: Practice,
  commands: readonly PrintedCommand[],
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { argv, pipe } of commands) {
    const [command, ...parameters] = argv;
    if (command !== 'kubectl') continue;
    const outcome = await practice.kubectl(parameters);
    outcomes.push(outcome);
    if (pipe?.[0] === 'kubectl') outcomes.push(await practice.kubectl(pipe.slice(1), outcome.out));
  }
  return outcomes;
}

/** The exit status of `check` after these commands were run in a fresh practice cluster, and all has settled. */
export async function statusAfter(name: string, commands: readonly PrintedCommand[]): Promise<number> {
  const practice = await startPractice(name);
  await runPrinted(practice, commands);
  await practice.settled();
  return (await practice.check()).status;
}

/** A list of commands for each that changes something: all but that one. */
export function eachLeftOut(
  commands: readonly PrintedCommand[],
): readonly { readonly without: string; readonly commands: readonly PrintedCommand[] }[] {
  return commands
    .filter(({ changes }) => changes.length > 0)
    .map((left) => ({
      without: left.argv.join(' '),
      commands: commands.filter((command) => command !== left),
    }));
}
