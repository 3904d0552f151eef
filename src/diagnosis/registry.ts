/**
 * What the steps of the walk bring with them. The diagnosis runs checks and links causes without knowing one of them by name,
 * so these interfaces are empty here; `steps/catalogue.ts` fills them in, by declaration merging, from the steps' own
 * entries. Every code, text and table that is typed in the tree derives from there.
 */

/* oxlint-disable typescript/no-empty-interface, typescript/no-empty-object-type -- filled in by declaration merging */

/** The params of each finding, by code. */
export interface FindingParams {}

/** The params of each cause, by code. */
export interface CauseParams {}

/** One member for each check. */
export interface Checks {}

/** What the tables of each step are made from. */
export interface StepDetails {}

/** The params of each sentence about a command: why it is run, what it alters, what to check before it. */
export interface RemedyPurposes {}
export interface CommandEffects {}
export interface BeforeChecks {}

export type FindingCode = keyof FindingParams;
export type CauseCode = keyof CauseParams;
export type CheckId = keyof Checks;
