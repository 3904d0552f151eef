import type { Subject } from '#diagnosis/subject.ts';
import type { FindingCode, FindingParams } from '#diagnosis/registry.ts';

/**
 * `title`: one line, what was seen, without the subject's name where the list shows it anyway.
 * `explanation`: what it means for the mesh and why it matters.
 * `next`: what to look at next, or why nothing needs to be done.
 */
export interface FindingText<C extends FindingCode> {
  title(params: FindingParams[C], subject: Subject): string;
  explanation(params: FindingParams[C], subject: Subject): string;
  next(params: FindingParams[C], subject: Subject): string;
}
export type FindingTexts = { readonly [C in FindingCode]: FindingText<C> };
