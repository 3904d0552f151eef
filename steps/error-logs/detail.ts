import type { StepInput } from '#diagnosis/check.ts';
import { containerStatus } from '#mesh/pod-status.ts';
import { mainContainer } from '#mesh/control-plane.ts';
import { flavourOf } from '#mesh/flavours.ts';
import type { LogRead } from '#snapshot/log-summary.ts';
import { type Observed, valueOf } from '#snapshot/observed.ts';
import { guideKubectl } from '#steps/shared/kubectl.ts';
import { compareText } from '#steps/shared/order.ts';
import { replicasOf } from '#steps/shared/replicas.ts';
import type { LogRow, LogsDetail, SignatureRow } from './rows.ts';
import type { LogsObserved } from './observe.ts';
import { endsOf, relationOf, restartsOf } from './relation.ts';

/** The tables of step 3: every log that was asked for, and every kind of record that means something. */
export function logsDetail(input: StepInput, { signatures }: LogsObserved): LogsDetail {
  return {
    logs: Object.entries(input.facts.logs)
      .map(([key, fact]) => logRow(key, fact))
      .toSorted(
        (a, b) =>
          compareText(a.pod, b.pod) ||
          compareText(a.container, b.container) ||
          Number(b.previous) - Number(a.previous),
      ),
    signatures: signatures.flatMap(({ finding, lines }) =>
      lines.map(({ line, row }): SignatureRow => ({
        pod: line.read.pod,
        container: line.read.container,
        previous: line.read.previous,
        signature: line.signature,
        finding: row.code,
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
function guideCommands({ mesh, facts }: StepInput): LogsDetail['guideCommands'] {
  return (replicasOf(mesh, facts.pods) ?? []).flatMap(({ pod, name, role }) => {
    const container = mainContainer(role, flavourOf(mesh));
    const command = guideKubectl(mesh.namespace, 'logs', name, '-c', container);
    const wasRestarted = (containerStatus(pod, container)?.restartCount ?? 0) > 0;
    return wasRestarted ? [command, [...command, '--previous']] : [command];
  });
}
