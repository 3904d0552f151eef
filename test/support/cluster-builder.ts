import type { StepInput } from '#diagnosis/check.ts';
import type { ProbeName } from '#snapshot/probe-call.ts';
import { flavours } from '#mesh/flavours.ts';
import type { MeshIdentity, Role } from '#mesh/identity.ts';
import { deploymentsScope, meshFacts } from '#mesh/mesh-facts.ts';
import {
  type ContainerStatus,
  type Deployment,
  type MetadataOnly,
  type Pod,
  type PodSpec,
  type WebhookConfiguration,
  meshConfig,
} from '#snapshot/kubernetes.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { ProbeAttempt } from '#snapshot/probe-call.ts';
import { logKey } from '#snapshot/fact-keys.ts';
import type { ClusterFacts, NamespaceFacts, Snapshot } from '#snapshot/snapshot.ts';
import { clusterFactsOf } from './cluster-facts.ts';
import { ControlPlane, type LogCursor } from './control-plane-builder.ts';
import { absent } from './fact-states.ts';
import { eventOf, type EventParts } from './event-objects.ts';
import { enrolledNamespace, type EnrolmentParts, namespaceOf } from './namespace-objects.ts';
import { injectSidecar } from './sidecar-objects.ts';
import { readAt } from './times.ts';

export { answered, noAnswer, proxyFailed, refused } from './probe-attempts.ts';
export { absent, refusedFact } from './fact-states.ts';
export { klog, zerolog } from './log-lines.ts';
export { running, terminated, waiting } from './objects.ts';
export { ago, readAt } from './times.ts';

const read = <T>(value: T): Observed<T> => ({ state: 'read', value, at: readAt });
/** Whom an event is about: a component (its pod), or any object by kind and name. */
type EventTarget = Role | { readonly kind: string; readonly name: string };

/**
 * A cluster with a healthy osm-edge 1.3.9 control plane, mesh `osm` in `osm-system`, to be broken with `with…` calls.
 * Every call changes the builder and returns it. Facts that follow from others (endpoints from readiness) are made
 * in the end. `snapshot()` is what a live reading would have given, `input()` what the checks of one mesh get.
 */
export class ClusterBuilder {
  readonly #planes: ControlPlane[];
  readonly #namespaces = new Map<string, MetadataOnly>();
  readonly #webhooks: { mutating: WebhookConfiguration[]; validating: WebhookConfiguration[] } = {
    mutating: [],
    validating: [],
  };
  readonly #cluster: Partial<ClusterFacts> = {};
  readonly #ownFacts: Partial<NamespaceFacts> = {};
  readonly #apis: Record<string, Observed<{ groupVersion: string; kinds: string[] }>> = {};
  readonly #goneCrds = new Set<string>();
  #target: Snapshot['target'] = {};

  constructor(mesh: MeshIdentity) {
    this.#planes = [new ControlPlane(mesh)];
  }

  get mesh(): MeshIdentity {
    return this.#own.mesh;
  }

  /** Name of a component's pod, e.g. `osm-controller-cf6dd6785-aaaaa`. */
  podName(role: Role, replica = 0): string {
    return this.#own.pods(role)[replica]?.metadata.name ?? '';
  }

  /** One more control plane beside the first. */
  withMesh(name: string, namespace: string, change: Partial<MeshIdentity> = {}): this {
    this.#planes.push(new ControlPlane({ ...this.mesh, name, namespace, ...change }));
    return this;
  }

  /** The first mesh is what is said, e.g. another version or `presence: 'leftovers'`. */
  withIdentity(change: Partial<MeshIdentity>): this {
    this.#own.mesh = { ...this.mesh, ...change };
    return this;
  }

  withTarget(target: Snapshot['target']): this {
    this.#target = target;
    return this;
  }

  /** Changes a component's pods; all replicas of it. */
  withPod(role: Role, change: (pod: Pod) => void): this {
    this.#own.pods(role).forEach(change);
    return this;
  }

  /** Changes what a component's pods are made of: the Deployment's template, and all pods. */
  withPodSpec(role: Role, change: (spec: PodSpec) => void): this {
    this.#own.changeSpec(role, change);
    return this;
  }

  withDeployment(role: Role, change: (deployment: Deployment) => void): this {
    change(this.#own.deployment(role));
    return this;
  }

  /** That many replicas; `change` is called for each with its number. */
  withReplicas(role: Role, count: number, change: (pod: Pod, replica: number) => void = () => {}): this {
    this.#own.scale(role, count);
    this.#own.pods(role).forEach(change);
    return this;
  }

  withoutDeployment(role: Role): this {
    this.#own.drop(role);
    return this;
  }

  /** Not a single pod of it exists, though its Deployment wants some. */
  withoutPods(role: Role): this {
    this.#own.dropPods(role);
    return this;
  }

  /** The status of one container of a component; the pod's conditions and the Deployment follow. */
  withContainer(role: Role, container: string, change: Partial<ContainerStatus>, replica = 0): this {
    this.#own.changeStatus(role, container, change, replica);
    return this;
  }

  /** A component's main container is not Ready; `change` says more about it. */
  notReady(role: Role, change: Partial<ContainerStatus> = {}): this {
    return this.withContainer(role, flavours[this.mesh.flavour].mainContainer[role], {
      ready: false,
      ...change,
    });
  }

  /** An event of the kubelet, or whoever `parts` says, on a component's pod or another object. */
  withEvent(target: EventTarget, parts: Omit<EventParts, 'name' | 'kind'>): this {
    const object =
      typeof target === 'string'
        ? { kind: 'Pod', name: this.podName(target) || `${this.#own.app(target)}-gone` }
        : target;
    this.#own.events.push(eventOf(this.mesh.namespace, { ...parts, ...object }));
    return this;
  }

  /** What a probe of a component's main container (or another) answers, in all replicas or in one. */
  withProbe(
    role: Role,
    probe: ProbeName,
    attempts: readonly ProbeAttempt[],
    container?: string,
    replica?: number,
  ): this {
    this.#own.answer(role, probe, attempts, container, replica);
    return this;
  }

  /** What the main container answers where the chart's probe goes, in place of one that was edited. */
  withChartAnswer(role: Role, probe: ProbeName, attempts: readonly ProbeAttempt[]): this {
    this.#own.answerChart(role, probe, attempts);
    return this;
  }

  /** The whole log of a component's main container, or of the place that `where` says. */
  withLog(role: Role, lines: readonly string[], where: LogCursor = {}): this {
    this.#own.log(role, lines, where);
    return this;
  }

  /** Labels and annotations of a namespace: the control plane's own, or a new one. */
  withNamespace(
    name: string,
    labels: Record<string, string>,
    annotations: Record<string, string> = {},
  ): this {
    this.#namespaces.set(name, namespaceOf(name, labels, annotations));
    return this;
  }

  /** Enrols a namespace in a mesh as `osm namespace add` does. */
  withEnrolment(namespace: string, mesh: string, parts: EnrolmentParts = {}): this {
    this.#namespaces.set(namespace, enrolledNamespace(namespace, mesh, this.mesh.flavour, parts));
    return this;
  }

  /** The pods of a component carry the sidecar of a mesh, as its injector writes it (facts §1.3). */
  withSidecar(role: Role, injector: { mesh?: string; namespace: string }): this {
    return this.withPod(role, (pod) => injectSidecar(pod, injector));
  }

  withWebhook(kind: 'mutating' | 'validating', configuration: WebhookConfiguration): this {
    this.#webhooks[kind].push(configuration);
    return this;
  }

  withoutCrd(name: string): this {
    this.#goneCrds.add(name);
    return this;
  }

  /** The API server serves these kinds in a group version; none means that it does not know it. */
  withApi(groupVersion: string, kinds: readonly string[] | undefined): this {
    this.#apis[groupVersion] = kinds === undefined ? absent : read({ groupVersion, kinds: [...kinds] });
    return this;
  }

  withMeshConfig(spec: Record<string, unknown> | undefined): this {
    const name = flavours[this.mesh.flavour].meshConfig.name;
    this.#ownFacts.meshConfig =
      spec === undefined ? absent : read(meshConfig.parse({ metadata: { name }, spec }));
    return this;
  }

  /** Replaces a fact of the cluster, e.g. by `refusedFact('deployments', 'apps')`. */
  withClusterFact<K extends keyof ClusterFacts>(name: K, fact: ClusterFacts[K]): this {
    this.#cluster[name] = fact;
    return this;
  }

  /** Replaces a fact of the control plane's namespace. */
  withFact<K extends keyof NamespaceFacts>(name: K, fact: NamespaceFacts[K]): this {
    this.#ownFacts[name] = fact;
    return this;
  }

  /** Replaces one log by a state, e.g. `absent` or a refusal. */
  withLogState(role: Role, previous: boolean, fact: Observed<never>): this {
    const container = flavours[this.mesh.flavour].mainContainer[role];
    this.#own.logStates.set(logKey(this.podName(role), container, previous), fact);
    return this;
  }

  get meshes(): readonly MeshIdentity[] {
    return this.#planes.map(({ mesh }) => mesh);
  }

  snapshot(): Snapshot {
    const own = this.mesh.namespace;
    const namespaces = Object.fromEntries(
      this.#planes.map((plane) => [
        plane.mesh.namespace,
        { ...plane.facts(), namespace: read(this.#namespace(plane.mesh.namespace)) },
      ]),
    );
    return {
      apiVersion: 'osm-edge-doctor/v1',
      kind: 'Snapshot',
      readAt,
      source: { kind: 'live', context: 'test' },
      target: this.#target,
      cluster: {
        ...clusterFactsOf(this.#planes, {
          namespaces: [...this.#namespaces.values()],
          webhooks: this.#webhooks,
          goneCrds: this.#goneCrds,
          apis: this.#apis,
        }),
        ...this.#cluster,
      },
      namespaces: { ...namespaces, [own]: { ...namespaces[own]!, ...this.#ownFacts } },
    };
  }

  /** What the checks of the first mesh get, or of another one by its namespace. */
  input(namespace = this.mesh.namespace): StepInput {
    const mesh = this.meshes.find((item) => item.namespace === namespace) ?? this.mesh;
    const snapshot = this.snapshot();
    return {
      mesh,
      meshes: this.meshes,
      facts: meshFacts(snapshot, namespace),
      deploymentsScope: deploymentsScope(snapshot, namespace),
      namespaces: snapshot.namespaces,
      readAt,
    };
  }

  get #own(): ControlPlane {
    return this.#planes[0]!;
  }

  #namespace(name: string): MetadataOnly {
    return this.#namespaces.get(name) ?? namespaceOf(name, { 'kubernetes.io/metadata.name': name });
  }
}

/** Where every test starts: nothing is wrong. `change` makes it another version or flavour. */
export function healthyCluster(change: Partial<MeshIdentity> = {}): ClusterBuilder {
  return new ClusterBuilder({
    name: 'osm',
    namespace: 'osm-system',
    flavour: 'osm-edge',
    version: '1.3.9',
    presence: 'controller',
    ...change,
  });
}
