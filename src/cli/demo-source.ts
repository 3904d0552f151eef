import { ProblemError } from '#errors/problem.ts';
import type { CommonOptions } from './options.ts';
import { defaultScenario } from './options.ts';
import { logPort, readWith, type Session, transportSession } from './session.ts';
import type { Source } from './source.ts';

const prefix = 'demo-';

/** The source of the demo, an embedded API server. Its contexts are the scenarios. @throws {ProblemError} `unknown-scenario` */
export async function demoSource(options: CommonOptions, first: string): Promise<Source> {
  // The default scenario exists: its start does not wait for the list.
  if (first !== defaultScenario) await checkScenario(first);
  let scenario = first;
  let starting: ReturnType<typeof startDemo> | undefined;
  const open = async (): Promise<Session> => (await (starting ??= startDemo(options, scenario))).session;
  const stop = async (): Promise<void> => {
    const demo = await starting?.catch(() => undefined);
    starting = undefined;
    await demo?.session.close();
    await demo?.server.close();
  };
  return {
    demo: first,
    // The first `read` starts the server, so that the first frame does not wait for it.
    async read(request) {
      return readWith(await open(), request, options, { kind: 'demo', scenario });
    },
    logs: logPort(open),
    async contexts() {
      const { listScenarios } = await import('#demo/scenarios.ts');
      return {
        kind: 'some',
        isDemo: true,
        contexts: listScenarios().map(({ name, title }) => ({
          name: prefix + name,
          server: title,
          scenario: name,
          isCurrent: name === scenario,
        })),
      };
    },
    async use(name) {
      await stop();
      scenario = name.slice(prefix.length);
    },
    close: stop,
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
  const server = await startServer({
    scenario: await loadScenario(scenario),
    logEveryMs: 1000,
    unref: true,
  });
  return { server, session: transportSession(demoConfiguration(server.url, scenario), options) };
}
