import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';

export const program = resolve('dist/cli.js');

/** An environment without the person's own cluster, language and colours. */
export function cleanEnvironment(home: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TERM: 'xterm-256color',
    LANG: 'en_US.UTF-8',
    ...more,
  };
}

/** A folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'osm-edge-doctor-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface Session {
  readonly pid: number;
  /** Raw bytes that the program has written so far. */
  output(): string;
  /** The visible lines, without trailing spaces. */
  screen(): string;
  press(keys: string): void;
  resize(columns: number, rows: number): void;
  signal(name: string): void;
  /** Resolves when the screen holds the text; fails with the screen after `seconds`. */
  shows(text: string | RegExp, seconds?: number): Promise<void>;
  readonly ended: Promise<{ exitCode: number; signal: number | undefined }>;
}

/** Runs a command in a real pseudo-terminal, and keeps what a person would see. */
export function run(
  command: string,
  args: readonly string[],
  {
    columns = 80,
    rows = 24,
    cwd,
    env,
  }: { columns?: number; rows?: number; cwd: string; env: Record<string, string> },
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
  child.onData((data) => {
    raw += data;
    terminal.write(data, () => {
      for (const watcher of watchers) watcher();
    });
  });
  const ended = new Promise<{ exitCode: number; signal: number | undefined }>((done) => {
    child.onExit(({ exitCode, signal }) => done({ exitCode, signal }));
  });
  onTestFinished(() => {
    try {
      child.kill('SIGKILL');
    } catch {
      // It has ended by itself, as it should.
    }
    terminal.dispose();
  });

  const screen = (): string => {
    const { active } = terminal.buffer;
    return Array.from({ length: terminal.rows }, (_, row) =>
      (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
    ).join('\n');
  };
  return {
    pid: child.pid,
    output: () => raw,
    screen,
    press: (keys) => child.write(keys),
    resize(nextColumns, nextRows) {
      terminal.resize(nextColumns, nextRows);
      child.resize(nextColumns, nextRows);
    },
    signal: (name) => child.kill(name),
    shows: (text, seconds = 15) =>
      new Promise((done, fail) => {
        const check = (): void => {
          if (typeof text === 'string' ? !screen().includes(text) : !text.test(screen())) return;
          stop();
          done();
        };
        const timer = setTimeout(() => {
          stop();
          fail(new Error(`"${text}" did not come. The screen:\n${screen()}`));
        }, seconds * 1000);
        const stop = (): void => {
          clearTimeout(timer);
          watchers.delete(check);
        };
        watchers.add(check);
        check();
      }),
    ended,
  };
}
