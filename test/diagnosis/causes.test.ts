import { expect, test } from 'vitest';
import type { CauseCode } from '#diagnosis/cause-catalogue.ts';
import { causeCatalogue } from '#diagnosis/cause-catalogue.ts';
import { diagnose } from '#diagnosis/diagnose.ts';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import { steps } from '#steps/all.ts';
import {
  absent,
  ago,
  answered,
  type ClusterBuilder,
  healthyCluster,
  klog,
  refused,
  running,
  terminated,
  waiting,
  zerolog as line,
} from '../support/cluster-builder.ts';
import { replicaSetName, webhookOf } from '../support/objects.ts';

interface Case {
  readonly what: string;
  readonly cluster: () => ClusterBuilder;
  readonly root: CauseCode;
  readonly exitCode: 0 | 2 | 3 | 4;
  /** Part of the first command of its remedy. */
  readonly command: string;
}

interface Words {
  readonly component?: string;
  readonly error?: string;
  readonly error_code?: string;
  readonly reason?: string;
}

const zerolog = (
  level: string,
  message: string,
  { component = 'kube-events', error_code: code, ...more }: Words = {},
): string => line(level, component, message, { ...more, ...(code === undefined ? {} : { code }) });

const fatal = (message: string, error: string, more: Words = {}): string =>
  zerolog('fatal', message, { component: 'kube-events', error, reason: 'FatalInitializationError', ...more });

/** A container that dies over and over, with these last words in its previous log. */
function crashing(
  cluster: ClusterBuilder,
  role: 'controller' | 'injector' | 'bootstrap',
  lines: readonly string[],
): ClusterBuilder {
  return cluster
    .notReady(role, {
      restartCount: 5,
      state: waiting('CrashLoopBackOff', 'back-off 2m40s restarting failed container'),
      lastState: terminated(1, 'Error', 60),
    })
    .withLog(role, lines, { previous: true })
    .withEvent(role, {
      type: 'Warning',
      reason: 'BackOff',
      message: 'Back-off restarting failed container',
      count: 9,
    })
    .withProbe(role, 'liveness', [refused(), refused(), refused()])
    .withProbe(role, 'readiness', [refused(), refused(), refused()]);
}

/** No pod of a component exists, and its ReplicaSet says why. */
function uncreatable(
  cluster: ClusterBuilder,
  role: 'controller' | 'injector',
  message: string,
): ClusterBuilder {
  return cluster
    .withoutPods(role)
    .withEvent(
      { kind: 'ReplicaSet', name: replicaSetName(role, cluster.mesh) },
      { type: 'Warning', reason: 'FailedCreate', message: `Error creating: ${message}`, count: 12 },
    );
}

const webhookFailed = (why: string): string =>
  `Internal error occurred: failed calling webhook "osm-inject.k8s.io": failed to call webhook: Post "https://osm-injector.osm-system.svc:9090/mutate-pod-creation?timeout=20s": ${why}`;

const cases: readonly Case[] = [
  {
    what: 'another mesh injected its sidecar',
    cluster: () =>
      healthyCluster()
        .withMesh('osm2', 'osm-system-2')
        .withEnrolment('osm-system', 'osm2', { injection: 'enabled', setBy: 'osm' })
        .withSidecar('controller', { mesh: 'osm2', namespace: 'osm-system-2' }),
    root: 'injected-by-other-mesh',
    exitCode: 3,
    command: 'osm namespace remove osm-system --mesh-name osm2',
  },
  {
    what: 'the enrolment is gone, the sidecars are still there',
    cluster: () =>
      healthyCluster()
        .withMesh('osm2', 'osm-system-2')
        .withSidecar('injector', { mesh: 'osm2', namespace: 'osm-system-2' }),
    root: 'injected-by-other-mesh',
    exitCode: 3,
    command: 'rollout restart deployment/osm-injector',
  },
  {
    what: 'Istio injected its proxy',
    cluster: () =>
      healthyCluster().withPod('controller', (pod) => {
        const [first] = pod.spec.containers;
        if (first !== undefined)
          pod.spec.containers.push({ ...first, name: 'istio-proxy', image: 'istio/proxyv2:1.24.0' });
      }),
    root: 'injected-by-other-product',
    exitCode: 3,
    command: 'istio-injection=disabled',
  },
  {
    what: 'the namespace is enrolled elsewhere, and the next restart injects',
    cluster: () =>
      healthyCluster()
        .withMesh('osm2', 'osm-system-2')
        .withEnrolment('osm-system', 'osm2', { injection: 'Yes' }),
    root: 'enrolled-in-other-mesh',
    exitCode: 2,
    command: 'osm namespace remove osm-system --mesh-name osm2',
  },
  {
    what: 'the image does not exist',
    cluster: () =>
      healthyCluster()
        .withPod('controller', (pod) => {
          for (const container of pod.spec.containers) {
            if (container.name === 'osm-controller') container.image = 'flomesh/osm-edge-controller:9.9.9';
          }
        })
        .notReady('controller', {
          state: waiting(
            'ImagePullBackOff',
            'Back-off pulling image "flomesh/osm-edge-controller:9.9.9": not found',
          ),
        }),
    root: 'image-not-pullable',
    exitCode: 3,
    command: 'set image deployment/osm-controller osm-controller=flomesh/osm-edge-controller:1.3.9',
  },
  {
    what: 'the curl image of the init containers cannot be pulled',
    cluster: () =>
      healthyCluster()
        .withContainer('injector', 'init-osm-injector', {
          ready: false,
          state: waiting('ImagePullBackOff', 'Back-off pulling image "curlimages/curl": toomanyrequests'),
        })
        .notReady('injector', { state: waiting('PodInitializing') }),
    root: 'image-not-pullable',
    exitCode: 3,
    command: 'describe pod',
  },
  {
    what: 'an SMI CRD was deleted: the controller answers 503 and is restarted',
    cluster: () =>
      healthyCluster()
        .withApi('split.smi-spec.io/v1alpha4', undefined)
        .withoutCrd('trafficsplits.split.smi-spec.io')
        .notReady('controller', { restartCount: 4, lastState: terminated(0, 'Completed', 20) })
        .withProbe(
          'controller',
          'liveness',
          Array.from({ length: 3 }, () => answered(503, 'Liveness probe for SMI indicates it is not alive')),
        )
        .withProbe(
          'controller',
          'readiness',
          Array.from({ length: 3 }, () => answered(503, 'Readiness probe for SMI indicates it is not ready')),
        )
        .withEvent('controller', {
          type: 'Warning',
          reason: 'Unhealthy',
          message: 'Liveness probe failed: HTTP probe failed with statuscode: 503',
          count: 12,
        })
        .withLog('controller', [
          zerolog('error', 'Error getting resources for groupVersion split.smi-spec.io/v1alpha4', {
            component: 'smi-mesh-spec',
            error: 'the server could not find the requested resource',
          }),
          zerolog('warn', 'Liveness probe for SMI indicates it is not alive', { component: 'health' }),
        ]),
    root: 'smi-api-missing',
    exitCode: 3,
    command: 'rollout restart deployment/osm-bootstrap',
  },
  {
    what: 'a watched CRD is missing: the controller never gets to its probes',
    cluster: () =>
      crashing(healthyCluster().withoutCrd('egresses.policy.openservicemesh.io'), 'controller', [
        klog(
          'E',
          'reflector.go:178] pkg/mod/k8s.io/client-go@v0.26.0/tools/cache/reflector.go:125: Failed to watch *v1alpha1.Egress: failed to list *v1alpha1.Egress: the server could not find the requested resource (get egresses.policy.openservicemesh.io)',
        ),
        fatal('Error creating informer collection', 'failed initial cache sync for informers'),
      ]),
    root: 'watched-crd-missing',
    exitCode: 3,
    command: 'get crds',
  },
  {
    what: 'the ClusterRole is gone',
    cluster: () =>
      crashing(healthyCluster(), 'controller', [
        klog(
          'E',
          'reflector.go:140] pkg/mod/k8s.io/client-go@v0.26.0/tools/cache/reflector.go:169: Failed to watch *v1.Namespace: failed to list *v1.Namespace: namespaces is forbidden: User "system:serviceaccount:osm-system:osm" cannot list resource "namespaces" in API group "" at the cluster scope',
        ),
        fatal('Error creating informer collection', 'failed initial cache sync for informers'),
      ]),
    root: 'rbac-missing',
    exitCode: 3,
    command: 'auth can-i list namespaces --as=system:serviceaccount:osm-system:osm',
  },
  {
    what: 'the MeshConfig was deleted',
    cluster: () =>
      crashing(healthyCluster().withMeshConfig(undefined), 'controller', [
        zerolog(
          'warn',
          'MeshConfig osm-system/osm-mesh-config does not exist. Default config values will be used.',
          { component: 'configurator' },
        ),
        zerolog('error', 'Pipy Repo is not UP:', {
          component: 'flomesh-pipy',
          error:
            'Get "http://127.0.0.1:15128/api/v1/repo//": dial tcp 127.0.0.1:15128: connect: connection refused',
        }),
        fatal(
          'Error initializing proxy control server',
          'Get "http://127.0.0.1:15128/api/v1/repo//": dial tcp 127.0.0.1:15128: connect: connection refused',
        ),
      ]),
    root: 'mesh-config-missing',
    exitCode: 3,
    command: 'rollout restart deployment/osm-bootstrap',
  },
  {
    what: 'the repo server does not run',
    cluster: () =>
      crashing(healthyCluster(), 'controller', [
        zerolog('error', 'Pipy Repo is not UP:', {
          component: 'flomesh-pipy',
          error:
            'Get "http://127.0.0.1:6060/api/v1/repo//": dial tcp 127.0.0.1:6060: connect: connection refused',
        }),
        fatal(
          'Error initializing proxy control server',
          'Get "http://127.0.0.1:6060/api/v1/repo//": dial tcp 127.0.0.1:6060: connect: connection refused',
        ),
      ]),
    root: 'repo-server-down',
    exitCode: 3,
    command: 'logs',
  },
  {
    what: 'port 9091 is taken',
    cluster: () =>
      crashing(healthyCluster(), 'controller', [
        fatal('Error starting HTTP server', 'listen tcp :9091: bind: address already in use'),
      ]),
    root: 'port-in-use',
    exitCode: 3,
    command: 'get deployment/osm-controller',
  },
  {
    what: 'the CA Secret has no ca.crt',
    cluster: () =>
      crashing(healthyCluster(), 'controller', [
        zerolog('error', 'Opaque k8s secret osm-system/osm-ca-bundle does not have required field "ca.crt"', {
          error: 'invalid secret for certificate',
          error_code: 'E4001',
        }),
        fatal(
          'Error fetching certificate manager of kind tresor',
          'manager initialization timed out. Make sure your MeshRootCertificate(s) are valid',
          { reason: 'FatalInvalidCertificateManager' },
        ),
      ]),
    root: 'ca-secret-broken',
    exitCode: 3,
    command: 'get secret osm-ca-bundle',
  },
  {
    what: 'Vault refuses to issue',
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
    exitCode: 3,
    command: 'logs',
  },
  {
    what: 'the injector is killed for memory',
    cluster: () =>
      healthyCluster().notReady('injector', {
        restartCount: 7,
        state: waiting('CrashLoopBackOff'),
        lastState: terminated(137, 'OOMKilled', 30),
      }),
    root: 'out-of-memory',
    exitCode: 3,
    command: 'set resources deployment/osm-injector',
  },
  {
    what: 'no node has the CPU',
    cluster: () =>
      healthyCluster()
        .withPod('controller', (pod) => {
          pod.status.phase = 'Pending';
          pod.status.containerStatuses = [];
          pod.status.initContainerStatuses = [];
          pod.status.conditions = [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: '0/3 nodes are available: 3 Insufficient cpu.',
              lastTransitionTime: ago(300),
            },
          ];
        })
        .withEvent('controller', {
          type: 'Warning',
          reason: 'FailedScheduling',
          message: '0/3 nodes are available: 3 Insufficient cpu.',
        }),
    root: 'node-resources',
    exitCode: 3,
    command: 'describe nodes',
  },
  {
    what: 'the arguments and the image are of two versions',
    cluster: () =>
      crashing(healthyCluster(), 'controller', [
        'unknown flag: --enable-mesh-root-certificate',
        'Usage of osm-controller:',
      ]),
    root: 'version-mismatch',
    exitCode: 3,
    command: 'get deployment/osm-controller',
  },
  {
    what: 'the conversion webhook of the CRD is gone',
    cluster: () =>
      crashing(healthyCluster(), 'bootstrap', [
        zerolog(
          'fatal',
          'Error setting up default MeshConfig osm-mesh-config from ConfigMap preset-mesh-config',
          {
            component: 'osm-bootstrap',
            error:
              'conversion webhook for config.openservicemesh.io/v1alpha1, Kind=MeshConfig failed: Post "https://osm-bootstrap.osm-system.svc:443/convert/meshconfig?timeout=30s": no service port 443 found for service "osm-bootstrap"',
          },
        ),
      ]),
    root: 'crd-conversion-webhook',
    exitCode: 3,
    command: 'patch crd meshconfigs.config.openservicemesh.io',
  },
  {
    what: 'the start takes longer than the liveness probe waits',
    cluster: () =>
      healthyCluster()
        .notReady('controller', {
          restartCount: 4,
          state: running(10),
          lastState: terminated(0, 'Completed', 12),
        })
        .withEvent('controller', {
          type: 'Warning',
          reason: 'Unhealthy',
          message:
            'Liveness probe failed: Get "http://10.0.0.1:9091/health/alive": dial tcp 10.0.0.1:9091: connect: connection refused',
          count: 12,
        })
        .withEvent('controller', {
          type: 'Normal',
          reason: 'Killing',
          message: 'Container osm-controller failed liveness probe, will be restarted',
          count: 4,
        })
        .withProbe('controller', 'liveness', [refused(), refused(), refused()])
        .withProbe('controller', 'readiness', [refused(), refused(), refused()]),
    root: 'slow-start',
    exitCode: 3,
    command: 'patch deployment osm-controller',
  },
  {
    what: 'a Secret that the pod mounts is absent',
    cluster: () =>
      healthyCluster().notReady('injector', {
        state: waiting('CreateContainerConfigError', 'secret "osm-extra" not found'),
      }),
    root: 'config-object-missing',
    exitCode: 3,
    command: 'describe pod',
  },
  {
    what: 'a webhook of a removed mesh is still there',
    cluster: () =>
      uncreatable(
        healthyCluster().withWebhook(
          'mutating',
          webhookOf({ ...healthyCluster().mesh, name: 'gone', namespace: 'gone-system' }, 'mutatingWebhook'),
        ),
        'injector',
        'Internal error occurred: failed calling webhook "osm-inject.k8s.io": failed to call webhook: Post "https://osm-injector.gone-system.svc:9090/mutate-pod-creation?timeout=20s": service "osm-injector" not found',
      ).withTarget({ namespace: 'osm-system' }),
    root: 'stale-webhook-configuration',
    exitCode: 3,
    command: 'delete mutatingwebhookconfiguration osm-webhook-gone',
  },
  {
    what: 'the webhook is signed by another CA',
    cluster: () =>
      uncreatable(
        healthyCluster(),
        'controller',
        webhookFailed('x509: certificate signed by unknown authority'),
      ),
    root: 'webhook-ca-mismatch',
    exitCode: 3,
    command: 'rollout restart deployment/osm-injector',
  },
  {
    what: 'a firewall keeps the API server from the webhook',
    cluster: () =>
      uncreatable(healthyCluster(), 'controller', webhookFailed('dial tcp 10.96.1.2:9090: i/o timeout')),
    root: 'webhook-unreachable',
    exitCode: 3,
    command: 'get pods,endpoints',
  },
  {
    what: 'the injection annotation has a value that is none',
    cluster: () =>
      uncreatable(
        healthyCluster()
          .withMesh('osm2', 'osm-system-2')
          .withEnrolment('osm-system', 'osm2', { injection: 'enable' }),
        'controller',
        'admission webhook "osm-inject.k8s.io" denied the request: Invalid annotation value for key "openservicemesh.io/sidecar-injection": enable',
      ),
    root: 'invalid-injection-annotation',
    exitCode: 3,
    command: 'get namespace osm-system',
  },
  {
    what: 'a quota is used up',
    cluster: () =>
      uncreatable(
        healthyCluster(),
        'controller',
        'pods "osm-controller-x" is forbidden: exceeded quota: compute, requested: cpu=500m, used: cpu=2, limited: cpu=2',
      ),
    root: 'quota-or-policy-rejects-pods',
    exitCode: 3,
    command: 'describe resourcequota,limitrange',
  },
  {
    what: 'osm-bootstrap cannot be pulled, and the other two wait for it',
    cluster: () => {
      const cluster = healthyCluster().notReady('bootstrap', {
        state: waiting(
          'ImagePullBackOff',
          'Back-off pulling image "flomesh/osm-edge-bootstrap:1.3.9": not found',
        ),
      });
      for (const role of ['controller', 'injector'] as const) {
        cluster
          .withContainer(role, `init-osm-${role}`, { ready: false, state: running(200) })
          .notReady(role, { state: waiting('PodInitializing') });
      }
      return cluster;
    },
    root: 'image-not-pullable',
    exitCode: 3,
    command: 'describe pod',
  },
  {
    what: 'the liveness sub-probe of the proxy server says no',
    cluster: () =>
      healthyCluster()
        .withContainer('controller', 'osm-controller', {
          restartCount: 3,
          lastState: terminated(0, 'Completed', 20),
          state: running(18),
        })
        .withProbe(
          'controller',
          'liveness',
          Array.from({ length: 3 }, () =>
            answered(503, 'Liveness probe for pipy-Repo indicates it is not alive'),
          ),
        ),
    root: 'liveness-answers-503',
    exitCode: 3,
    command: 'logs',
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
    what: 'a component is scaled to zero',
    cluster: () => healthyCluster().withReplicas('injector', 0),
    root: 'scaled-to-zero',
    exitCode: 3,
    command: 'scale deployment/osm-injector --replicas=1',
  },
  {
    what: 'a component was deleted',
    cluster: () => healthyCluster().withoutDeployment('injector'),
    root: 'component-deleted',
    exitCode: 3,
    command: 'get deployments,pods',
  },
  {
    what: 'errors are logged while everything works',
    cluster: () =>
      healthyCluster().withLog('injector', [
        zerolog('error', 'Error writing response', {
          component: 'sidecar-injector',
          error: 'write: broken pipe',
          error_code: 'E6106',
        }),
      ]),
    root: 'logged-errors',
    exitCode: 2,
    command: 'logs',
  },
  {
    what: 'it was killed once and runs again',
    cluster: () =>
      healthyCluster().withContainer('controller', 'osm-controller', {
        restartCount: 1,
        lastState: terminated(2, 'Error', 3600),
        state: running(3590),
      }),
    root: 'process-ends',
    exitCode: 2,
    command: '--previous',
  },
];

function diagnosisOf(cluster: ClusterBuilder): MeshDiagnosis {
  const run = diagnose(cluster.snapshot(), steps);
  const mesh = run.meshes.find((item) => item.mesh.namespace === 'osm-system');
  if (mesh === undefined) throw new Error('no mesh was found in osm-system');
  return mesh;
}

test.each(cases)('$what: $root', ({ cluster, root, exitCode, command }) => {
  const diagnosis = diagnosisOf(cluster());
  const [first] = diagnosis.causes;
  const told = diagnosis.causes.map(({ code, effectOf }) => (effectOf === undefined ? code : `  ${code}`));
  expect(first?.code, told.join('\n')).toBe(root);
  expect(first?.effectOf).toBeUndefined();
  expect(first?.remedy[0]?.argv.join(' ')).toContain(command);
  expect(diagnosis.verdict.exitCode).toBe(exitCode);
});

test('a healthy control plane has no cause and nothing above info', () => {
  const { causes, verdict, steps: results } = diagnosisOf(healthyCluster());
  expect(causes).toEqual([]);
  const findings = Object.values(results).flatMap(({ findings: all }) => all);
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(verdict).toEqual({ status: 'healthy', soFar: false, exitCode: 0 });
});

test('every finding above info belongs to some cause', () => {
  for (const { what, cluster } of cases) {
    const { causes, steps: results } = diagnosisOf(cluster());
    const explained = new Set(
      causes.flatMap(({ requires, supports, effects }) => [...requires, ...supports, ...effects]),
    );
    const left = Object.values(results)
      .flatMap(({ findings }) => findings)
      .filter((finding) => finding.severity !== 'info' && !explained.has(finding));
    expect(
      left.map(({ code, subject }) => `${code} ${subject.name}`),
      what,
    ).toEqual([]);
  }
});

test('bootstrap waiting is an effect of what keeps the bootstrap from running', () => {
  const wait = cases.find(({ what }) => what.startsWith('osm-bootstrap cannot'));
  const { causes } = diagnosisOf(wait!.cluster());
  const waiting503 = causes.find(({ code }) => code === 'bootstrap-not-ready');
  expect(waiting503?.effectOf).toContain('image-not-pullable');
});

test('no answer of the MeshConfig request is no missing MeshConfig', () => {
  const { causes, verdict } = diagnosisOf(
    healthyCluster().withFact('meshConfig', {
      state: 'refused',
      verb: 'get',
      resource: 'meshconfigs',
      group: 'config.openservicemesh.io',
      namespace: 'osm-system',
    }),
  );
  expect(causes).toEqual([]);
  expect(verdict.status).toBe('not-checked');
  expect(verdict.exitCode).toBe(4);
});

test('an absent previous log of a container that never restarted is no gap', () => {
  const cluster = healthyCluster().withLogState('controller', true, absent);
  expect(diagnosisOf(cluster).verdict.exitCode).toBe(0);
});

test('every cause has one rule', async () => {
  const { rules } = await import('#diagnosis/rules/all.ts');
  expect(rules.map(({ code }) => code).toSorted()).toEqual(Object.keys(causeCatalogue).toSorted());
});
