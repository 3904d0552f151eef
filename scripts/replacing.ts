import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** A plugin that replaces parts of one file. The build fails when a part does not occur `times` times: the package has changed. */
export function replacing(
  name: string,
  filter: RegExp,
  parts: Readonly<Record<string, string>>,
  before = '',
  times = 1,
): Plugin {
  return {
    name,
    setup(builder) {
      builder.onLoad({ filter }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [part, replacement] of Object.entries(parts)) {
          const around = contents.split(part);
          if (around.length !== times + 1) {
            throw new Error(
              `${path} changed: expected ${times} × ${JSON.stringify(part)}, found ${around.length - 1}`,
            );
          }
          contents = around.join(replacement);
        }
        return { contents: before + contents, loader: 'js' };
      });
    },
  };
}
