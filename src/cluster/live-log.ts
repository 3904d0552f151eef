import { setTimeout as sleep } from 'node:timers/promises';
import { isNotLog } from '#log-scan/not-log.ts';
import { ProblemError } from '#errors/problem.ts';
import type { Problem } from '#errors/problem.ts';
import { redactText } from '#snapshot/redact.ts';
import { lineBatches } from './log-batches.ts';
import type { LogLine } from './log-batches.ts';
import { connectLog, isGone, later, withoutLog } from './log-connection.ts';
import type { LogSource, Stopped } from './log-connection.ts';
import { LogPipe } from './log-pipe.ts';
import type { Reading } from './read-fact.ts';
import { fatalProblem } from './request-error.ts';
import type { RequestError } from './request-error.ts';
import { statusOf } from './status.ts';
import type { Reply } from './transport.ts';

export interface LiveWindow {
  readonly from?: string;
  readonly tailLines?: number;
  readonly limitBytes: number;
  readonly follow: boolean;
}

/**
 * Why a log ended before its end: the byte limit; or another log is there in its place (the node rotated it while the
 * connection was broken, or the container began anew).
 */
export type LiveCut = 'bytes' | 'replaced';

export interface LiveReading extends Reading {
  /** Before a broken connection is taken up again for the first time. */
  readonly resumeDelayMs?: number;
  /** After this a silent connection is given up for another one: it may have died without a word. */
  readonly idleMs?: number;
}

/** In a row and without a line; the waits between them double. */
const maxTries = 6;

/**
 * Reads one log for a person who looks at it, in batches as it comes. A broken connection is taken up again where it broke,
 * without losing or doubling a line; a followed log ends when its container does. An abort ends it quietly.
 * @throws {ProblemError} `log-not-read`, or what keeps every request from being answered
 */
export async function readLiveLog(
  source: LogSource,
  window: LiveWindow,
  onLines: (lines: readonly LogLine[]) => void,
  reading: LiveReading,
): Promise<{ readonly cut?: LiveCut }> {
  return new LiveLog(source, window, onLines, reading).read();
}

class LiveLog {
  readonly #source: LogSource;
  readonly #window: LiveWindow;
  readonly #reading: LiveReading;
  readonly #pipe: LogPipe;
  #tries = 0;
  #hasAnswer = false;
  #insteadOfLog: string | undefined;
  #isReplaced = false;
  /** The last answer was empty, although there was a log before. */
  #isEmpty = false;

  constructor(
    source: LogSource,
    window: LiveWindow,
    onLines: (lines: readonly LogLine[]) => void,
    reading: LiveReading,
  ) {
    this.#source = source;
    this.#window = window;
    this.#reading = reading;
    const batches = lineBatches();
    const take = (lines: Buffer): void => {
      const batch = batches(lines);
      if (batch.length > 0 && !this.#isAborted) onLines(batch);
    };
    this.#pipe = new LogPipe({ take, accept: (line, isLeft) => this.#accept(line, isLeft) });
  }

  async read(): Promise<{ readonly cut?: LiveCut }> {
    for (;;) {
      const before = this.#pipe.taken;
      const stopped = await this.#connect();
      if (this.#isAborted) return {};
      const hasMore = this.#pipe.taken > before;
      if (hasMore) this.#tries = 0;
      const end = await this.#next(stopped, hasMore);
      if (end !== undefined) return end;
    }
  }

  async #connect(): Promise<Stopped> {
    const pipe = this.#pipe;
    const { from, tailLines, limitBytes, follow } = this.#window;
    const again = pipe.begin();
    const query = {
      limitBytes: limitBytes - pipe.taken + again,
      sinceTime: later(from, pipe.place.sinceTime),
      ...(pipe.place.last === undefined && { tailLines }),
      ...(follow && { follow: { idleMs: this.#reading.idleMs ?? 60_000 } }),
    };
    const stopped = await connectLog(this.#source, query, this.#reading, (bytes) => pipe.write(bytes));
    this.#hasAnswer ||= stopped.kind === 'broken' ? stopped.hasBegun : stopped.kind !== 'refused';
    return stopped.kind === 'ended' && !(await pipe.endAnswer()) ? { kind: 'left' } : stopped;
  }

  async #next(stopped: Stopped, hasMore: boolean): Promise<{ readonly cut?: LiveCut } | undefined> {
    switch (stopped.kind) {
      case 'refused':
        if (!this.#hasAnswer) throw new ProblemError(this.#refused(stopped.reply));
        return isGone(stopped.reply) ? this.#end() : this.#again(() => this.#refused(stopped.reply));
      case 'broken':
        // Nothing was said for a while: the connection may be dead, or the container has nothing to say. A kubelet
        // does not even begin its answer before there is a line.
        if (this.#window.follow && isSilence(stopped.error)) return undefined;
        if (!this.#hasAnswer) throw new ProblemError(this.#broken(stopped.error));
        return this.#again(() => this.#broken(stopped.error));
      case 'left':
        if (this.#pipe.mustSearch) return undefined;
        if (this.#isReplaced) return { cut: 'replaced' };
        // The node may be away for a moment.
        if (this.#isEmpty) return this.#again(() => this.#errors('failed', ''));
        if (this.#pipe.place.last !== undefined) return {};
        throw new ProblemError(this.#errors('failed', redactText(this.#insteadOfLog ?? '')));
      case 'ended':
        if (stopped.isFull) return { cut: 'bytes' };
        // An answer also ends when the node goes away: only what ends again without a new line has ended.
        return this.#window.follow && hasMore ? undefined : this.#end();
      default:
        return stopped satisfies never;
    }
  }

  async #end(): Promise<{ readonly cut?: LiveCut }> {
    await this.#pipe.finish(true);
    if (this.#insteadOfLog !== undefined && this.#pipe.place.last === undefined) {
      throw new ProblemError(this.#errors('failed', redactText(this.#insteadOfLog)));
    }
    return {};
  }

  async #again(problem: () => Problem): Promise<undefined> {
    this.#tries += 1;
    if (this.#tries >= maxTries) throw new ProblemError(problem());
    const { resumeDelayMs = 500, signal } = this.#reading;
    const wait = resumeDelayMs * 2 ** (this.#tries - 1);
    await sleep(wait, undefined, signal && { signal }).catch(() => undefined);
  }

  #accept(firstLine: Buffer, isLeft: boolean): boolean {
    const text = firstLine.toString();
    if (isNotLog(text)) {
      this.#insteadOfLog = text;
      return false;
    }
    this.#isEmpty = isLeft && firstLine.length === 0;
    this.#isReplaced = isLeft && !this.#isEmpty && !this.#pipe.place.isBehind(firstLine);
    return !this.#isEmpty && !this.#isReplaced;
  }

  get #isAborted(): boolean {
    return this.#reading.signal?.aborted ?? false;
  }

  #broken(error: RequestError): Problem {
    const fatal =
      error.reason === 'cancelled' ? undefined : fatalProblem(error.reason, this.#reading.transport);
    return fatal ?? this.#errors('failed', error.message);
  }

  #refused(reply: Reply): Problem {
    const message = redactText(statusOf(reply)?.message ?? `HTTP ${reply.status}`);
    const { state } = withoutLog(reply, this.#source);
    return this.#errors(state === 'absent' || state === 'refused' ? state : 'failed', message);
  }

  #errors(why: 'absent' | 'refused' | 'failed', message: string): Problem {
    const { namespace, pod, container, previous } = this.#source;
    const { context = '' } = this.#reading.transport;
    return { kind: 'log-not-read', why, context, namespace, pod, container, previous, message };
  }
}

function isSilence({ reason }: RequestError): boolean {
  return reason !== 'cancelled' && reason.kind === 'timeout' && reason.code !== 'UND_ERR_CONNECT_TIMEOUT';
}
