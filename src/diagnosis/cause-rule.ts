import type { CauseCode, CauseParams } from './cause-catalogue.ts';
import type { FindingPattern, Relation } from './finding-pattern.ts';
import type { Finding, Subject } from './finding.ts';
import type { RemedyStep } from './remedy.ts';
import type { RuleContext } from './rule-context.ts';

/** A row of the table of causes. The engine (`causes.ts`) does all matching; a row only says what belongs to what. */
export interface CauseRule<C extends CauseCode = CauseCode> {
  readonly code: C;
  /** Where the rule comes from, e.g. `facts §9 row 1`. */
  readonly source: string;
  /** All must match. The findings of the first one are the anchors: each group of them is one candidate. */
  readonly requires: readonly [FindingPattern, ...FindingPattern[]];
  readonly supports: readonly FindingPattern[];
  readonly contradicts: readonly FindingPattern[];
  /** Findings that are there because of it. */
  readonly explains: readonly FindingPattern[];
  /** What the requirement shows needs no second witness. */
  readonly proof: boolean;
  /** Only for findings that no other cause has explained. */
  readonly fallback: boolean;
  /** Causes it brings about, when they stand in the relation and do not start before it. */
  readonly leadsTo: readonly { readonly cause: CauseCode; readonly relation: Relation }[];
  /** Anchors with the same group key make one candidate. */
  group(anchor: Finding): string;
  describe(
    anchors: readonly Finding[],
    context: RuleContext,
  ): { readonly subject: Subject; readonly params: CauseParams[C] } | undefined;
  remedy(
    params: CauseParams[C],
    context: RuleContext,
    subject: Subject,
    anchors: readonly Finding[],
  ): readonly RemedyStep[];
}

type Defaults = 'supports' | 'contradicts' | 'explains' | 'proof' | 'fallback' | 'leadsTo';

/** A rule with the usual defaults; the result is erased to the union so that rules stand in one table. */
export function defineCause<C extends CauseCode>(
  rule: Omit<CauseRule<C>, Defaults> & Partial<Pick<CauseRule<C>, Defaults>>,
): CauseRule {
  return {
    supports: [],
    contradicts: [],
    explains: [],
    proof: false,
    fallback: false,
    leadsTo: [],
    ...rule,
  };
}
