import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogRead, LogSummary } from '#snapshot/log-summary.ts';
import type { Missing, Observed } from '#snapshot/observed.ts';
import { redactText } from '#snapshot/redact.ts';
import { LogIntake } from './log-intake.ts';
import type { LogTarget } from './log-targets.ts';
import { now } from './read-fact.ts';
import type { Reading } from './read-fact.ts';
import { observedError, requestError } from './request-error.ts';
import type { RequestError } from './request-error.ts';
import { observedRefusal, statusOf } from './status.ts';
import type { Reply } from './transport.ts';

export interface LogSettings {
  /** How much of one log is read, from its start. */
  readonly logBytes: number;
  /** Before a broken connection is taken up again. */
  readonly resumeDelayMs: number;
}

export const defaultLogSettings: LogSettings = { logBytes: 256 * 1024 * 1024, resumeDelayMs: 500 };

const maxResumes = 3;

/** 400s of the log API that are answers: there is no such log (kubernetes-api-facts). */
const noLog =
  /^previous terminated container .* not found$|is waiting to start|is not available$|is terminated$/;

/** Reads one log into its summary, in bounded memory; a cut connection is taken up again where it broke. */
export async function readLog(
  target: LogTarget,
  reading: Reading,
  settings: LogSettings,
): Promise<Observed<LogRead>> {
  const intake = new LogIntake(target.format ? { format: target.format } : {});
  let sinceTime: string | undefined;
  for (let resumes = 0; ; resumes += 1) {
    const stopped = await readOnce(target, intake, sinceTime, reading, settings.logBytes);
    if ('reply' in stopped)
      return resumes === 0
        ? withoutLog(stopped.reply, target)
        : finish(target, intake, [lost(stopped.reply)], false);
    if (stopped.error === undefined) return finish(target, intake, cutBySize(intake, settings), true);
    if (stopped.error.reason === 'cancelled') return { state: 'cancelled' };
    if (!stopped.hasBegun && resumes === 0) return observedError(stopped.error);
    if (resumes >= maxResumes) {
      const reason = `the connection broke ${resumes + 1} times: ${stopped.error.message}`;
      return finish(target, intake, [{ kind: 'lines', reason }], false);
    }
    sinceTime = intake.cut();
    await sleep(settings.resumeDelayMs, undefined, reading.signal && { signal: reading.signal }).catch(
      () => undefined,
    );
  }
}

type Stopped =
  { readonly reply: Reply } | { readonly error: RequestError | undefined; readonly hasBegun: boolean };

/** One connection: to the end of the log, to its limit, or until it breaks. */
async function readOnce(
  target: LogTarget,
  intake: LogIntake,
  sinceTime: string | undefined,
  { transport, signal }: Reading,
  logBytes: number,
): Promise<Stopped> {
  let hasBegun = false;
  let stream: Readable | undefined;
  try {
    const answer = await transport.open(logPath(target, logBytes - intake.bytes, sinceTime), {
      accept: '*/*',
      ...(signal && { signal }),
    });
    ({ stream } = answer);
    if (answer.status !== 200) {
      return {
        reply: { status: answer.status, contentType: answer.contentType, body: await textOf(stream) },
      };
    }
    hasBegun = true;
    // One chunk at a time: the connection waits while the scanner works.
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      intake.write(chunk);
      if (intake.bytes >= logBytes || intake.insteadOfLog !== undefined) break;
    }
    return { error: undefined, hasBegun };
  } catch (error) {
    if (error instanceof Error && error.name === 'ProblemError') throw error;
    return { error: requestError(error, signal?.aborted ? 'cancelled' : undefined), hasBegun };
  } finally {
    stream?.destroy();
  }
}

function logPath(
  { namespace, pod, container, previous }: LogTarget,
  limitBytes: number,
  sinceTime?: string,
): string {
  const query = new URLSearchParams({
    container,
    timestamps: 'true',
    limitBytes: String(Math.max(1, limitBytes)),
    ...(previous && { previous: 'true' }),
    ...(sinceTime !== undefined && { sinceTime }),
  });
  return `/api/v1/namespaces/${namespace}/pods/${pod}/log?${query.toString()}`;
}

function finish(
  target: LogTarget,
  intake: LogIntake,
  missing: readonly Missing[],
  isWhole: boolean,
): Observed<LogRead> {
  const summary = intake.end(isWhole);
  if (intake.insteadOfLog !== undefined) {
    return { state: 'failed', error: { kind: 'invalid', message: redactText(intake.insteadOfLog) } };
  }
  const value = logRead(target, summary);
  return missing.length > 0
    ? { state: 'partial', value, at: now(), missing }
    : { state: 'read', value, at: now() };
}

function logRead({ pod, container, previous, init }: LogTarget, summary: LogSummary): LogRead {
  return { pod, container, previous, init, summary };
}

function cutBySize({ bytes }: LogIntake, { logBytes }: LogSettings): readonly Missing[] {
  return bytes >= logBytes ? [{ kind: 'bytes', reason: `only the first ${logBytes} bytes were read` }] : [];
}

function lost(reply: Reply): Missing {
  return { kind: 'lines', reason: redactText(statusOf(reply)?.message ?? `HTTP ${reply.status}`) };
}

function withoutLog(reply: Reply, { namespace }: LogTarget): Observed<LogRead> {
  const message = statusOf(reply)?.message ?? '';
  // Other 404s come from a kubelet that has no logs to give: that is no answer.
  const isGone = reply.status === 404 && /^pods "[^"]*" not found$/.test(message);
  const isAnswer = isGone || (reply.status === 400 && noLog.test(message));
  if (isAnswer) return { state: 'absent', at: now() };
  return observedRefusal(reply, { verb: 'get', resource: 'pods/log', group: '', namespace });
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
