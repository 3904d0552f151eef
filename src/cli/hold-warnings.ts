import type { EventEmitter } from 'node:events';

/**
 * Holds back Node's own warnings, such as deprecations, while the full screen is shown: Node writes them to the terminal
 * directly, and Ink cannot intercept them. The returned function ends this and prints the held warnings as Node does.
 */
export function holdWarnings(process: EventEmitter): () => void {
  const printers = process.listeners('warning');
  const held: unknown[] = [];
  const hold = (warning: unknown): void => void held.push(warning);
  process.removeAllListeners('warning');
  process.on('warning', hold);
  return () => {
    process.off('warning', hold);
    for (const printer of printers) {
      process.on('warning', printer as (warning: unknown) => void);
      for (const warning of held) printer.call(process, warning);
    }
  };
}
