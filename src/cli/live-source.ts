import type { CommonOptions } from './options.ts';
import { logPort, readWith, type Session, transportSession } from './session.ts';
import type { Source, SourceContext } from './source.ts';

/**
 * The source of a live run: the cluster of the current context, or of the one that `use` changes to. The kubeconfig is
 * loaded by the first `read`, so that the first frame does not wait for it; that `read` rejects when it is invalid.
 */
export function liveSource(options: CommonOptions, { env }: Pick<SourceContext, 'env'>): Source {
  const given = { env, ...(options.kubeconfig === undefined ? {} : { kubeconfig: options.kubeconfig }) };
  let { context } = options;
  let connecting: Promise<Session> | undefined;
  /** The session once it is open, so that `close` does not wait for a kubeconfig that is still being read. */
  let session: Session | undefined;

  const connect = async (): Promise<Session> => {
    const { loadConfiguration } = await import('#cluster/configuration.ts');
    const configuration = await loadConfiguration({
      ...given,
      ...(context === undefined ? {} : { context }),
    });
    return transportSession(configuration, options);
  };
  const connected = async (): Promise<Session> => {
    const mine = (connecting ??= connect());
    try {
      const made = await mine;
      // `use` may have changed the context meanwhile.
      if (connecting === mine) session = made;
      return made;
    } catch (error) {
      // The kubeconfig may be fixed meanwhile: the next reading loads it again.
      if (connecting === mine) connecting = undefined;
      throw error;
    }
  };

  return {
    async read(request) {
      const reader = await connected();
      // An aborted reading starts no credential plugin.
      request.signal?.throwIfAborted();
      return readWith(reader, request, options, { kind: 'live' });
    },
    logs: logPort(connected),
    async contexts() {
      const { listContexts } = await import('#cluster/configuration.ts');
      const contexts = await listContexts(given, session?.context ?? context);
      return contexts.length === 0 ? { kind: 'none', why: 'in-cluster' } : { kind: 'some', contexts };
    },
    async use(name) {
      const old = session;
      [context, connecting, session] = [name, undefined, undefined];
      await old?.close();
    },
    close: async () => session?.close(),
  };
}
