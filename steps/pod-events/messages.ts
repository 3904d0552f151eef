import type { PullFailure } from './findings.ts';
import type { FindingParams } from '#diagnosis/registry.ts';
import { troublesInScheduling } from '#mesh/node-trouble.ts';

interface Row<T> {
  readonly value: T;
  readonly pattern: RegExp;
  readonly source: string;
}

/** The first row wins. Registries of Docker Hub's kind say "denied" for what is not there, too; so it comes first. */
const pullFailures: readonly Row<PullFailure>[] = [
  { value: 'rate-limit', pattern: /toomanyrequests|rate limit|\b429\b/i, source: 'Docker Hub' },
  {
    value: 'invalid-name',
    pattern: /InvalidImageName|couldn't parse image|invalid reference format/i,
    source: 'kubelet',
  },
  {
    value: 'unauthorized',
    pattern: /unauthorized|authentication required|\bdenied\b|authorization failed|\b40[13]\b/i,
    source: 'registries; [k8s]',
  },
  {
    value: 'not-found',
    pattern: /not ?found|manifest unknown|does not exist|name unknown/i,
    source: 'recording 04b (containerd)',
  },
  {
    value: 'network',
    pattern:
      /dial tcp|no such host|timed? ?out|deadline exceeded|connection re|x509|tls:|i\/o timeout|unreachable|\bEOF\b/i,
    source: 'Go net; [k8s]',
  },
];

/** Why an image cannot be pulled, from the words of the runtime. */
export function pullFailureOf(message: string): PullFailure {
  return pullFailures.find(({ pattern }) => pattern.test(message))?.value ?? 'unknown';
}

/**
 * Trouble of nodes first, since nothing else explains that it is new; resources before constraints: nodes that are left out
 * for other taints are mostly the cluster's own (control plane).
 */
const schedulingReasons: readonly Row<FindingParams['unschedulable']['reason']>[] = [
  {
    value: 'volume',
    pattern: /persistentvolumeclaim|volume node affinity|available persistent volumes|volume\(s\)/i,
    source: 'kube-scheduler',
  },
  { value: 'resources', pattern: /\bInsufficient\b|Too many pods/i, source: 'facts §9 "Node too small"' },
  { value: 'node-affinity', pattern: /affinity|selector/i, source: 'facts §9 "Node arch/os"' },
  { value: 'taint', pattern: /taint/i, source: 'facts §7' },
];

/** Why the scheduler finds no node. */
export function schedulingReasonOf(message: string): FindingParams['unschedulable']['reason'] {
  if (troublesInScheduling(message).length > 0) return 'node-trouble';
  return schedulingReasons.find(({ pattern }) => pattern.test(message))?.value ?? 'other';
}

/** The volume that a FailedMount is about; '' when it names none. */
export function volumeOf(message: string): string {
  const quoted = /volume "([^"]+)"/i.exec(message)?.[1];
  return quoted ?? /unmounted volumes=\[([^\]\s]+)/.exec(message)?.[1] ?? '';
}
