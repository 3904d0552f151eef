/** What the server answers to one request; the writer turns it into HTTP. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** A stream ends when it returns, or when the client leaves. */
  readonly body: string | AsyncIterable<string | Buffer>;
  /** Compress a large body if the client accepts that. The real server does so for API objects, not for logs. */
  readonly compressible: boolean;
  readonly latencyMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal that carries the answer for the client. */
export class AnswerError extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`answered with ${answer.status}`);
    this.name = 'AnswerError';
    this.answer = answer;
  }
}

export function json(value: unknown, contentType = 'application/json', status = 200): Answer {
  return { status, contentType, body: `${JSON.stringify(value)}\n`, compressible: true };
}

export function text(body: string, status = 200, contentType = 'text/plain; charset=utf-8'): Answer {
  return { status, contentType, body, compressible: false };
}

/** A path under which the API server has nothing, which is not the same as an object that is not there. */
export const pageNotFound = (): Answer => text('404 page not found\n', 404);

const REASONS: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  406: 'NotAcceptable',
  409: 'Conflict',
  410: 'Expired',
  415: 'UnsupportedMediaType',
  422: 'Invalid',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
  504: 'Timeout',
};

/** One of several faults. */
export interface StatusCause {
  readonly reason: string;
  readonly message: string;
  readonly field?: string;
}

export interface StatusDetails {
  readonly name?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly retryAfterSeconds?: number;
  readonly causes?: readonly StatusCause[];
}

/** A Status object, as the API server writes all its errors. */
export function statusAnswer(
  code: number,
  message: string,
  more: { readonly reason?: string; readonly details?: StatusDetails; readonly metadata?: object } = {},
): Answer {
  const reason = more.reason ?? REASONS[code];
  const answer = json(
    {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: more.metadata ?? {},
      status: 'Failure',
      message,
      ...(reason !== undefined && { reason }),
      ...(more.details && { details: more.details }),
      code,
    },
    'application/json',
    code,
  );
  const retryAfter = more.details?.retryAfterSeconds;
  return retryAfter === undefined ? answer : { ...answer, headers: { 'Retry-After': String(retryAfter) } };
}

export const badRequest = (message: string): Answer => statusAnswer(400, message);

/** `pods "x" not found`; the resource is qualified by its group, as `deployments.apps`. */
export function notFound(group: string, resource: string, name: string): Answer {
  const qualified = group === '' ? resource : `${resource}.${group}`;
  const details = { name, ...(group !== '' && { group }), kind: resource };
  return statusAnswer(404, `${qualified} ${JSON.stringify(name)} not found`, { details });
}
