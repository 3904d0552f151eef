import type { EventEmitter } from 'node:events';

/**
 * Keeps Node's own warnings (deprecations and the like) off the full screen: Node writes them straight to the
 * terminal, past everything that Ink guards. The returned function prints what came meanwhile as Node does.
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
