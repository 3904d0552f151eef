/** Compiles the kernel of the log scanner into src/log-scan/kernel/kernel-code.ts, which is committed; a test compares. */
import { writeFile } from 'node:fs/promises';
import { compiledKernel, kernelCodeFile } from './compile-kernel.ts';

await writeFile(kernelCodeFile, await compiledKernel());
