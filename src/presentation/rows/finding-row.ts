import type { Finding } from '#diagnosis/finding.ts';
import { logLineAt } from '#diagnosis/log-line-place.ts';
import type { Block, ListRow, LogCursor, Mark } from '../blocks.ts';
import { adviceBlocks } from '../cause.ts';
import { changeTag } from '../changes.ts';
import { evidenceBlocks, evidenceText, findingHeader, referenceBlock } from '../finding.ts';
import { severityMark } from '../marks.ts';
import { causeOf, rootOf } from '../related.ts';
import { remedyLines } from '../remedy.ts';
import { findingTitle } from '../message-lookup.ts';
import type { PresentationInput } from '../screen-input.ts';
import { subjectLabel } from '../subject.ts';

/** Tables of a step that belong to a finding. */
export type TablesOf = (finding: Finding) => readonly Block[];

/** Findings in a screen's list; their tables are shown last in their details. */
export function findingRows(
  findings: readonly Finding[],
  input: PresentationInput,
  tablesOf: TablesOf,
): readonly ListRow[] {
  const keys = keysOf(findings);
  return findings.map((finding, index) => new FindingRow(finding, input, keys[index], tablesOf));
}

/**
 * A finding in a list. A list may hold 10^5 of them and is made anew whenever an age is shown differently, while a person
 * sees some dozens and copies one or two: everything but the key is made when it is asked for.
 */
export class FindingRow implements ListRow {
  readonly key: string;
  protected readonly finding: Finding;
  protected readonly input: PresentationInput;
  private readonly tablesOf: TablesOf | undefined;

  constructor(finding: Finding, input: PresentationInput, key: string = finding.key, tablesOf?: TablesOf) {
    this.key = key;
    this.finding = finding;
    this.input = input;
    this.tablesOf = tablesOf;
  }

  get mark(): Mark {
    return severityMark(this.finding.severity);
  }

  get id(): string {
    return this.finding.id;
  }

  get tag(): string | undefined {
    return changeTag(this.finding, this.input).tag;
  }

  get subject(): string {
    return subjectLabel(this.finding.subject);
  }

  get text(): string {
    return findingTitle(this.finding, this.input.texts);
  }

  get commands(): readonly string[] {
    return findingCommands(this.finding, this.input);
  }

  get evidence(): string {
    return evidenceText(this.finding);
  }

  get log(): LogCursor | undefined {
    return logOf(this.finding);
  }

  get about(): NonNullable<ListRow['about']> {
    return { kind: 'finding', key: this.finding.key };
  }

  get detail(): () => readonly Block[] {
    return () => [
      ...findingHeader(this.finding, this.input),
      ...evidenceBlocks(this.finding, this.input),
      ...adviceBlocks(this.finding, this.input),
      ...(this.tablesOf?.(this.finding) ?? []),
      referenceBlock(this.finding.id, this.input),
    ];
  }
}

const keysOfFindings = new WeakMap<readonly Finding[], readonly string[]>();

/** The keys of findings in their order, worked out once for as long as the findings are there. */
function keysOf(findings: readonly Finding[]): readonly string[] {
  const known = keysOfFindings.get(findings) ?? findings.map(({ key }) => key);
  keysOfFindings.set(findings, known);
  return known;
}

/** The log that a finding rests on, at the last line it quotes. */
function logOf({ evidence, subject }: Finding): LogCursor | undefined {
  const place = evidence.flatMap(({ at }) => logLineAt(at) ?? []).at(-1);
  const { kind, name, namespace } = subject;
  if (place === undefined || kind !== 'Pod' || namespace === undefined) return undefined;
  return { namespace, pod: name, ...place };
}

/** The commands that mend a finding: those of the root cause that it belongs to. */
export function findingCommands(finding: Finding, input: PresentationInput): readonly string[] {
  const { causes } = input.diagnosis;
  const cause = causeOf(finding, causes);
  return cause === undefined ? [] : remedyLines(rootOf(cause, causes).remedy, input);
}
