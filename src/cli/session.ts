import { type Configuration, needsTerminal } from '#cluster/connection.ts';
import type { Transport } from '#cluster/transport.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Lend, LogPort } from '#wizard/ports/ports.ts';
import type { CommonOptions } from './options.ts';
import type { ReadRequest } from './source.ts';

/** The connections of one context. */
export interface Session {
  /** The name of the context; absent for the in-cluster configuration. */
  readonly context?: string;
  /**
   * Returns the connection pool. The first call opens it; after a failure the next call tries again. `lend` gives the
   * terminal to a credential plugin that prompts; without it such a plugin fails.
   */
  open(lend?: Lend): Promise<Transport>;
  close(): Promise<void>;
}

export function transportSession(configuration: Configuration, { timeout }: CommonOptions): Session {
  let opening: Promise<Transport> | undefined;
  const start = async (lend: Lend | undefined): Promise<Transport> => {
    const { openTransport } = await import('#cluster/transport.ts');
    const isInteractive = lend !== undefined && needsTerminal(configuration);
    const begin = (): Promise<Transport> =>
      openTransport(configuration, {
        isInteractive,
        ...(timeout === undefined
          ? {}
          : { deadlines: { requestMs: timeout * 1000, idleMs: timeout * 1000 } }),
      });
    return isInteractive ? lend(begin) : begin();
  };
  return {
    ...(configuration.context === undefined ? {} : { context: configuration.context }),
    async open(lend) {
      opening ??= start(lend);
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

/** Reads the requested facts through a session. */
export async function readWith(
  session: Session,
  { lend, previous, only, onUpdate, signal }: ReadRequest,
  options: CommonOptions,
  source: Pick<Snapshot['source'], 'kind' | 'scenario'>,
): Promise<Snapshot> {
  const [transport, { readCluster }, { limitsOf, targetOf, withKnownMesh }] = await Promise.all([
    session.open(lend),
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

/** Reads log lines; `session` gives the session that is current at the time of the request. */
export function logPort(session: () => Promise<Session>): LogPort {
  return {
    async read(log, window, onLines, signal) {
      const { readLiveLog } = await import('#cluster/live-log.ts');
      const transport = await (await session()).open();
      return readLiveLog(log, window, onLines, { transport, signal });
    },
  };
}
