import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** A command in a real pseudo-terminal, and what a person would see there. */
export interface Session {
  readonly pid: number;
  /** Raw bytes that the program has written so far, and the screen shows. */
  output(): string;
  /** The visible lines, without trailing spaces. */
  screen(): string;
  /** Is the alternate screen shown, as full-screen programs do? */
  isFullScreen(): boolean;
  size(): { readonly columns: number; readonly rows: number };
  press(keys: string): void;
  resize(columns: number, rows: number): void;
  signal(name: string): void;
  /** Takes the terminal away, as a lost connection does. */
  hangUp(): void;
  /** Resolves as soon as the test holds for what is shown, looked at again after every write; false when time or program end. */
  until(test: () => boolean, seconds: number): Promise<boolean>;
  /** Resolves when the screen holds the text; fails with the screen after `seconds`. */
  shows(text: string | RegExp, seconds?: number): Promise<void>;
  readonly ended: Promise<{ readonly exitCode: number }>;
  /** Has the program ended, and was everything read that it has written? */
  isOver(): boolean;
  /** Ends the program, if it has not ended by itself. */
  close(): void;
}

export interface SessionOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd: string;
  readonly env: Record<string, string>;
}

/** Milliseconds from the end of a program until everything that it has written is surely read. */
const lastWords = 500;

/** Runs a command in a real pseudo-terminal. The caller closes the session. */
export function startSession(
  command: string,
  args: readonly string[],
  { columns = 80, rows = 24, cwd, env }: SessionOptions,
): Session {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = pty.spawn(command, [...args], {
    name: env['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env,
  });
  let raw = '';
  const watchers = new Set<() => void>();
  const look = (): void => {
    for (const watcher of watchers) watcher();
  };
  child.onData((data) => {
    terminal.write(data, () => {
      raw += data;
      look();
    });
  });
  let isOver = false;
  const ended = new Promise<{ readonly exitCode: number }>((done) => {
    child.onExit(({ exitCode }) => {
      // Its last words may still be on their way through the terminal.
      setTimeout(() => {
        isOver = true;
        look();
        done({ exitCode });
      }, lastWords);
    });
  });

  const screen = (): string => {
    const { active } = terminal.buffer;
    return Array.from({ length: terminal.rows }, (_, row) =>
      (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
    ).join('\n');
  };

  const until = (test: () => boolean, seconds: number): Promise<boolean> =>
    new Promise((done) => {
      const stop = (outcome: boolean): void => {
        clearTimeout(timer);
        watchers.delete(check);
        done(outcome);
      };
      const check = (): void => {
        // A frame comes in one piece, but may be read in several: half of one is not looked at.
        if (!terminal.modes.synchronizedOutputMode && test()) stop(true);
        else if (isOver) stop(false);
      };
      const timer = setTimeout(() => stop(false), seconds * 1000);
      watchers.add(check);
      check();
    });

  return {
    pid: child.pid,
    output: () => raw,
    screen,
    isFullScreen: () => terminal.buffer.active.type === 'alternate',
    size: () => ({ columns: terminal.cols, rows: terminal.rows }),
    press: (keys) => child.write(keys),
    resize(nextColumns, nextRows) {
      terminal.resize(nextColumns, nextRows);
      child.resize(nextColumns, nextRows);
    },
    signal: (name) => child.kill(name),
    hangUp: () => (child as unknown as { destroy(): void }).destroy(),
    until,
    async shows(text, seconds = 30) {
      const holds = (): boolean => (typeof text === 'string' ? screen().includes(text) : text.test(screen()));
      if (!(await until(holds, seconds))) throw new Error(`"${text}" did not come. The screen:\n${screen()}`);
    },
    ended,
    isOver: () => isOver,
    close() {
      try {
        child.kill('SIGKILL');
      } catch {
        // It has ended by itself, as it should.
      }
      terminal.dispose();
    },
  };
}
