import type { Finding } from './finding.ts';
import type { Subject } from './subject.ts';
import type { FindingPattern, Relation } from './finding-pattern.ts';
import type { LifeStage } from './life-stage.ts';
import type { RemedyStep } from './remedy.ts';
import type { RuleContext } from './rule-context.ts';

/** An entry of the table of causes; `P` are its params. The engine (`causes.ts`) does all matching. */
export interface CauseDefinition<P extends object = object> {
  /** Short id, e.g. `OED501`; never given to another cause. */
  readonly id: `OED${number}`;
  readonly stage: LifeStage;
  /** Params for the reference and the tests. */
  readonly example: P;
  /** Params with which the remedy gives every command it can; `example` when absent. */
  readonly remedyExample?: P;
  /** What the example is about; a Pod when absent. */
  readonly exampleSubject?: Subject;
  /** Where the rule comes from, e.g. `facts §9 row 1`. */
  readonly source: string;
  /** All must match. The findings of the first one are the anchors: each group of them is one candidate. */
  readonly requires: readonly [FindingPattern, ...FindingPattern[]];
  readonly supports: readonly FindingPattern[];
  readonly contradicts: readonly FindingPattern[];
  /** Findings that are there because of it. */
  readonly explains: readonly FindingPattern[];
  /** The required findings alone make it certain. */
  readonly proof: boolean;
  /** Only for findings that no other cause has explained. */
  readonly fallback: boolean;
  /** It names what was seen, not why: it never has a command that changes something. */
  readonly isSymptom: boolean;
  /** It is by nature over: it is told only of what failed before and works now. */
  readonly isPast: boolean;
  /** Causes it brings about, when they stand in the relation and do not start before it. A test holds the codes. */
  readonly leadsTo: readonly { readonly cause: string; readonly relation: Relation }[];
  /** Brought about by every cause for which this holds, besides those that name it in `leadsTo`. */
  isEffectOf(cause: { readonly subject: Subject }): boolean;
  /** Params that tell two causes of this code about one subject apart. */
  readonly identity: readonly (keyof P & string)[];
  /** Anchors with the same group key make one candidate. */
  group(anchor: Finding): string;
  describe(
    anchors: readonly Finding[],
    context: RuleContext,
  ): { readonly subject: Subject; readonly params: P } | undefined;
  remedy(
    params: P,
    context: RuleContext,
    subject: Subject,
    anchors: readonly Finding[],
  ): readonly RemedyStep[];
}

/** An entry under its code, with the params no longer known to the compiler. */
export type CauseRule = CauseDefinition<never> & { readonly code: string };

type Defaults =
  | 'supports'
  | 'contradicts'
  | 'explains'
  | 'proof'
  | 'fallback'
  | 'isPast'
  | 'isSymptom'
  | 'leadsTo'
  | 'isEffectOf'
  | 'identity';

/** Declares a cause by its params, with the usual defaults: `cause<{ port: string }>({ id: 'OED510', … })`. */
export function cause<P extends object>(
  definition: Omit<CauseDefinition<P>, Defaults> & Partial<Pick<CauseDefinition<P>, Defaults>>,
): CauseDefinition<P> {
  return {
    supports: [],
    contradicts: [],
    explains: [],
    proof: false,
    fallback: false,
    isPast: false,
    isSymptom: false,
    leadsTo: [],
    isEffectOf: () => false,
    identity: [],
    ...definition,
  };
}

/** The params of each cause of a table, by code. */
export type CauseParamsOf<Table> = {
  [C in keyof Table]: Table[C] extends CauseDefinition<infer P> ? P : never;
};
