import type { IncomingMessage } from 'node:http';

/** What the API server reads out of a request before it decides whether to allow it. */
export interface RequestAttributes {
  readonly verb: string;
  readonly path: string;
  /** False for `/version`, `/healthz` and the discovery documents; then the fields below are ''. */
  readonly isResource: boolean;
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
}

export interface KubeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly accept: string;
  readonly attributes: RequestAttributes;
  /** What follows the subresource in the path, decoded, with its leading slash: the path for `pods/proxy`. */
  readonly rest: string;
  /** Media type of the body. */
  readonly mediaType: string;
  /** Empty for requests that only read. */
  readonly body: Buffer;
  readonly userAgent: string;
  /** Whom the client wants to act as (`kubectl --as`); '' for nobody else. */
  readonly actsAs: string;
  /** Aborted when the client leaves or the server closes. */
  readonly signal: AbortSignal;
}

export function parseRequest(message: IncomingMessage, body: Buffer, signal: AbortSignal): KubeRequest {
  const url = new URL(message.url ?? '/', 'http://demo');
  const method = message.method ?? 'GET';
  return {
    method,
    path: url.pathname,
    query: url.searchParams,
    accept: message.headers.accept ?? '*/*',
    mediaType: message.headers['content-type'] ?? '',
    body,
    userAgent: message.headers['user-agent'] ?? '',
    actsAs: String(message.headers['impersonate-user'] ?? ''),
    signal,
    ...parsePath(method, url),
  };
}

const NO_RESOURCE = { group: '', version: '', resource: '', subresource: '', namespace: '', name: '' };

/** Follows `RequestInfoFactory` of the API server, for the paths that a reader uses. */
function parsePath(method: string, url: URL): { attributes: RequestAttributes; rest: string } {
  const path = url.pathname;
  const [root, ...segments] = path.slice(1).split('/').map(decode);
  const group = root === 'apis' ? segments.shift() : '';
  const version = segments.shift();
  if ((root !== 'api' && root !== 'apis') || !group === (root === 'apis') || !version || !segments[0]) {
    return { attributes: { ...NO_RESOURCE, verb: method.toLowerCase(), path, isResource: false }, rest: '' };
  }
  let namespace = '';
  if (segments[0] === 'namespaces' && segments[1]) {
    namespace = segments[1];
    // `/namespaces/x` is the object itself; authorization then sees it as something in the namespace x.
    if (segments[2] && segments[2] !== 'status' && segments[2] !== 'finalize') segments.splice(0, 2);
  }
  const [resource = '', name = '', subresource = '', ...rest] = segments;
  const wanted = name || nameInFieldSelector(url.searchParams);
  return {
    attributes: {
      verb: verbOf(method, name, url.searchParams),
      path,
      isResource: true,
      group: group ?? '',
      version,
      resource,
      subresource,
      namespace,
      name: wanted,
    },
    rest: `/${rest.join('/')}`,
  };
}

function verbOf(method: string, name: string, query: URLSearchParams): string {
  if (method !== 'GET' && method !== 'HEAD') {
    if (method === 'DELETE') return name ? 'delete' : 'deletecollection';
    return { POST: 'create', PUT: 'update', PATCH: 'patch' }[method] ?? method.toLowerCase();
  }
  if (name) return 'get';
  return isTrue(query.get('watch')) ? 'watch' : 'list';
}

/** A list of one name is authorized like that name. */
function nameInFieldSelector(query: URLSearchParams): string {
  return /(?:^|,)metadata\.name==?([^,]+)/.exec(query.get('fieldSelector') ?? '')?.[1] ?? '';
}

/** How the API server reads a boolean parameter: present and neither `false` nor `0`. */
export function isTrue(value: string | null): boolean {
  return value !== null && value !== 'false' && value !== '0';
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
