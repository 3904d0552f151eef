import type { CheckResult } from '#diagnosis/check.ts';
import type { SignatureRow } from './rows.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { Block } from '#presentation/blocks.ts';
import { goneRows } from '#presentation/changes.ts';
import { summarySentence } from '#presentation/summary.ts';
import { sinceOf } from '#presentation/missing.ts';
import { stepOverview } from '#steps/shared/overview.ts';
import { arrangeRows } from '#presentation/rows/arrange.ts';
import { checkRows } from '#presentation/rows/check-rows.ts';
import { findingRows } from '#presentation/rows/finding-row.ts';
import { logRows } from './log-row.ts';
import { bySignatureRank } from './signature-rank.ts';
import { findingOfSignature, signatureRow } from './signature-row.ts';
import type { Screen, ScreenInput } from '#presentation/screen-input.ts';
import { errorCodeBlocks, logTable, logTables } from './tables.ts';

/** Step 3: what the processes logged, ranked; harmless lines stand apart at the end. */
export const screen: Screen = (input) => {
  const { diagnosis, texts } = input;
  const { checks, detail, findings } = diagnosis.steps['error-logs'];
  const signatures = detail.signatures.toSorted(bySignatureRank);
  const told = new Set(signatures.map((row) => findingOfSignature(row, findings)));
  const read = detail.logs.filter(({ gap }) => gap === undefined || gap.state === 'partial');
  const lines = read.reduce((total, log) => total + log.lines, 0);
  return {
    question: texts.steps['error-logs'].question,
    looked: summarySentence(
      texts.steps['error-logs'].words.looked(read.length, lines, sinceOf(checks)),
      checks,
      texts,
    ),
    rows: arrangeRows(
      [
        ...signatures.filter(isHarmful).map((row) => signatureRow(row, input)),
        ...findingRows(
          findings.filter((finding) => !told.has(finding)),
          input,
          (finding) => tablesOfFinding(finding, input),
        ),
        ...checkRows(checks, input, (check) => tablesOfCheck(check, input)),
        ...logRows(detail.logs, input),
        ...signatures.filter((row) => !isHarmful(row)).map((row) => signatureRow(row, input)),
      ],
      goneRows(input, 'error-logs'),
    ),
    get overview() {
      return stepOverview('error-logs', input, logTables(input));
    },
  };
};

function isHarmful({ finding }: SignatureRow): boolean {
  return finding !== 'log-benign';
}

function tablesOfFinding({ params, subject }: Finding, input: ScreenInput): readonly Block[] {
  const { logs } = input.diagnosis.steps['error-logs'].detail;
  return [
    ...('errorCode' in params ? errorCodeBlocks(params.errorCode, input) : []),
    ...logTable(
      logs.filter(({ pod }) => pod === subject.name),
      input,
    ),
  ];
}

function tablesOfCheck({ id }: CheckResult, input: ScreenInput): readonly Block[] {
  const { logs } = input.diagnosis.steps['error-logs'].detail;
  if (id === 'log-levels') return [];
  return logTable(
    logs.filter(({ previous }) => previous === (id === 'previous-logs')),
    input,
  );
}
