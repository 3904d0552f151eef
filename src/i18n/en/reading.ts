import type { Gap } from '#diagnosis/check.ts';
import type { CoverageNote } from '#diagnosis/diagnosis.ts';
import type { ReadingTexts } from '#i18n/types/reading.ts';
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
  version: 'Kubernetes version',
  creationFailures: 'failures to create Pods',
  affectedWorkloads: 'workloads whose Pods could not be created',
  autoscalers: 'HorizontalPodAutoscalers',
  nodes: 'nodes',
} satisfies ReadingTexts['facts'];

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

export const reading = {
  facts,
  gap,
  lacking,
  note,
} satisfies ReadingTexts;
