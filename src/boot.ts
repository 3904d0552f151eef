#!/usr/bin/env node
import module from 'node:module';

// Compiled code is kept between runs (Node 22.8 and later): the second start is the one people feel.
module.enableCompileCache?.();
const { main } = await import('./cli.ts');
await main(process.argv);
