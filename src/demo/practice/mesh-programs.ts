import { listAt, mapAt, textAt } from '../field.ts';
import { isAllowedByRoles } from '../roles.ts';
import { blockedFromPod } from './network.ts';
import { readyAddresses } from './endpoints.ts';
import { fatalEvent, klog, plain, zerolog } from './log-lines.ts';
import type { LogLine } from './log-lines.ts';
import { caSecretFault } from './ca-secret.ts';
import { missingCrds } from './crds.ts';
import { fails, hangs, runs } from './run.ts';
import type { Process, Run } from './run.ts';
import { CRDS, flagsOf, flagValue, MESH_CONFIGS } from './release.ts';

/** A check at a program's start: how its run ends when it fails, or undefined. */
type StartCheck = (process: Process, before: readonly LogLine[]) => Run | undefined;

const CONTROLLER: readonly StartCheck[] = [flags, api, ownPod, crds, authority, repo, meshConfig];
const INJECTOR: readonly StartCheck[] = [flags, api, crds, authority];
const BOOTSTRAP: readonly StartCheck[] = [flags, api, conversion];

/** osm-controller, in the order of its main (facts §2.4). */
export function startController(process: Process): Run {
  return startMesh('osm-controller', process, CONTROLLER, [
    zerolog('info', 'Starting resource validator webhook server on: :9093', {
      component: 'validating-webhook',
      file: 'webhook.go:84',
    }),
  ]);
}

export function startInjector(process: Process): Run {
  return startMesh('osm-injector', process, INJECTOR, [
    zerolog('info', 'Starting sidecar-injection webhook server on: :9090', {
      component: 'sidecar-injector',
      file: 'webhook.go:84',
    }),
  ]);
}

export function startBootstrap(process: Process): Run {
  return startMesh('osm-bootstrap', process, BOOTSTRAP, []);
}

function startMesh(
  name: string,
  process: Process,
  checks: readonly StartCheck[],
  more: readonly LogLine[],
): Run {
  const version = flagValue(process.container, '--osm-version').replace(/^v/, '');
  const first = zerolog('info', `Starting ${name} v${version}; 3d3b7a2; 2023-09-26-02:31`, {
    component: `${name}/main`,
    file: `${name}.go:161`,
  });
  for (const check of checks) {
    const failed = check(process, [first]);
    if (failed) return failed;
  }
  const last = zerolog('info', 'Starting API Server on :9091', {
    component: 'http-server',
    file: 'httpserver.go:67',
  });
  return runs([first, ...more, last]);
}

/** A flag that the program does not know: its name in the message, then how to call it. */
function flags({ cluster, container }: Process): Run | undefined {
  const known = cluster.release.flags.get(container.name);
  const odd = known && flagsOf(container).find((flag) => !known.has(flag));
  if (odd === undefined) return undefined;
  return fails(
    `flag ${odd}`,
    [plain(`unknown flag: ${odd}`), plain(`Usage of ${container.command?.[0] ?? container.name}:`)],
    0,
    2,
  );
}

function api({ cluster, pod }: Process, before: readonly LogLine[]): Run | undefined {
  const blocked = blockedFromPod(cluster, pod);
  if (blocked === undefined) return undefined;
  const why = blocked === 'refused' ? 'connect: connection refused' : 'i/o timeout';
  const url = 'https://10.96.0.1:443/api/v1/pods?limit=500&resourceVersion=0';
  const line = klog(
    'E',
    'reflector.go:140',
    `pkg/mod/k8s.io/client-go@v0.26.0/tools/cache/reflector.go:169: Failed to watch *v1.Pod: failed to list *v1.Pod: Get "${url}": dial tcp 10.96.0.1:443: ${why}`,
  );
  return hangs(`api server ${blocked}`, [...before, line, line]);
}

function account({ pod }: Process): string {
  return `system:serviceaccount:${pod.metadata.namespace}:${pod.spec.serviceAccountName ?? 'default'}`;
}

function ownPod(process: Process, before: readonly LogLine[]): Run | undefined {
  const { cluster, pod } = process;
  const { name, namespace = '' } = pod.metadata;
  const asked = { verb: 'get', group: '', resource: 'pods', namespace, name };
  if (isAllowedByRoles(cluster.store, account(process), asked)) return undefined;
  const error = `pods "${name}" is forbidden: User "${account(process)}" cannot get resource "pods" in API group "" in the namespace "${namespace}"`;
  return fails('rbac pods', [
    ...before,
    zerolog('error', `Error retrieving osm-controller pod ${name}`, {
      component: 'osm-controller/main',
      error,
      error_code: 'E1002',
      file: 'osm-controller.go:262',
    }),
    zerolog('fatal', 'Error fetching osm-controller pod', {
      component: 'osm-controller/main',
      file: 'osm-controller.go:141',
    }),
  ]);
}

/** Informers wait for ever for kinds that are not served, or that they may not list (facts §2.4). */
function crds(process: Process, before: readonly LogLine[]): Run | undefined {
  const { cluster } = process;
  const waiting = zerolog('info', 'Waiting for TrafficTarget informer cache sync...');
  const [missing] = missingCrds(cluster);
  const reflector = (kind: string, why: string): LogLine =>
    klog(
      'E',
      'reflector.go:140',
      `pkg/mod/k8s.io/client-go@v0.26.0/tools/cache/reflector.go:169: Failed to watch *${kind}: failed to list *${kind}: ${why}`,
    );
  if (missing) {
    const { kind, name, version } = missing;
    const why = `the server could not find the requested resource (get ${name})`;
    return hangs(`crd ${name}`, [
      ...before,
      waiting,
      reflector(`${version}.${kind}`, why),
      reflector(`${version}.${kind}`, why),
    ]);
  }
  const asked = { verb: 'list', group: 'config.openservicemesh.io', resource: 'meshconfigs', namespace: '' };
  if (isAllowedByRoles(cluster.store, account(process), asked)) return undefined;
  const why = `meshconfigs.config.openservicemesh.io is forbidden: User "${account(process)}" cannot list resource "meshconfigs" in API group "config.openservicemesh.io" at the cluster scope`;
  return hangs('rbac meshconfigs', [
    ...before,
    waiting,
    reflector('v1alpha2.MeshConfig', why),
    reflector('v1alpha2.MeshConfig', why),
  ]);
}

/** tresor makes a CA where there is none, and cannot do with a broken one (facts §5.5, 9). */
function authority({ cluster, container, pod }: Process, before: readonly LogLine[]): Run | undefined {
  if (flagValue(container, '--certificate-manager') !== 'tresor') return undefined;
  const namespace = pod.metadata.namespace ?? '';
  const name = flagValue(container, '--ca-bundle-secret-name') || 'osm-ca-bundle';
  const secret = cluster.store.get('secrets', namespace, name);
  if (!secret) return undefined;
  const fault = caSecretFault(mapAt(secret, 'data'), `${namespace}/${name}`);
  if (!fault) return undefined;
  const timedOut = 'manager initialization timed out. Make sure your MeshRootCertificate(s) are valid';
  return fails(
    'ca secret',
    [
      ...before,
      ...fault,
      fatalEvent(
        'FatalInvalidCertificateManager',
        'Error initializing certificate manager of kind tresor',
        timedOut,
      ),
    ],
    10,
  );
}

/** The controller needs the repo server beside it in its Pod. */
function repo({ pod }: Process, before: readonly LogLine[]): Run | undefined {
  const beside = pod.spec.containers.find(({ name }) => name === 'osm-pipy-repo');
  const status = pod.status?.containerStatuses?.find(({ name }) => name === 'osm-pipy-repo');
  if (!beside || status?.state.running !== undefined) return undefined;
  const error =
    'Get "http://127.0.0.1:6060/api/v1/repo//": dial tcp 127.0.0.1:6060: connect: connection refused';
  return fails('repo', [
    ...before,
    zerolog('error', 'Pipy Repo is not UP:', { component: 'flomesh-pipy', error, file: 'client.go:83' }),
    fatalEvent('FatalInitializationError', 'Error initializing proxy control server', error),
  ]);
}

function meshConfig({ cluster, pod }: Process, before: readonly LogLine[]): Run | undefined {
  const namespace = pod.metadata.namespace ?? '';
  if (cluster.store.get(MESH_CONFIGS, namespace, 'osm-mesh-config')) return undefined;
  const error =
    'Get "http://127.0.0.1:15128/api/v1/repo//": dial tcp 127.0.0.1:15128: connect: connection refused';
  return fails('mesh config', [
    ...before,
    zerolog(
      'warn',
      `MeshConfig ${namespace}/osm-mesh-config does not exist. Default config values will be used.`,
      {
        component: 'configurator',
        file: 'client.go:200',
      },
    ),
    fatalEvent('FatalInitializationError', 'Error initializing proxy control server', error),
  ]);
}

/** Stored MeshConfigs are converted by a webhook: one that does not answer ends the bootstrap (facts §5.5, 4). */
function conversion({ cluster }: Process, before: readonly LogLine[]): Run | undefined {
  const crd = cluster.store.get(CRDS, '', MESH_CONFIGS);
  if (textAt(crd, 'spec.conversion.strategy') !== 'Webhook') return undefined;
  const service = (field: string): string =>
    textAt(crd, `spec.conversion.webhook.clientConfig.service.${field}`);
  const [name, namespace] = [service('name'), service('namespace')];
  const found = cluster.store.get('services', namespace, name);
  const isServed =
    readyAddresses(cluster, namespace, name).length > 0 && listAt(found, 'spec.ports').length > 0;
  if (isServed) return undefined;
  const why = found ? `no endpoints available for service "${name}"` : `service "${name}" not found`;
  const error = `conversion webhook for config.openservicemesh.io/v1alpha1, Kind=MeshConfig failed: Post "https://${name}.${namespace}.svc:9443${service('path')}?timeout=30s": ${why}`;
  return fails('conversion', [
    ...before,
    zerolog(
      'fatal',
      'Error setting up default MeshConfig osm-mesh-config from ConfigMap preset-mesh-config',
      {
        component: 'osm-bootstrap',
        error,
        file: 'osm-bootstrap.go:150',
      },
    ),
  ]);
}
