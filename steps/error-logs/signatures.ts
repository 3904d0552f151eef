import type { CheckInput } from '#diagnosis/check.ts';
import type { Evidence, FindingDraft } from '#diagnosis/finding.ts';
import { logLinePlace } from '#diagnosis/log-line-place.ts';
import { bySeverity, type Severity, worstOf } from '#diagnosis/severity.ts';
import { flavourOf } from '#mesh/flavours.ts';
import type { LogExample, LogRead } from '#snapshot/log-summary.ts';
import { valueOf } from '#snapshot/observed.ts';
import { compareText } from '#steps/shared/order.ts';
import { mayHaveReadySibling, type Replica, replicasOf } from '#steps/shared/replicas.ts';
import { evidenceOf, subjectOf } from '#steps/shared/subjects.ts';
import { type AnyLogClass, logClasses } from './log-classes.ts';
import { severityOfLine } from './log-severity.ts';
import { type LogLine, logLine } from './record.ts';

export type LogInput = CheckInput<'logs' | 'pods'>;

/** A signature that means something, in one log. */
export interface ClassifiedLine {
  readonly line: LogLine;
  readonly row: AnyLogClass;
  readonly severity: Severity;
}

/** A finding from logs, and which of them it rests on. */
export interface LogFinding {
  readonly finding: FindingDraft;
  readonly lines: readonly ClassifiedLine[];
}

/** The logs that could be read, in a fixed order: by pod and container, the run before the restart first. */
export function readLogs({ facts }: CheckInput<'logs'>): readonly LogRead[] {
  return Object.values(facts.logs)
    .flatMap((fact) => valueOf(fact) ?? [])
    .toSorted(
      (a, b) =>
        compareText(a.pod, b.pod) ||
        compareText(a.container, b.container) ||
        Number(b.previous) - Number(a.previous),
    );
}

/** Every signature of the control plane's own containers that a class fits. */
export function classifiedLines(input: LogInput): readonly ClassifiedLine[] {
  const { mesh, readAt } = input;
  const { mainContainer, legitInits, repoContainer, interceptor } = flavourOf(mesh);
  const own = new Set([...Object.values(mainContainer), ...legitInits, repoContainer, interceptor]);
  const replicas = replicasOf(mesh, input.facts.pods);
  return readLogs(input)
    .filter(({ container }) => own.has(container))
    .flatMap((read) => {
      const replica = replicaOf(read, replicas);
      const hasReadySibling = replica !== undefined && mayHaveReadySibling(replica, replicas ?? []);
      return read.summary.signatures.flatMap((signature) => {
        const line = logLine(signature, read, mesh, replica, hasReadySibling);
        const row = logClasses.find((candidate) => candidate.fits(line));
        return row === undefined ? [] : [{ line, row, severity: severityOfLine(row.weight, line, readAt) }];
      });
    });
}

function replicaOf(read: LogRead, replicas: readonly Replica[] | undefined): Replica | undefined {
  return replicas?.find(({ name }) => name === read.pod);
}

/** One finding for each signature of a container; the same one in its current and previous log is one finding. */
export function signatureFindings(input: LogInput): readonly LogFinding[] {
  const groups = new Map<string, ClassifiedLine[]>();
  for (const item of classifiedLines(input)) {
    const { read, signature } = item.line;
    const key = [read.pod, read.container, item.row.code, signature.key].join('|');
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map((lines) => ({ finding: findingOf(lines, input), lines }));
}

function findingOf(lines: readonly ClassifiedLine[], { mesh }: LogInput): FindingDraft {
  const { line, row } = lines.toSorted((a, b) => bySeverity(a.severity, b.severity))[0]!;
  const { pod, container } = line.read;
  const { component = '', code = '' } = line.signature;
  const workload = line.replica?.workload ?? workloadOfPod(pod, line);
  const subject = subjectOf(mesh, 'Pod', pod, { container, ...(workload === undefined ? {} : { workload }) });
  const params = {
    container,
    previous: lines.some((item) => item.line.read.previous),
    count: lines.reduce((sum, item) => sum + item.line.signature.count, 0),
    message: line.message,
    error: line.error,
    errorCode: code,
    component,
    ...row.more(line),
  };
  return {
    code: row.code,
    severity: worstOf(lines.map(({ severity }) => severity)) ?? 'info',
    subject,
    params,
    evidence: lines.flatMap((item) => evidenceOfLine(item.line, mesh.namespace)),
  } as unknown as FindingDraft;
}

/** When the pod is gone or was not read, its name still begins with the Deployment's. */
function workloadOfPod(pod: string, { mesh }: LogLine): string | undefined {
  const { apps, interceptor } = flavourOf(mesh);
  return [...Object.values(apps), ...(interceptor === undefined ? [] : [interceptor])].find((app) =>
    pod.startsWith(`${app}-`),
  );
}

/** The first and the last record: what began it, and the last words. */
function evidenceOfLine({ read, signature }: LogLine, namespace: string): readonly Evidence[] {
  const { first, last } = signature;
  return (first.number === last.number ? [last] : [first, last]).map((example) =>
    logEvidence(read, example, namespace),
  );
}

/** One record of a log as evidence. */
export function logEvidence(
  { pod, container, previous }: LogRead,
  { number, text, at }: Pick<LogExample, 'number' | 'text' | 'at'>,
  namespace: string,
): Evidence {
  const place = logLinePlace({ container, previous, number });
  return evidenceOf('logs', { kind: 'Pod', namespace, name: pod }, place, text, at);
}
