import { flavours } from '#mesh/flavours.ts';
import type { MeshIdentity, Role } from '#mesh/identity.ts';
import { isBefore, valueFor } from '#mesh/version.ts';

/** The containers of each component as the chart of that flavour and version makes them (facts §1.1, §1.2, §2.1). */

const imageName = { osm: 'openservicemesh/osm', 'osm-edge': 'flomesh/osm-edge', fsm: 'flomesh/fsm' } as const;

const probe = (path: string, port: number, initialDelaySeconds: number, scheme = 'HTTP') => ({
  httpGet: { path, port, scheme },
  initialDelaySeconds,
  timeoutSeconds: 5,
  periodSeconds: 10,
  successThreshold: 1,
  failureThreshold: 3,
});

const both = (path: string, port: number, delay: number, scheme?: string) => ({
  livenessProbe: probe(path, port, delay, scheme),
  readinessProbe: probe(path, port, delay, scheme),
});

const limits = { controller: '1G', injector: '64M', bootstrap: '128M' } as const;

/** The main containers, in the order of the chart; the repo comes first (facts 0.11). */
export function containersOf(role: Role, mesh: MeshIdentity) {
  const { flavour: id, version, name, namespace } = mesh;
  const flavour = flavours[id];
  const main = {
    name: flavour.mainContainer[role],
    image: `${imageName[id]}-${role}:${id === 'osm' ? `v${version}` : version}`,
    args: [
      '--verbosity',
      'info',
      flavour.nsFlag,
      namespace,
      '--mesh-name',
      name,
      '--ca-bundle-secret-name',
      flavour.caSecret,
      '--certificate-manager',
      'tresor',
    ],
    resources: { limits: { memory: limits[role] } },
  };
  const isFirst = flavour.family === 'osm' && isBefore(version, '1.2.0');
  switch (role) {
    case 'controller':
      return [
        ...repoOf(mesh),
        {
          ...main,
          ports: [{ name: 'metrics', containerPort: 9091 }],
          livenessProbe: probe('/health/alive', 9091, 1),
          readinessProbe: probe('/health/ready', 9091, 1),
        },
      ];
    case 'injector':
      return [{ ...main, ...(isFirst ? both('/healthz', 9090, 5, 'HTTPS') : both('/healthz', 9091, 5)) }];
    case 'bootstrap':
      return [{ ...main, ...both('/healthz', valueFor(flavour.bootstrapPort, version), 5) }];
    default:
      return role satisfies never;
  }
}

/** The repo's image is the sidecar's own in v1.1 (facts 0.1); it has probes from 1.3.5 on, and in FSM (facts §2.1). */
function repoOf({ flavour: id, version }: MeshIdentity) {
  const name = flavours[id].repoContainer;
  if (name === undefined) return [];
  const isFirst = id === 'osm-edge' && isBefore(version, '1.2.0');
  const hasProbes = id === 'fsm' || !isBefore(version, '1.3.5');
  const image = isFirst ? 'flomesh/pipy:0.50.0-25' : 'flomesh/pipy-repo:0.90.3-38';
  const repo = { name, image, command: ['pipy'], args: ['--admin-port=6060'] };
  return [{ ...repo, ...(hasProbes ? both('/', 6060, 1) : {}) }];
}

/** The init containers: the wait for the bootstrap, v1.1's own CRD job, and FSM's unpacking (facts §1.1, §11.1). */
export function initContainersOf(role: Role, { flavour: id, version }: MeshIdentity) {
  const wait = flavours[id].waitInit[role];
  const curl =
    id === 'fsm' && !isBefore(version, '1.2.0') ? `flomesh/fsm-curl:${version}` : 'curlimages/curl';
  const waiting = wait === undefined ? [] : [{ name: wait, image: curl }];
  if (id === 'fsm') {
    const unpacks = role === 'controller' && !isBefore(version, '1.1.0');
    return [
      ...waiting,
      ...(unpacks ? [{ name: 'init-untar', image: `flomesh/fsm-controller:${version}` }] : []),
    ];
  }
  const appliesCrds = role === 'bootstrap' && isBefore(version, '1.2.0');
  return appliesCrds ? [{ name: 'init-osm-bootstrap', image: `${imageName[id]}-crds:${version}` }] : waiting;
}
