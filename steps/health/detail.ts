import type { CheckInput } from '#diagnosis/check.ts';
import { deploymentOfRole, workloadName } from '#mesh/control-plane.ts';
import { flavourOf } from '#mesh/flavours.ts';
import { roles } from '#mesh/identity.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import { podStatus } from '#mesh/pod-status.ts';
import { expectedBody, probeMeaning } from '#mesh/probes.ts';
import type { EventRecord } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import { probeKey } from '#snapshot/fact-keys.ts';
import { type HttpProbe, httpProbesOf, probeUrl } from '#steps/shared/container-probes.ts';
import { guideKubectl } from '#steps/shared/kubectl.ts';
import { latest } from '#steps/shared/order.ts';
import { parseProbeEvent } from '#steps/shared/probe-event.ts';
import { type Replica, replicasOf } from '#steps/shared/replicas.ts';
import { verdictOf } from './probe-verdict.ts';
import { serviceRows } from './services.ts';
import type { ReplicaRow, ComponentRow, ProbeRow, HealthDetail } from './rows.ts';

type Input = CheckInput<FactName>;

/** The tables of step 0: components with their replicas, every probe with its answer, the Services. */
export function healthDetail(input: Input): HealthDetail {
  const replicas = replicasOf(input.mesh, input.facts.pods) ?? [];
  const probes = probeRows(input, replicas);
  return {
    components: componentRows(input, replicas),
    probes,
    services: serviceRows(input),
    guideCommands: guideCommands(input, replicas, probes),
  };
}

/** A Deployment that was not read is not the same as one that is not there: then nothing is known to be wanted. */
function componentRows({ mesh, facts }: Input, replicas: readonly Replica[]): readonly ComponentRow[] {
  if (mesh.presence === 'none') return [];
  const deployments = valueOf(facts.deployments) ?? [];
  return roles.map((role) => {
    const own = replicas.filter((replica) => replica.role === role);
    const wanted = deploymentOfRole(deployments, role, mesh)?.spec.replicas;
    return {
      component: role,
      workload: workloadName(role, flavourOf(mesh)),
      ...(wanted === undefined ? {} : { wanted }),
      ready: own.filter(({ isReady, isActive }) => isReady && isActive).length,
      replicas: own.map(replicaRow),
    };
  });
}

function replicaRow({ pod, name, role, isActive }: Replica): ReplicaRow {
  const createdAt = pod.metadata.creationTimestamp;
  return {
    pod: name,
    component: role,
    ...podStatus(pod),
    isActive,
    ...(createdAt === undefined ? {} : { createdAt }),
  };
}

function probeRows(input: Input, replicas: readonly Replica[]): readonly ProbeRow[] {
  const events = valueOf(input.facts.events) ?? [];
  return replicas
    .filter(({ isActive }) => isActive)
    .flatMap((replica) =>
      replica.pod.spec.containers
        .flatMap(httpProbesOf)
        .map((probe) => probeRow(input, replica, probe, events)),
    );
}

function probeRow(
  { mesh, facts }: Input,
  { name, role }: Replica,
  probe: HttpProbe,
  events: readonly EventRecord[],
): ProbeRow {
  const fact = facts.probes[probeKey(name, probe.container, probe.probe)];
  const call = valueOf(fact);
  return {
    pod: name,
    component: role,
    container: probe.container,
    probe: probe.probe,
    url: probeUrl(probe),
    meaning: probeMeaning(probe.container, probe.path, probe.port, flavourOf(mesh)),
    verdict: verdict(),
    attempts: call?.attempts ?? [],
    ...(call === undefined && fact !== undefined ? { gap: fact } : {}),
    ...kubeletOpinion(name, probe, events),
    manual: manualWay(mesh.namespace, name, probe),
  };

  function verdict(): ProbeRow['verdict'] {
    if (call !== undefined) return verdictOf(call);
    return fact?.state === 'pending' ? 'pending' : 'not-checked';
  }
}

function kubeletOpinion(
  pod: string,
  { container, probe }: HttpProbe,
  events: readonly EventRecord[],
): Pick<ProbeRow, 'kubeletFailures' | 'kubeletLastAt'> {
  const own = events.filter((event) => {
    const parsed = parseProbeEvent(event);
    return event.regarding.name === pod && parsed?.container === container && parsed.probe === probe;
  });
  const lastAt = latest(own.map((event) => event.lastAt));
  return {
    kubeletFailures: own.reduce((sum, { count }) => sum + count, 0),
    ...(lastAt === undefined ? {} : { kubeletLastAt: lastAt }),
  };
}

/** The guide's manual way, with what the pod's own spec says (facts 0.2); https skips the check of the certificate. */
function manualWay(
  namespace: string,
  pod: string,
  { scheme, portNumber, path }: HttpProbe,
): ProbeRow['manual'] {
  const address = `localhost:${portNumber}${path.startsWith('/') ? '' : '/'}${path}`;
  return {
    forward: guideKubectl(namespace, 'port-forward', `pod/${pod}`, String(portNumber)),
    call: scheme === 'https' ? ['curl', '-ki', `https://${address}`] : ['curl', '-i', address],
    expect: `200 OK ${expectedBody(path)}`.trim(),
  };
}

/** The guide looks at the pods, then calls the controller's liveness probe by hand. */
function guideCommands(
  { mesh }: Input,
  replicas: readonly Replica[],
  probes: HealthDetail['probes'],
): HealthDetail['guideCommands'] {
  const { mainContainer } = flavourOf(mesh);
  const alive = probes.find(
    ({ container, probe }) => container === mainContainer.controller && probe === 'liveness',
  );
  return [
    guideKubectl(mesh.namespace, 'get pods'),
    ...replicas.map(({ name }) => guideKubectl(mesh.namespace, 'describe pod', name)),
    ...(alive === undefined ? [] : [alive.manual.forward, alive.manual.call]),
  ];
}
