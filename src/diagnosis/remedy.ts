import type { BeforeChecks, CommandEffects, RemedyPurposes } from './registry.ts';

type Coded<Map> = { [K in keyof Map]: { readonly code: K; readonly params: Map[K] } }[keyof Map];
/** Why a command is run. */
export type Purpose = Coded<RemedyPurposes>;
/** What a command alters beyond its plain meaning. */
export type CommandEffect = Coded<CommandEffects>;

/** `clear`: answered, nothing in the way. `blocked`: answered, it would fail. `check-first`: not known here. */
export type BeforeCheck = Coded<BeforeChecks> & {
  readonly answer: 'clear' | 'blocked' | 'known' | 'check-first';
  /** The command that answers it, for `check-first`. */
  readonly command?: readonly string[];
};

/**
 * What a command of a remedy is for, in the order in which they are run: `look` keeps evidence that the fix destroys, `fix`
 * removes the cause, `apply` restarts what needs it, `verify` shows that it helped.
 */
export const remedyGroups = ['look', 'fix', 'apply', 'verify'] as const;
export type RemedyGroup = (typeof remedyGroups)[number];

/** One numbered command. `argv` is never a shell line: quoting happens at the edge. */
export interface RemedyStep {
  readonly group: RemedyGroup;
  readonly argv: readonly string[];
  /** A second command that reads the output of the first. */
  readonly pipe?: readonly string[];
  /** The form of the mesh's own CLI, which acts on the current context whatever `--context` says (facts §4). */
  readonly equivalent?: readonly (readonly string[])[];
  readonly purpose: Purpose;
  /** Empty for a command that only looks. */
  readonly changes: readonly CommandEffect[];
  readonly before: readonly BeforeCheck[];
}

/** The commands in the order to run them: by group, within one as the rule gives them. The same command twice is one. */
export function orderedRemedy(steps: readonly RemedyStep[]): readonly RemedyStep[] {
  const distinct = new Map(steps.map((step) => [[...step.argv, '|', ...(step.pipe ?? [])].join('\0'), step]));
  return remedyGroups.flatMap((group) => [...distinct.values()].filter((step) => step.group === group));
}

/** The first command that changes something; undefined for a cause without a fix. */
export function firstFix(steps: readonly RemedyStep[]): RemedyStep | undefined {
  return steps.find(({ changes }) => changes.length > 0);
}
