import type { LogRow } from './rows.ts';
import type { ListRow } from '#presentation/blocks.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';
import { errorCounts, logTable, wasRead } from './tables.ts';

/** A row for each log that was read, so that any of them can be opened, also when nothing in it means trouble. */
export function logRows(logs: readonly LogRow[], input: PresentationInput): readonly ListRow[] {
  return logs.filter(wasRead).map((row) => logRow(row, input));
}

function logRow(row: LogRow, input: PresentationInput): ListRow {
  const { container, pod, previous } = row;
  const { rows, signature } = input.texts.steps['error-logs'].words;
  return {
    key: `log|${pod}|${container}|${previous ? 'previous' : 'current'}`,
    mark: 'info',
    subject: pod,
    text: rows.log(container, previous, row.lines, errorCounts(row)),
    detail: () => [...logTable([row], input), { kind: 'paragraph', text: signature.openLog, tone: 'dim' }],
    commands: [],
    evidence: '',
    log: { namespace: input.diagnosis.mesh.namespace, pod, container, previous },
  };
}
