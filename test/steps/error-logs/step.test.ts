import { describe, expect, test } from 'vitest';
import {
  type ClusterBuilder,
  healthyCluster,
  klog,
  terminated,
  waiting,
  zerolog,
} from '../../support/cluster-builder.ts';
import { findingsOf, paramsOf, resultOf, told } from '../findings-of.ts';

const step = 'error-logs';
const fatal = zerolog('fatal', 'kube-events', 'Error creating sidecar driver', {
  error: 'boom',
  reason: 'FatalInitializationError',
});
const repoFatal = zerolog('fatal', 'kube-events', 'Error initializing proxy control server', {
  reason: 'FatalInitializationError',
});
const repoWait = zerolog('error', 'flomesh-pipy', 'Repo is not up, sleeping ...');
const crashed = (cluster: ClusterBuilder) =>
  cluster.notReady('controller', {
    restartCount: 4,
    state: waiting('CrashLoopBackOff'),
    lastState: terminated(1),
  });

describe('how grave a line is, is told by the container now', () => {
  test.each([
    ['in a loop', crashed(healthyCluster()), 'critical log-fatal'],
    ['not Ready', healthyCluster().notReady('controller'), 'critical log-fatal'],
    ['Ready again', healthyCluster(), 'warning log-fatal'],
  ] as const)('a fatal line of a container that is %s', (_, cluster, expected) => {
    expect(told(step, cluster.withLog('controller', [fatal], { previous: true }))).toEqual([expected]);
  });

  test('the same line before and after a restart is one finding with both', () => {
    const cluster = crashed(healthyCluster())
      .withLog('controller', [fatal])
      .withLog('controller', [fatal, fatal], { previous: true });
    expect(paramsOf(step, 'log-fatal', cluster)).toMatchObject({ count: 3, previous: true, error: 'boom' });
    expect(findingsOf(step, cluster)[0]?.evidence[0]?.at).toContain('previous');
    const { checks, detail } = resultOf(step, cluster);
    expect(checks.slice(0, 2).map(({ status }) => status)).toEqual(['found', 'found']);
    expect(detail.signatures.filter(({ finding }) => finding === 'log-fatal')).toHaveLength(2);
  });

  test('a recovered panic is a warning, whatever the container does', () => {
    const lines = [
      '2026/11/23 08:58:00 http: panic serving 10.0.0.1:1: boom',
      'goroutine 7 [running]:',
      'net/http.f()',
    ];
    expect(told(step, healthyCluster().notReady('injector').withLog('injector', lines))).toEqual([
      'warning recovered-panic',
    ]);
    expect(paramsOf(step, 'recovered-panic', healthyCluster().withLog('injector', lines)).message).toMatch(
      /^http: panic serving/,
    );
  });
});

describe('lines that are part of a normal life', () => {
  test.each([
    [
      'the client without kubeconfig',
      [klog('W', 'client_config.go:614] Neither --kubeconfig nor --master was specified.')],
    ],
    [
      'the end of a webhook server',
      [
        zerolog('error', 'webhook', 'osm-injector webhook HTTP server shutdown', {
          error: 'http: Server closed',
        }),
      ],
    ],
    [
      'the end of a watch',
      [zerolog('error', 'certificate', 'context canceled with error. stopping MRC watch...')],
    ],
    ['the repo that came up', [repoWait, zerolog('info', 'flomesh-pipy', 'Repo is READY')]],
  ] as const)('%s', (_, lines) => {
    const findings = findingsOf(step, healthyCluster().withLog('controller', lines));
    const own = findings.filter(({ subject }) => subject.container === 'osm-controller');
    expect(own.map(({ code, severity }) => [code, severity])).toEqual([['log-benign', 'info']]);
  });

  test('the repo that was not up before the process ended is not', () => {
    const cluster = crashed(healthyCluster()).withLog('controller', [repoWait, repoFatal], {
      previous: true,
    });
    expect(told(step, cluster)).toEqual(['critical log-fatal', 'critical log-repo-down']);
  });

  test('but for the one restart right after the start of a 1.3 controller', () => {
    const cluster = healthyCluster()
      .withContainer('controller', 'osm-controller', {
        restartCount: 1,
        lastState: terminated(1, 'Error', 610),
      })
      .withLog('controller', [repoWait, repoFatal], { previous: true });
    expect(told(step, cluster)).toEqual(['info log-fatal', 'info log-repo-down']);
  });

  test('a repo that is lost while the controller runs is a warning', () => {
    const cluster = healthyCluster().withLog('controller', [
      zerolog('info', 'flomesh-pipy', 'Repo is READY'),
      repoWait,
    ]);
    expect(told(step, cluster)).toEqual(['warning log-repo-down']);
  });

  test('a webhook that could not listen is no normal end: no probe shows it', () => {
    const line = zerolog('error', 'webhook', 'osm-injector webhook HTTP server shutdown', {
      error: 'listen tcp :9090: bind: address already in use',
    });
    const cluster = healthyCluster().withLog('injector', [line]);
    expect(told(step, cluster)).toEqual(['critical log-port-in-use']);
    expect(paramsOf(step, 'log-port-in-use', cluster).port).toBe('9090');
  });
});

describe('what a line means', () => {
  const cases: readonly (readonly [string, string, object])[] = [
    [
      klog(
        'E',
        'reflector.go:140] x: Failed to watch *v1alpha4.TCPRoute: failed to list *v1alpha4.TCPRoute: the server could not find the requested resource (get tcproutes.specs.smi-spec.io)',
      ),
      'log-missing-resource',
      { resource: 'tcproutes.specs.smi-spec.io' },
    ],
    [
      klog(
        'E',
        'reflector.go:140] x: Failed to watch *v1.Pod: pods is forbidden: User "system:serviceaccount:a:b" cannot list resource "pods" in API group "" at the cluster scope',
      ),
      'log-forbidden',
      { resource: 'pods' },
    ],
    [
      zerolog('error', 'osm-controller/main', 'Error retrieving osm-controller pod p', {
        error: 'pods "p" is forbidden: User "u" cannot get resource "pods" in API group ""',
        code: 'E1002',
      }),
      'log-forbidden',
      { resource: 'pods', errorCode: 'E1002' },
    ],
    [
      zerolog('error', 'smi-mesh-spec', 'SMI API for Kind=TCPRoute, GroupVersion=x is not available', {
        error: 'missing SMI CRDs',
      }),
      'log-smi-check-failed',
      {},
    ],
    [
      zerolog('warn', 'health', 'Readiness probe for pipy-Repo indicates it is not ready'),
      'log-health-warning',
      { probe: 'readiness', subProbe: 'pipy-Repo' },
    ],
    [
      zerolog('error', '', 'Could not retrieve certificate secret "osm-ca-bundle"', { code: 'E4000' }),
      'log-certificate-error',
      { errorCode: 'E4000' },
    ],
    [
      zerolog('error', 'sidecar-injector', 'Failed to create patch for pod', {
        error: 'MeshConfig sidecar.sidecarImage not set',
      }),
      'log-injection-error',
      {},
    ],
    [zerolog('error', 'osm-validator', 'x', { code: 'E6703' }), 'log-injection-error', {}],
    [
      zerolog('fatal', 'kube-events', 'Error validating CLI parameters', {
        reason: 'FatalInvalidCLIParameters',
      }),
      'log-version-mismatch',
      {},
    ],
    ['unknown flag: --trust-domain', 'log-version-mismatch', { message: 'unknown flag: --trust-domain' }],
    [zerolog('warn', 'kube-controller', 'x', { code: 'E5018' }), 'log-data-plane-error', {}],
    [zerolog('error', 'mesh-catalog', 'x', { code: 'E2008' }), 'log-policy-error', {}],
    [zerolog('error', 'reconciler', 'x', { code: 'E7000' }), 'log-error', { errorCode: 'E7000' }],
  ];
  test.each(cases)('%s', (line, code, params) => {
    const cluster = healthyCluster().withLog('controller', [line]);
    const found = findingsOf(step, cluster).filter(({ subject }) => subject.container === 'osm-controller');
    expect(found.map((finding) => finding.code)).toEqual([code]);
    expect(found[0]?.params).toMatchObject(params);
  });

  test('codes are read by version: E5020 is data-plane noise in 1.1 only', () => {
    const lines = [zerolog('error', 'flomesh-pipy', 'x', { code: 'E5020' })];
    expect(told(step, healthyCluster().withLog('controller', lines))).toEqual(['warning log-error']);
    const old = healthyCluster().withIdentity({ version: '1.1.3' }).withLog('controller', lines);
    expect(told(step, old)).toEqual(['info log-data-plane-error']);
  });

  test('warnings that mean nothing to us make no finding', () => {
    expect(told(step, healthyCluster().withLog('controller', [zerolog('warn', 'ticker', 'late')]))).toEqual(
      [],
    );
  });

  test('the repo container is read by its own format only', () => {
    const lines = [
      '2026-11-23 08:50:10.000 [ERR] [admin] cannot listen on port 6060',
      '{"level":"fatal","message":"no zerolog here"}',
    ];
    const cluster = healthyCluster().withLog('controller', lines, { container: 'osm-pipy-repo' });
    expect(told(step, cluster)).toEqual(['warning log-error']);
  });
});
