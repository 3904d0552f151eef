import type { RecordedAnswer } from '../scenario.ts';
import { isSmiServed } from './crds.ts';
import { blockedFromPod } from './network.ts';
import type { Container, Probe } from './objects.ts';
import { defectOf, isBelow, programOf } from './processes.ts';
import type { Process } from './run.ts';

/** What a process says to a request. */
export type ProbeAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'refused' }
  /** A right answer, but after so many seconds. */
  | { readonly kind: 'late'; readonly seconds: number; readonly body: string };

/** A port that a process has open, and what it answers there. */
export interface Endpoint {
  /** As in a pod-proxy path: `9091`, `https:9090`. */
  readonly port: string;
  readonly paths: Readonly<Record<string, ProbeAnswer>>;
}

const ok = (body: string): ProbeAnswer => ({ kind: 'answered', status: 200, body });
/** How long a process takes to answer that has too little CPU, in seconds. */
const BUSY = 8;

/** What a process that works has open now (facts §2.1, 2.2, 2.5). */
export function endpointsOf(process: Process): readonly Endpoint[] {
  const { cluster, container } = process;
  const needed = cluster.world.needs?.[container.name]?.cpu;
  const isBusy = needed !== undefined && isBelow(container, 'cpu', needed);
  const defects = Object.entries(defectOf(process)?.answers ?? {}).map(
    ([path, { body, status }]) => [path, { kind: 'answered', status, body } as const] as const,
  );
  return openEndpoints(process).map(({ paths, port }) => {
    const said = { ...paths, ...Object.fromEntries(defects.filter(([path]) => path in paths)) };
    const late = Object.fromEntries(
      Object.entries(paths).map(([path, answer]) => [
        path,
        { kind: 'late' as const, seconds: BUSY, body: answer.kind === 'answered' ? answer.body : '' },
      ]),
    );
    return { port, paths: isBusy ? late : said };
  });
}

function openEndpoints(process: Process): readonly Endpoint[] {
  const isOld = /:v?1\.1\./.test(process.container.image);
  const program = programOf(process.container);
  switch (program) {
    case 'controller':
      return [{ port: '9091', paths: controllerPaths(process) }];
    case 'injector':
      return isOld
        ? [{ port: 'https:9090', paths: { '/healthz': ok('Health OK') } }]
        : [
            { port: '9091', paths: { '/healthz': ok('Health OK') } },
            { port: 'https:9090', paths: {} },
          ];
    case 'bootstrap':
      return [{ port: isOld ? '9095' : '9091', paths: { '/healthz': ok('Health OK') } }];
    case 'repo':
      return [{ port: '6060', paths: { '/': ok('<!DOCTYPE html><title>Pipy</title>') } }];
    case 'curl':
    case 'task':
      return [];
    case 'other':
      return otherEndpoints(process.container);
    default:
      return program satisfies never;
  }
}

function controllerPaths({ cluster, pod }: Process): Endpoint['paths'] {
  const isWell = isSmiServed(cluster) && blockedFromPod(cluster, pod) === undefined;
  const unwell = (body: string): ProbeAnswer => ({ kind: 'answered', status: 503, body });
  return {
    '/health/alive': isWell
      ? ok('Service is alive')
      : unwell('Liveness probe for SMI indicates it is not alive'),
    '/health/ready': isWell
      ? ok('Service is ready')
      : unwell('Readiness probe for SMI indicates it is not ready'),
    '/metrics': ok('# HELP osm_http_response_total Number of HTTP responses\n'),
    '/version': ok('{"version":"v1.3.9","git_commit":"3d3b7a2","build_date":"2023-09-26-02:31"}'),
  };
}

/** Any other program answers what its own probes ask. */
function otherEndpoints({ livenessProbe, readinessProbe }: Container): readonly Endpoint[] {
  return [livenessProbe, readinessProbe].flatMap((probe) =>
    probe?.httpGet ? [{ port: targetOf(probe), paths: { [probe.httpGet.path ?? '/']: ok('OK') } }] : [],
  );
}

/** `9091`, or `https:9090` for a probe over TLS. */
function targetOf({ httpGet }: Probe): string {
  return httpGet?.scheme === 'HTTPS' ? `https:${httpGet.port}` : String(httpGet?.port ?? '');
}

const NOT_FOUND: ProbeAnswer = { kind: 'answered', status: 404, body: '404 page not found\n' };
const CLEAR_TEXT: ProbeAnswer = {
  kind: 'answered',
  status: 400,
  body: 'Client sent an HTTP request to an HTTPS server.\n',
};

/** What the kubelet's probe gets, from whatever process of the Pod has the port. */
export function probe(endpoints: readonly Endpoint[], { ports = [] }: Container, asked: Probe): ProbeAnswer {
  if (asked.exec !== undefined) return ok('');
  const { port: wanted = 0 } = asked.httpGet ?? asked.tcpSocket ?? {};
  const number =
    typeof wanted === 'number' ? wanted : (ports.find(({ name }) => name === wanted)?.containerPort ?? 0);
  const isTls = asked.httpGet?.scheme === 'HTTPS';
  const target = isTls ? `https:${number}` : String(number);
  const found = endpoints.filter(({ port }) => port === target);
  if (found.length > 0) {
    const answers = found.map(({ paths }) => (asked.httpGet ? paths[asked.httpGet.path ?? '/'] : ok('')));
    return answers.find((answer) => answer !== undefined) ?? NOT_FOUND;
  }
  const other = endpoints.some(({ port }) => port === (isTls ? String(number) : `https:${number}`));
  if (other) return asked.tcpSocket || isTls ? { kind: 'refused' } : CLEAR_TEXT;
  return { kind: 'refused' };
}

/** Whether the kubelet is content with an answer. */
export function isPassed(answer: ProbeAnswer, { timeoutSeconds = 1 }: Probe): boolean {
  if (answer.kind === 'late') return answer.seconds < timeoutSeconds;
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 400;
}

/** What the kubelet says of a probe that failed. */
export function probeFailure(answer: ProbeAnswer, { httpGet, tcpSocket }: Probe, ip: string): string {
  const port = httpGet?.port ?? tcpSocket?.port ?? 0;
  const url = `${(httpGet?.scheme ?? 'HTTP').toLowerCase()}://${ip}:${port}${httpGet?.path ?? '/'}`;
  switch (answer.kind) {
    case 'answered':
      return `HTTP probe failed with statuscode: ${answer.status}`;
    case 'late':
      return `Get "${url}": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`;
    case 'refused':
      return httpGet
        ? `Get "${url}": dial tcp ${ip}:${port}: connect: connection refused`
        : `dial tcp ${ip}:${port}: connect: connection refused`;
    default:
      return answer satisfies never;
  }
}

/** The answer as a pod-proxy request gets it. */
export function proxied(answer: ProbeAnswer): RecordedAnswer {
  const contentType = 'text/plain; charset=utf-8';
  switch (answer.kind) {
    case 'answered':
      return { status: answer.status, contentType, body: answer.body };
    case 'late':
      return { status: 200, contentType, body: answer.body, latencyMs: answer.seconds * 1000 };
    case 'refused':
      return { status: 503, contentType, body: '' };
    default:
      return answer satisfies never;
  }
}
