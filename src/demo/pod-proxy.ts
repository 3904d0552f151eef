import { badRequest, notFound, statusAnswer, text } from './answer.ts';
import type { Answer } from './answer.ts';
import { listAt, numberAt, textAt } from './field.ts';
import type { KubeRequest } from './request.ts';
import type { KubeObject } from './scenario.ts';
import type { Store } from './store.ts';

/** Answers `GET …/pods/[SCHEME:]NAME[:PORT]/proxy/PATH` with what was recorded for that port. */
export function answerPodProxy(store: Store, request: KubeRequest): Answer {
  const { namespace, name: target } = request.attributes;
  const parts = splitTarget(target);
  if (!parts) return badRequest(`invalid pod request ${JSON.stringify(target)}`);
  const pod = store.get('pods', namespace, parts.name);
  if (!pod) return notFound('', 'pods', parts.name);
  const ip = textAt(pod, 'status.podIP');
  // A pod without an address: the API server takes '' for an address that one must not be proxied to.
  if (ip === '') return badRequest('address not allowed');
  const port = parts.port || firstPort(pod);
  const answers = store.proxyPort(namespace, parts.name, parts.scheme === 'https' ? `https:${port}` : port);
  const answer = answers?.get(request.rest);
  if (answer) {
    const { latencyMs, ...rest } = answer;
    return { ...rest, compressible: false, ...(latencyMs !== undefined && { latencyMs }) };
  }
  if (answers && ![...answers.values()].some(isFromApiServer)) return text('404 page not found\n', 404);
  if (parts.scheme !== 'https' && store.proxyPort(namespace, parts.name, `https:${port}`)) {
    return text('Client sent an HTTP request to an HTTPS server.\n', 400);
  }
  return statusAnswer(
    503,
    `error trying to reach service: dial tcp ${ip}:${port}: connect: connection refused`,
  );
}

/** Nobody answered on that port when it was recorded. */
function isFromApiServer({
  status,
  contentType,
  body,
}: {
  status: number;
  contentType: string;
  body: string;
}): boolean {
  return (
    status === 503 && contentType === 'application/json' && body.includes('error trying to reach service')
  );
}

function splitTarget(target: string): { scheme: string; name: string; port: string } | undefined {
  const parts = target.split(':');
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 1) return { scheme: 'http', name: first, port: '' };
  if (parts.length === 2 && first !== '') return { scheme: 'http', name: first, port: second };
  if (parts.length === 3 && ['', 'http', 'https'].includes(first))
    return { scheme: first, name: second, port: third };
  return undefined;
}

function firstPort(pod: KubeObject): string {
  const ports = listAt(pod, 'spec.containers').flatMap((container) => listAt(container, 'ports'));
  return String(numberAt(ports[0], 'containerPort') || 80);
}
