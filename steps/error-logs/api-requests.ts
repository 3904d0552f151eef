import { type LogLine, textOf } from './record.ts';

/** Why a request of a process did not reach the API server. */
export type TransportFailure = 'dns' | 'tls' | 'refused' | 'no-route' | 'timeout' | 'closed';

interface Row {
  readonly failure: TransportFailure;
  readonly pattern: RegExp;
}

/**
 * The first row wins: a look-up that times out is trouble of DNS, and a TLS handshake that times out is one of the network
 * (Go `net`, `net/http`, `crypto/tls`, `golang.org/x/net/http2`).
 */
const failures: readonly Row[] = [
  { failure: 'dns', pattern: /no such host|server misbehaving|\blookup \S+/i },
  { failure: 'timeout', pattern: /TLS handshake timeout/i },
  { failure: 'tls', pattern: /x509:|\btls: / },
  { failure: 'refused', pattern: /connection refused/i },
  { failure: 'no-route', pattern: /no route to host|network is unreachable|host is down/i },
  {
    failure: 'timeout',
    pattern:
      /i\/o timeout|deadline exceeded|Client\.Timeout|connection timed out|request canceled while waiting/i,
  },
  {
    failure: 'closed',
    pattern: /\bEOF\b|connection reset|broken pipe|http2: (?:client connection|server sent)/i,
  },
];

/** Go's `*url.Error`; old Go wrote it without quotes. */
const request = /\b(?:Get|Head|Post|Put|Patch|Delete) "?https:\/\/([^\s/"?]+)(\/[^\s"]*)?"?: ([^]*)/;
/** Paths of the API server. Vault answers under `/v1`, a webhook under a path of its own, the repo speaks plain HTTP. */
const apiPath = /^\/(?:apis?|version|openapi|healthz|livez|readyz)(?:[/?]|$)/;

export interface FailedApiRequest {
  /** Whom it called, e.g. `10.96.0.1:443`. */
  readonly host: string;
  readonly failure: TransportFailure;
}

/** The request to the API server that a text reports as failed on its way; undefined when it reports none. */
export function failedApiRequest(text: string): FailedApiRequest | undefined {
  const [, host = '', path = '', error = ''] = request.exec(text) ?? [];
  if (!apiPath.test(path)) return undefined;
  const failure = transportFailure(error);
  return failure && { host, failure };
}

/** The same of a record. The SMI check asks nobody but the API server, so its errors need not name the request (facts §2.3). */
export function failedRequestOf(line: LogLine): FailedApiRequest | undefined {
  const named = failedApiRequest(textOf(line));
  if (named !== undefined || line.signature.component !== 'smi-mesh-spec') return named;
  const failure = transportFailure(line.error);
  return failure && { host: '', failure };
}

/** Why a connection failed, from the words of Go; undefined when the text is about something else. */
function transportFailure(error: string): TransportFailure | undefined {
  return failures.find(({ pattern }) => pattern.test(error))?.failure;
}
