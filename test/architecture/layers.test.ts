import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleOptions } from '../../scripts/bundle.ts';

let outputs: Metafile['outputs'];

beforeAll(async () => {
  const { metafile } = await build({ ...bundleOptions('dist'), write: false });
  ({ outputs } = metafile);
});

/** What a command loads: its own modules and all that they import, and what they may load later. */
interface Loaded {
  /** Loaded before anything runs. */
  readonly now: ReadonlySet<string>;
  /** What may come later, if something of it is needed. */
  readonly later: ReadonlySet<string>;
}

/** Files that the chunks of these modules are made of; modules in `except` are never run on this way. */
function loadedBy(modules: readonly string[], except: readonly string[] = []): Loaded {
  const follow = (start: readonly string[], kinds: readonly string[]): ReadonlySet<string> => {
    const seen = new Set<string>();
    const visit = (chunk: string): void => {
      const output = outputs[chunk];
      if (output === undefined || seen.has(chunk) || except.includes(output.entryPoint ?? '')) return;
      seen.add(chunk);
      for (const { kind, path } of output.imports) if (kinds.includes(kind)) visit(path);
    };
    start.forEach(visit);
    return new Set([...seen].flatMap((chunk) => Object.keys(outputs[chunk]?.inputs ?? {})));
  };
  const chunks = modules.map(chunkOf);
  return {
    now: follow(chunks, ['import-statement']),
    later: follow(chunks, ['import-statement', 'dynamic-import']),
  };
}

function chunkOf(module: string): string {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === module);
  if (found === undefined) throw new Error(`${module} is no chunk of its own`);
  return found[0];
}

/** Those of some packages, by the folder that they are in. */
function of(packages: readonly string[], files: ReadonlySet<string>): readonly string[] {
  return [...files].filter((file) =>
    packages.some(
      (name) => file.startsWith(`node_modules/${name}/`) || file.includes(`/node_modules/${name}/`),
    ),
  );
}

const screens = ['ink', 'react', 'react-reconciler', 'yoga-layout', 'scheduler'];
const clientNode = ['@kubernetes/client-node'];
const start = ['src/boot.ts', 'src/cli.ts'];

describe('what is loaded', () => {
  test('the wizard draws with Ink, so what follows would be seen', () => {
    const { now } = loadedBy([...start, 'src/cli/wizard.ts']);
    for (const name of ['ink', 'react', 'yoga-layout']) expect(of([name], now)).not.toEqual([]);
  });

  test('the first frame waits for no schemas, no YAML and no connections', () => {
    const sources = [
      'src/cluster/kubeconfig-location.ts',
      'src/cli/live-source.ts',
      'src/cli/demo-source.ts',
    ];
    const { later, now } = loadedBy([...start, 'src/cli/wizard.ts', ...sources]);
    expect(of([...clientNode, 'undici', 'zod', 'yaml'], now)).toEqual([]);
    expect(of(['zod', 'yaml'], later)).not.toEqual([]);
  });

  test('--version and --help load the command line and nothing else', () => {
    const { now } = loadedBy(start);
    const own = [...now].filter((file) => /^(?:src|steps|components)\//.test(file));
    // Names of report formats are among the choices that help lists.
    expect(own.filter((file) => !/^src\/(?:cli|boot|errors\/|report\/formats)/.test(file))).toEqual([]);
    expect(of([...screens, ...clientNode, 'undici', 'zod', 'yaml'], now)).toEqual([]);
  });

  test.each(['check', 'collect'])('%s never loads a screen, however far it gets', (command) => {
    const { later } = loadedBy([...start, `src/cli/${command}.ts`], ['src/cli/wizard.ts']);
    expect(later).toContain('src/cluster/transport.ts');
    expect(of(screens, later)).toEqual([]);
    expect([...later].filter((file) => file.endsWith('.tsx'))).toEqual([]);
  });

  test.each(['check', 'collect', 'wizard'])('%s loads client-node only when it is needed', (command) => {
    const { later, now } = loadedBy([...start, `src/cli/${command}.ts`]);
    expect(of(clientNode, now)).toEqual([]);
    expect(of(clientNode, later)).not.toEqual([]);
    // Its API classes and models are megabytes, and nothing here uses them.
    expect([...later].filter((file) => /client-node\/dist\/gen\/(?:apis|models|types)\//.test(file))).toEqual(
      [],
    );
    // Nor do the modules that every live reading loads.
    const reading = loadedBy([
      'src/cluster/configuration.ts',
      'src/cluster/transport.ts',
      'src/cluster/read-cluster.ts',
    ]);
    expect(of(clientNode, reading.now)).toEqual([]);
  });

  test('each recording is a chunk that nothing loads at once', () => {
    const all = loadedBy([...start, 'src/cli/wizard.ts', 'src/demo/scenarios.ts']).now;
    expect([...all].filter((file) => file.startsWith('src/demo/scenarios/'))).toEqual([]);
  });
});

describe('the way to the cluster', () => {
  const files = readdirSync('src/cluster').map((name) => ({
    name,
    text: readFileSync(join('src/cluster', name), 'utf8'),
  }));

  function naming(pattern: RegExp): readonly string[] {
    return files.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
  }

  test('one module makes the connections, and one sends over them', () => {
    expect(naming(/^import (?!type).*from 'undici'/mu)).toEqual(['dispatcher.ts']);
    expect(naming(/\.(?:request|stream|pipeline|connect|upgrade|dispatch)\(/u)).toEqual(['transport.ts']);
    // Node's own ways out; what else is in those modules judges addresses and certificates.
    expect(
      naming(/\bfetch\(|\b(?:https?|http2|net|tls)\.(?:request|get|connect|createConnection)\b/u),
    ).toEqual([]);
    const imported = /^import (?:\{([^}]*)\}|(\w+|\* as \w+)) from 'node:(?:http|https|http2|net|tls)'/gmu;
    const names = files.flatMap(({ text }) =>
      [...text.matchAll(imported)].map(([, some, all]) => some ?? all ?? ''),
    );
    for (const name of names) expect(name).not.toMatch(/\*|request|\bget\b|connect|Socket|Agent/iu);
  });

  test('what it sends is GET: no other method stands anywhere', () => {
    const { text } = files.find(({ name }) => name === 'transport.ts') ?? { text: '' };
    expect([...text.matchAll(/\bmethod\b[^,\n]*/gu)].map(([found]) => found)).toContain("method: 'GET'");
    expect(text.match(/method: /gu)).toHaveLength(1);
    expect(naming(/['"`](?:POST|PUT|PATCH|DELETE|OPTIONS)['"`]|HttpMethod\.(?!GET\b)/u)).toEqual([]);
  });
});
