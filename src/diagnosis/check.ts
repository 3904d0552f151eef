import type { MeshIdentity } from '#mesh/identity.ts';
import type { DeploymentsScope, FactName, MeshFacts } from '#mesh/mesh-facts.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { FindingDraft } from './finding.ts';
import type { FindingDefinitions } from './finding-definition.ts';
import type { CheckId, StepDetails } from './registry.ts';
import type { StepId } from './step.ts';

/** A fact that a check needed and that gave no full answer. */
export interface Gap {
  readonly fact: FactName;
  /** The key within a fact that is a record, e.g. a log key. */
  readonly key?: string;
  readonly observed: Exclude<Observed<unknown>, { state: 'read' | 'absent' }>;
}

export interface CheckResult {
  readonly id: CheckId;
  /** `passed` is only said when every required fact answered. */
  readonly status: 'passed' | 'found' | 'not-checked' | 'pending';
  /** How much was looked at, e.g. 3 pods. */
  readonly looked: number;
  /** RFC 3339: of the logs that were looked at, older lines were not asked for. */
  readonly since?: string;
  /** Keys of the findings that it saw. */
  readonly found: readonly string[];
  readonly gaps: readonly Gap[];
  /** The verdict does without its answer: what was not looked at is said, and never decides the exit status. */
  readonly optional?: true;
}

/** What a check saw, and how much it looked at. */
export interface CheckRun {
  readonly findings: readonly FindingDraft[];
  readonly looked: number;
  readonly since?: string | undefined;
}

/** What a check may see: the facts it declares, and no others (the compiler holds it to that). */
export interface CheckInput<F extends FactName> {
  readonly mesh: MeshIdentity;
  /** Every control plane of the cluster, this one included. */
  readonly meshes: readonly MeshIdentity[];
  readonly facts: Pick<MeshFacts, F>;
  /** How far `facts.deployments` reaches. */
  readonly deploymentsScope: DeploymentsScope;
  readonly readAt: string;
}

/** What the tables of a step are made from: every fact of this mesh, and what was read beside other control planes. */
export interface StepInput extends CheckInput<FactName> {
  readonly namespaces: Snapshot['namespaces'];
}

/**
 * One question of a step. `required` facts must answer, else it is not checked; `supporting` ones add to it.
 * `O` is what the step observes once for all its checks and tables.
 */
export interface Check<F extends FactName = FactName, O = unknown> {
  readonly id: string;
  readonly required: readonly F[];
  readonly supporting: readonly F[];
  /** The verdict does without its answer, e.g. because few may read the fact. */
  readonly optional?: true;
  /** Which keys of a record fact (logs, probes) this check needs; all of them when absent. */
  readonly needsKey?: (key: string) => boolean;
  run(input: CheckInput<F>, observed: O): CheckRun;
}

/** A step of the walk as the diagnosis sees it. */
export interface StepDefinition<S extends StepId = StepId, O = unknown> {
  readonly id: S;
  readonly findings: FindingDefinitions;
  /** Works out once what several checks and tables need; lazily where they need different facts (`lazily`). */
  observe?(input: StepInput): O;
  readonly checks: readonly Check<never>[];
  /** The rows of its tables, for its screen and the reports. */
  detail(input: StepInput, observed: O): StepDetails[S];
}

/** Declares a check; the facts it may read follow from `required` and `supporting`. */
export function defineCheck<
  const Id extends string,
  const R extends FactName,
  const S extends FactName = never,
>(check: {
  readonly id: Id;
  readonly required: readonly R[];
  readonly supporting?: readonly S[];
  readonly optional?: true;
  readonly needsKey?: (key: string) => boolean;
  run(input: CheckInput<R | S>, observed: never): CheckRun;
}): Check<never> & { readonly id: Id } {
  return { supporting: [], ...check } as unknown as Check<never> & { readonly id: Id };
}
