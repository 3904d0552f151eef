import { serviceInUrl } from '#mesh/webhook-owner.ts';

/**
 * Why the API server does not create a Pod. The kinds of one group need the same thing to be done; messages are told apart by
 * the parts that stay the same from release to release.
 */
interface Row {
  readonly failure: string;
  readonly pattern: RegExp;
  /** The first group is the object that the message names. */
  readonly object?: RegExp;
  readonly source: string;
}

/** The first row wins: what a webhook answered comes before what went wrong on the way to it. */
const rows = [
  { failure: 'webhook-denied', pattern: /admission webhook "[^"]*" denied/i, source: 'facts §9' },
  {
    failure: 'webhook-no-service',
    pattern: /failed calling webhook.*service "[^"]*" not found/is,
    source: 'facts §9, osm#5084',
  },
  {
    failure: 'webhook-no-endpoints',
    pattern: /failed calling webhook.*no endpoints available/is,
    source: 'facts §3.4; reports.md C',
  },
  {
    failure: 'webhook-x509-not-yet-valid',
    pattern: /failed calling webhook.*not yet valid: current time \S+ is before/is,
    object: /current time \S+ is before (\S+?)"?$/im,
    source: 'Go x509; reports.md C',
  },
  {
    failure: 'webhook-x509-expired',
    pattern: /failed calling webhook.*certificate has expired/is,
    object: /current time \S+ is after (\S+?)"?$/im,
    source: 'Go x509; reports.md C',
  },
  {
    failure: 'webhook-x509-name',
    pattern:
      /failed calling webhook.*x509: (?:certificate is (?:not )?valid for|cannot validate certificate for|certificate relies on legacy Common Name)/is,
    object: /certificate is valid for (.+?), not /i,
    source: 'Go x509; reports.md C',
  },
  {
    failure: 'webhook-x509-authority',
    pattern: /failed calling webhook.*(?:x509:|bad certificate|tls: failed to verify|root certificates)/is,
    source: 'facts §9; reports.md C',
  },
  {
    failure: 'webhook-refused',
    pattern: /failed calling webhook.*connection refused/is,
    source: 'facts §3.4, §9',
  },
  {
    failure: 'webhook-timeout',
    pattern:
      /failed calling webhook.*(?:i\/o timeout|Client\.Timeout|handshake timeout|timed out|deadline exceeded|no route to host|network is unreachable|no such host|request canceled|connection reset|\bEOF\b)/is,
    source: 'facts §9, osm#4552; reports.md C',
  },
  { failure: 'webhook-answer', pattern: /failed calling webhook/i, source: 'reports.md C' },
  {
    failure: 'quota-exceeded',
    pattern: /exceeded quota/i,
    object: /exceeded quota: ([^,\s]+)/i,
    source: 'facts §7; reports.md G',
  },
  {
    failure: 'quota-incomplete',
    pattern: /failed quota/i,
    object: /failed quota: ([^:,\s]+)/i,
    source: 'reports.md G',
  },
  {
    failure: 'quota-scope',
    pattern: /insufficient quota to match these scopes/i,
    object: /PriorityClass In \[([^\]]*)\]/i,
    source: 'osm#4408; reports.md G',
  },
  {
    failure: 'priority-class',
    pattern: /no PriorityClass with name/i,
    object: /no PriorityClass with name (\S+) was found/i,
    source: 'reports.md G',
  },
  {
    failure: 'pod-security',
    pattern: /violates PodSecurity/i,
    object: /violates PodSecurity "([^"]+)"/i,
    source: 'osm#4826; reports.md G',
  },
  {
    failure: 'security-constraint',
    pattern: /security context constraint|PodSecurityPolicy|pod security policy/i,
    source: 'osm#4006; reports.md G',
  },
  {
    failure: 'limit-range',
    pattern: /(?:maximum|minimum) \S+ usage per|max limit to request ratio per/i,
    object: /(?:maximum|minimum) (\S+) usage per|(\S+) max limit to request ratio per/i,
    source: 'LimitRanger admission; reports.md G',
  },
  {
    failure: 'service-account',
    pattern: /error looking up service account|serviceaccounts? "[^"]*" not found/i,
    object: /serviceaccounts? "([^"]+)" not found/i,
    source: 'ServiceAccount admission',
  },
  {
    failure: 'namespace-terminating',
    pattern: /being terminated/i,
    object: /in namespace (\S+) because it is being terminated/i,
    source: 'NamespaceLifecycle admission; reports.md K',
  },
] as const satisfies readonly Row[];

/** Kinds of failures to create a Pod. */
export type CreateFailure = (typeof rows)[number]['failure'] | 'other';

export const createFailures: readonly CreateFailure[] = [...rows.map(({ failure }) => failure), 'other'];

/** The webhook was not reached, or nothing behind it answered. */
export const unansweredCalls: readonly CreateFailure[] = [
  'webhook-no-endpoints',
  'webhook-refused',
  'webhook-timeout',
];

export interface CreateRefusal {
  readonly failure: CreateFailure;
  /** The entry of the webhook configuration; '' when no webhook is named. */
  readonly webhook: string;
  /** The Service that was called, as `NAMESPACE/NAME`; '' when none is named. */
  readonly service: string;
  /** The quota, PriorityClass, policy or other object that the message names; '' when it names none. */
  readonly object: string;
}

/** Why a Pod cannot be created, from the message of a FailedCreate event or condition. */
export function createFailureOf(message: string): CreateRefusal {
  const row: Row | undefined = rows.find(({ pattern }) => pattern.test(message));
  const named = row?.object?.exec(message);
  return {
    failure: (row?.failure ?? 'other') as CreateFailure,
    webhook: /webhook "([^"]+)"/i.exec(message)?.[1] ?? '',
    service: serviceInUrl(message),
    object: named?.slice(1).find((group) => group !== undefined) ?? '',
  };
}
