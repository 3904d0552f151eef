import type { Progress } from '#cluster/snapshot-builder.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import { ProblemError } from '#errors/problem.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { ContextList, Lend, LogPort } from '#wizard/ports/ports.ts';
import { contradiction } from './arguments.ts';
import { type CommonOptions, defaultScenario } from './options.ts';

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

/**
 * Chooses the source: a file, the demo, or the cluster of the configuration. Modules are loaded when they are
 * needed, so that the first frame does not wait for them.
 * @throws {ProblemError} what is wrong with the options or the scenario's name, or `no-configuration`.
 */
export async function openSource(options: CommonOptions, context: SourceContext): Promise<Source> {
  const clash = contradiction(options);
  if (clash !== undefined) throw new ProblemError({ kind: 'usage', message: clash });
  if (options.from !== undefined) return fileSource(options.from, options);
  if (options.demo !== undefined) return demo(options.demo === true ? defaultScenario : options.demo);
  const { isConfigured } = await import('#cluster/kubeconfig-location.ts');
  if (!isConfigured(context.env, options.kubeconfig)) {
    if (context.isTerminal) return demo(defaultScenario);
    throw new ProblemError({ kind: 'no-configuration' });
  }
  const { liveSource } = await import('./live-source.ts');
  return liveSource(options, context);

  async function demo(scenario: string): Promise<Source> {
    const { demoSource } = await import('./demo-source.ts');
    return demoSource(options, scenario);
  }
}

function fileSource(file: string, options: CommonOptions): Source {
  return {
    file,
    async read({ onUpdate }) {
      const [{ readSnapshot }, { targetOf, withKnownMesh }] = await Promise.all([
        import('#cluster/snapshot-file.ts'),
        import('./narrow.ts'),
      ]);
      const saved = await readSnapshot(file);
      const snapshot = withKnownMesh({ ...saved, target: { ...saved.target, ...targetOf(options) } });
      onUpdate?.(snapshot, { done: 1, total: 1, current: [], startedAt: snapshot.readAt });
      return snapshot;
    },
    contexts: () => Promise.resolve({ kind: 'none', why: 'snapshot' }),
    use: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
