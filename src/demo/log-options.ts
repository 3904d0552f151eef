import { AnswerError, badRequest, statusAnswer } from './answer.ts';
import { isTrue } from './request.ts';

/** The parameters of a log request. */
export interface LogOptions {
  readonly container: string;
  readonly previous: boolean;
  readonly timestamps: boolean;
  readonly follow: boolean;
  readonly tailLines: number | undefined;
  /** Lines older than this instant (milliseconds) are left out. */
  readonly since: number | undefined;
  readonly limitBytes: number | undefined;
}

/** @throws {AnswerError} 400 for what is no number or time, 422 for what is out of range. */
export function readLogOptions(pod: string, query: URLSearchParams, now: number): LogOptions {
  const tailLines = integer(query, 'tailLines');
  const sinceSeconds = integer(query, 'sinceSeconds');
  const limitBytes = integer(query, 'limitBytes');
  const sinceTime = query.get('sinceTime');
  const invalid = (field: string, value: number, rule: string): never => {
    const message = `PodLogOptions "${pod}" is invalid: ${field}: Invalid value: ${value}: must be ${rule}`;
    throw new AnswerError(statusAnswer(422, message, { details: { name: pod, kind: 'PodLogOptions' } }));
  };
  if (tailLines !== undefined && tailLines < 0) invalid('tailLines', tailLines, 'greater than or equal to 0');
  if (limitBytes !== undefined && limitBytes < 1) invalid('limitBytes', limitBytes, 'greater than 0');
  if (sinceSeconds !== undefined && sinceSeconds < 1) invalid('sinceSeconds', sinceSeconds, 'greater than 0');
  if (sinceSeconds !== undefined && sinceTime) {
    const message = `PodLogOptions "${pod}" is invalid: <nil>: Forbidden: at most one of \`sinceTime\` or \`sinceSeconds\` may be specified`;
    throw new AnswerError(statusAnswer(422, message));
  }
  return {
    container: query.get('container') ?? '',
    previous: isTrue(query.get('previous')),
    timestamps: isTrue(query.get('timestamps')),
    follow: isTrue(query.get('follow')),
    tailLines,
    since: sinceSeconds === undefined ? instant(sinceTime) : now - sinceSeconds * 1000,
    limitBytes,
  };
}

function integer(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null || value === '') return undefined;
  if (/^[-+]?\d+$/.test(value)) return Number(value);
  throw new AnswerError(badRequest(`strconv.ParseInt: parsing ${JSON.stringify(value)}: invalid syntax`));
}

/** The API server reads whole seconds only: what was logged earlier in the same second comes again. */
function instant(text: string | null): number | undefined {
  if (text === null || text === '') return undefined;
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return Math.floor(time / 1000) * 1000;
  const quoted = JSON.stringify(text);
  const message = `parsing time ${quoted} as "2006-01-02T15:04:05Z07:00": cannot parse ${quoted} as "2006"`;
  throw new AnswerError(badRequest(message));
}

/** Picks the lines of a log as the kubelet does, first the tail, then the time; the size is cut by who sends them. */
export function selectLines(
  text: string,
  { tailLines, since, timestamps }: Pick<LogOptions, 'tailLines' | 'since' | 'timestamps'>,
): Buffer {
  let lines: readonly string[] = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if (tailLines !== undefined) lines = tailLines === 0 ? [] : lines.slice(-tailLines);
  if (since !== undefined) lines = lines.filter((line) => !(Date.parse(STAMP.exec(line)?.[1] ?? '') < since));
  return Buffer.from((timestamps ? lines : lines.map((line) => line.replace(STAMP, ''))).join(''));
}

/** What the log driver writes before every line. The kubelet's own texts have none. */
const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)) /;
