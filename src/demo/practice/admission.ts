import { AnswerError, statusAnswer } from '../answer.ts';
import { namespaceOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import type { Pod } from './objects.ts';
import { podSecurityViolation } from './pod-security.ts';
import { limitRangeViolation, quotaViolation } from './quota.ts';
import { callMutatingWebhooks, WebhookError } from './webhooks.ts';

/** A Pod as it is stored, or why it may not be. */
export type Admission =
  | { readonly pod: Pod }
  /** @property status As the API server answers; a ReplicaSet reports the message. */
  | { readonly refused: string; readonly status: 403 | 404 | 400 | 500 };

/**
 * Decides whether a Pod may be created, in the order of the API server: namespace, limits, account, priority class,
 * webhooks that may change it, PodSecurity, quota.
 */
export function admitPod(cluster: Cluster, pod: Pod): Admission {
  const { name, namespace = '' } = pod.metadata;
  const forbidden = (why: string): Admission => ({
    refused: `pods ${JSON.stringify(name)} is forbidden: ${why}`,
    status: 403,
  });
  const owner = namespaceOf(cluster, namespace);
  if (!owner) return { refused: `namespaces ${JSON.stringify(namespace)} not found`, status: 404 };
  if (owner.metadata.deletionTimestamp !== undefined) {
    return forbidden(`unable to create new content in namespace ${namespace} because it is being terminated`);
  }
  const limit = limitRangeViolation(cluster, pod);
  if (limit !== undefined) return forbidden(limit);
  const account = pod.spec.serviceAccountName ?? 'default';
  if (!cluster.store.get('serviceaccounts', namespace, account)) {
    return forbidden(
      `error looking up service account ${namespace}/${account}: serviceaccount ${JSON.stringify(account)} not found`,
    );
  }
  const priority = pod.spec.priorityClassName;
  if (priority !== undefined && !cluster.store.get('priorityclasses.scheduling.k8s.io', '', priority)) {
    return forbidden(`no PriorityClass with name ${priority} was found`);
  }
  let changed: Pod;
  try {
    changed = callMutatingWebhooks(cluster, owner, pod);
  } catch (error) {
    if (error instanceof WebhookError) return { refused: error.message, status: error.status };
    throw error;
  }
  const why = podSecurityViolation(owner, changed) ?? quotaViolation(cluster, changed);
  return why === undefined ? { pod: changed } : forbidden(why);
}

/** @throws {AnswerError} for a Pod that somebody creates who is no controller. */
export function admittedOrRefused(cluster: Cluster, pod: Pod): Pod {
  const admission = admitPod(cluster, pod);
  if ('pod' in admission) return admission.pod;
  throw new AnswerError(statusAnswer(admission.status, admission.refused));
}
