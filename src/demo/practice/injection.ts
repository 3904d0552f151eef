import type { KubeObject } from '../scenario.ts';
import type { Container, Pod } from './objects.ts';
import { flagValue } from './release.ts';

const MONITORED = 'openservicemesh.io/monitored-by';
const INJECTION = 'openservicemesh.io/sidecar-injection';
const ON: ReadonlySet<string> = new Set(['enabled', 'yes', 'true']);
const OFF: ReadonlySet<string> = new Set(['disabled', 'no', 'false']);
/** Where no injector injects, beside its own namespace (facts §3.2). */
const NEVER: ReadonlySet<string> = new Set(['kube-system', 'kube-public']);

/**
 * What the injector of a mesh makes of a new Pod (facts §3.2): the Pod with a sidecar, the Pod as it is, or a refusal.
 * @param injector The Pod that answers the webhook; one that is no injector changes nothing.
 */
export function inject(
  injector: Pod,
  namespace: KubeObject,
  pod: Pod,
): { readonly pod: Pod } | { readonly denied: string } {
  const program = injector.spec.containers.find(({ name }) => name.endsWith('-injector'));
  if (!program || pod.spec.hostNetwork === true) return { pod };
  const own = injector.metadata.namespace ?? '';
  const mesh = flagValue(program, '--mesh-name');
  const { name } = namespace.metadata;
  if (name === own || NEVER.has(name) || namespace.metadata.labels?.[MONITORED] !== mesh) return { pod };
  const wanted = [pod.metadata.annotations?.[INJECTION], namespace.metadata.annotations?.[INJECTION]];
  const odd = wanted.find(
    (value) => value !== undefined && !ON.has(value.toLowerCase()) && !OFF.has(value.toLowerCase()),
  );
  if (odd !== undefined)
    return { denied: `Invalid annotation value for key ${JSON.stringify(INJECTION)}: ${odd}` };
  const decisive = wanted.find((value) => value !== undefined);
  if (decisive === undefined || !ON.has(decisive.toLowerCase())) return { pod };
  const image = envOf(program, 'OSM_DEFAULT_SIDECAR_IMAGE');
  if (image === '') return { denied: 'MeshConfig sidecar.sidecarImage not set' };
  return { pod: withSidecar(pod, own, image, envOf(program, 'OSM_DEFAULT_INIT_CONTAINER_IMAGE')) };
}

function envOf({ env = [] }: Container, name: string): string {
  return env.find((variable) => variable.name === name)?.value ?? '';
}

/** The marks of an injected Pod (facts §1.3). Its probes stay as they are, as in the recordings. */
function withSidecar(pod: Pod, meshNamespace: string, image: string, initImage: string): Pod {
  const uuid = crypto.randomUUID();
  const secretName = `sidecar-bootstrap-config-${uuid}`;
  const common = {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
  };
  const sidecar = {
    name: 'sidecar',
    image,
    command: ['pipy'],
    args: [
      '--log-level=error',
      '--admin-port=6060',
      `http://osm-controller.${meshNamespace}:6060/repo/osm-edge-sidecar/${uuid}/`,
    ],
    ports: [
      { name: 'proxy-admin', containerPort: 15_000, protocol: 'TCP' },
      { name: 'proxy-inbound', containerPort: 15_003, protocol: 'TCP' },
      { name: 'proxy-metrics', containerPort: 15_010, protocol: 'TCP' },
    ],
    securityContext: { runAsUser: 1500, allowPrivilegeEscalation: false },
    ...common,
  };
  const init = {
    name: 'osm-init',
    image: initImage,
    command: ['/bin/sh'],
    args: ['-c', 'iptables-restore --noflush'],
    securityContext: {
      capabilities: { add: ['NET_ADMIN'] },
      privileged: false,
      runAsNonRoot: false,
      runAsUser: 0,
    },
    ...common,
  };
  return {
    ...pod,
    metadata: { ...pod.metadata, labels: { ...pod.metadata.labels, 'osm-proxy-uuid': uuid } },
    spec: {
      ...pod.spec,
      volumes: [
        ...(pod.spec.volumes ?? []),
        { name: 'sidecar-bootstrap-config-volume', secret: { secretName, optional: true } },
      ],
      initContainers: [...(pod.spec.initContainers ?? []), init],
      containers: [...pod.spec.containers, sidecar],
    },
  };
}
