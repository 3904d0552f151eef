import { type ClusterBuilder, klog, running, waiting, zerolog } from '../../support/cluster-builder.ts';

export type Break = (cluster: ClusterBuilder) => ClusterBuilder;

const log =
  (...lines: readonly string[]): Break =>
  (cluster) =>
    cluster.withLog('controller', lines);
const reflector = (text: string) =>
  klog('E', `reflector.go:140] k8s.io/client-go: Failed to watch *v1alpha4.TCPRoute: ${text}`);

/** The smallest breakage that makes each finding of step 3 appear. */
export const logTriggers = {
  'log-fatal': log(
    zerolog('fatal', 'kube-events', 'Error creating sidecar driver', { reason: 'FatalInitializationError' }),
  ),
  'go-panic': log(
    'panic: runtime error: index out of range',
    '',
    'goroutine 1 [running]:',
    'main.main()',
    '\t/src/main.go:1 +0x1',
  ),
  'recovered-panic': log(
    '2026/11/23 08:58:00 http: panic serving 10.0.0.1:1: boom',
    'goroutine 7 [running]:',
    'net/http.f()',
  ),
  'log-missing-resource': log(
    reflector(
      'failed to list *v1alpha4.TCPRoute: the server could not find the requested resource (get tcproutes.specs.smi-spec.io)',
    ),
  ),
  'log-forbidden': log(
    reflector(
      'tcproutes.specs.smi-spec.io is forbidden: User "system:serviceaccount:osm-system:osm" cannot list resource "tcproutes" in API group "specs.smi-spec.io" at the cluster scope',
    ),
  ),
  'log-exec-failed': log('exec /osm-controller: exec format error'),
  'log-api-unreachable': log(
    reflector(
      'failed to list *v1alpha4.TCPRoute: Get "https://10.96.0.1:443/apis/specs.smi-spec.io/v1alpha4/tcproutes": dial tcp 10.96.0.1:443: connect: connection refused',
    ),
  ),
  'log-smi-check-failed': log(
    zerolog('error', 'smi-mesh-spec', 'Error getting resources for groupVersion split.smi-spec.io/v1alpha4', {
      error: 'the server could not find the requested resource',
    }),
  ),
  'log-health-warning': log(zerolog('warn', 'health', 'Liveness probe for SMI indicates it is not alive')),
  'log-certificate-error': log(
    zerolog('error', 'certificate', 'Could not retrieve certificate secret', { code: 'E4000' }),
  ),
  'log-injection-error': log(
    zerolog('error', 'sidecar-injector', 'Error decoding admission request body', { code: 'E6103' }),
  ),
  'log-port-in-use': log(
    zerolog('fatal', 'kube-events', 'Error starting HTTP server', {
      error: 'listen tcp :9091: bind: address already in use',
    }),
  ),
  'log-repo-down': (cluster) =>
    cluster.notReady('controller', { restartCount: 4, state: waiting('CrashLoopBackOff') }).withLog(
      'controller',
      [
        zerolog('error', 'flomesh-pipy', 'Repo is not up, sleeping ...'),
        zerolog('fatal', 'kube-events', 'Error initializing proxy control server', {
          reason: 'FatalInitializationError',
        }),
      ],
      { previous: true },
    ),
  'log-mesh-config-missing': log(
    zerolog(
      'warn',
      'configurator',
      'MeshConfig osm-system/osm-mesh-config does not exist. Default config values will be used.',
    ),
  ),
  'log-version-mismatch': log('unknown flag: --nonsense'),
  'log-init-wait': (cluster) =>
    cluster
      .withContainer('controller', 'init-osm-controller', { ready: false, state: running(60) })
      .withLog('controller', ['curl: (7) Failed to connect to osm-bootstrap'], {
        container: 'init-osm-controller',
      }),
  'log-error': log(zerolog('error', 'mesh-catalog', 'Something went wrong')),
  'log-policy-error': log(zerolog('error', 'mesh-catalog', 'Egress is not right', { code: 'E2003' })),
  'log-data-plane-error': log(zerolog('warn', 'kube-controller', 'No pod for proxy', { code: 'E5002' })),
  'log-benign': (cluster) => cluster,
  'log-level-silences': (cluster) => cluster.withMeshConfig({ observability: { osmLogLevel: 'disabled' } }),
  'informers-stuck': (cluster) =>
    cluster
      .notReady('controller')
      .withLog('controller', [zerolog('info', '', 'Waiting for TCPRoute informer cache sync...')]),
} satisfies Record<string, Break>;
