import { containerStatus } from '#mesh/pod-status.ts';
import type { CheckInput, CheckRun } from '#diagnosis/check.ts';
import type { LogRow, SignatureRow, StepDetails } from '#diagnosis/details.ts';
import { mainContainer } from '#mesh/control-plane.ts';
import { flavourOf } from '#mesh/flavours.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import { type Observed, valueOf } from '#snapshot/observed.ts';
import type { LogRead } from '#snapshot/log-summary.ts';
import { guideKubectl } from '#steps/shared/kubectl.ts';
import { compareText } from '#steps/shared/order.ts';
import { replicasOf } from '#steps/shared/replicas.ts';
import { informerFindings } from './informers.ts';
import { endsOf, relationOf, restartsOf } from './relation.ts';
import { type LogInput, readLogs, signatureFindings } from './signatures.ts';

/** What do the running processes log? */
export function checkCurrentLogs(input: LogInput): CheckRun {
  return findingsIn(input, false);
}

/** What did the runs before the last restart log? Their last lines say why they ended (facts §5.4). */
export function checkPreviousLogs(input: LogInput): CheckRun {
  return findingsIn(input, true);
}

/** A finding that stands in both logs of a container belongs to both checks; the runner tells it once. */
function findingsIn(input: LogInput, previous: boolean): CheckRun {
  const isAsked = (read: LogRead): boolean => read.previous === previous;
  const signatures = signatureFindings(input)
    .filter(({ lines }) => lines.some(({ line }) => isAsked(line.read)))
    .map(({ finding }) => finding);
  const informers = informerFindings(input)
    .filter(({ reads }) => reads.some(isAsked))
    .map(({ finding }) => finding);
  const reads = readLogs(input).filter(isAsked);
  return { findings: [...signatures, ...informers], looked: reads.length, since: sinceOf(reads) };
}

/** Set when lines before a time were not asked for: then nothing is known of them. */
function sinceOf(reads: readonly LogRead[]): string | undefined {
  return reads.flatMap(({ missedStart }) => (missedStart?.why === 'since' ? [missedStart.at] : []))[0];
}

/** The tables of step 3: every log that was asked for, and every kind of record that means something. */
export function logsDetail(input: CheckInput<FactName>): StepDetails['error-logs'] {
  return {
    logs: Object.entries(input.facts.logs)
      .map(([key, fact]) => logRow(key, fact))
      .toSorted(
        (a, b) =>
          compareText(a.pod, b.pod) ||
          compareText(a.container, b.container) ||
          Number(b.previous) - Number(a.previous),
      ),
    signatures: signatureFindings(input).flatMap(({ finding, lines }) =>
      lines.map(({ line, row }): SignatureRow => ({
        pod: line.read.pod,
        container: line.read.container,
        previous: line.read.previous,
        signature: line.signature,
        finding: finding.code,
        severity: finding.severity,
        relation: relationOf(line),
        restarts: restartsOf(line),
        ends: endsOf(line),
        ...(row.benign === undefined ? {} : { benign: row.benign }),
      })),
    ),
    guideCommands: guideCommands(input),
  };
}

function logRow(key: string, fact: Observed<LogRead>): LogRow {
  const [pod = '', container = '', run = ''] = key.split('/');
  const summary = valueOf(fact)?.summary;
  return {
    pod,
    container,
    previous: run === 'previous',
    lines: summary?.lines ?? 0,
    bytes: summary?.bytes ?? 0,
    levels: summary?.levels ?? {},
    ...(summary?.firstAt === undefined ? {} : { firstAt: summary.firstAt }),
    ...(summary?.lastAt === undefined ? {} : { lastAt: summary.lastAt }),
    ...(fact.state === 'read' ? {} : { gap: fact }),
  };
}

/** The guide's command with the container it forgets: the first one of a controller is the repo (facts 0.11). */
function guideCommands({ mesh, facts }: CheckInput<FactName>): StepDetails['error-logs']['guideCommands'] {
  return (replicasOf(mesh, facts.pods) ?? []).flatMap(({ pod, name, role }) => {
    const container = mainContainer(role, flavourOf(mesh));
    const command = guideKubectl(mesh.namespace, 'logs', name, '-c', container);
    const wasRestarted = (containerStatus(pod, container)?.restartCount ?? 0) > 0;
    return wasRestarted ? [command, [...command, '--previous']] : [command];
  });
}
