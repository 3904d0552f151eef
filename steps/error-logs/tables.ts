import type { LogRow } from './rows.ts';
import { errorNameOf } from '#mesh/error-codes.ts';
import type { MeshErrorName } from '#mesh/error-names.ts';
import { flavourOf } from '#mesh/flavours.ts';
import { age, utc } from '#presentation/age.ts';
import type { Block, Mark } from '#presentation/blocks.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';
import { signatureTables } from './signature-table.ts';

/** Signatures, worst first, and the logs they were found in. */
export function logTables(input: PresentationInput): readonly Block[] {
  const { logs, signatures } = input.diagnosis.steps['error-logs'].detail;
  return [...signatureTables(signatures, input), ...logTable(logs, input)];
}

/** What was read of the logs of each pod, and how many records of each bad level they hold. */
export function logTable(logs: readonly LogRow[], input: PresentationInput): readonly Block[] {
  const pods = [...new Set(logs.map(({ pod }) => pod))];
  return pods.flatMap((pod) =>
    podLogTable(
      pod,
      logs.filter((row) => row.pod === pod),
      input,
    ),
  );
}

function podLogTable(pod: string, logs: readonly LogRow[], input: PresentationInput): readonly Block[] {
  const { columns, labels } = input.texts.steps['error-logs'].words;
  return [
    { kind: 'heading', level: 3, text: labels.logsOf(pod) },
    {
      kind: 'table',
      columns: ['CONTAINER', columns.log, columns.lines, columns.errors, columns.period],
      rows: logs.map((row) => [
        row.container,
        row.previous ? labels.previous : labels.current,
        wasRead(row) ? `${row.lines}` : '-',
        wasRead(row) ? errorCounts(row) : '-',
        wasRead(row) ? period(row, input) : gapWord(row, input),
      ]),
      marks: logs.map(gapMark),
    },
  ];
}

/** What a code of the mesh means in the release at hand, and what usually mends it (facts §6). */
export function errorCodeBlocks(code: string, { diagnosis, texts }: PresentationInput): readonly Block[] {
  if (code === '') return [];
  const { labels } = texts.steps['error-logs'].words;
  const name: MeshErrorName | undefined = errorNameOf(
    code,
    flavourOf(diagnosis.mesh),
    diagnosis.mesh.version,
  );
  if (name === undefined) return [{ kind: 'paragraph', text: labels.errorCodeUnknown(code), tone: 'dim' }];
  const { meaning, remedy } = texts.errorCodes[name];
  return [
    { kind: 'heading', level: 3, text: labels.errorCode(code, name) },
    { kind: 'paragraph', text: meaning },
    { kind: 'paragraph', text: remedy },
  ];
}

/** Whole or in part; a cut log is marked. */
export function wasRead({ gap }: LogRow): boolean {
  return gap === undefined || gap.state === 'read' || gap.state === 'partial';
}

const bad = ['panic', 'fatal', 'error'];

/** Records of the bad levels, e.g. `fatal 1, error 12`; `0` for none. */
export function errorCounts({ levels }: LogRow): string {
  const parts = bad.flatMap((level) => ((levels[level] ?? 0) > 0 ? [`${level} ${levels[level] ?? 0}`] : []));
  return parts.length === 0 ? '0' : parts.join(', ');
}

/** A report has room for two whole times; on a screen their ages do. */
function period({ firstAt, lastAt }: LogRow, { now, texts, width }: PresentationInput): string {
  if (firstAt === undefined || lastAt === undefined) return '-';
  if (width === undefined) return `${utc(firstAt)} - ${utc(lastAt)}`;
  return texts.steps['error-logs'].words.labels.agoSpan(age(firstAt, now), age(lastAt, now));
}

function gapWord({ gap }: LogRow, { texts }: PresentationInput): string {
  const { coverage } = texts.presentation;
  switch (gap?.state) {
    case 'pending':
      return coverage.pending;
    case 'cancelled':
      return coverage.cancelled;
    case 'refused':
      return coverage.refused(gap.verb, gap.resource, coverage.inNamespace(gap.namespace ?? ''));
    case 'failed':
      return coverage.failed(gap.error.message);
    case 'absent':
    case 'partial':
    case 'read':
    case undefined:
      return coverage.none;
    default:
      return gap satisfies never;
  }
}

/** A log that does not exist is an answer; one that could not be read is not. */
function gapMark({ gap }: LogRow): Mark | undefined {
  if (gap === undefined || gap.state === 'absent' || gap.state === 'read') return undefined;
  return gap.state === 'pending' ? 'pending' : 'unknown';
}
