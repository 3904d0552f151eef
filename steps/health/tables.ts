import type { ProbeRow, ProbeVerdict, ReplicaRow } from './rows.ts';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Finding } from '#diagnosis/finding.ts';
import { endpointOf } from '#i18n/ports.ts';
import type { Texts } from '#i18n/texts.ts';
import type { ProbeAttempt } from '#snapshot/probe-call.ts';
import { age } from '#presentation/age.ts';
import type { Block, Mark } from '#presentation/blocks.ts';
import { severityMark } from '#presentation/marks.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';

/** Replicas, probes as they answer now, and Services: what step 0 looked at. */
export function healthTables(input: PresentationInput): readonly Block[] {
  const { components, probes } = input.diagnosis.steps.health.detail;
  const replicas = components.flatMap((component) => component.replicas);
  const pods = [...new Set(probes.map(({ pod }) => pod))];
  return [
    ...replicaTable(replicas, input),
    ...pods.flatMap((pod) =>
      probeTable(
        probes.filter((row) => row.pod === pod),
        input,
      ),
    ),
    ...serviceTable(input),
  ];
}

/** As `kubectl get pods` prints them. */
export function replicaTable(
  replicas: readonly ReplicaRow[],
  { diagnosis, now, texts }: PresentationInput,
): readonly Block[] {
  if (replicas.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: texts.steps.health.words.labels.replicas },
    {
      kind: 'table',
      columns: ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'],
      rows: replicas.map((row) => [
        row.pod,
        row.ready,
        row.status,
        restarts(row, now),
        age(row.createdAt, now),
      ]),
      marks: replicas.map((row) => replicaMark(row, diagnosis)),
    },
  ];
}

/** The probes of one pod: what each answers now, and what the kubelet's own calls gave. */
export function probeTable(
  probes: readonly ProbeRow[],
  { diagnosis, now, texts }: PresentationInput,
): readonly Block[] {
  const { probes: names } = texts.presentation;
  const { columns, labels } = texts.steps.health.words;
  const [first] = probes;
  if (first === undefined) return [];
  return [
    { kind: 'heading', level: 3, text: labels.probesOf(first.pod) },
    {
      kind: 'table',
      columns: ['CONTAINER', columns.probe, columns.endpoint, columns.answer, columns.kubelet],
      rows: probes.map((row) => [
        row.container,
        names[row.probe],
        endpointOf(row.url),
        probeAnswer(row, texts),
        kubeletCell(row, diagnosis, now),
      ]),
      marks: probes.map((row) => probeRowMark(row, diagnosis)),
    },
  ];
}

/** Each Service with the Ready and all endpoints behind it. */
export function serviceTable({ diagnosis, texts }: PresentationInput): readonly Block[] {
  const { columns, labels } = texts.steps.health.words;
  const { services } = diagnosis.steps.health.detail;
  if (services.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: labels.services },
    {
      kind: 'table',
      columns: ['SERVICE', columns.readyEndpoints],
      rows: services.map(({ ready, service, total }) => [service, `${ready}/${total}`]),
      marks: services.map(({ ready, service }) => serviceMark(ready, service, diagnosis)),
    },
  ];
}

/** A replica that is not Ready is as bad as what the step found about it; one that has ended says nothing about now. */
export function replicaMark({ isActive, isReady, pod }: ReplicaRow, diagnosis: MeshDiagnosis): Mark {
  if (!isActive) return 'info';
  return isReady ? 'ok' : markOf(({ subject }) => subject.name === pod, diagnosis, 'warning');
}

/** The same for a probe that does not pass. */
export function probeRowMark(row: ProbeRow, diagnosis: MeshDiagnosis): Mark {
  const own = probeMark(row.verdict);
  return row.verdict === 'fails' || row.verdict === 'flaps'
    ? markOf((finding) => isAboutProbe(finding, row), diagnosis, own)
    : own;
}

/** Does a finding of the step speak of this probe? */
export function isAboutProbe({ params, subject }: Finding, row: ProbeRow): boolean {
  return (
    subject.name === row.pod &&
    'probe' in params &&
    params.probe === row.probe &&
    params.container === row.container
  );
}

/** Did the events answer, so that "no failure seen by the kubelet" may be said? */
export function kubeletIsKnown({ coverage }: MeshDiagnosis): boolean {
  return coverage.some(({ fact, state }) => fact === 'events' && (state === 'read' || state === 'absent'));
}

/** What a probe answers now, in a few words. */
export function probeAnswer(row: ProbeRow, texts: Texts): string {
  const { verdicts: probeVerdicts, rows } = texts.steps.health.words;
  const last = row.attempts.at(-1);
  if (row.verdict === 'pending' || last === undefined) return probeVerdicts[row.verdict];
  if (row.verdict === 'not-checked') return rows.proxyFailed;
  const failed = row.attempts.filter((attempt) => !passes(attempt));
  const told = attemptText(row.verdict === 'passes' ? last : (failed.at(-1) ?? last), texts);
  const repeated = row.verdict !== 'passes' && row.attempts.length > 1;
  return repeated ? rows.repeated(told, failed.length, row.attempts.length) : told;
}

function serviceMark(ready: number, service: string, diagnosis: MeshDiagnosis): Mark {
  return ready > 0 ? 'ok' : markOf(({ subject }) => subject.name === service, diagnosis, 'warning');
}

function markOf(isAbout: (finding: Finding) => boolean, { steps }: MeshDiagnosis, otherwise: Mark): Mark {
  const worst = steps.health.findings.find((finding) => isAbout(finding) && finding.severity !== 'info');
  return worst === undefined ? otherwise : severityMark(worst.severity);
}

function kubeletCell({ kubeletFailures, kubeletLastAt }: ProbeRow, diagnosis: MeshDiagnosis, now: string) {
  if (kubeletFailures > 0) return `x${kubeletFailures} (${age(kubeletLastAt, now)})`;
  return kubeletIsKnown(diagnosis) ? '-' : '?';
}

function attemptText(attempt: ProbeAttempt, { steps }: Texts): string {
  const { rows } = steps.health.words;
  switch (attempt.kind) {
    case 'answered':
      return rows.answered(attempt.status, Math.round(attempt.latencyMs));
    case 'refused':
      return rows.refused;
    case 'no-answer':
      return rows.noAnswer(attempt.afterSeconds);
    case 'proxy-failed':
      return rows.proxyFailed;
    default:
      return attempt satisfies never;
  }
}

/** The kubelet takes every status from 200 to 399 for success. */
function passes(attempt: ProbeAttempt): boolean {
  return attempt.kind === 'answered' && attempt.status >= 200 && attempt.status < 400;
}

function restarts({ lastRestartAt, restarts: count }: ReplicaRow, now: string): string {
  return lastRestartAt === undefined ? `${count}` : `${count} (${age(lastRestartAt, now)} ago)`;
}

/** Of a probe that is called now; whether a failing one is critical is said by its finding. */
function probeMark(verdict: ProbeVerdict): Mark {
  switch (verdict) {
    case 'passes':
      return 'ok';
    case 'fails':
      return 'critical';
    case 'flaps':
      return 'warning';
    case 'not-checked':
      return 'unknown';
    case 'pending':
      return 'pending';
    default:
      return verdict satisfies never;
  }
}
