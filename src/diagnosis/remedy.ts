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

/** One numbered command. `argv` is never a shell line: quoting happens at the edge. */
export interface RemedyStep {
  readonly argv: readonly string[];
  /** A second command that reads the output of the first. */
  readonly pipe?: readonly string[];
  /** The kubectl form of an osm/fsm command: that CLI cannot take a context (facts §4). */
  readonly equivalent?: readonly (readonly string[])[];
  readonly purpose: Purpose;
  /** Empty for a command that only looks. */
  readonly changes: readonly CommandEffect[];
  readonly before: readonly BeforeCheck[];
}
