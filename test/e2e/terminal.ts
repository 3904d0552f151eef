import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Session, type SessionOptions, startSession } from './session.ts';

/** A folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'osm-edge-doctor-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A command in a pseudo-terminal that goes with the test. */
export function run(command: string, args: readonly string[], options: SessionOptions): Session {
  const session = startSession(command, args, options);
  onTestFinished(() => session.close());
  return session;
}
