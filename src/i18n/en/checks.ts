import type { Gap } from '#diagnosis/check.ts';
import type { CoverageNote } from '#diagnosis/diagnosis.ts';
import type { CheckTexts } from '#i18n/types/checks.ts';
import type { Missing, ReadError, Refusal } from '#snapshot/observed.ts';
import { instant } from '../instant.ts';
import { lacking } from './lacking.ts';
import { capital, count, list, quoted, sentences } from './words.ts';

const facts = {
  deployments: 'Deployments',
  enrolledNamespaces: 'enrolled namespaces',
  mutatingWebhooks: 'mutating webhook configurations',
  validatingWebhooks: 'validating webhook configurations',
  customResourceDefinitions: 'CRDs',
  apiResources: 'API resources',
  namespace: 'namespace',
  replicaSets: 'ReplicaSets',
  pods: 'Pods',
  events: 'events',
  services: 'Services',
  endpoints: 'endpoints',
  meshConfig: 'MeshConfig',
  probes: 'probe calls',
  logs: 'logs',
} satisfies CheckTexts['facts'];

/** The rule to add, in the words of a ClusterRole or Role (facts §10). */
function refusal({ verb, resource, group, namespace }: Refusal, what: string): string {
  const scope = namespace === undefined ? 'cluster-wide' : `in namespace ${namespace}`;
  const kind = namespace === undefined ? 'ClusterRole' : 'Role';
  // Discovery is no resource: what allows it is bound to everybody who logs in (facts §10).
  if (resource.startsWith('/')) {
    return `${capital(what)}: the API server denies ${verb} on "${resource}". Bind ClusterRole system:discovery, or add a rule: nonResourceURLs ["${resource}"] verbs ["${verb}"].`;
  }
  return sentences(
    `${capital(what)}: the API server denies ${verb} on resource "${resource}" of ${group === '' ? 'the core API group' : `API group "${group}"`} ${scope}.`,
    `Add a rule to a ${kind}: apiGroups ["${group}"] resources ["${resource}"] verbs ["${verb}"]; docs/rbac.yaml has all the rules.`,
  );
}

function failure({ kind, message, code }: ReadError, what: string): string {
  const name = capital(what);
  const words = message.trim() === '' ? '' : `: ${quoted(message)}`;
  switch (kind) {
    case 'timeout':
      return `${name}: the request timed out${words}. Try again.`;
    case 'network':
      return `${name}: the connection failed${code === undefined ? '' : ` (${code})`}${words}. Check the network, then try again.`;
    case 'tls':
      return `${name}: the TLS connection failed${code === undefined ? '' : ` (${code})`}${words}.`;
    case 'unauthorized':
      return `${name}: the API server no longer accepts the credentials${words}. Log in again, then try again.`;
    case 'status':
      return `${name}: the API server returned an error${code === undefined ? '' : ` ${code}`}${words}.`;
    case 'invalid':
      return `${name}: the response could not be parsed${words}.`;
    case 'not-in-snapshot':
      return `${name}: not in this snapshot. To get it, read the live cluster.`;
    default:
      return kind satisfies never;
  }
}

function shortfall(missing: readonly Missing[], what: string): string {
  const parts = missing.map(lacking);
  return `${capital(what)}: read only in part${parts.length === 0 ? '' : `; ${list(parts)}`}. The missing part may contain more problems.`;
}

function gap({ fact, key, observed }: Gap): string {
  const what = key === undefined ? facts[fact] : `${facts[fact]} ${key}`;
  switch (observed.state) {
    case 'pending':
      return `${capital(what)}: not read yet.`;
    case 'cancelled':
      return `${capital(what)}: reading was canceled. Try again.`;
    case 'partial':
      return shortfall(observed.missing, what);
    case 'refused':
      return refusal(observed, what);
    case 'failed':
      return failure(observed.error, what);
    default:
      return observed satisfies never;
  }
}

function note(of: CoverageNote): string {
  switch (of.kind) {
    case 'events-expire':
      return 'By default, the API server keeps events for 1 h; older events are gone.';
    case 'no-previous-log':
      return 'There is no previous log: the container was not restarted, or the log is gone.';
    case 'log-not-started':
      return 'The container has not started, so it has no log yet.';
    case 'log-not-text':
      return 'The node returned an error message instead of the log.';
    case 'log-cut':
      return `Log ${of.log}: only a part of it was read.`;
    case 'log-rotates':
      return `Log ${of.log} begins at ${instant(of.firstAt)}, but its container started at ${instant(of.startedAt)}: log rotation on the node may have removed older lines.`;
    case 'log-since':
      return `Only log lines since ${instant(of.since)} were read, because of --since.`;
    case 'log-oversized':
      return `Log ${of.log}: of ${count(of.lines, 'line')} longer than the limit, only the beginning was read.`;
    default:
      return of satisfies never;
  }
}

function sinceWords(since: string | undefined): string {
  return since === undefined ? '' : ` (lines since ${instant(since)})`;
}

export const checks = {
  checks: {
    'control-plane-found': {
      question: 'Does a control plane of a mesh exist?',
      passed: (looked) =>
        looked === 0
          ? 'There is no Deployment to check.'
          : `${count(looked, 'Deployment')} of all meshes checked: this mesh has a controller.`,
    },
    components: {
      question: 'Does every component have its Deployment, its Pods and a Ready replica?',
      passed: (looked) =>
        looked === 0
          ? 'There is no controller, so there are no components to check.'
          : `${count(looked, 'Deployment')} of this mesh: none is missing, each has a Ready Pod.`,
    },
    replicas: {
      question: 'Is every replica Ready, and has it stayed Ready?',
      passed: (looked) =>
        looked === 0
          ? 'There is no Pod to check.'
          : `${count(looked, 'Pod')} checked: each is Ready or starting, and no restart needs attention.`,
    },
    'probes-now': {
      question: 'Does every probe pass now?',
      passed: (looked) =>
        looked === 0
          ? 'There is no probe to call.'
          : `${count(looked, 'probe')} called through the API server: no unexpected failure.`,
    },
    services: {
      question: 'Does every Service of the control plane have a Ready Pod behind it?',
      passed: (looked) =>
        looked === 0
          ? 'There is no Service to check.'
          : `${count(looked, 'Service')} checked: each has a Ready Pod behind it.`,
    },
    'smi-api': {
      question: 'Does the API server serve the SMI kinds that the controller asks for?',
      passed: (looked) =>
        looked === 0
          ? 'There is no SMI kind to check.'
          : `${count(looked, 'SMI kind')} checked: the API server serves ${looked === 1 ? 'it' : 'all of them'}.`,
    },
    'custom-resource-definitions': {
      question: 'Do all CRDs that the control plane watches exist?',
      passed: (looked) =>
        looked === 0
          ? 'There is no CRD to check.'
          : `${count(looked, 'CRD')} checked: ${looked === 1 ? 'it exists' : 'all exist'}.`,
    },
    'mesh-config': {
      question: 'Does the MeshConfig exist?',
      passed: (looked) => (looked === 0 ? 'There is no MeshConfig to check.' : 'The MeshConfig exists.'),
    },
    'webhook-configurations': {
      question: 'Is a webhook configuration left over from a removed mesh?',
      passed: (looked) =>
        looked === 0
          ? 'There is no webhook configuration to check.'
          : `${count(looked, 'webhook configuration')} checked: none is left over from a removed mesh.`,
    },
    containers: {
      question: 'Does a control-plane Pod run a container that does not belong in it?',
      passed: (looked) =>
        looked === 0
          ? 'There is no Pod to check.'
          : `${count(looked, 'Pod')} checked: no container shows signs of injection.`,
    },
    enrolment: {
      question: 'Is the namespace of the control plane enrolled in a mesh?',
      passed: (looked) =>
        looked === 0
          ? 'The namespace of the control plane is not enrolled in a mesh.'
          : 'No mesh injects sidecars into new Pods of this namespace.',
    },
    'other-meshes': {
      question: 'Did another product, such as Istio or Linkerd, inject a sidecar?',
      passed: () => 'No Pod has a sidecar of Istio, Linkerd or another product.',
    },
    events: {
      question: 'Do events report errors in creating, scheduling or starting Pods?',
      passed: (looked) =>
        looked === 0
          ? 'There are no events; by default, they are kept for 1 h.'
          : `${count(looked, 'event')} read: none reports an ongoing problem.`,
    },
    'container-states': {
      question: 'Is every container running, and how did its previous run end?',
      passed: (looked) =>
        looked === 0
          ? 'There is no container to check.'
          : `${count(looked, 'container')} checked: none has a problem.`,
    },
    'current-logs': {
      question: 'Do the current logs contain errors?',
      passed: (looked, since) =>
        looked === 0
          ? 'There is no current log to read.'
          : `${count(looked, 'current log')} read${sinceWords(since)}: no error affects the control plane.`,
    },
    'previous-logs': {
      question: 'Do the logs before the last restart contain errors?',
      passed: (looked, since) =>
        looked === 0
          ? 'There is no previous log to read.'
          : `${count(looked, 'previous log')} read${sinceWords(since)}: no error affects the control plane.`,
    },
    'log-levels': {
      question: 'Does the log level allow error lines?',
      passed: (looked) =>
        looked === 0
          ? 'There is no Pod to check.'
          : `${count(looked, 'Pod')} checked: no log level hides error lines.`,
    },
  },
  facts,
  gap,
  lacking,
  note,
} satisfies CheckTexts;
