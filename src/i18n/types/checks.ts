import type { Gap } from '#diagnosis/check.ts';
import type { CheckId } from '#diagnosis/registry.ts';
import type { CoverageNote } from '#diagnosis/diagnosis.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import type { Missing } from '#snapshot/observed.ts';

/** What was looked at, and what could not be. */
export interface CheckTexts {
  /**
   * The question each check asks, and the sentence of a green one: `looked` objects were looked at, of logs only the lines
   * `since` a time (RFC 3339).
   */
  readonly checks: {
    readonly [K in CheckId]: { readonly question: string; passed(looked: number, since?: string): string };
  };
  readonly facts: { readonly [K in FactName]: string };
  /** One sentence on why a fact gave no full answer, and what to do (for `refused`: the RBAC rule to add). */
  gap(gap: Gap): string;
  /** A clause: what a fact that was read in part lacks. */
  lacking(missing: Missing): string;
  note(note: CoverageNote): string;
}
