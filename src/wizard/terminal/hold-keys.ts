import { setImmediate } from 'node:timers/promises';

/**
 * Runs the work while nobody here reads the keys: what is typed is for the work alone. Without it, Node goes on to read a
 * terminal that Ink has let go of, and takes keys from whoever has it now.
 */
export async function holdKeys<T>(stdin: NodeJS.ReadStream, work: () => Promise<T>): Promise<T> {
  const readers = stdin.listeners('readable') as (() => void)[];
  for (const reader of readers) stdin.off('readable', reader);
  // A stream learns a tick later that nobody listens, and cannot be paused before.
  await setImmediate();
  stdin.pause();
  try {
    return await work();
  } finally {
    for (const reader of readers) stdin.on('readable', reader);
  }
}
