import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The pure part (design §1): the same snapshot gives the same bytes, whatever the clock, the network and the environment. */
const pureFolders = [
  'src/snapshot',
  'src/mesh',
  'src/diagnosis',
  'src/presentation',
  'src/i18n',
  'src/report',
  'steps',
];

const root = new URL('../../', import.meta.url);

/** Writing a report to a file is the edge of `src/report`. */
const edges = new Set(['src/report/save.ts']);

function sourcesOf(folder: string): readonly string[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path}`)
    .filter((path) => !edges.has(path));
}

const forbidden: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'the clock', pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\b/ },
  { what: 'chance', pattern: /\bMath\.random\b|\brandomUUID\b|\bcrypto\b/ },
  {
    what: 'the environment',
    pattern:
      /(?<!-)\bprocess\.(?!ts')\w|\bprocess\[|from 'node:(?:fs|os|net|http|https|child_process|process|dns)/,
  },
  { what: 'the network', pattern: /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|from 'undici'/ },
  { what: 'timers', pattern: /\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/ },
  {
    what: 'the locale of the machine',
    pattern: /\.toLocale\w*\(\s*\)|\bnew Intl\.\w+\(\s*\)|\.localeCompare\([^,()]*\)/,
  },
];

/** Comments may speak of anything. */
function codeOf(path: string): string {
  return readFileSync(new URL(path, root), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '');
}

describe('the pure part does not use', () => {
  const sources = pureFolders.flatMap(sourcesOf).map((path) => ({ path, code: codeOf(path) }));

  test.each(forbidden)('$what', ({ pattern }) => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path)).toEqual([]);
  });

  test.each([
    ['the clock', 'const now = Date.now();'],
    ['the clock', 'return new Date().toISOString();'],
    ['chance', 'Math.random()'],
    ['the environment', "import { readFileSync } from 'node:fs';"],
    ['the environment', 'process.env.LANG'],
    ['the network', 'await fetch(url)'],
    ['timers', 'setTimeout(() => {}, 1)'],
    ['the locale of the machine', 'a.localeCompare(b)'],
  ])('(the scan finds %s in: %s)', (what, code) => {
    const rule = forbidden.find((item) => item.what === what);
    expect(rule?.pattern.test(code)).toBe(true);
  });
});
