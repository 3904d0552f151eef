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
  version: 'Kubernetes version',
  creationFailures: 'failures to create Pods',
  affectedWorkloads: 'workloads whose Pods could not be created',
  namespace: 'namespace',
  replicaSets: 'ReplicaSets',
  pods: 'Pods',
  events: 'events',
  services: 'Services',
  endpoints: 'endpoints',
  meshConfig: 'MeshConfig',
  autoscalers: 'HorizontalPodAutoscalers',
  nodes: 'nodes',
  probes: 'probe calls',
  logs: 'logs',
} satisfies CheckTexts['facts'];

/** The rule to add, in the words of a ClusterRole or Role (facts §10). */
function refusal({ verb, resource, group, namespace }: Refusal, what: string): string {
  const scope = namespace === undefined ? 'cluster-wide' : `in namespace ${namespace}`;
  const kind = namespace === undefined ? 'ClusterRole' : 'Role';
  // Discovery is no resource: what allows it is bound to everybody who logs in (facts §10).
  if (resource.startsWith('/')) {
    return `${capital(what)}: the API server refuses ${verb} on "${resource}". Bind ClusterRole system:discovery, or add a rule: nonResourceURLs ["${resource}"] verbs ["${verb}"].`;
  }
  return sentences(
    `${capital(what)}: the API server refuses ${verb} on resource "${resource}" of ${group === '' ? 'the core API group' : `API group "${group}"`} ${scope}.`,
    `Add a rule to a ${kind}: apiGroups ["${group}"] resources ["${resource}"] verbs ["${verb}"]; docs/rbac.yaml has all of them.`,
  );
}

function failure({ kind, message, code }: ReadError, what: string): string {
  const name = capital(what);
  const words = message.trim() === '' ? '' : `: ${quoted(message)}`;
  switch (kind) {
    case 'timeout':
      return `${name}: no answer in time${words}. Read again.`;
    case 'network':
      return `${name}: the connection failed${code === undefined ? '' : ` (${code})`}${words}. Check the network and read again.`;
    case 'tls':
      return `${name}: the TLS connection failed${code === undefined ? '' : ` (${code})`}${words}.`;
    case 'unauthorized':
      return `${name}: the API server does not accept the credentials any more${words}. Log in again and read again.`;
    case 'status':
      return `${name}: the API server answered with an error${code === undefined ? '' : ` ${code}`}${words}.`;
    case 'invalid':
      return `${name}: the answer could not be understood${words}.`;
    case 'not-in-snapshot':
      return `${name}: not in this snapshot. Read the live cluster for it.`;
    default:
      return kind satisfies never;
  }
}

function shortfall(missing: readonly Missing[], what: string): string {
  const parts = missing.map(lacking);
  return `${capital(what)}: read in part${parts.length === 0 ? '' : `; ${list(parts)}`}. What is missing may hold more.`;
}

function gap({ fact, key, observed }: Gap): string {
  const what = key === undefined ? facts[fact] : `${facts[fact]} ${key}`;
  switch (observed.state) {
    case 'pending':
      return `${capital(what)}: not read yet.`;
    case 'cancelled':
      return `${capital(what)}: the reading was cancelled. Read again.`;
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
      return 'By default the API server keeps events for 1 h; older ones are gone.';
    case 'no-previous-log':
      return 'There is no log of an earlier run: the container was not restarted, or the log is gone.';
    case 'log-not-started':
      return 'The container has not started, so it has no log yet.';
    case 'log-not-text':
      return 'The node returned an error message in place of the log.';
    case 'log-cut':
      return `Log ${of.log}: only a part of it was read.`;
    case 'log-rotates':
      return `Log ${of.log} begins at ${instant(of.firstAt)}, but its container started at ${instant(of.startedAt)}: the node may have rotated older lines away.`;
    case 'log-since':
      return `Only log lines since ${instant(of.since)} were read, as --since asks.`;
    case 'log-oversized':
      return `Log ${of.log}: ${count(of.lines, 'line')} too long; only the beginning was looked at.`;
    default:
      return of satisfies never;
  }
}

function sinceWords(since: string | undefined): string {
  return since === undefined ? '' : ` since ${instant(since)}`;
}

export const checks = {
  checks: {
    'control-plane-found': {
      question: 'Is there a control plane of a mesh?',
      passed: (looked) => `${count(looked, 'Deployment')} of any mesh read: this mesh's controller is there.`,
    },
    components: {
      question: 'Does every component have its Deployment, its Pods and a Ready replica?',
      passed: (looked) => `${count(looked, 'Deployment')} of this mesh: none missing, each with Ready Pods.`,
    },
    replicas: {
      question: 'Is every replica Ready, and was it all the time?',
      passed: (looked) => `${count(looked, 'Pod')}: Ready, or starting in a rollout; no restart of note.`,
    },
    'probes-now': {
      question: 'Does every probe pass right now?',
      passed: (looked) => `${count(looked, 'probe')} called through the API server: all pass.`,
    },
    services: {
      question: 'Does every Service of the control plane have a Ready Pod behind it?',
      passed: (looked) => `${count(looked, 'Service')} looked at: each has a Ready Pod behind it.`,
    },
    'smi-api': {
      question: 'Does the API server serve the SMI kinds that the controller asks for?',
      passed: (looked) => `${count(looked, 'SMI kind')} asked for: the API server serves all.`,
    },
    'custom-resource-definitions': {
      question: 'Do all CRDs exist that the control plane watches?',
      passed: (looked) => `${count(looked, 'CRD')} looked for: all exist.`,
    },
    'mesh-config': {
      question: 'Does the MeshConfig exist?',
      passed: () => 'The MeshConfig exists.',
    },
    'webhook-configurations': {
      question: 'Does a webhook configuration outlive its mesh?',
      passed: (looked) => `${count(looked, 'webhook configuration')} looked at: none outlives its mesh.`,
    },
    containers: {
      question: 'Does a control-plane Pod run a container that does not belong there?',
      passed: (looked) => `${count(looked, 'Pod')} looked at: no container carries an injection mark.`,
    },
    enrolment: {
      question: 'Is the namespace of the control plane enrolled in a mesh?',
      passed: (looked) =>
        looked === 0
          ? 'The namespace of the control plane is in no mesh.'
          : 'No mesh puts sidecars into new Pods of this namespace.',
    },
    'other-meshes': {
      question: 'Did another product, such as Istio or Linkerd, inject its sidecar?',
      passed: () => 'No Pod carries a sidecar of Istio, Linkerd or another product.',
    },
    events: {
      question: 'Do events tell of errors while Pods were created, scheduled or started?',
      passed: (looked) =>
        looked === 0
          ? 'No events are kept for the control plane; by default they live 1 h.'
          : `${count(looked, 'event')} read: none tells of trouble that lasts.`,
    },
    'container-states': {
      question: 'Is every container running, and how did its last run end?',
      passed: (looked) => `${count(looked, 'container')} looked at: none is in trouble.`,
    },
    'current-logs': {
      question: 'Do the current logs hold errors?',
      passed: (looked, since) =>
        looked === 0
          ? 'There is no current log to read.'
          : `${count(looked, 'current log')} read${sinceWords(since)}: no error that concerns the control plane.`,
    },
    'previous-logs': {
      question: 'Do the logs before the last restart hold errors?',
      passed: (looked, since) =>
        looked === 0
          ? 'There is no log of an earlier run to read.'
          : `${count(looked, 'previous log')} read${sinceWords(since)}: no error that concerns the control plane.`,
    },
    'log-levels': {
      question: 'Does the log level let errors through?',
      passed: (looked) => `${count(looked, 'Pod')} looked at: no log level hides error lines.`,
    },
  },
  facts,
  gap,
  lacking,
  note,
} satisfies CheckTexts;
