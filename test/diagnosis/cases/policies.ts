import { healthyCluster, type ClusterBuilder } from '../../support/cluster-builder.ts';
import { failedCreation, terminatingNamespace } from '../../support/admission-objects.ts';
import { type Case, uncreatable } from '../breakages.ts';

const forbidden = (why: string): ClusterBuilder =>
  uncreatable(healthyCluster(), 'controller', `pods "osm-controller-cf6dd6785-x7k2p" is forbidden: ${why}`);

/** What the API server itself does not admit (facts §7; reports.md G, K). */
export const policyCases: readonly Case[] = [
  {
    what: 'the namespace enforces the restricted Pod Security Standard (r4)',
    cluster: () =>
      uncreatable(
        healthyCluster().withNamespace('osm-system', {
          name: 'osm-system',
          'pod-security.kubernetes.io/enforce': 'restricted',
        }),
        'bootstrap',
        'pods "osm-bootstrap-65f999878b-x7k2p" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "osm-bootstrap" must set securityContext.allowPrivilegeEscalation=false)',
      ),
    root: 'pod-security-rejects-pods',
    roots: ['pod-security-rejects-pods'],
    exitCode: 3,
    command: 'get namespace osm-system --show-labels',
    fix: 'label namespace osm-system pod-security.kubernetes.io/enforce=baseline --overwrite',
  },
  {
    what: 'a namespace of applications enforces a standard that what is injected does not meet',
    cluster: () =>
      failedCreation(
        healthyCluster().withEnrolment('bookstore', 'osm', { injection: 'enabled' }),
        'bookstore',
        {
          message:
            'pods "bookbuyer-x" is forbidden: violates PodSecurity "baseline:latest": non-default capabilities (container "osm-init" must not include "NET_ADMIN" in securityContext.capabilities.add)',
        },
      ),
    root: 'pod-security-rejects-pods',
    roots: ['pod-security-rejects-pods'],
    exitCode: 3,
    command: 'get namespace bookstore --show-labels',
    fix: 'label namespace bookstore pod-security.kubernetes.io/enforce=privileged',
  },
  {
    what: 'a quota is used up',
    cluster: () => forbidden('exceeded quota: compute, requested: cpu=500m, used: cpu=2, limited: cpu=2'),
    root: 'quota-exceeded',
    roots: ['quota-exceeded'],
    exitCode: 3,
    command: 'describe resourcequota compute',
    fix: null,
  },
  {
    what: 'a quota wants limits that a container does not set',
    cluster: () => forbidden('failed quota: compute: must specify limits.cpu for: osm-pipy-repo'),
    root: 'quota-exceeded',
    roots: ['quota-exceeded'],
    exitCode: 3,
    command: 'describe resourcequota compute',
  },
  {
    what: 'the PriorityClass is only admitted where a quota has its scope (GKE)',
    cluster: () =>
      forbidden(
        'insufficient quota to match these scopes: [{PriorityClass In [system-node-critical system-cluster-critical]}]',
      ),
    root: 'priority-class-not-admitted',
    roots: ['priority-class-not-admitted'],
    exitCode: 3,
    command: 'get resourcequota',
    fix: '"values":["system-node-critical","system-cluster-critical"]',
  },
  {
    what: 'the PriorityClass does not exist',
    cluster: () => forbidden('no PriorityClass with name mesh-critical was found'),
    root: 'priority-class-missing',
    roots: ['priority-class-missing'],
    exitCode: 3,
    command: 'get priorityclasses',
    fix: null,
  },
  {
    what: 'no security context constraint of OpenShift admits the pods',
    cluster: () =>
      forbidden(
        'unable to validate against any security context constraint: [provider "anyuid": Forbidden: not usable by user or serviceaccount]',
      ),
    root: 'security-constraint-rejects-pods',
    roots: ['security-constraint-rejects-pods'],
    exitCode: 3,
    command: 'get securitycontextconstraints',
    fix: null,
  },
  {
    what: 'a LimitRange allows less memory than the chart asks for',
    cluster: () => forbidden('maximum memory usage per Container is 512Mi, but limit is 1G'),
    root: 'limit-range-rejects-pods',
    roots: ['limit-range-rejects-pods'],
    exitCode: 3,
    command: 'describe limitrange',
    fix: null,
  },
  {
    what: 'the ServiceAccount was deleted',
    cluster: () =>
      uncreatable(
        healthyCluster(),
        'injector',
        'pods "osm-injector-847c965c-" is forbidden: error looking up service account osm-system/osm: serviceaccount "osm" not found',
      ),
    root: 'service-account-missing',
    roots: ['service-account-missing'],
    exitCode: 3,
    command: 'get serviceaccounts',
    fix: 'helm get manifest osm',
  },
  {
    what: 'the namespace is being deleted',
    cluster: () =>
      forbidden('unable to create new content in namespace osm-system because it is being terminated'),
    root: 'namespace-terminating',
    roots: ['namespace-terminating'],
    exitCode: 3,
    command: 'get namespace osm-system -o yaml',
    fix: null,
  },
  {
    what: 'the namespace is being deleted, and everything still runs',
    cluster: () => healthyCluster().withFact('namespace', terminatingNamespace('osm-system')),
    root: 'namespace-terminating',
    roots: ['namespace-terminating'],
    exitCode: 3,
    command: 'get namespace osm-system -o yaml',
    fix: null,
  },
  {
    what: 'the namespace is being deleted, and its objects are going',
    cluster: () =>
      healthyCluster()
        .withFact('namespace', terminatingNamespace('osm-system'))
        .withoutDeployment('bootstrap')
        .withMeshConfig(undefined),
    root: 'namespace-terminating',
    roots: ['namespace-terminating'],
    exitCode: 3,
    command: 'get namespace osm-system -o yaml',
    fix: null,
  },
  {
    what: 'the API server rejects the pods for a reason that is not known',
    cluster: () => forbidden('node selector conflict'),
    root: 'quota-or-policy-rejects-pods',
    roots: ['quota-or-policy-rejects-pods'],
    exitCode: 3,
    command: 'get events --field-selector reason=FailedCreate',
    fix: null,
  },
];
