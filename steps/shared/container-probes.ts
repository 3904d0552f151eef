import type { ProbeName } from '#snapshot/probe-call.ts';
import type { Container, Probe } from '#snapshot/kubernetes.ts';

/** An HTTP probe as the pod's own spec has it (design §4, step 0: never from a table). */
export interface HttpProbe {
  readonly container: string;
  readonly probe: ProbeName;
  readonly scheme: 'http' | 'https';
  /** As in the spec, number or name. */
  readonly port: number | string;
  /** What a named port stands for; 0 when the container does not name it. */
  readonly portNumber: number;
  readonly path: string;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

/** The HTTP probes of a container, in the order in which the kubelet runs them. */
export function httpProbesOf(container: Container): readonly HttpProbe[] {
  const probes: readonly (readonly [ProbeName, Probe | undefined])[] = [
    ['startup', container.startupProbe],
    ['liveness', container.livenessProbe],
    ['readiness', container.readinessProbe],
  ];
  return probes.flatMap(([name, probe]) => (probe?.httpGet ? [httpProbe(container, name, probe)] : []));
}

function httpProbe(container: Container, name: ProbeName, probe: Probe): HttpProbe {
  const { port = 0, path = '/', scheme } = probe.httpGet ?? {};
  const named = container.ports.find((item) => item.name === port)?.containerPort;
  return {
    container: container.name,
    probe: name,
    scheme: scheme?.toUpperCase() === 'HTTPS' ? 'https' : 'http',
    port,
    portNumber: named ?? (Number(port) || 0),
    path,
    timeoutSeconds: probe.timeoutSeconds,
    failureThreshold: probe.failureThreshold,
  };
}

/** e.g. `http://:9091/health/alive` */
export function probeUrl({ scheme, port, path }: Pick<HttpProbe, 'scheme' | 'port' | 'path'>): string {
  return `${scheme}://:${port}${path.startsWith('/') ? '' : '/'}${path}`;
}
