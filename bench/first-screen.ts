import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** Runs a command in a pseudo-terminal of 80×24. Returns the milliseconds from its start until `isWanted` accepts the screen. */
export function timeToScreen(
  command: readonly [string, ...string[]],
  { cwd, env }: { readonly cwd: string; readonly env: Record<string, string> },
  isWanted: (screen: string) => boolean,
): Promise<number> {
  const [file, ...args] = command;
  const terminal = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  const screen = (): string => {
    const { active } = terminal.buffer;
    const lines = Array.from({ length: terminal.rows }, (_, row) =>
      active.getLine(active.viewportY + row)?.translateToString(true),
    );
    return lines.join('\n');
  };
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let milliseconds: number | undefined;
    const child = pty.spawn(file, args, { name: 'xterm-256color', cols: 80, rows: 24, cwd, env });
    const patience = setTimeout(() => child.kill('SIGKILL'), 30_000);
    child.onData((data) => {
      const arrived = performance.now();
      terminal.write(data, () => {
        if (milliseconds !== undefined || !isWanted(screen())) return;
        milliseconds = arrived - start;
        child.kill('SIGTERM');
      });
    });
    child.onExit(() => {
      clearTimeout(patience);
      if (milliseconds === undefined) reject(new Error(`the wanted screen did not come:\n${screen()}`));
      else resolve(milliseconds);
      terminal.dispose();
    });
  });
}
