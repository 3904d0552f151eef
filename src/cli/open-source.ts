import { ProblemError } from '#errors/problem.ts';
import { contradiction } from './arguments.ts';
import { type CommonOptions, defaultScenario } from './options.ts';
import type { Source, SourceContext } from './source.ts';

/**
 * Chooses the source: a file, the demo, or the cluster of the kubeconfig. Modules are loaded when needed, so that the
 * first frame does not wait for them.
 * @throws {ProblemError} `usage`, `unknown-scenario`, `no-configuration`
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
