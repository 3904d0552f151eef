import { chartProbe, differs } from '#mesh/chart-probes.ts';
import { roleOfLabels } from '#mesh/control-plane.ts';
import { flavours } from '#mesh/flavours.ts';
import { isRewritten } from '#mesh/probes.ts';
import { flavourOfWorkload, versionOf, type Workload } from '#mesh/workload-identity.ts';
import type { Container, Pod, Probe } from '#snapshot/kubernetes.ts';
import { probeKinds } from '#snapshot/probe-call.ts';
import type { ProbeKind } from '#snapshot/probe-call.ts';

/** One HTTP probe of a container, as the pod's own spec says it. */
export interface ProbeTarget {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly probe: ProbeKind;
  readonly scheme: 'http' | 'https';
  readonly port: number;
  readonly path: string;
  /** What the kubelet sends along; an injector writes the true port and path there (facts §1.3). */
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
  /** Not the pod's own probe, but the one that the chart has in its place. */
  readonly isOfChart?: true;
}

/**
 * The probes of a pod that can be called through its proxy: HTTP ones to the pod itself. A pod that waits for one image
 * has an address, and other containers of it answer; without an address there is nobody to call.
 */
export function probeTargets(pod: Pod): readonly ProbeTarget[] {
  const { phase, podIP } = pod.status;
  if (podIP === undefined || phase === 'Succeeded' || phase === 'Failed') return [];
  return pod.spec.containers.flatMap((container) =>
    probeKinds.flatMap((kind) => {
      const probe = container[`${kind}Probe`];
      return probe ? (target(pod, container, kind, probe) ?? []) : [];
    }),
  );
}

/**
 * The chart's probes of a control-plane pod in place of those that were edited: they tell whether the process is healthy and
 * only the probe is wrong. One call each; the repetitions of the pod's own are for the kubelet's patience.
 */
export function chartTargets(pod: Pod): readonly ProbeTarget[] {
  const { metadata, spec } = pod;
  const label = roleOfLabels(metadata.labels);
  if (label === undefined) return [];
  const { role, family } = label;
  const workload: Workload = {
    kind: 'pod',
    role,
    family,
    namespace: metadata.namespace ?? '',
    metadata,
    containers: spec.containers,
  };
  const flavour = flavours[flavourOfWorkload(workload)];
  return probeTargets(pod).flatMap((own): readonly ProbeTarget[] => {
    const { container, probe, port, path } = own;
    if (container !== flavour.mainContainer[role] || probe === 'startup' || isRewritten(path, port))
      return [];
    const chart = chartProbe(role, probe, flavour, versionOf(workload));
    return differs(chart, own)
      ? [{ ...own, ...chart, headers: {}, failureThreshold: 1, isOfChart: true }]
      : [];
  });
}

function target(pod: Pod, container: Container, probe: ProbeKind, spec: Probe): ProbeTarget | undefined {
  const { httpGet, timeoutSeconds, failureThreshold } = spec;
  const { podIP } = pod.status;
  const port = httpGet && portNumber(httpGet.port, container);
  // A host of its own is another machine: the proxy only reaches the pod.
  if (!httpGet || port === undefined || (httpGet.host && httpGet.host !== podIP)) return undefined;
  const path = httpGet.path || '/';
  return {
    namespace: pod.metadata.namespace ?? '',
    pod: pod.metadata.name,
    container: container.name,
    probe,
    scheme: httpGet.scheme?.toUpperCase() === 'HTTPS' ? 'https' : 'http',
    port,
    path: path.startsWith('/') ? path : `/${path}`,
    headers: Object.fromEntries(
      httpGet.httpHeaders.filter(isForwarded).map(({ name, value }) => [name.toLowerCase(), value]),
    ),
    timeoutSeconds,
    failureThreshold,
  };
}

/** A named port is one of the same container. */
function portNumber(port: number | string, container: Container): number | undefined {
  if (typeof port === 'number') return port;
  return (
    container.ports.find(({ name }) => name === port)?.containerPort ??
    (/^\d+$/.test(port) ? Number(port) : undefined)
  );
}

/** On the way to the API server these say who we are and where we go, not what the pod is asked. */
function isForwarded({ name }: { readonly name: string }): boolean {
  return !/^(?:authorization|host|connection|content-length|transfer-encoding|upgrade|accept-encoding|impersonate-.*)$/i.test(
    name,
  );
}

/** Path of the call through the API server. */
export function proxyPath({ namespace, pod, scheme, port, path }: ProbeTarget): string {
  const encoded = path.replace(/[^\x21-\x7e]/g, encodeURIComponent).replaceAll('#', '%23');
  return `/api/v1/namespaces/${namespace}/pods/${scheme === 'https' ? 'https:' : ''}${pod}:${port}/proxy${encoded}`;
}
