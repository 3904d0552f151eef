import { problemOf } from '#problem/problem.ts';
import type { CommonOptions } from './options.ts';
import { logPort, readWith, type Session, transportSession } from './session.ts';
import type { Source, SourceContext } from './source.ts';

/**
 * The cluster of the configuration, and of any other context that is gone to. For a person at a terminal, a
 * configuration that only lacks a current context is no error: one is asked for.
 * @throws {ProblemError} what is wrong with the configuration, or with a credential plugin that needs the terminal.
 */
export async function liveSource(
  options: CommonOptions,
  { env, isTerminal }: SourceContext,
): Promise<Source> {
  const given = { env, ...(options.kubeconfig === undefined ? {} : { kubeconfig: options.kubeconfig }) };
  let { context } = options;
  let session: Session | undefined;
  const connect = async (): Promise<Session> => {
    const { loadConfiguration } = await import('#cluster/configuration.ts');
    const configuration = await loadConfiguration({
      ...given,
      ...(context === undefined ? {} : { context }),
    });
    session = transportSession(configuration, options);
    return session;
  };

  let asksContext = false;
  try {
    const first = await connect();
    // A plugin that must talk to the person does so while the terminal is still a plain one.
    if (isTerminal && first.needsTerminal) await first.open((work) => work());
  } catch (error) {
    asksContext = isTerminal && problemOf(error).kind === 'no-current-context';
    if (!asksContext) throw error;
  }

  return {
    asksContext,
    read: async (request) => readWith(session ?? (await connect()), request, options, { kind: 'live' }),
    logs: logPort(async () => session ?? connect()),
    async contexts() {
      const { listContexts } = await import('#cluster/configuration.ts');
      const contexts = await listContexts(given, session?.context ?? context);
      return contexts.length === 0 ? { kind: 'none', why: 'in-cluster' } : { kind: 'some', contexts };
    },
    async use(name) {
      const old = session;
      [context, session] = [name, undefined];
      await old?.close();
    },
    close: async () => session?.close(),
  };
}
