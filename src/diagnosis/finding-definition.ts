import type { Subject } from './subject.ts';
import type { Severity } from './severity.ts';

/** What is fixed about the findings of one code. */
export interface FindingDefinition {
  /** Short id, e.g. `OED101`. Never given to another finding, also when this one is retired (`steps/retired-ids.ts`). */
  readonly id: `OED${number}`;
  /** The severities that a step may give it, worst first. */
  readonly severities: readonly [Severity, ...Severity[]];
  /** Params that tell two findings of this code about one subject apart, compared as they are. */
  readonly identity: readonly string[];
  /** The same for params that hold words of the cluster: numbers in them do not count. */
  readonly similar?: readonly string[];
  /** Params for the reference and the tests: one set, or one for each kind that has its own sentences. */
  readonly examples: readonly [object, ...object[]];
  /** What the examples are about; a Pod when absent. */
  readonly exampleSubject?: Subject;
}

/** The same with its params `P`, from which its sentences are made. */
export interface TypedFindingDefinition<P extends object> extends FindingDefinition {
  readonly identity: readonly (keyof P & string)[];
  readonly similar?: readonly (keyof P & string)[];
  readonly examples: readonly [P, ...P[]];
}

/** Declares a finding by its params: `finding<{ container: string }>({ id: 'OED101', … })`. */
export function finding<P extends object>(definition: TypedFindingDefinition<P>): TypedFindingDefinition<P> {
  return definition;
}

export type FindingDefinitions = Readonly<Record<string, FindingDefinition>>;

/** The params of each finding of a table of definitions, by code. */
export type ParamsOf<Definitions> = {
  [C in keyof Definitions]: Definitions[C] extends TypedFindingDefinition<infer P> ? P : never;
};
