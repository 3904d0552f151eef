import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** An import, `import type` and `import()` included. */
export interface Import {
  /** The importing file, from the root of the project. */
  readonly from: string;
  /** A file from the root of the project, or the name of a package. */
  readonly to: string;
}

const statements = [
  /^(?:import|export)\b[^'";]*?\bfrom '([^'\n]+)'/gm,
  /^import '([^'\n]+)'/gm,
  /\bimport\('([^'\n]+)'\)/g,
];

/** The TypeScript files of some folders of the project, from its root; what AssemblyScript compiles is left out. */
export function sourceFiles(root: string, folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path}`)
      .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('src/log-scan/kernel/assembly/')),
  );
}

/** What these files import. */
export function importsOf(root: string, files: readonly string[]): readonly Import[] {
  const { imports: aliases } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly imports: Readonly<Record<string, string>>;
  };
  return files.flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    const specifiers = statements.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(([, name = '']) => name),
    );
    return [...new Set(specifiers)].map((name) => ({ from, to: resolveImport(from, name, aliases) }));
  });
}

/** `#folder/file.ts` and `./file.ts` as the file that is meant; packages keep their name. */
function resolveImport(from: string, name: string, aliases: Readonly<Record<string, string>>): string {
  if (name.startsWith('.')) return join(from, '..', name);
  const [folder = '', ...rest] = name.split('/');
  const target = aliases[`${folder}/*`];
  return target === undefined ? name : normalize(target.replace('*', rest.join('/')));
}

/** The files that import themselves through others, sorted. */
export function filesInCircles(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, Import[]>();
  for (const item of imports) next.set(item.from, [...(next.get(item.from) ?? []), item]);
  const reachesItself = (file: string): boolean => {
    const seen = new Set<string>();
    const ahead = [file];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      for (const { to } of next.get(at) ?? []) {
        if (to === file) return true;
        if (seen.has(to)) continue;
        seen.add(to);
        ahead.push(to);
      }
    }
    return false;
  };
  return [...next.keys()].filter(reachesItself).toSorted();
}
