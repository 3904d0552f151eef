import { problemOf } from '#errors/problem.ts';
import type { Effect, Message } from '../state/message.ts';
import type { LogLine, LogPort } from '../ports/ports.ts';

/** Between two pieces of news, in milliseconds: lines may come by the thousand. */
const pause = 50;
/** Lines in one piece, so that keys are heard in between. */
const mostLines = 2000;

export interface LogReader {
  fetch(effect: Extract<Effect, { kind: 'fetch-log' }>): void;
  stop(): void;
}

/** Reads one log at a time, and hands its lines on in pieces that a screen can follow. */
export function createLogReader(port: LogPort | undefined, send: (message: Message) => void): LogReader {
  let current: { readonly abort: AbortController; timer?: NodeJS.Timeout } | undefined;

  const stop = (): void => {
    clearTimeout(current?.timer);
    current?.abort.abort();
    current = undefined;
  };

  const fetch = async ({ id, log, window }: Extract<Effect, { kind: 'fetch-log' }>): Promise<void> => {
    if (port === undefined) return;
    stop();
    const own: NonNullable<typeof current> = { abort: new AbortController() };
    current = own;
    const { signal } = own.abort;
    let held: LogLine[] = [];
    const pass = (): void => {
      delete own.timer;
      const lines = held.slice(0, mostLines);
      held = held.slice(mostLines);
      if (lines.length > 0 && !signal.aborted) send({ kind: 'log-lines', id, lines });
      if (held.length > 0) own.timer ??= setTimeout(pass, 0);
    };
    const take = (lines: readonly LogLine[]): void => {
      if (signal.aborted) return;
      held = held.concat(lines);
      own.timer ??= setTimeout(pass, pause);
    };
    const outcome = await port.read(log, window, take, signal).then(
      ({ cut }): Message => ({ kind: 'log-ended', id, ...(cut === undefined ? {} : { cut }) }),
      (error: unknown): Message => ({ kind: 'log-failed', id, problem: problemOf(error) }),
    );
    clearTimeout(own.timer);
    while (held.length > 0 && !signal.aborted) pass();
    if (signal.aborted) return;
    stop();
    send(outcome);
  };

  return { fetch: (effect) => void fetch(effect), stop };
}
