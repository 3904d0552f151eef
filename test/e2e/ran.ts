import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { cleanEnvironment, program } from './program.ts';
import { temporaryFolder } from './terminal.ts';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program without a terminal. */
export async function ran(
  args: readonly string[],
  env: Record<string, string> = {},
  folder?: string,
): Promise<Ran> {
  const home = folder ?? (await temporaryFolder());
  return new Promise((done) => {
    execFile(
      process.execPath,
      [program, ...args],
      { cwd: home, env: cleanEnvironment(home, env), maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => done({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

/** Writes a kubeconfig into the folder. @returns its path */
export async function kubeconfigFile(text: string, folder: string): Promise<string> {
  const file = join(folder, 'kubeconfig');
  await writeFile(file, text);
  return file;
}

/** A person reads a sentence, no stack, and standard output stays empty. */
export function expectNoTrace({ stderr, stdout }: Ran): void {
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe('');
}
