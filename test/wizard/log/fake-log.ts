import type { LogSummary, RawLine } from '#snapshot/log-summary.ts';
import type { LogLine, LogName, LogPort, LogWindow } from '#wizard/ports/ports.ts';

export const logName: LogName = {
  namespace: 'osm-system',
  pod: 'osm-controller-x',
  container: 'osm-controller',
  previous: false,
};

/** A log of so many lines, several in each second, as a kubelet would stamp them. */
export function numberedLog(lines: number, perSecond = 4): readonly LogLine[] {
  return Array.from({ length: lines }, (_, index) => ({
    at: stampOf(index, perSecond),
    text: `{"level":"${levelOf(index)}","message":"line ${index + 1}"}`,
  }));
}

function stampOf(index: number, perSecond: number): string {
  const second = new Date(Date.parse('2026-11-23T09:00:00Z') + Math.floor(index / perSecond) * 1000);
  const fraction = String(((index % perSecond) + 1) * 100_000_001)
    .padStart(9, '0')
    .replace(/0+$/u, '');
  return second.toISOString().replace('.000Z', `.${fraction}Z`);
}

function levelOf(index: number): string {
  if (index % 10 === 9) return 'error';
  return index % 5 === 4 ? 'warn' : 'info';
}

/** The lines a kubelet would send: whole seconds count, and the limit cuts at the end. */
export function windowOf(log: readonly LogLine[], window: LogWindow): { lines: LogLine[]; isCut: boolean } {
  const { from, limitBytes, tailLines } = window;
  const since = from === undefined ? -Infinity : Math.floor(Date.parse(from) / 1000) * 1000;
  const wanted = (tailLines === undefined ? log : log.slice(-tailLines)).filter(
    ({ at }) => !(Date.parse(at ?? '') < since),
  );
  const lines: LogLine[] = [];
  let left = limitBytes;
  for (const line of wanted) {
    left -= line.text.length + 32;
    if (left < 0) return { lines, isCut: true };
    lines.push(line);
  }
  return { lines, isCut: false };
}

/** What a snapshot keeps of a log: lines of these numbers, as the last lines of its summary. */
export function summaryOf(log: readonly LogLine[], numbers: readonly number[]): LogSummary {
  const tail = numbers.map((number): RawLine => ({ number, ...log[number - 1]! }));
  return {
    lines: log.length,
    ...(log[0]?.at === undefined ? {} : { firstAt: log[0].at }),
    bytes: 0,
    oversizedLines: 0,
    levels: {},
    signatures: [],
    others: 0,
    markers: {},
    tail,
  };
}

export interface FakeLog {
  readonly port: LogPort;
  readonly asked: { readonly log: LogName; readonly window: LogWindow }[];
  /** Writes lines to a log that is followed. */
  write(lines: readonly LogLine[]): void;
  /** Lets the reading end, or fail. */
  end(error?: Error): void;
  readonly aborted: () => number;
}

/** A log that can be read; with `holds`, nothing comes until `end`. */
export function fakeLog(
  logs: { readonly current: readonly LogLine[]; readonly previous?: readonly LogLine[] },
  options: { readonly holds?: boolean } = {},
): FakeLog {
  const asked: FakeLog['asked'] = [];
  let write: (lines: readonly LogLine[]) => void = () => undefined;
  let settle: (error?: Error) => void = () => undefined;
  let aborted = 0;
  return {
    asked,
    write: (lines) => write(lines),
    end: (error) => settle(error),
    aborted: () => aborted,
    port: {
      async read(log, window, onLines, signal) {
        asked.push({ log, window });
        const { isCut, lines } = windowOf((log.previous ? logs.previous : logs.current) ?? [], window);
        onLines(lines);
        signal.addEventListener('abort', () => {
          aborted += 1;
          settle();
        });
        if (options.holds === true || window.follow) {
          write = onLines;
          await new Promise<void>((resolve, reject) => {
            settle = (error) => (error === undefined ? resolve() : reject(error));
          });
        }
        return isCut ? { cut: 'bytes' } : {};
      },
    },
  };
}
