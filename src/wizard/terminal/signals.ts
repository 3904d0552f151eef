/** Signals that end the wizard in order, and the exit status a shell expects of them. */
const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export interface SignalHandlers {
  leave(code: number): void;
  /** The process was stopped and goes on: a shell had the terminal meanwhile. */
  resumed(): void;
  /** Anything that nobody caught. */
  crash(error: unknown): void;
}

/** Listens to the process until the returned function is called. */
export function listenToProcess(handlers: SignalHandlers): () => void {
  const signals = Object.entries(codes).map(
    ([signal, code]) => [signal, (): void => handlers.leave(code)] as const,
  );
  const resumed = (): void => handlers.resumed();
  const crashed = (error: unknown): void => handlers.crash(error);
  for (const [signal, listener] of signals) process.on(signal, listener);
  process.on('SIGCONT', resumed);
  process.on('uncaughtException', crashed);
  process.on('unhandledRejection', crashed);
  return () => {
    for (const [signal, listener] of signals) process.off(signal, listener);
    process.off('SIGCONT', resumed);
    process.off('uncaughtException', crashed);
    process.off('unhandledRejection', crashed);
  };
}

/**
 * Stops this process and its group, as Ctrl-Z does outside of raw mode, and resolves when it goes on. Without job
 * control (a terminal without a shell) the kernel ignores the stop, and it resolves with `not-stopped`.
 */
export async function stopProcess(): Promise<'resumed' | 'not-stopped'> {
  return new Promise((resolve) => {
    const done = (outcome: 'resumed' | 'not-stopped') => (): void => {
      clearTimeout(timer);
      process.off('SIGCONT', resumed);
      resolve(outcome);
    };
    const resumed = done('resumed');
    // The clock goes on while the process is stopped, so the timer may fire first when it goes on: the signal that
    // came with it is heard before setImmediate.
    const timer = setTimeout(() => setImmediate(done('not-stopped')), 250);
    process.on('SIGCONT', resumed);
    // 0: the whole group, so that npm or a pipe around this process stops with it.
    process.kill(0, 'SIGTSTP');
  });
}
