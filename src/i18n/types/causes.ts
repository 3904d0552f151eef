import type { CauseCode, CauseParams } from '#diagnosis/registry.ts';
import type { Subject } from '#diagnosis/subject.ts';

/**
 * `headline`: one sentence for the top of every screen and report: what is wrong, with the names that matter.
 * `explanation`: how it comes to that and what follows from it.
 */
export interface CauseText<C extends CauseCode> {
  headline(params: CauseParams[C], subject: Subject): string;
  explanation(params: CauseParams[C], subject: Subject): string;
}
export type CauseTexts = { readonly [C in CauseCode]: CauseText<C> };
