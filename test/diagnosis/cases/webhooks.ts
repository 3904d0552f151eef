import type { ClusterBuilder } from '../../support/cluster-builder.ts';
import { healthyCluster } from '../../support/cluster-builder.ts';
import { failedCreation } from '../../support/admission-objects.ts';
import { webhookOf } from '../../support/webhook-objects.ts';
import { type Case, uncreatable, webhookFailed } from '../breakages.ts';

const goneMesh = { ...healthyCluster().mesh, name: 'gone', namespace: 'gone-system' };
const withApplication = (): ClusterBuilder =>
  healthyCluster().withEnrolment('bookstore', 'osm', { injection: 'enabled' });

/** An application whose Pods cannot be created: the control plane has no other trouble. */
const refusedApplication = (message: string): ClusterBuilder =>
  failedCreation(withApplication(), 'bookstore', { message });

/** An add-on that was removed, and left its configuration under a name of its own (osm#5084). */
function withAddOnLeft(): ClusterBuilder {
  const left = webhookOf({ ...healthyCluster().mesh, namespace: 'kube-system' }, 'mutatingWebhook');
  left.metadata.name = 'aks-osm-webhook-osm';
  return failedCreation(withApplication().withWebhook('mutating', left), 'bookstore', {
    message: webhookFailed('service "osm-injector" not found', 'kube-system'),
  });
}

/** Webhooks that keep Pods from being created (facts §3.3, §3.4, §9; reports.md C, D, L). */
export const webhookCases: readonly Case[] = [
  {
    what: 'a webhook of a removed mesh keeps pods from being created',
    row: 'Stale webhook config of a removed mesh',
    cluster: () =>
      uncreatable(
        healthyCluster().withWebhook('mutating', webhookOf(goneMesh, 'mutatingWebhook')),
        'injector',
        webhookFailed('service "osm-injector" not found', 'gone-system'),
      ).withTarget({ namespace: 'osm-system' }),
    root: 'stale-webhook-configuration',
    roots: ['stale-webhook-configuration'],
    exitCode: 3,
    command: '-n gone-system get deployments,services',
    fix: 'delete mutatingwebhookconfiguration osm-webhook-gone',
    confidence: 'certain',
  },
  {
    what: 'the configuration of a removed add-on still selects an enrolled namespace',
    cluster: withAddOnLeft,
    root: 'stale-webhook-configuration',
    roots: ['stale-webhook-configuration'],
    exitCode: 3,
    command: '-n kube-system get deployments,services',
    fix: 'delete mutatingwebhookconfiguration aks-osm-webhook-osm',
  },
  {
    what: 'the mesh was removed, and its webhook still selects an enrolled namespace',
    cluster: () =>
      healthyCluster({ presence: 'leftovers', version: '' })
        .withoutDeployment('controller')
        .withoutDeployment('injector')
        .withoutDeployment('bootstrap')
        .withEnrolment('bookstore', 'osm', {}),
    root: 'control-plane-removed',
    roots: ['control-plane-removed'],
    effects: ['stale-webhook-configuration'],
    exitCode: 3,
    command: '-n osm-system get deployments,pods',
    fix: 'delete mutatingwebhookconfiguration osm-webhook-osm',
  },
  {
    what: 'the control plane is enrolled in its own mesh, and no injector is Ready (r8)',
    cluster: () =>
      uncreatable(
        healthyCluster().withEnrolment('osm-system', 'osm', { injection: 'enabled' }),
        'injector',
        webhookFailed('no endpoints available for service "osm-injector"'),
      ),
    root: 'own-webhook-dead-lock',
    roots: ['own-webhook-dead-lock'],
    exitCode: 3,
    command: 'osm-system',
    fix: 'osm-system',
    confidence: 'certain',
  },
  {
    what: 'a firewall keeps the API server from the webhook, and only applications notice (r1)',
    cluster: () => refusedApplication(webhookFailed('dial tcp 10.96.109.253:9090: i/o timeout')),
    root: 'webhook-unreachable',
    roots: ['webhook-unreachable'],
    exitCode: 3,
    command: '-n osm-system get service,endpoints osm-injector',
    fix: null,
  },
  {
    what: 'a StatefulSet waits for a webhook that does not answer in time',
    cluster: () =>
      failedCreation(withApplication(), 'bookstore', {
        kind: 'StatefulSet',
        name: 'mysql',
        message: `create Pod mysql-0 in StatefulSet mysql failed error: ${webhookFailed('context deadline exceeded')}`,
      }),
    root: 'webhook-unreachable',
    roots: ['webhook-unreachable'],
    exitCode: 3,
    command: '-n osm-system get service,endpoints osm-injector',
  },
  {
    what: 'a firewall keeps the API server from the webhook',
    row: 'Network policy / firewall blocks API server→9090',
    cluster: () =>
      uncreatable(healthyCluster(), 'controller', webhookFailed('dial tcp 10.96.1.2:9090: i/o timeout')),
    root: 'webhook-unreachable',
    roots: ['webhook-unreachable'],
    exitCode: 3,
    command: 'get service,endpoints osm-injector',
    fix: null,
  },
  {
    what: 'the webhook server of the injector has stopped, and its probe passes',
    cluster: () => refusedApplication(webhookFailed('dial tcp 10.244.0.8:9090: connect: connection refused')),
    root: 'webhook-not-listening',
    roots: ['webhook-not-listening'],
    exitCode: 3,
    command: 'get service,endpoints osm-injector',
    fix: '-n osm-system rollout restart deployment/osm-injector',
  },
  {
    what: "another mesh's injector is down, and it is called for our Pods",
    cluster: () =>
      uncreatable(
        healthyCluster().withMesh('osm2', 'osm-system-2'),
        'controller',
        webhookFailed('no endpoints available for service "osm-injector"', 'osm-system-2'),
      ),
    root: 'webhook-without-endpoints',
    exitCode: 3,
    command: '-n osm-system-2 get service,endpoints osm-injector',
    fix: null,
  },
  {
    what: 'a webhook of other software does not answer',
    cluster: () =>
      uncreatable(
        healthyCluster(),
        'controller',
        'Internal error occurred: failed calling webhook "namespace.sidecar-injector.istio.io": failed to call webhook: Post "https://istiod.istio-system.svc:443/inject?timeout=10s": no endpoints available for service "istiod"',
      ),
    root: 'webhook-without-endpoints',
    exitCode: 3,
    command: '-n istio-system get service,endpoints istiod',
    fix: null,
  },
  {
    what: 'something else answers on the port of the webhook',
    cluster: () => refusedApplication(webhookFailed('http: server gave HTTP response to HTTPS client')),
    root: 'webhook-gives-errors',
    exitCode: 3,
    command: '-n osm-system logs deployment/osm-injector -c osm-injector',
    fix: null,
  },
  {
    what: 'the injector is scaled to zero, and applications wait for it',
    cluster: () =>
      failedCreation(withApplication().withReplicas('injector', 0), 'bookstore', {
        message: webhookFailed('no endpoints available for service "osm-injector"'),
      }),
    root: 'scaled-to-zero',
    roots: ['scaled-to-zero'],
    exitCode: 3,
    command: 'scale deployment/osm-injector',
  },
  {
    what: 'a policy engine denies the pods',
    cluster: () =>
      uncreatable(
        healthyCluster(),
        'injector',
        'admission webhook "validate.kyverno.svc-fail" denied the request: image registry is not allowed',
      ),
    root: 'webhook-denies-pods',
    roots: ['webhook-denies-pods'],
    exitCode: 3,
    command: 'get mutatingwebhookconfigurations,validatingwebhookconfigurations',
    fix: null,
  },
  {
    what: 'the injector denies application Pods for want of a sidecar image',
    cluster: () =>
      refusedApplication(
        'admission webhook "osm-inject.k8s.io" denied the request: MeshConfig sidecar.sidecarImage not set',
      ),
    root: 'webhook-denies-pods',
    exitCode: 3,
    command: 'get mutatingwebhookconfiguration osm-webhook-osm',
    fix: null,
  },
  {
    what: 'a namespace of applications has an annotation that no injector can read',
    cluster: () =>
      failedCreation(
        healthyCluster().withEnrolment('bookstore', 'osm', { injection: 'enable' }),
        'bookstore',
        {
          message:
            'admission webhook "osm-inject.k8s.io" denied the request: Invalid annotation value for key "openservicemesh.io/sidecar-injection": enable',
        },
      ),
    root: 'invalid-injection-annotation',
    roots: ['invalid-injection-annotation'],
    exitCode: 3,
    command: 'get namespace bookstore',
    fix: 'annotate namespace bookstore openservicemesh.io/sidecar-injection=enabled',
  },
  {
    what: 'a second mesh is refused at its installation',
    row: 'Second mesh refused',
    cluster: () =>
      healthyCluster().withEvent(
        { kind: 'Job', name: 'osm2-preinstall' },
        { reason: 'BackoffLimitExceeded', message: 'Job has reached the specified backoff limit' },
      ),
    root: 'second-mesh-refused',
    exitCode: 2,
    command: 'get deployments -A -l app=osm-controller -L meshName,enforceSingleMesh',
  },
];
