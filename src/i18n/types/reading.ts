import type { Gap } from '#diagnosis/check.ts';
import type { CoverageNote } from '#diagnosis/diagnosis.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import type { Missing } from '#snapshot/observed.ts';

/** What was read, and what could not be. */
export interface ReadingTexts {
  readonly facts: { readonly [K in FactName]: string };
  /** One sentence on why a fact gave no full answer, and what to do (for `refused`: the RBAC rule to add). */
  gap(gap: Gap): string;
  /** A clause: what a fact that was read in part lacks. */
  lacking(missing: Missing): string;
  note(note: CoverageNote): string;
}
