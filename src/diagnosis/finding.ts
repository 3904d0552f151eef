import type { FindingDefinition } from './finding-definition.ts';
import type { FindingCode, FindingParams } from './registry.ts';
import type { Severity } from './severity.ts';
import type { Subject } from './subject.ts';

/** One thing that was read and shows a finding, in the cluster's own words. */
export interface Evidence {
  /** What was read, e.g. `pods`, `events`, `logs`. */
  readonly fact: string;
  /** The object and the path in it, e.g. `Pod/osm-system/osm-controller-x spec.containers[2].image`. */
  readonly at: string;
  /** The raw value, message or log line: hostile until sanitized at the edge. */
  readonly quote: string;
  /** RFC 3339, when the evidence has a time; of what happened several times, the last. */
  readonly time?: string;
  /** The first time, for what happened several times. */
  readonly since?: string;
}

/** What a check saw. `params` are typed by the code and hold no sentences. */
export type FindingDraft<C extends FindingCode = FindingCode> = {
  [K in C]: {
    readonly code: K;
    readonly severity: Severity;
    readonly subject: Subject;
    readonly params: FindingParams[K];
    readonly evidence: readonly Evidence[];
  };
}[C];

/** A finding as the runner files it (`run-step.ts`): with its id, and the keys by which it is known from run to run. */
export type Finding<C extends FindingCode = FindingCode> = FindingDraft<C> & {
  /** e.g. `OED101` */
  readonly id: string;
  /** Unlike that of any other finding of the mesh, and the same in the next run. */
  readonly key: string;
  /** The key with the workload in the place of the pod: the same for the pod that replaces this one. */
  readonly workloadKey: string;
};

type Identified = Pick<FindingDraft, 'code' | 'subject' | 'params'>;

/** The key of a finding: its code, its subject, and the params that the definition names as its identity. */
export function keyOfFinding(draft: Identified, definition: FindingDefinition): string {
  return keyWithName(draft, definition, draft.subject.name);
}

/** The same with the workload in the place of the pod, whose name says nothing after it was replaced. */
export function workloadKeyOfFinding(draft: Identified, definition: FindingDefinition): string {
  const { name, workload = name } = draft.subject;
  return keyWithName(draft, definition, workload).replaceAll(withoutNumbers(name), '*');
}

/** Characters of one param in a key: enough to tell sentences apart, and a log line may be long. */
const maxLength = 240;

function keyWithName(
  { code, subject, params }: Identified,
  { identity, similar = [] }: FindingDefinition,
  name: string,
): string {
  const { kind, namespace = '', container = '' } = subject;
  const values = new Map<string, string | number>(Object.entries(params));
  const text = (param: string): string => String(values.get(param) ?? '');
  return [
    code,
    kind,
    namespace,
    name,
    container,
    ...identity.map(text),
    ...similar.map((param) => withoutNumbers(text(param)).slice(0, maxLength)),
  ].join('|');
}

/** Numbers, hashes and addresses differ from run to run. */
function withoutNumbers(text: string): string {
  return text.replaceAll(/[0-9a-f]*\d[0-9a-f]*/g, '#');
}
