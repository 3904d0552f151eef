import type { BeforeChecks, CommandEffects, RemedyPurposes } from '#diagnosis/registry.ts';
import type { BeforeCheck, RemedyGroup } from '#diagnosis/remedy.ts';

/** Why each command is run, what it alters, and what was (or must be) checked before. */
export interface RemedyTexts {
  readonly purposes: { readonly [K in keyof RemedyPurposes]: (params: RemedyPurposes[K]) => string };
  readonly effects: { readonly [K in keyof CommandEffects]: (params: CommandEffects[K]) => string };
  readonly before: {
    readonly [K in keyof BeforeChecks]: (params: BeforeChecks[K], answer: BeforeCheck['answer']) => string;
  };
  /** One word or two for what a command is for, before its purpose. */
  readonly groups: { readonly [G in RemedyGroup]: string };
  /** Says that the second line is the form of the mesh's own CLI, which acts on the current context. */
  readonly equivalent: string;
}
