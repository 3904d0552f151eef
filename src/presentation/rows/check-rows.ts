import type { CheckResult } from '#diagnosis/check.ts';
import type { Block, ListRow } from '../blocks.ts';
import { gapBlocks, refusalsOf, ruleBlocks } from '../coverage.ts';
import { awaitedFacts, lostFacts } from '../missing.ts';
import { hasNoControlPlane, noControlPlaneBlocks } from '../no-control-plane.ts';
import type { PresentationInput } from '../screen-input.ts';

/**
 * One row for each check that is no finding by itself: passed (says what was checked), not checked (says why), and
 * pending (says what it waits for). `tables` are those that a check looked at.
 */
export function checkRows(
  checks: readonly CheckResult[],
  input: PresentationInput,
  tables: (check: CheckResult) => readonly Block[] = () => [],
): readonly ListRow[] {
  if (hasNoControlPlane(input.diagnosis)) return [nothingRow(input)];
  return checks.flatMap((check) => {
    const row = checkRow(check, input, tables);
    return row === undefined ? [] : [row];
  });
}

/** Stands for all checks: a list of questions that nobody can answer tells nothing. */
function nothingRow(input: PresentationInput): ListRow {
  return {
    key: 'check|nothing',
    mark: 'unknown',
    text: input.texts.presentation.noControlPlane.nothingToCheck,
    detail: () => noControlPlaneBlocks(input),
    commands: [],
    evidence: '',
  };
}

function checkRow(
  check: CheckResult,
  input: PresentationInput,
  tables: (check: CheckResult) => readonly Block[],
): ListRow | undefined {
  const { texts } = input;
  const words = texts.checks[check.id];
  const { question } = words;
  const same = { key: `check|${check.id}`, commands: [], evidence: '' };
  const heading: Block = { kind: 'heading', level: 2, text: question };
  switch (check.status) {
    case 'passed': {
      const text = words.passed(check.looked, check.since);
      const detail = () => [heading, { kind: 'item', mark: 'ok', text } as const, ...tables(check)];
      return { ...same, mark: 'ok', text, detail };
    }
    case 'not-checked': {
      const detail = () => [
        ...gapBlocks(check, texts),
        ...ruleBlocks(
          check.gaps.flatMap(({ observed }) => refusalsOf(observed)),
          texts,
        ),
        ...tables(check),
      ];
      const text = texts.presentation.rows.notChecked(question, lostFacts(check, texts));
      return { ...same, mark: 'unknown', text, detail };
    }
    case 'pending': {
      const awaited = awaitedFacts(check, texts);
      const text = texts.presentation.rows.waiting(question, awaited);
      return { ...same, mark: 'pending', text, detail: () => [heading, { kind: 'list', items: awaited }] };
    }
    // Its findings are rows of their own.
    case 'found':
      return undefined;
    default:
      return check.status satisfies never;
  }
}
