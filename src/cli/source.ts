import type { Progress } from '#cluster/snapshot-builder.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { ContextList, Lend, LogPort } from '#wizard/ports.ts';

export type OnReading = (snapshot: Snapshot, progress: Progress) => void;

/** What to read: everything anew, or some facts into what is already known. */
export interface ReadRequest {
  readonly previous?: Snapshot;
  readonly only?: readonly FactName[];
  readonly onUpdate?: OnReading;
  readonly signal?: AbortSignal;
  /** For a credential plugin that must talk to the person. */
  readonly lend?: Lend;
}

/** Where the facts of a run come from. Live, demo and file differ in nothing else. */
export interface Source {
  readonly demo?: string;
  readonly file?: string;
  /** @throws {ProblemError} also what is wrong with the kubeconfig: it is read when something is to be read from it. */
  read(request: ReadRequest): Promise<Snapshot>;
  /** Absent for a file. */
  readonly logs?: LogPort;
  /** What `use` can go to. @throws {ProblemError} what is wrong with the kubeconfig */
  contexts(): Promise<ContextList>;
  /** Reads this context from now on; the connections of the one before are closed. */
  use(context: string): Promise<void>;
  close(): Promise<void>;
}

export interface SourceContext {
  readonly env: NodeJS.ProcessEnv;
  /** May the demo start by itself? Only for a person at a terminal (design §5, Demo). */
  readonly isTerminal: boolean;
}
