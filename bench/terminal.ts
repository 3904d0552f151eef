import { readFileSync } from 'node:fs';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Ink closes every frame with the end of a synchronised update (DEC mode 2026). */
const endOfFrame = '\u001B[?2026l';

/** The response to one key press. */
export interface Answer {
  /** Milliseconds from writing the key to the end of the first frame after it; undefined when nothing was drawn. */
  readonly milliseconds: number | undefined;
  /** The output until the next key. */
  readonly bytes: number;
}

/** A program in a pseudo-terminal, measured from outside. */
export interface Terminal {
  readonly pid: number;
  screen(): string;
  /** Resolves when the screen matches. */
  until(isWanted: (screen: string) => boolean, seconds?: number): Promise<void>;
  /** Resolves after so many milliseconds without output. */
  quiet(milliseconds: number): Promise<void>;
  /** Presses a key, and listens for `pause` milliseconds, counted from the press. */
  press(key: string, pause: number): Promise<Answer>;
  /** Bytes written so far. */
  written(): number;
  end(): Promise<void>;
}

export function openTerminal(
  command: readonly [string, ...string[]],
  { columns, rows }: Size,
  place: { readonly cwd: string; readonly env: Record<string, string> },
): Terminal {
  const [file, ...args] = command;
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = pty.spawn(file, args, { name: 'xterm-256color', cols: columns, rows, ...place });
  const watchers = new Set<() => void>();
  let bytes = 0;
  let hasEnded = false;
  let onData: (data: string) => void = () => undefined;
  child.onData((data) => {
    bytes += Buffer.byteLength(data);
    onData(data);
    screen.write(data, () => {
      for (const watcher of watchers) watcher();
    });
  });
  const ended = new Promise<void>((done) => {
    child.onExit(() => {
      hasEnded = true;
      done();
      for (const watcher of watchers) watcher();
    });
  });
  const text = (): string => {
    const { active } = screen.buffer;
    return Array.from({ length: rows }, (_, row) =>
      (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
    ).join('\n');
  };

  return {
    pid: child.pid,
    screen: text,
    written: () => bytes,
    until: (isWanted, seconds = 60) =>
      new Promise((resolve, reject) => {
        const settle = (): void => {
          if (!isWanted(text()) && !hasEnded) return;
          clearTimeout(patience);
          watchers.delete(settle);
          if (isWanted(text())) resolve();
          else reject(new Error(`the program has ended:\n${text()}`));
        };
        const patience = setTimeout(() => {
          watchers.delete(settle);
          reject(new Error(`the wanted screen did not come:\n${text()}`));
        }, seconds * 1_000);
        watchers.add(settle);
        settle();
      }),
    async quiet(milliseconds) {
      for (let before = -1; before !== bytes; await pause(milliseconds)) before = bytes;
    },
    async press(key, milliseconds) {
      const before = bytes;
      const start = performance.now();
      let end: number | undefined;
      let tail = '';
      onData = (data) => {
        tail += data;
        if (end === undefined && tail.includes(endOfFrame)) end = performance.now();
        tail = tail.slice(-endOfFrame.length);
      };
      child.write(key);
      await pause(milliseconds);
      onData = () => undefined;
      return { milliseconds: end === undefined ? undefined : end - start, bytes: bytes - before };
    },
    async end() {
      if (!hasEnded) child.kill('SIGTERM');
      await ended;
      screen.dispose();
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}

/** Of a process, from /proc; megabytes. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1]) / 1_024;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** Seconds of CPU that a process has used so far; Linux counts in hundredths. */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The process name in brackets may contain spaces, so the fields are counted after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
