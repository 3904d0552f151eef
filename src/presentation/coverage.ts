import type { CheckResult, Gap } from '#diagnosis/check.ts';
import type { CoverageRow } from '#diagnosis/diagnosis.ts';
import type { Texts } from '#i18n/texts.ts';
import type { Refusal } from '#snapshot/observed.ts';
import { utc } from './age.ts';
import type { Block, Mark } from './blocks.ts';
import { isLost } from './missing.ts';
import { hasNoControlPlane, noControlPlaneBlocks } from './no-control-plane.ts';
import { rbacRules } from './rbac-rule.ts';
import type { PresentationInput } from './screen-input.ts';

/**
 * What was asked, and how each question was answered, with the limits of the medium (events live an hour) and the
 * rules that would let the refused questions be asked. Give the rows of one step to tell of that step alone.
 */
export function coverageBlocks(input: PresentationInput, rows = input.diagnosis.coverage): readonly Block[] {
  const { columns, labels } = input.texts.presentation;
  if (rows.length === 0) return [];
  const told = summed(rows);
  return [
    { kind: 'heading', level: 2, text: labels.coverage },
    {
      kind: 'table',
      columns: [columns.asked, columns.answered],
      rows: told.map((row) => [
        askedText(row, input.texts),
        answerText(row, input.texts) + keptText(row, input.texts),
      ]),
      marks: told.map(answerMark),
    },
    ...noteBlocks(rows, input.texts),
    ...ruleBlocks(
      rows.flatMap(({ observed }) => refusalsOf(observed)),
      input.texts,
    ),
  ];
}

/**
 * What checks could not be made, or only in part, why, and the rules to add; empty when nothing is missing. Where
 * there is no control plane, what to do about that.
 */
export function notCheckedBlocks(checks: readonly CheckResult[], input: PresentationInput): readonly Block[] {
  const { texts } = input;
  const { labels } = texts.presentation;
  if (hasNoControlPlane(input.diagnosis)) return noControlPlaneBlocks(input);
  const open = checks.filter(({ gaps, status }) => status === 'not-checked' || gaps.some(isLost));
  if (open.length === 0) return [];
  const refusals = open.flatMap(({ gaps }) => gaps.flatMap(({ observed }) => refusalsOf(observed)));
  return [
    { kind: 'heading', level: 2, text: labels.notChecked },
    ...open.flatMap((check) => gapBlocks(check, texts)),
    ...ruleBlocks(refusals, texts),
  ];
}

/** One check that could not be made in full, and why. */
export function gapBlocks({ gaps, id }: CheckResult, texts: Texts): readonly Block[] {
  const why = distinct(gaps.filter(isLost).map((gap) => texts.reading.gap(sameForAll(gap))));
  return [
    { kind: 'item', mark: 'unknown', text: texts.checks[id].question },
    ...(why.length === 0 ? [] : [{ kind: 'list', items: why } as const]),
  ];
}

/** One rule lets all logs be read, or all probes be called: it is not told anew for each of them. */
function sameForAll({ fact, key, observed }: Gap): Gap {
  return observed.state === 'refused' || key === undefined ? { fact, observed } : { fact, key, observed };
}

/** The rules to add for what was refused. */
export function ruleBlocks(refusals: readonly Refusal[], texts: Texts): readonly Block[] {
  if (refusals.length === 0) return [];
  return [{ kind: 'heading', level: 3, text: texts.presentation.labels.rulesToAdd }, ...rbacRules(refusals)];
}

export function refusalsOf(observed: Gap['observed'] | CoverageRow['observed']): readonly Refusal[] {
  return observed.state === 'refused' ? [observed] : [];
}

/** The limits of the medium that bear on these rows, each said once. */
export function noteBlocks(rows: readonly CoverageRow[], texts: Texts): readonly Block[] {
  const notes = distinct(rows.flatMap((row) => row.notes ?? []).map((note) => texts.reading.note(note)));
  return notes.length === 0 ? [] : [{ kind: 'list', items: notes }];
}

/** A row, or several of one fact that were answered alike: nobody reads twenty lines of "answered". */
type SummedRow = CoverageRow & { readonly times: number };

function summed(rows: readonly CoverageRow[]): readonly SummedRow[] {
  const sums = new Map<string, SummedRow>();
  for (const row of rows) {
    const alike = `${row.fact}|${row.namespace ?? ''}|${likeness(row)}|${row.kept === undefined}`;
    const sum = sums.get(alike);
    const items = (sum?.items ?? 0) + (row.items ?? 0);
    sums.set(alike, { ...row, items, times: (sum?.times ?? 0) + 1 });
  }
  return [...sums.values()];
}

/** What is no answer is told one by one, unless the same rule would answer it. */
function likeness({ items, key = '', observed }: CoverageRow): string {
  switch (observed.state) {
    case 'read':
      return items === 0 ? 'absent' : 'read';
    case 'absent':
    case 'pending':
    case 'cancelled':
      return observed.state;
    case 'refused':
      return `${observed.verb} ${observed.resource} ${observed.namespace ?? ''}`;
    case 'partial':
    case 'failed':
      return `${observed.state} ${key}`;
    default:
      return observed satisfies never;
  }
}

function askedText({ fact, key, namespace, times }: SummedRow, texts: Texts): string {
  const name = texts.reading.facts[fact];
  if (times > 1) return `${name} (${times})`;
  if (key !== undefined) return `${name} ${key}`;
  return namespace === undefined ? name : `${name} (${namespace})`;
}

function answerText({ items = 0, observed }: CoverageRow, texts: Texts): string {
  const { coverage } = texts.presentation;
  switch (observed.state) {
    case 'read':
      return items === 0 ? coverage.none : coverage.answered(items);
    case 'absent':
      return coverage.none;
    case 'partial':
      return coverage.partial(
        items,
        observed.missing.map((missing) => texts.reading.lacking(missing)),
      );
    case 'pending':
      return coverage.pending;
    case 'cancelled':
      return coverage.cancelled;
    case 'refused': {
      const { namespace, resource, verb } = observed;
      const scope = namespace === undefined ? coverage.clusterWide : coverage.inNamespace(namespace);
      return coverage.refused(verb, resource, scope);
    }
    case 'failed':
      return coverage.failed(observed.error.message === '' ? observed.error.kind : observed.error.message);
    default:
      return observed satisfies never;
  }
}

/** An answer of an earlier reading is told as such. */
function keptText({ kept }: SummedRow, texts: Texts): string {
  return kept === undefined ? '' : ` (${texts.runs.kept(utc(kept))})`;
}

function answerMark({ state }: CoverageRow): Mark {
  switch (state) {
    case 'read':
    case 'absent':
      return 'ok';
    case 'pending':
      return 'pending';
    case 'partial':
    case 'cancelled':
    case 'refused':
    case 'failed':
      return 'unknown';
    default:
      return state satisfies never;
  }
}

function distinct(sentences: readonly string[]): readonly string[] {
  return [...new Set(sentences)];
}
