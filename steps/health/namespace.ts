import type { CheckInput, CheckRun } from '#diagnosis/check.ts';
import type { NamespaceObject } from '#snapshot/namespace-object.ts';
import { valueOf } from '#snapshot/observed.ts';
import { evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';

/** Can anything be created in the control plane's namespace? In one that is being deleted nothing can (reports.md K, L). */
export function checkNamespace({ mesh, facts }: CheckInput<'namespace'>): CheckRun {
  const namespace = valueOf(facts.namespace);
  if (namespace === undefined) return { findings: [], looked: 0 };
  const { deletionTimestamp } = namespace.metadata;
  const isTerminating = deletionTimestamp !== undefined || namespace.status?.phase === 'Terminating';
  if (!isTerminating) return { findings: [], looked: 1 };
  const subject = subjectOf(mesh, 'Namespace', mesh.namespace);
  const params = {
    namespace: mesh.namespace,
    since: deletionTimestamp ?? '',
    holds: [...holdsOf(namespace)],
  };
  const evidence = [
    evidenceOf('namespace', subject, 'status.phase', 'Terminating', deletionTimestamp),
    ...holdsOf(namespace).map((hold) => evidenceOf('namespace', subject, 'status.conditions', hold)),
  ];
  return { findings: [finding('namespace-terminating', 'critical', subject, params, evidence)], looked: 1 };
}

/** What delays the deletion, in the words of the namespace controller; its own finalizer is always there. */
function holdsOf({ metadata, status }: NamespaceObject): readonly string[] {
  const conditions = (status?.conditions ?? [])
    .filter(({ status: state }) => state === 'True')
    .map(({ type, message = '' }) => `${type}: ${message}`);
  return [...conditions, ...(metadata.finalizers ?? []).map((name) => `finalizer ${name}`)];
}
