import type { Configuration } from '#cluster/connection.ts';
import type { Progress } from '#cluster/board.ts';
import type { Transport } from '#cluster/transport.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import { ProblemError } from '#problem/problem.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { LogPort } from '#wizard/ports.ts';
import { contradiction } from './arguments.ts';
import { type CommonOptions, defaultScenario } from './options.ts';

export type OnReading = (snapshot: Snapshot, progress: Progress) => void;

/** What to read: everything anew, or some facts into what is already known. */
export interface ReadRequest {
  readonly previous?: Snapshot;
  readonly only?: readonly FactName[];
  readonly onUpdate?: OnReading;
  readonly signal?: AbortSignal;
}

/** Where the facts of a run come from. Live, demo and file differ in nothing else. */
export interface Source {
  readonly demo?: string;
  readonly file?: string;
  read(request: ReadRequest): Promise<Snapshot>;
  /** Absent for a file. */
  readonly logs?: LogPort;
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
 * @throws {ProblemError} what is wrong with the options, the configuration, the scenario's name, or `no-configuration`.
 */
export async function openSource(options: CommonOptions, context: SourceContext): Promise<Source> {
  const clash = contradiction(options);
  if (clash !== undefined) throw new ProblemError({ kind: 'usage', message: clash });
  if (options.from !== undefined) return fileSource(options.from, options);
  if (options.demo !== undefined)
    return demoSource(options, options.demo === true ? defaultScenario : options.demo);
  const { isConfigured } = await import('#cluster/configured.ts');
  if (!isConfigured(context.env, options.kubeconfig)) {
    if (context.isTerminal) return demoSource(options, defaultScenario);
    throw new ProblemError({ kind: 'no-configuration' });
  }
  return liveSource(options, context);
}

async function liveSource(options: CommonOptions, { env, isTerminal }: SourceContext): Promise<Source> {
  const { loadConfiguration, needsTerminal } = await import('#cluster/configuration.ts');
  const configuration = await loadConfiguration({
    env,
    ...(options.kubeconfig === undefined ? {} : { kubeconfig: options.kubeconfig }),
    ...(options.context === undefined ? {} : { context: options.context }),
  });
  const session = transportSession(configuration, options);
  // A plugin that must talk to the person does so while the terminal is still a plain one.
  if (isTerminal && needsTerminal(configuration)) await session.open(true);
  return {
    read: async (request) => readWith(await session.open(false), request, options, { kind: 'live' }),
    logs: logPort(() => session.open(false)),
    close: () => session.close(),
  };
}

async function demoSource(options: CommonOptions, scenario: string): Promise<Source> {
  // The default one is there: whoever names none does not wait for the list.
  if (scenario !== defaultScenario) await checkScenario(scenario);
  let starting: ReturnType<typeof startDemo> | undefined;
  // The server starts with the first reading, behind the first frame.
  const open = async (): Promise<Transport> => {
    const { session } = await (starting ??= startDemo(options, scenario));
    return session.open(false);
  };
  return {
    demo: scenario,
    read: async (request) => readWith(await open(), request, options, { kind: 'demo', scenario }),
    logs: logPort(open),
    async close() {
      const demo = await starting?.catch(() => undefined);
      await demo?.session.close();
      await demo?.server.close();
    },
  };
}

/** @throws {ProblemError} `unknown-scenario` */
async function checkScenario(scenario: string): Promise<void> {
  const { listScenarios } = await import('#demo/scenarios.ts');
  const known = listScenarios().map(({ name }) => name);
  if (!known.includes(scenario)) throw new ProblemError({ kind: 'unknown-scenario', scenario, known });
}

async function startDemo(options: CommonOptions, scenario: string) {
  const [{ loadScenario }, { startServer }, { demoConfiguration }] = await Promise.all([
    import('#demo/scenarios.ts'),
    import('#demo/server.ts'),
    import('./demo-configuration.ts'),
  ]);
  const server = await startServer({ scenario: await loadScenario(scenario), unref: true });
  return { server, session: transportSession(demoConfiguration(server.url, scenario), options) };
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
    close: () => Promise.resolve(),
  };
}

function logPort(open: () => Promise<Transport>): LogPort {
  return {
    async read(log, window, onLines, signal) {
      const { readLiveLog } = await import('#cluster/live-log.ts');
      return readLiveLog(log, window, onLines, { transport: await open(), signal });
    },
  };
}

interface Session {
  open(isInteractive: boolean): Promise<Transport>;
  close(): Promise<void>;
}

/** One pool of connections for the whole run, made on first use; a failed start is tried anew. */
function transportSession(configuration: Configuration, { timeout }: CommonOptions): Session {
  let opening: Promise<Transport> | undefined;
  return {
    async open(isInteractive) {
      const { openTransport } = await import('#cluster/transport.ts');
      opening ??= openTransport(configuration, {
        isInteractive,
        ...(timeout === undefined
          ? {}
          : { deadlines: { requestMs: timeout * 1000, idleMs: timeout * 1000 } }),
      });
      try {
        return await opening;
      } catch (error) {
        opening = undefined;
        throw error;
      }
    },
    async close() {
      const transport = await opening?.catch(() => undefined);
      await transport?.close();
    },
  };
}

async function readWith(
  transport: Transport,
  { previous, only, onUpdate, signal }: ReadRequest,
  options: CommonOptions,
  source: Pick<Snapshot['source'], 'kind' | 'scenario'>,
): Promise<Snapshot> {
  const [{ readCluster }, { limitsOf, targetOf, withKnownMesh }] = await Promise.all([
    import('#cluster/read-cluster.ts'),
    import('./narrow.ts'),
  ]);
  const limits = limitsOf(options, Date.now());
  const snapshot = await readCluster({
    transport,
    source,
    target: targetOf(options),
    ...(limits && { limits }),
    ...(previous === undefined ? {} : { previous }),
    ...(only === undefined ? {} : { only }),
    ...(onUpdate === undefined ? {} : { onUpdate }),
    ...(signal === undefined ? {} : { signal }),
  });
  return withKnownMesh(snapshot);
}
