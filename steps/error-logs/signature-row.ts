import type { SignatureRow } from './rows.ts';
import type { Finding } from '#diagnosis/finding.ts';
import { withoutPanicLead } from '#i18n/clip.ts';
import type { LogExample, RawLine } from '#snapshot/log-summary.ts';
import { age, utc } from '#presentation/age.ts';
import type { Block, ListRow } from '#presentation/blocks.ts';
import { adviceBlocks } from '#presentation/cause.ts';
import { changeTag } from '#presentation/changes.ts';
import { sanitizeLine, sanitizeLines } from '#presentation/sanitize.ts';
import { findingHeader } from '#presentation/finding.ts';
import { severityMark } from '#presentation/marks.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';
import { logFindings } from './findings.ts';
import { signatureFacts } from './signature-facts.ts';
import { errorCodeBlocks } from './tables.ts';
import { findingCommands } from '#presentation/rows/finding-row.ts';

/** All records of one kind in one log as a row; its detail quotes them with the lines around. */
export function signatureRow(row: SignatureRow, input: PresentationInput): ListRow {
  const { rows } = input.texts.steps['error-logs'].words;
  const { container, pod, previous, signature } = row;
  const finding = findingOfSignature(row, input.diagnosis.steps['error-logs'].findings);
  const text = rows.signature(
    signature.count,
    whatOf(row),
    previous,
    sanitizeLine(withoutPanicLead(signature.template)),
  );
  return {
    key: `signature|${pod}|${container}|${previous ? 'previous' : 'current'}|${signature.key}`,
    mark: severityMark(row.severity),
    id: logFindings[row.finding].id,
    ...(finding === undefined ? {} : changeTag(finding, input)),
    subject: pod,
    text: row.finding === 'log-benign' ? rows.benign(text) : text,
    detail: () => signatureDetail(row, finding, input),
    get commands() {
      return finding === undefined ? [] : findingCommands(finding, input);
    },
    get evidence() {
      return sanitizeLines(signature.last.text).join('\n');
    },
    log: {
      namespace: input.diagnosis.mesh.namespace,
      pod,
      container,
      previous,
      number: signature.last.number,
    },
    ...(finding === undefined ? {} : { about: { kind: 'finding', key: finding.key } }),
  };
}

/** What a list shows first: the code, with the level only where that is worse than the usual "error". */
function whatOf({ finding, signature: { code, level } }: SignatureRow): string {
  if (finding === 'recovered-panic' || finding === 'go-panic') return 'panic';
  if (code === undefined) return level;
  return level === 'error' ? code : `${level} ${code}`;
}

/** The finding that a signature led to: the one that quotes it, else one of its code in the same log. */
export function findingOfSignature(row: SignatureRow, findings: readonly Finding[]): Finding | undefined {
  const { first, last } = row.signature;
  const candidates = findings.filter((finding) => isOfLog(finding, row));
  return (
    candidates.find(({ evidence }) =>
      evidence.some(({ quote }) => quote === first.text || quote === last.text),
    ) ?? candidates[0]
  );
}

function isOfLog({ code, params, subject }: Finding, row: SignatureRow): boolean {
  if (code !== row.finding || subject.name !== row.pod) return false;
  if ('container' in params && params.container !== row.container) return false;
  return !('previous' in params) || params.previous === row.previous;
}

function signatureDetail(
  row: SignatureRow,
  finding: Finding | undefined,
  input: PresentationInput,
): readonly Block[] {
  const { labels, signature } = input.texts.steps['error-logs'].words;
  const { code = '', first, last, template } = row.signature;
  const isOne = first.number === last.number;
  return [
    ...(finding === undefined
      ? [{ kind: 'heading', level: 2, text: template } as const]
      : findingHeader(finding, input)),
    ...signatureFacts(row, input),
    ...errorCodeBlocks(code, input),
    ...(finding === undefined ? [] : adviceBlocks(finding, input)),
    // Up to twenty-two records: whoever is paged reads what to do before them.
    ...exampleBlocks(row, first, labels.firstRecord, input),
    ...(isOne ? [] : exampleBlocks(row, last, labels.lastRecord, input)),
    { kind: 'paragraph', text: signature.openLog, tone: 'dim' },
  ];
}

/** A record, and the five lines before and after it. */
function exampleBlocks(
  { container, pod, previous }: SignatureRow,
  example: LogExample,
  heading: string,
  { now, texts }: PresentationInput,
): readonly Block[] {
  const { labels } = texts.steps['error-logs'].words;
  const log = previous ? labels.previous : labels.current;
  const when = example.at === undefined ? '' : ` · ${utc(example.at)} (${age(example.at, now)})`;
  return [
    { kind: 'heading', level: 3, text: heading },
    ...quoteOf(example.before, labels.linesBefore(example.before.length)),
    ...quoteOf([example], `${pod} ${container} (${log}):${example.number}${when}`),
    ...quoteOf(example.after, labels.linesAfter(example.after.length)),
  ];
}

function quoteOf(lines: readonly Pick<RawLine, 'text'>[], source: string): readonly Block[] {
  if (lines.length === 0) return [];
  return [{ kind: 'quote', source, lines: lines.flatMap(({ text }) => sanitizeLines(text)) }];
}
