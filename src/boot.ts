#!/usr/bin/env node
import module from 'node:module';

// Node 22.8 and later keep the compiled code between runs, so that each start after the first is faster.
module.enableCompileCache?.();
const { main } = await import('./cli.ts');
await main(process.argv);
