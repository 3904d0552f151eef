import type { Progress } from '#cluster/snapshot-builder.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { ContextList, Lend, LogPort } from '#wizard/ports/ports.ts';

export type OnReading = (snapshot: Snapshot, progress: Progress) => void;

/** What to read: all facts, or `only` some of them into the `previous` snapshot. */
export interface ReadRequest {
  readonly previous?: Snapshot;
  readonly only?: readonly FactName[];
  readonly onUpdate?: OnReading;
  readonly signal?: AbortSignal;
  /** Gives the terminal to a credential plugin that prompts. */
  readonly lend?: Lend;
}

/** Where the facts of a run come from: a cluster, the demo or a file. Nothing else differs between them. */
export interface Source {
  readonly demo?: string;
  readonly file?: string;
  /** @throws {ProblemError} also when the kubeconfig is invalid, since the first `read` loads it. */
  read(request: ReadRequest): Promise<Snapshot>;
  /** Absent for a file. */
  readonly logs?: LogPort;
  /** The contexts that `use` accepts. @throws {ProblemError} when the kubeconfig is invalid */
  contexts(): Promise<ContextList>;
  /** Changes to this context and closes the connections of the former one. */
  use(context: string): Promise<void>;
  close(): Promise<void>;
}

export interface SourceContext {
  readonly env: NodeJS.ProcessEnv;
  /** Whether the demo may start without being requested: only for a person at a terminal (design §5, Demo). */
  readonly isTerminal: boolean;
}
