import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';
import { pages } from '#log-scan/kernel/assembly/layout.ts';

const folder = new URL('../src/log-scan/kernel/assembly/', import.meta.url);

export const kernelCodeFile = fileURLToPath(new URL('../kernel-code.ts', folder));

/** The text of the module that holds the kernel as it is compiled now; the same for the same sources. */
export async function compiledKernel(): Promise<string> {
  let code: Uint8Array | undefined;
  const { error } = await main(
    `scan.ts --outFile kernel.wasm --runtime stub --enable simd -O3 --noAssert --importMemory --initialMemory ${pages} --maximumMemory ${pages}`.split(
      ' ',
    ),
    {
      readFile: (name) => readFile(new URL(name, folder), 'utf8').catch(() => null),
      writeFile: (_name, contents) => {
        if (typeof contents !== 'string') code = contents;
      },
    },
  );
  if (error !== null || code === undefined) throw new Error('the kernel does not compile', { cause: error });
  return `/** Made by \`npm run kernel\` from assembly/scan.ts: WebAssembly, in base64. */
export const kernelCode =
  '${Buffer.from(code).toString('base64')}';
`;
}
