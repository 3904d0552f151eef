import type { Cause } from '#diagnosis/cause.ts';
import type { Finding } from '#diagnosis/finding.ts';
import { FindingRow } from '#presentation/rows/finding-row.ts';
import { remedyLines } from '#presentation/remedy.ts';
import { findingTitle } from '#presentation/message-lookup.ts';
import type { PresentationInput } from '#presentation/screen-input.ts';
import { subjectLabel } from '#presentation/subject.ts';

/** A finding that follows from a root cause, under it: what mends the root mends it. */
export class EffectRow extends FindingRow {
  private readonly root: Cause;

  constructor(finding: Finding, root: Cause, input: PresentationInput) {
    super(finding, input, `effect|${root.key}|${finding.key}`);
    this.root = root;
  }

  override get subject(): string {
    return '';
  }

  override get text(): string {
    return `  ${this.input.texts.presentation.labels.effect(whatAndWhere(this.finding, this.input))}`;
  }

  override get commands(): readonly string[] {
    return remedyLines(this.root.remedy, this.input);
  }
}

/** A finding that no cause explains. */
export class UnexplainedRow extends FindingRow {
  override get subject(): string {
    return '';
  }

  override get text(): string {
    return this.input.texts.steps.verdict.words.rows.unexplained(whatAndWhere(this.finding, this.input));
  }
}

/** What happened comes first: a list row is cut at its end. */
function whatAndWhere(finding: Finding, { texts }: PresentationInput): string {
  return `${findingTitle(finding, texts)} · ${subjectLabel(finding.subject)}`;
}
