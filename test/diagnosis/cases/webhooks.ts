import { healthyCluster } from '../../support/cluster-builder.ts';
import { webhookOf } from '../../support/webhook-objects.ts';
import { type Case, uncreatable, webhookFailed } from '../breakages.ts';

const goneMesh = { ...healthyCluster().mesh, name: 'gone', namespace: 'gone-system' };

/** What keeps pods from being created at all (facts §3.3, §3.4, §9). */
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
    command: 'delete mutatingwebhookconfiguration osm-webhook-gone',
    confidence: 'certain',
  },
  {
    what: 'the webhook is signed by another CA',
    row: 'caBundle of webhook ≠ CA of serving cert (Secret replaced, only one deployment restarted; two meshes with one name)',
    cluster: () =>
      uncreatable(
        healthyCluster(),
        'controller',
        webhookFailed('x509: certificate signed by unknown authority'),
      ),
    root: 'webhook-ca-mismatch',
    roots: ['webhook-ca-mismatch'],
    exitCode: 3,
    command: '-n osm-system rollout restart deployment/osm-injector',
  },
  {
    what: "another mesh's webhook is signed by another CA: that injector is restarted",
    row: 'caBundle of webhook ≠ CA of serving cert (Secret replaced, only one deployment restarted; two meshes with one name)',
    cluster: () =>
      uncreatable(
        healthyCluster(),
        'controller',
        webhookFailed('x509: certificate signed by unknown authority', 'osm-system-2'),
      ),
    root: 'webhook-ca-mismatch',
    exitCode: 3,
    command: '-n osm-system-2 rollout restart deployment/osm-injector',
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
    roots: ['quota-or-policy-rejects-pods'],
    exitCode: 3,
    command: 'describe resourcequota,limitrange',
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
