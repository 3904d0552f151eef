import type { FindingDraft } from '#diagnosis/finding.ts';
import type { Severity } from '#diagnosis/severity.ts';
import { flavourOf } from '#mesh/flavours.ts';
import type { LogRead } from '#snapshot/log-summary.ts';
import { logKey } from '#snapshot/fact-keys.ts';
import { compareText, secondsBetween } from '#steps/shared/order.ts';
import { mayHaveReadySibling, type Replica, replicasOf } from '#steps/shared/replicas.ts';
import { finding, subjectOf } from '#steps/shared/subjects.ts';
import { isDownOrLooping, loops } from './log-severity.ts';
import { kindIn } from './resources.ts';
import { type LogInput, logEvidence, readLogs } from './signatures.ts';

/** Caches fill within seconds; a process that only just began to wait is not stuck. */
const patienceSeconds = 30;

/** A finding and the logs it rests on. */
export interface InformerFinding {
  readonly finding: FindingDraft;
  readonly reads: readonly LogRead[];
}

/** Processes that wait for their informers and never get on: a CRD is missing, or RBAC denies a list (facts §5.5 row 19). */
export function informerFindings(input: LogInput): readonly InformerFinding[] {
  const { mesh, facts } = input;
  const main = new Set(Object.values(flavourOf(mesh).mainContainer));
  const groups = new Map<string, LogRead[]>();
  for (const read of readLogs(input).filter(
    (item) => main.has(item.container) && isWhole(item, input) && isStuck(item, input.readAt),
  )) {
    const key = `${read.pod}|${read.container}`;
    groups.set(key, [...(groups.get(key) ?? []), read]);
  }
  const replicas = replicasOf(mesh, facts.pods);
  return [...groups.values()].map((reads) => {
    const { pod, container } = reads[0]!;
    const replica = replicas?.find(({ name }) => name === pod);
    const workload = replica === undefined ? {} : { workload: replica.workload };
    const subject = subjectOf(mesh, 'Pod', pod, { ...workload, container });
    const params = { container, kinds: kindsOf(reads) };
    const evidence = reads.flatMap((read) => {
      const marker = read.summary.markers['informers-waiting'];
      return marker ? [logEvidence(read, marker.last, mesh.namespace)] : [];
    });
    const severity = severityOf(replica, container, replicas ?? [], input.readAt);
    return { finding: finding('informers-stuck', severity, subject, params, evidence), reads };
  });
}

function severityOf(
  replica: Replica | undefined,
  container: string,
  all: readonly Replica[],
  readAt: string,
): Severity {
  if (replica === undefined || !isDownOrLooping(replica, container, readAt)) return 'warning';
  return mayHaveReadySibling(replica, all) && !loops(replica, container, readAt) ? 'warning' : 'critical';
}

/** What a log does not say is only known of one that was read to its end. */
function isWhole({ pod, container, previous }: LogRead, { facts }: LogInput): boolean {
  return facts.logs[logKey(pod, container, previous)]?.state === 'read';
}

function isStuck({ previous, summary: { markers } }: LogRead, readAt: string): boolean {
  const waits = markers['informers-waiting'];
  if (waits === undefined) return false;
  const wentOn = ['informers-synced', 'http-server-starting'].some(
    (id) => (markers[id]?.last.number ?? 0) > waits.last.number,
  );
  const waited = secondsBetween(waits.firstAt, readAt);
  return !wentOn && (previous || waited === undefined || waited >= patienceSeconds);
}

/** The kinds that reflectors complain about; without complaints, those that the last lines wait for. */
function kindsOf(reads: readonly LogRead[]): string[] {
  const complained = reads
    .flatMap(({ summary }) => summary.signatures)
    .flatMap(({ first }) => kindIn(first.text) ?? []);
  const waited = reads
    .flatMap(({ summary }) => summary.tail)
    .flatMap(({ text }) => /Waiting for (\w+) informer cache sync/.exec(text)?.[1] ?? []);
  const kinds = complained.length > 0 ? complained : waited;
  return [...new Set(kinds)].toSorted(compareText);
}
