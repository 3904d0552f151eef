import { setTimeout as sleep } from 'node:timers/promises';
import { isNotLog } from '#log-scan/not-log.ts';
import type { Missing, Observed } from '#snapshot/observed.ts';
import { redactText } from '#snapshot/redact.ts';
import { connectLog, later, withoutLog } from './log-connection.ts';
import type { LogSource, Stopped } from './log-connection.ts';
import type { LogCursor } from './log-cursor.ts';
import { LogPipe } from './log-pipe.ts';
import type { TakeLines } from './log-pipe.ts';
import { isNewRun } from './log-run.ts';
import { EndAtStart, lastLineNow } from './log-end.ts';
import { sharesOf } from './log-settings.ts';
import type { LogSettings } from './log-settings.ts';
import type { LogTarget } from './log-targets.ts';
import { compareStamps, stampAt } from './log-stamp.ts';
import type { LogStamp } from './log-stamp.ts';
import type { Reading } from './read-fact.ts';
import { observedError } from './request-error.ts';
import { statusOf } from './status.ts';
import type { Reply } from './transport.ts';

/** How the reading ended: without a log, or with one and what is missing of it. */
export type LogOutcome =
  | { readonly kind: 'none'; readonly fact: Observed<never> }
  | { readonly kind: 'read'; readonly missing: readonly Missing[] };

/** The same of one run of the container. */
export type RunOutcome =
  | Extract<LogOutcome, { kind: 'none' }>
  | (Extract<LogOutcome, { kind: 'read' }> & {
      /** Another run has begun meanwhile, with a log of its own. */
      readonly isOver: boolean;
    });

/** What was read of the run before this one, into the same fact. */
export interface RunBefore {
  /** Its bytes count. */
  readonly taken: number;
  readonly last: LogStamp | undefined;
}

/** Tries in a row that bring less than `progressBytes`. */
const maxTries = 4;
const progressBytes = 1024 * 1024;

/**
 * Reads the log of one run of a container to its end, over as many connections as it takes. The API server ends an answer
 * in the middle as it ends a whole one when the node goes away, so the end is only believed when the log's last line was
 * seen. Of a run that ends meanwhile the rest is read from the previous log.
 */
export class LogReader {
  readonly #target: LogTarget;
  readonly #reading: Reading;
  readonly #settings: LogSettings;
  readonly #pipe: LogPipe;
  readonly #missing: Missing[] = [];
  readonly #before: RunBefore | undefined;
  readonly #tailBytes: number;
  #source: LogSource;
  #limit: number;
  #tailLines: number | undefined;
  /** Lines that were there when the end was first looked at. */
  #goal: LogStamp | undefined;
  #tries = 0;
  #hasAnswer = false;
  #insteadOfLog: string | undefined;
  /** The last answer was empty, although there was a log before. */
  #isEmpty = false;
  #isRestarted = false;
  #endAtStart: EndAtStart | undefined;

  constructor(
    target: LogTarget,
    reading: Reading,
    settings: LogSettings,
    take: TakeLines,
    before?: RunBefore,
  ) {
    this.#target = target;
    this.#reading = reading;
    this.#settings = settings;
    this.#source = target;
    this.#before = before;
    [this.#limit, this.#tailBytes] = sharesOf(settings.logBytes, before?.taken ?? 0);
    this.#pipe = new LogPipe({ take, accept: (line, isLeft) => this.#accept(line, isLeft) });
  }

  /** Bytes of the log so far. */
  get taken(): number {
    return this.#pipe.taken;
  }

  /** How far it was read. */
  get place(): LogCursor {
    return this.#pipe.place;
  }

  async read(): Promise<RunOutcome> {
    for (let isFirst = true; ; isFirst = false) {
      const before = this.#pipe.taken;
      const connected = this.#connect();
      // Of a log that breaks off or goes on elsewhere only the end that it has by then is believed.
      const isAsked = isFirst && this.#settings.endAtOnce === true;
      this.#endAtStart = isAsked
        ? new EndAtStart(this.#source, this.#settings.since, this.#reading)
        : undefined;
      const stopped = await connected;
      if (this.#pipe.taken - before >= progressBytes) this.#tries = 0;
      const outcome = await this.#next(stopped);
      if (outcome !== undefined) return outcome;
    }
  }

  async #connect(): Promise<Stopped> {
    const pipe = this.#pipe;
    const again = pipe.begin();
    this.#insteadOfLog = undefined;
    this.#isEmpty = false;
    const query = {
      limitBytes: this.#limit - pipe.taken + again,
      sinceTime: later(this.#settings.since, pipe.place.sinceTime),
      tailLines: this.#tailLines,
    };
    const stopped = await connectLog(this.#source, query, this.#reading, (bytes) => pipe.write(bytes));
    this.#hasAnswer ||= stopped.kind === 'broken' ? stopped.hasBegun : stopped.kind !== 'refused';
    return stopped.kind === 'ended' && !(await pipe.endAnswer()) ? { kind: 'left' } : stopped;
  }

  /** What a connection's end means: the outcome, or undefined to go on with another one. */
  async #next(stopped: Stopped): Promise<RunOutcome | undefined> {
    switch (stopped.kind) {
      case 'refused':
        return this.#afterRefusal(stopped.reply);
      case 'broken': {
        const { error } = stopped;
        if (error.reason === 'cancelled') return { kind: 'none', fact: { state: 'cancelled' } };
        if (!this.#hasAnswer) return { kind: 'none', fact: observedError(error) };
        return this.#again(error.message);
      }
      case 'left':
        return this.#afterLeaving();
      case 'ended':
        return stopped.isFull ? this.#afterLimit() : this.#afterEnd();
      default:
        return stopped satisfies never;
    }
  }

  #afterRefusal(reply: Reply): RunOutcome | Promise<RunOutcome | undefined> {
    if (!this.#hasAnswer) return { kind: 'none', fact: withoutLog(reply, this.#source) };
    const reason = redactText(statusOf(reply)?.message ?? `HTTP ${reply.status}`);
    // A log that is gone does not come back; a node or API server that is busy or starts anew does.
    const isGone = reply.status < 500 && reply.status !== 429 && reply.status !== 410;
    return isGone
      ? this.#end({ kind: this.#isRestarted ? 'log-restarted' : 'log-broken', reason })
      : this.#again(reason);
  }

  /** Takes the log up again after a while, but not for ever. */
  async #again(reason: string): Promise<RunOutcome | undefined> {
    const { signal } = this.#reading;
    if (signal?.aborted) return { kind: 'none', fact: { state: 'cancelled' } };
    this.#tries += 1;
    if (this.#tries >= maxTries) return this.#end({ kind: 'log-broken', count: this.#tries, reason });
    await sleep(this.#settings.resumeDelayMs, undefined, signal && { signal }).catch(() => undefined);
    return undefined;
  }

  async #afterLeaving(): Promise<RunOutcome | undefined> {
    if (this.#pipe.mustSearch) return undefined;
    if (this.#insteadOfLog !== undefined) {
      if (this.#pipe.place.last === undefined && this.#before === undefined)
        return this.#noLog(this.#insteadOfLog);
      // When a run has just ended, and when one has just begun, the kubelet has no log for a moment.
      if (this.#source.previous || this.#pipe.place.last === undefined || !(await this.#seesNewRun()))
        return this.#again(redactText(this.#insteadOfLog));
    }
    // The node may be away for a moment.
    if (this.#isEmpty && !(await this.#seesNewRun())) return this.#again('');
    // The run that was being read is the one before, now; its rest can still be had, unless it was that already.
    if (this.#source.previous) return this.#end({ kind: 'log-restarted', reason: '' });
    this.#source = { ...this.#source, previous: true };
    return undefined;
  }

  async #seesNewRun(): Promise<boolean> {
    return (this.#isRestarted ||= await isNewRun(this.#target, this.#reading));
  }

  /** The start was read; the end of a log matters as much. */
  async #afterLimit(): Promise<RunOutcome | undefined> {
    if (this.#tailLines !== undefined) return this.#end({ kind: 'log-limit', reason: '' });
    // The run that began meanwhile needs some of it.
    const tailBytes = Math.floor(this.#tailBytes / (this.#isRestarted ? 2 : 1));
    this.#limit += tailBytes;
    // Half, since lines at the end may be longer than those before: what the limit cuts off would be the end.
    this.#tailLines = Math.max(1, Math.floor(tailBytes / this.#pipe.place.meanLineBytes / 2));
    return undefined;
  }

  async #afterEnd(): Promise<RunOutcome | undefined> {
    const { place, unfinished } = this.#pipe;
    // A line of megabytes is taken before its end is there.
    if (place.endsLine && this.#goal !== undefined && place.hasReached(this.#goal)) return this.#end();
    const known = unfinished.length > 0 ? unfinished : place.lastLine;
    if (place.endsLine && (await this.#endAtStart?.isReached(place, known))) return this.#end();
    const last = await lastLineNow(this.#source, this.#settings.since, this.#reading);
    if (last.kind === 'unknown') return this.#again(last.reason);
    if (last.kind === 'gone') return this.#end();
    if (place.endsLine && known.equals(last.line)) return this.#end();
    this.#goal ??= stampAt(last.line, 0);
    this.#tries += 1;
    if (this.#tries >= maxTries) {
      return this.#end({ kind: 'log-broken', count: this.#tries, reason: '' });
    }
    return undefined;
  }

  /** Asked by the pipe about what comes first, and about what comes instead of what was expected. */
  async #accept(firstLine: Buffer, isLeft: boolean): Promise<boolean> {
    const text = firstLine.toString();
    if (isNotLog(text)) {
      this.#insteadOfLog = text;
      return false;
    }
    if (isLeft && firstLine.length === 0) {
      this.#isEmpty = true;
      return false;
    }
    // It reaches back into what was taken; the pipe drops that.
    if (isLeft && this.#pipe.place.isBehind(firstLine)) return true;
    if (this.#tailLines !== undefined) {
      this.#lack({ kind: 'log-limit', reason: '' }, firstLine);
      return true;
    }
    // The first run is told by what was read of it; the next one only by how often the container was started.
    if (!isLeft && (this.#before === undefined || this.#isRestarted)) return true;
    if (await this.#seesNewRun()) return false;
    if (isLeft) this.#lack({ kind: 'log-rotated', reason: '' }, firstLine);
    return true;
  }

  #lack(missing: Missing, firstLine?: Buffer): void {
    const from = this.#pipe.place.last ?? this.#before?.last;
    const to = firstLine && stampAt(firstLine, 0);
    this.#missing.push({
      ...missing,
      ...(from && { from: from.text }),
      ...(from && to && compareStamps(from, to) <= 0 && { to: to.text }),
    });
  }

  async #end(missing?: Missing): Promise<RunOutcome> {
    const { place } = this.#pipe;
    await this.#pipe.finish(missing === undefined);
    if (this.#insteadOfLog !== undefined && place.last === undefined) return this.#noLog(this.#insteadOfLog);
    if (missing !== undefined) this.#lack(missing);
    else if (place.last !== undefined && !place.endsWithLogLine) {
      this.#lack({ kind: 'log-broken', reason: redactText(place.lastLine.toString().trim()) });
    }
    const isOver = this.#isRestarted && !this.#target.previous;
    return { kind: 'read', missing: this.#missing, isOver };
  }

  /** The kubelet said something in its place. */
  #noLog(said: string): RunOutcome {
    return { kind: 'none', fact: { state: 'failed', error: { kind: 'invalid', message: redactText(said) } } };
  }
}
