import { flavours } from '#mesh/flavours.ts';
import { expectedBody } from '#mesh/probes.ts';
import { type MeshIdentity, type Role, roles } from '#mesh/identity.ts';
import {
  type Container,
  type ContainerStatus,
  type Deployment,
  type EventRecord,
  meshConfig,
  type Pod,
  type PodSpec,
  type Probe,
  type WebhookConfiguration,
} from '#snapshot/kubernetes.ts';
import type { Observed } from '#snapshot/observed.ts';
import { type ProbeAttempt, type ProbeKind, probeKinds } from '#snapshot/probe-call.ts';
import { chartTargets } from '#cluster/probe-targets.ts';
import { chartProbeKey, logKey, probeKey } from '#snapshot/fact-keys.ts';
import type { NamespaceFacts } from '#snapshot/snapshot.ts';
import { healthyLog, logOf } from './log-lines.ts';
import { nodeOf } from './node-objects.ts';
import {
  deploymentOf,
  endpointsOf,
  podOf,
  replicaSetOf,
  runningStatus,
  serviceOf,
  serviceRoles,
} from './objects.ts';
import { webhookOf } from './webhook-objects.ts';
import { answered } from './probe-attempts.ts';
import { readAt } from './times.ts';

const read = <T>(value: T): Observed<T> => ({ state: 'read', value, at: readAt });
const absent: Observed<never> = { state: 'absent', at: readAt };

/** Which log: the main container's current one unless told otherwise. */
export interface LogCursor {
  readonly container?: string;
  readonly previous?: boolean;
  readonly replica?: number;
  /** Seconds before `readAt` of its first line. */
  readonly firstAgo?: number;
}

/** One control plane of a built cluster, in its namespace. */
export class ControlPlane {
  mesh: MeshIdentity;
  readonly events: EventRecord[] = [];
  readonly logStates = new Map<string, Observed<never>>();
  readonly #deployments: Map<Role, Deployment>;
  readonly #pods: Map<Role, Pod[]>;
  readonly #answers = new Map<string, readonly ProbeAttempt[]>();
  readonly #lines = new Map<string, { readonly lines: readonly string[]; readonly firstAgo?: number }>();

  constructor(mesh: MeshIdentity) {
    this.mesh = mesh;
    this.#deployments = new Map(roles.map((role) => [role, deploymentOf(role, mesh)]));
    this.#pods = new Map(roles.map((role) => [role, [podOf(role, mesh)]]));
  }

  app(role: Role): string {
    return flavours[this.mesh.flavour].apps[role];
  }

  pods(role: Role): Pod[] {
    return this.#pods.get(role) ?? [];
  }

  deployment(role: Role): Deployment {
    const found = this.#deployments.get(role);
    if (!found) throw new Error(`the Deployment of the ${role} was removed`);
    return found;
  }

  allDeployments(): Deployment[] {
    return [...this.#deployments.values()];
  }

  webhook(which: 'mutatingWebhook' | 'validatingWebhook'): WebhookConfiguration {
    return webhookOf(this.mesh, which);
  }

  drop(role: Role): void {
    this.#deployments.delete(role);
    this.dropPods(role);
  }

  dropPods(role: Role): void {
    this.#pods.set(role, []);
  }

  scale(role: Role, count: number): void {
    this.#deployments.set(role, deploymentOf(role, this.mesh, count));
    const suffixes = Array.from({ length: count }, (_, i) => 'abcdefghij'.charAt(i).repeat(5));
    this.#pods.set(
      role,
      suffixes.map((suffix) => podOf(role, this.mesh, suffix)),
    );
  }

  /** Changes a container's status; the Ready conditions of the pod follow its containers. */
  changeStatus(role: Role, container: string, change: Partial<ContainerStatus>, replica: number): void {
    const { status } = this.pods(role)[replica]!;
    const all = [...status.initContainerStatuses, ...status.containerStatuses];
    const found = all.find(({ name }) => name === container);
    if (!found) throw new Error(`no container ${container} in the ${role}`);
    Object.assign(found, change);
    const isReady = status.containerStatuses.every(({ ready }) => ready);
    const isInitialized = status.initContainerStatuses.every(({ ready }) => ready);
    for (const condition of status.conditions) {
      if (condition.type === 'Ready' || condition.type === 'ContainersReady')
        condition.status = said(isReady);
      if (condition.type === 'Initialized') condition.status = said(isInitialized);
    }
  }

  /** Changes the pod spec in the Deployment's template and in every pod; containers that are new run. */
  changeSpec(role: Role, change: (spec: PodSpec) => void): void {
    change(this.deployment(role).spec.template.spec);
    for (const { spec, status } of this.pods(role)) {
      change(spec);
      const known = new Map(status.containerStatuses.map((item) => [item.name, item]));
      status.containerStatuses = spec.containers.map(
        ({ name, image }) => known.get(name) ?? runningStatus(name, image),
      );
    }
  }

  answer(
    role: Role,
    probe: ProbeKind,
    attempts: readonly ProbeAttempt[],
    container = this.app(role),
    replica?: number,
  ): void {
    const asked = this.pods(role).filter((_, number) => replica === undefined || number === replica);
    for (const { metadata } of asked) this.#answers.set(probeKey(metadata.name, container, probe), attempts);
  }

  answerChart(role: Role, probe: ProbeKind, attempts: readonly ProbeAttempt[]): void {
    for (const { metadata } of this.pods(role)) {
      this.#answers.set(chartProbeKey(metadata.name, this.app(role), probe), attempts);
    }
  }

  log(
    role: Role,
    lines: readonly string[],
    { container = this.app(role), previous = false, replica = 0, firstAgo }: LogCursor,
  ): void {
    const name = this.pods(role)[replica]?.metadata.name ?? '';
    this.#lines.set(logKey(name, container, previous), {
      lines,
      ...(firstAgo !== undefined && { firstAgo }),
    });
  }

  /** Everything but the namespace itself. */
  facts(): Omit<NamespaceFacts, 'namespace'> {
    const { namespace, flavour } = this.mesh;
    const { services } = flavours[flavour];
    const all = Object.entries(serviceRoles).map(([key, role]) => ({
      name: services[key as keyof typeof services],
      role,
    }));
    const pods = roles.flatMap((role) => this.pods(role));
    return {
      replicaSets: read(
        [...this.#deployments].map(([role, { spec }]) =>
          replicaSetOf(role, this.mesh, this.pods(role).length, spec.replicas),
        ),
      ),
      pods: read(pods),
      events: read(this.events),
      services: read(all.map(({ name, role }) => serviceOf(name, this.app(role), namespace))),
      endpoints: read(all.map(({ name, role }) => endpointsOf(name, namespace, this.pods(role)))),
      meshConfig: read(
        meshConfig.parse({
          metadata: { name: flavours[flavour].meshConfig.name, namespace },
          spec: {
            sidecar: { sidecarImage: 'flomesh/pipy:0.90.3-38' },
            observability: { osmLogLevel: 'info' },
          },
        }),
      ),
      autoscalers: read([]),
      nodes: Object.fromEntries(
        pods.flatMap(({ spec: { nodeName } }) =>
          nodeName === undefined ? [] : [[nodeName, read(nodeOf(nodeName))]],
        ),
      ),
      probes: Object.fromEntries(pods.flatMap((pod) => this.#probesOf(pod))),
      logs: Object.fromEntries(pods.flatMap((pod) => this.#logsOf(pod))),
    };
  }

  /** Every probe of the pod's own, and the chart's in place of an edited one, as a reading calls them. */
  #probesOf(pod: Pod): [string, NamespaceFacts['probes'][string]][] {
    return [...this.#ownProbesOf(pod), ...this.#chartProbesOf(pod)];
  }

  #chartProbesOf(pod: Pod): [string, NamespaceFacts['probes'][string]][] {
    return chartTargets(pod).map(({ pod: name, container, probe, scheme, port, path }) => {
      const key = chartProbeKey(name, container, probe);
      const attempts = [...(this.#answers.get(key) ?? [answered(200, expectedBody(path))])];
      return [key, read({ pod: name, container, probe, scheme, port, path, attempts })];
    });
  }

  #ownProbesOf({ metadata, spec }: Pod): [string, NamespaceFacts['probes'][string]][] {
    return spec.containers.flatMap((container) =>
      probeKinds.flatMap((kind) => {
        const http = probeOf(container, kind)?.httpGet;
        if (!http) return [];
        const key = probeKey(metadata.name, container.name, kind);
        const path = http.path ?? '/';
        const attempts = this.#answers.get(key) ?? [answered(200, expectedBody(path))];
        const scheme = http.scheme === 'HTTPS' ? 'https' : 'http';
        const call = {
          pod: metadata.name,
          container: container.name,
          probe: kind,
          scheme,
          port: Number(http.port),
          path,
        } as const;
        return [
          [key, read({ ...call, attempts: [...attempts] })] as [string, NamespaceFacts['probes'][string]],
        ];
      }),
    );
  }

  #logsOf({ metadata, spec }: Pod): [string, NamespaceFacts['logs'][string]][] {
    const containers = [
      ...spec.initContainers.map(({ name }) => ({ name, init: true })),
      ...spec.containers.map(({ name }) => ({ name, init: false })),
    ];
    return containers.flatMap(({ name, init }) =>
      [false, true].map((previous): [string, NamespaceFacts['logs'][string]] => {
        const key = logKey(metadata.name, name, previous);
        const { lines, firstAgo } = this.#lines.get(key) ?? {
          lines: previous ? undefined : healthyLog(name),
        };
        const place = { pod: metadata.name, container: name, previous, init };
        return [key, this.logStates.get(key) ?? (lines ? read(logOf(place, lines, firstAgo)) : absent)];
      }),
    );
  }
}

function probeOf(container: Container, kind: ProbeKind): Probe | undefined {
  return {
    liveness: container.livenessProbe,
    readiness: container.readinessProbe,
    startup: container.startupProbe,
  }[kind];
}

const said = (value: boolean): string => (value ? 'True' : 'False');
