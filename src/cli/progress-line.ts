import type { Progress } from '#cluster/snapshot-builder.ts';
import { sanitizeLine } from '#presentation/sanitize.ts';
import type { Texts } from '#i18n/texts.ts';

/** A progress line on standard error that is updated in place; nothing when standard error is not a terminal. */
export function progressLine(
  stream: NodeJS.WriteStream,
  texts: Texts,
): { show(progress: Progress): void; clear(): void } {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  let isShown = false;
  return {
    show({ done, total, current }) {
      const line = texts.cli.reading(
        done,
        total,
        current
          .slice(0, 2)
          .map(({ what }) => sanitizeLine(what))
          .join(', '),
      );
      stream.write(`\r\u001B[K${line.slice(0, Math.max(10, (stream.columns ?? 80) - 1))}`);
      isShown = true;
    },
    clear() {
      if (isShown) stream.write('\r\u001B[K');
      isShown = false;
    },
  };
}
