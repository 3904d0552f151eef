import { readFile } from 'node:fs/promises';
import { program } from '../program.ts';
import { type Session, startSession } from '../session.ts';
import type { Size } from './scenario.ts';
import type { Ground } from './start.ts';

/** What the shell says once the program has ended: its status, and what it left of the terminal. */
const afterwards = 'echo "status=$?"; stty -a; echo "the" "end"';
const prompt = 'robot$ ';

export interface Launched {
  readonly session: Session;
  /** The process id of the program itself. */
  readonly pid: () => Promise<number>;
  /** Everything that was sent, up to the end of the shell. */
  readonly finish: (seconds: number) => Promise<string | undefined>;
}

/** Starts the built program in a shell, so that what it leaves behind can be looked at. */
export function launch(
  ground: Ground,
  { columns, rows }: Size,
  options: { readonly isInteractive: boolean; readonly preload?: string },
): Launched {
  const preload = options.preload === undefined ? [] : ['--import', options.preload];
  const command = [process.execPath, ...preload, program, ...ground.args];
  const known = ['sh', '-c', 'echo $$ >"$0"; exec "$@"', ground.pidFile, ...command];
  const { isInteractive } = options;
  const session = isInteractive
    ? startSession('/bin/sh', ['-i'], {
        columns,
        rows,
        cwd: ground.folder,
        env: { ...ground.env, PS1: prompt },
      })
    : startSession('/bin/sh', ['-c', `"$@"; ${afterwards}`, ...known.slice(0, 1), ...known], {
        columns,
        rows,
        cwd: ground.folder,
        env: ground.env,
      });
  if (isInteractive) session.press(`${known.map(quoted).join(' ')}\r`);
  return {
    session,
    async pid() {
      return Number(await readFile(ground.pidFile, 'utf8'));
    },
    async finish(seconds) {
      if (isInteractive) {
        const isPrompted = (): boolean => !session.isFullScreen() && session.output().endsWith(prompt);
        if (!(await session.until(isPrompted, seconds))) return undefined;
        session.press(`${afterwards}; exit\r`);
      }
      const isOver = await session.until(() => /^the end\r?$/mu.test(session.output()), seconds);
      return isOver ? session.output() : undefined;
    },
  };
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
