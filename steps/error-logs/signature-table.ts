import type { SignatureRow } from './rows.ts';
import type { Block } from '#presentation/blocks.ts';
import { severityMark } from '#presentation/marks.ts';
import { bySignatureRank } from './signature-rank.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';
import { axisOf, lineOf } from './signature-axis.ts';

/** Columns of a line over time: a report has room, a screen shares it with the message. */
function sparkColumns(width: number | undefined): number {
  if (width === undefined || width >= 110) return 24;
  return width >= 70 ? 12 : 8;
}

/** One row a kind of record, worst first: how often, when, how bad, its message. The harmless ones stand apart. */
export function signatureTables(
  signatures: readonly SignatureRow[],
  input: PresentationInput,
): readonly Block[] {
  const { labels, signature: words } = input.texts.steps['error-logs'].words;
  const ranked = signatures.toSorted(bySignatureRank);
  const harmful = ranked.filter(({ finding }) => finding !== 'log-benign');
  const benign = ranked.filter(({ finding }) => finding === 'log-benign');
  const lines = overTime(signatures, input);
  return [
    ...(harmful.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, text: labels.signatures } as const,
          harmfulTable(harmful, lines, input),
        ]),
    ...(benign.length === 0
      ? []
      : [{ kind: 'heading', level: 3, text: words.benign } as const, benignTable(benign, lines, input)]),
    ...(signatures.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: `${input.texts.steps['error-logs'].words.columns.overTime}: ${words.legend}`,
            tone: 'dim',
          } as const,
        ]),
  ];
}

type LineOf = (row: SignatureRow) => string;

function overTime(all: readonly SignatureRow[], input: PresentationInput): LineOf {
  const columns = sparkColumns(input.width);
  const axes = new Map<string, ReturnType<typeof axisOf>>();
  return (row) => {
    const key = `${row.pod}/${row.container}`;
    if (!axes.has(key)) axes.set(key, axisOf(row, all, columns, input));
    return lineOf(row, axes.get(key));
  };
}

function harmfulTable(rows: readonly SignatureRow[], line: LineOf, { texts }: PresentationInput): Block {
  const { columns } = texts.steps['error-logs'].words;
  return {
    kind: 'table',
    columns: [columns.count, columns.overTime, columns.level, columns.code, 'CONTAINER', columns.message],
    rows: rows.map((row) => [
      `${row.signature.count}`,
      line(row),
      row.signature.level,
      row.signature.code ?? '-',
      row.container,
      row.signature.template,
    ]),
    marks: rows.map(({ severity }) => severityMark(severity)),
  };
}

function benignTable(rows: readonly SignatureRow[], line: LineOf, { texts }: PresentationInput): Block {
  const { columns, signature } = texts.steps['error-logs'].words;
  return {
    kind: 'table',
    columns: [columns.count, columns.overTime, columns.why, 'CONTAINER', columns.message],
    rows: rows.map((row) => [
      `${row.signature.count}`,
      line(row),
      row.benign === undefined ? '-' : signature.reasons[row.benign],
      row.container,
      row.signature.template,
    ]),
  };
}
