import { healthyCluster, running, terminated, waiting } from '../../support/cluster-builder.ts';
import { type Case, crashing, fatal, killedAtStart, zerolog } from '../breakages.ts';

const repoRefused =
  'Get "http://127.0.0.1:6060/api/v1/repo//": dial tcp 127.0.0.1:6060: connect: connection refused';
const repoLines = [
  zerolog('error', 'Pipy Repo is not UP:', { component: 'flomesh-pipy', error: repoRefused }),
  fatal('Error initializing proxy control server', repoRefused),
];
const managerTimedOut = fatal(
  'Error fetching certificate manager of kind tresor',
  'manager initialization timed out. Make sure your MeshRootCertificate(s) are valid',
  { reason: 'FatalInvalidCertificateManager' },
);
const oomKilled = {
  restartCount: 7,
  state: waiting('CrashLoopBackOff'),
  lastState: terminated(137, 'OOMKilled', 30),
};

/** Inside the processes: ports, repo, memory, versions, a slow start, certificates (facts §5.4, §5.5, §9). */
export const processCases: readonly Case[] = [
  {
    what: 'the repo server does not run',
    row: 'osm-pipy-repo crashed / slow / OOM',
    cluster: () =>
      crashing(healthyCluster(), 'controller', repoLines).withContainer('controller', 'osm-pipy-repo', {
        ready: false,
        restartCount: 6,
        state: waiting('CrashLoopBackOff'),
        lastState: terminated(1, 'Error', 40),
      }),
    root: 'repo-server-down',
    roots: ['repo-server-down'],
    exitCode: 3,
    command: '-c osm-pipy-repo --previous',
  },
  {
    what: 'the repo server is killed for memory, and the controller with it',
    row: 'osm-pipy-repo crashed / slow / OOM',
    cluster: () =>
      crashing(healthyCluster(), 'controller', repoLines).withContainer('controller', 'osm-pipy-repo', {
        ready: false,
        ...oomKilled,
      }),
    root: 'out-of-memory',
    roots: ['out-of-memory'],
    exitCode: 3,
    command: 'logs',
    effects: ['repo-server-down'],
  },
  {
    what: 'a standalone repo server does not answer: the MeshConfig says where it should be',
    cluster: () =>
      crashing(
        healthyCluster().withPodSpec('controller', (spec) => {
          spec.containers = spec.containers.filter(({ name }) => name !== 'osm-pipy-repo');
        }),
        'controller',
        repoLines,
      ),
    root: 'repo-server-down',
    exitCode: 3,
    command: 'get meshconfigs.config.openservicemesh.io osm-mesh-config',
  },
  {
    what: 'port 9091 is taken',
    row: '6060 or 9091 or 9093 already used in the pod',
    cluster: () =>
      crashing(healthyCluster(), 'controller', [
        fatal('Error starting HTTP server', 'listen tcp :9091: bind: address already in use'),
      ]),
    root: 'port-in-use',
    roots: ['port-in-use'],
    exitCode: 3,
    command: 'get deployment/osm-controller',
    confidence: 'certain',
  },
  {
    what: 'the webhook listener cannot bind, which no probe shows',
    row: '6060 or 9091 or 9093 already used in the pod',
    cluster: () =>
      healthyCluster().withLog('injector', [
        zerolog('error', 'osm-injector webhook HTTP server shutdown', {
          component: 'webhook',
          error: 'listen tcp :9090: bind: address already in use',
        }),
      ]),
    root: 'port-in-use',
    exitCode: 3,
    command: 'get deployment/osm-injector',
  },
  {
    what: 'the CA Secret has no ca.crt',
    row: 'CA Secret broken (keys missing, not PEM, hand-made)',
    cluster: () =>
      crashing(healthyCluster(), 'controller', [
        zerolog('error', 'Opaque k8s secret osm-system/osm-ca-bundle does not have required field "ca.crt"', {
          error: 'invalid secret for certificate',
          error_code: 'E4001',
        }),
        managerTimedOut,
      ]),
    root: 'ca-secret-broken',
    roots: ['ca-secret-broken'],
    exitCode: 3,
    command: 'describe secret osm-ca-bundle',
    confidence: 'certain',
  },
  {
    what: 'Vault refuses to issue',
    row: 'CA or Vault token expired, cert-manager absent',
    cluster: () =>
      crashing(healthyCluster(), 'controller', [
        zerolog('error', 'Error issuing new certificate for CN=ads', {
          component: 'vault',
          error: 'Code: 403. Errors: * permission denied',
          error_code: 'E4013',
        }),
        fatal('Error issuing XDS certificate to ADS server', 'Code: 403', {
          reason: 'FatalCertificateIssuanceFailure',
        }),
      ]),
    root: 'certificate-provider-failing',
    roots: ['certificate-provider-failing'],
    exitCode: 3,
    command: 'logs',
  },
  {
    what: 'a certificate cannot be renewed while every probe is green',
    row: 'CA or Vault token expired, cert-manager absent',
    cluster: () =>
      healthyCluster().withLog('controller', [
        zerolog('error', 'Error rotating certificate CN=ads', {
          component: 'certificate',
          error: 'token expired',
          error_code: 'E4016',
        }),
      ]),
    root: 'certificate-provider-failing',
    exitCode: 2,
    command: 'logs',
    active: true,
  },
  {
    what: 'the injector is killed for memory',
    row: 'Injector or controller OOM',
    cluster: () => healthyCluster().notReady('injector', oomKilled),
    root: 'out-of-memory',
    roots: ['out-of-memory'],
    exitCode: 3,
    command: 'set resources deployment/osm-injector -c osm-injector --limits=memory=128M',
    confidence: 'certain',
  },
  {
    what: 'the controller of an old release grows until it is killed',
    row: 'Controller memory growth before 1.3.5 (certificate publish blocking)',
    cluster: () => healthyCluster({ version: '1.3.4' }).notReady('controller', oomKilled),
    root: 'out-of-memory',
    exitCode: 3,
    command: 'set resources deployment/osm-controller -c osm-controller --limits=memory=2G',
  },
  {
    what: 'the arguments and the image are of two versions',
    row: 'Chart/CLI and image version differ',
    cluster: () =>
      crashing(
        healthyCluster(),
        'controller',
        ['unknown flag: --enable-mesh-root-certificate', 'Usage of osm-controller:'],
        2,
      ),
    root: 'version-mismatch',
    roots: ['version-mismatch'],
    exitCode: 3,
    command: 'get deployment/osm-controller',
    confidence: 'certain',
  },
  {
    what: 'the start takes longer than the liveness probe waits',
    row: 'API server slow / start > 30 s',
    cluster: () => killedAtStart(healthyCluster(), 0),
    root: 'slow-start',
    roots: ['slow-start'],
    exitCode: 3,
    command: 'patch deployment osm-controller',
    confidence: 'likely',
  },
  {
    what: 'the process is stopped while it still waits for its informers',
    row: 'API server slow / start > 30 s',
    cluster: () =>
      killedAtStart(healthyCluster(), 1)
        .withEvent('controller', {
          reason: 'FatalInitializationError',
          message: 'Error creating informer collection',
          reporter: 'osm-controller',
        })
        .withLog(
          'controller',
          [
            zerolog('info', 'Waiting for Egress informer cache sync...', { component: '' }),
            zerolog('error', 'Could not start informer collection', {
              component: '',
              error: 'failed initial cache sync for informers',
            }),
            fatal('Error creating informer collection', 'failed initial cache sync for informers'),
          ],
          { previous: true },
        ),
    root: 'slow-start',
    roots: ['slow-start'],
    exitCode: 3,
    command: '"initialDelaySeconds":180',
    confidence: 'certain',
  },
  {
    what: 'the process ends with a fatal line that nobody knows',
    cluster: () =>
      crashing(healthyCluster(), 'controller', [fatal('Error creating sidecar driver', 'something new')]),
    root: 'process-ends',
    exitCode: 3,
    command: '--previous',
  },
  {
    what: 'the bootstrap panics',
    cluster: () =>
      crashing(
        healthyCluster(),
        'bootstrap',
        [
          'panic: runtime error: invalid memory address or nil pointer dereference',
          '',
          'goroutine 1 [running]:',
        ],
        2,
      ),
    root: 'process-ends',
    exitCode: 3,
    command: '--previous',
  },
  {
    what: 'it ended with an error once and runs again',
    cluster: () =>
      healthyCluster().withContainer('controller', 'osm-controller', {
        restartCount: 1,
        lastState: terminated(2, 'Error', 300),
        state: running(295),
      }),
    root: 'process-ends',
    exitCode: 2,
    command: '--previous',
    active: false,
  },
];
