import type { CommonOptions } from './options.ts';
import { logPort, readWith, type Session, transportSession } from './session.ts';
import type { Source, SourceContext } from './source.ts';

/**
 * The cluster of the configuration, and of any other context that is gone to. The configuration is read with the first
 * reading, behind the first frame: what is wrong with it is what that reading rejects with.
 */
export function liveSource(options: CommonOptions, { env }: Pick<SourceContext, 'env'>): Source {
  const given = { env, ...(options.kubeconfig === undefined ? {} : { kubeconfig: options.kubeconfig }) };
  let { context } = options;
  let connecting: Promise<Session> | undefined;
  /** The one that is there: whoever leaves does not wait for a file that does not come. */
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
      // Another context may have been gone to meanwhile.
      if (connecting === mine) session = made;
      return made;
    } catch (error) {
      // A kubeconfig may be mended, and is then read anew.
      if (connecting === mine) connecting = undefined;
      throw error;
    }
  };

  return {
    async read(request) {
      const reader = await connected();
      // No credential plugin is started for a reading that nobody waits for.
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
