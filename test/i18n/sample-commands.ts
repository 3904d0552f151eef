import type { Gap } from '#diagnosis/check.ts';
import type { CoverageNote } from '#diagnosis/diagnosis.ts';
import type { BeforeChecks, CommandEffects, RemedyPurposes } from '#diagnosis/registry.ts';
import type { Problem, ProblemKind } from '#errors/problem.ts';
import type { ReadError } from '#snapshot/observed.ts';

export const samplePurposes: RemedyPurposes = {
  'remove-enrolment': { namespace: 'osm-system', mesh: 'osm2' },
  'guard-namespace': { namespace: 'osm-system' },
  'restart-workloads': { workloads: ['osm-controller', 'osm-injector'] },
  'watch-rollout': { workload: 'osm-controller' },
  'restart-bootstrap': {},
  'inspect-template': { workload: 'osm-controller' },
  'roll-back-to': { workload: 'osm-controller', revision: '3' },
  'remove-from-template': { workload: 'osm-controller', containers: ['sidecar', 'osm-init'] },
  'set-image': { container: 'osm-controller', image: 'flomesh/osm-edge-controller:1.3.9' },
  'show-revisions': { workload: 'osm-controller' },
  'inspect-pod': { pod: 'osm-controller-x' },
  'inspect-events': { namespace: 'osm-system' },
  'inspect-logs': { pod: 'osm-controller-x', container: 'osm-controller', previous: true },
  'inspect-nodes': {},
  'inspect-node': { node: 'node1' },
  'inspect-api-endpoints': {},
  'inspect-network-policies': { namespace: 'osm-system' },
  'inspect-network-pods': {},
  'inspect-dns': {},
  'inspect-dns-logs': {},
  'inspect-endpoints': { service: 'osm-bootstrap' },
  'inspect-node-architecture': { node: 'node1' },
  'inspect-image-platforms': { image: 'flomesh/osm-edge-controller:1.3.9' },
  'uncordon-node': { node: 'node1' },
  'inspect-config-object': { kind: 'Secret', name: 'osm-ca-bundle' },
  'restore-probes': { workload: 'osm-controller', container: 'osm-controller', probes: ['liveness'] },
  'restore-selector': { service: 'osm-controller', selector: 'app=osm-controller' },
  'inspect-labels': { workload: 'osm-controller' },
  'inspect-kubernetes-version': {},
  'inspect-usage': { pod: 'osm-controller-a-b' },
  'relieve-probe': { workload: 'osm-controller', container: 'osm-controller' },
  'undo-rollout': { workload: 'osm-controller' },
  'inspect-webhook': { webhook: 'osm-inject.k8s.io' },
  'inspect-workloads': { namespace: 'osm-system' },
  'inspect-service': { service: 'osm-injector' },
  'inspect-pods-of': { workload: 'osm-injector' },
  'inspect-logs-of': { workload: 'osm-injector' },
  'inspect-workload': { workload: 'ReplicaSet/bookbuyer-6c87f549b9' },
  'inspect-namespace': { namespace: 'osm-system' },
  'inspect-limit-ranges': { namespace: 'osm-system' },
  'inspect-service-accounts': { namespace: 'osm-system' },
  'inspect-priority-classes': {},
  'inspect-constraints': {},
  'inspect-conversion': { crd: 'meshconfigs.config.openservicemesh.io' },
  'relax-pod-security': { namespace: 'osm-system' },
  'add-quota': { namespace: 'osm-system', quota: 'critical-pods' },
  'restore-service-account': { release: 'osm' },
  'enable-injection': { namespace: 'bookstore' },
  'inspect-mesh-config': {},
  'inspect-crds': {},
  'inspect-smi-api': { groupVersion: 'split.smi-spec.io/v1alpha4' },
  'inspect-secret-name': { secret: 'osm-ca-bundle' },
  'inspect-rbac': { account: 'osm', verb: 'get', resource: 'pods' },
  'inspect-error-code': { errorCode: 'E4000' },
  'inspect-annotation': { namespace: 'osm-system' },
  'inspect-quota': { namespace: 'osm-system' },
  'fix-binding-subject': { binding: 'osm-interceptor', namespace: 'mesh-edge' },
  'restore-rbac': { release: 'osm' },
  'delete-secret': { secret: 'osm-ca-bundle' },
  'delete-webhook': { webhook: 'osm-webhook-osm2' },
  'raise-memory': { container: 'osm-injector' },
  'fix-annotation': { namespace: 'osm-system', key: 'openservicemesh.io/sidecar-injection' },
  'scale-up': { workload: 'osm-injector' },
  'clear-conversion': { crd: 'meshconfigs.config.openservicemesh.io' },
  reinstall: { mesh: 'osm', namespace: 'osm-system' },
  'delay-liveness': { workload: 'osm-controller', container: 'osm-controller' },
  'turn-on-debug-log': {},
};

export const sampleEffects: CommandEffects = {
  'removes-labels-and-annotations': {
    keys: ['openservicemesh.io/monitored-by', 'openservicemesh.io/ignore'],
  },
  'drops-ignore-label': {},
  'restarts-pods': { workloads: ['osm-controller'] },
  'stops-injection': { namespace: 'osm-system' },
  'creates-object': { object: 'resourcequota/critical-pods' },
  'starts-injection': { namespace: 'bookstore' },
  'admits-more-pods': { namespace: 'osm-system' },
  'deletes-object': { object: 'secret/osm-ca-bundle' },
  'changes-workload': { workload: 'osm-controller' },
  'new-root-certificate': {},
};

export const sampleBeforeChecks: BeforeChecks = {
  'webhook-dead-lock': { webhook: 'osm-inject.k8s.io' },
  'label-owner': { manager: 'argocd', time: '2026-11-23T09:15:35Z' },
  'node-maintenance': { node: 'node1' },
  'image-exists': { image: 'flomesh/osm-edge-controller:1.3.9' },
  'secret-in-use': { secret: 'osm-ca-bundle' },
  'webhook-unused': { webhook: 'osm-webhook-osm2' },
  'release-exists': { release: 'osm' },
  'manifest-source': { workload: 'osm-controller' },
};

export const sampleProblems: { readonly [K in ProblemKind]: Extract<Problem, { kind: K }> } = {
  usage: { kind: 'usage', message: 'unknown option --x' },
  'unknown-context': { kind: 'unknown-context', context: 'prod', known: ['prod-tokyo', 'prod-osaka'] },
  'unknown-scenario': { kind: 'unknown-scenario', scenario: '99', known: ['01-healthy'] },
  'unknown-code': { kind: 'unknown-code', code: 'OED999', near: ['OED109'] },
  'unknown-mesh': { kind: 'unknown-mesh', mesh: 'osm9', known: ['osm'] },
  'snapshot-unreadable': { kind: 'snapshot-unreadable', file: 'run.json', message: 'EACCES' },
  'snapshot-invalid': {
    kind: 'snapshot-invalid',
    file: 'run.json',
    path: 'cluster',
    reason: 'expected object',
  },
  'snapshot-version': { kind: 'snapshot-version', file: 'run.json', found: 'v9', supported: 'v1' },
  unreachable: {
    kind: 'unreachable',
    server: 'https://10.0.0.1:6443',
    context: 'prod-tokyo',
    code: 'ECONNREFUSED',
    message: 'connect ECONNREFUSED',
  },
  'tls-not-trusted': {
    kind: 'tls-not-trusted',
    server: 'https://10.0.0.1:6443',
    context: 'prod-tokyo',
    code: 'SELF_SIGNED_CERT_IN_CHAIN',
    message: 'self-signed certificate in certificate chain',
  },
  'not-authenticated': {
    kind: 'not-authenticated',
    server: 'https://10.0.0.1:6443',
    context: 'prod-tokyo',
    message: 'Unauthorized',
  },
  'exec-plugin-failed': {
    kind: 'exec-plugin-failed',
    context: 'prod-tokyo',
    command: ['aws', 'eks', 'get-token', '--cluster-name', 'prod tokyo'],
    exitCode: 255,
    stderr: '\nToken has expired\nrun aws sso login\n',
    installHint: 'Install the AWS CLI',
  },
  'kubeconfig-missing': { kind: 'kubeconfig-missing', files: ['/etc/kube'], from: 'KUBECONFIG' },
  'kubeconfig-malformed': { kind: 'kubeconfig-malformed', file: '/etc/kube', line: 7, reason: 'bad indent' },
  'context-incomplete': {
    kind: 'context-incomplete',
    context: 'prod',
    file: '/etc/kube',
    missing: 'cluster',
  },
  'no-current-context': { kind: 'no-current-context', file: '/home/me/.kube/config', known: ['prod-tokyo'] },
  'no-configuration': { kind: 'no-configuration' },
  'log-not-read': {
    kind: 'log-not-read',
    why: 'absent',
    context: 'prod-tokyo',
    namespace: 'osm-system',
    pod: 'osm-controller-x',
    container: 'osm-controller',
    previous: true,
    message: 'previous terminated container "osm-controller" in pod "osm-controller-x" not found',
  },
  'report-exists': { kind: 'report-exists', file: 'report.md' },
  'report-not-written': {
    kind: 'report-not-written',
    file: 'report.md',
    code: 'ENOSPC',
    message: 'no space',
  },
  internal: { kind: 'internal', message: 'x is not a function' },
};

const at = '2026-11-23T09:15:35Z';
const errorKinds: readonly ReadError['kind'][] = [
  'timeout',
  'network',
  'tls',
  'unauthorized',
  'status',
  'invalid',
  'not-in-snapshot',
];

/** One note of every kind. */
export const sampleNotes: readonly CoverageNote[] = Object.values({
  'events-expire': { kind: 'events-expire' },
  'no-previous-log': { kind: 'no-previous-log' },
  'log-not-started': { kind: 'log-not-started' },
  'log-not-text': { kind: 'log-not-text' },
  'log-cut': { kind: 'log-cut', log: 'osm-controller-x/osm-controller/current' },
  'log-rotates': {
    kind: 'log-rotates',
    log: 'osm-controller-x/osm-controller/current',
    startedAt: at,
    firstAt: at,
  },
  'log-since': { kind: 'log-since', since: at },
  'log-oversized': { kind: 'log-oversized', log: 'osm-controller-x/osm-controller/current', lines: 3 },
} satisfies { readonly [K in CoverageNote['kind']]: Extract<CoverageNote, { kind: K }> });

/** A gap of every state, every kind of error and every kind of what a part may lack. */
export const sampleGaps: readonly Gap[] = [
  { fact: 'pods', observed: { state: 'pending' } },
  { fact: 'pods', observed: { state: 'cancelled' } },
  {
    fact: 'deployments',
    observed: { state: 'refused', verb: 'list', resource: 'deployments', group: 'apps' },
  },
  {
    fact: 'logs',
    key: 'osm-controller-x/osm-controller/current',
    observed: { state: 'refused', verb: 'get', resource: 'pods/log', group: '', namespace: 'osm-system' },
  },
  ...errorKinds.flatMap((kind): readonly Gap[] => [
    { fact: 'events', observed: { state: 'failed', error: { kind, message: 'words', code: '500' } } },
    { fact: 'events', observed: { state: 'failed', error: { kind, message: '' } } },
  ]),
  ...(['invalid-items', 'pages', 'log-limit', 'log-rotated', 'log-restarted', 'log-broken'] as const).flatMap(
    (kind): readonly Gap[] => [
      {
        fact: 'pods',
        observed: { state: 'partial', value: [], at, missing: [{ kind, count: 1, reason: 'why' }] },
      },
      {
        fact: 'logs',
        observed: { state: 'partial', value: [], at, missing: [{ kind, reason: '', from: at, to: at }] },
      },
      {
        fact: 'logs',
        observed: { state: 'partial', value: [], at, missing: [{ kind, reason: '', from: at }] },
      },
      { fact: 'pods', observed: { state: 'partial', value: [], at, missing: [{ kind, reason: '' }] } },
    ],
  ),
  { fact: 'pods', observed: { state: 'partial', value: [], at, missing: [] } },
];
