import { expect, test } from 'vitest';
import { opened, readFrozen, sourceOf } from './opened.ts';

test.each([
  ['en', '6 Deployments of any mesh read', '3 Deployments of this mesh: none missing'],
  ['ja', '他メッシュを含む Deployment 6 個', 'このメッシュに必要な Deployment 3 個'],
] as const)('beside a second mesh the counts say whose they are, in %s', async (language, all, own) => {
  const { snapshot } = await readFrozen('02-two-meshes');
  const wizard = await opened(sourceOf(snapshot), { language });
  const rows = wizard.frame().split('\n');
  expect(rows.filter((row) => row.includes(all))).toHaveLength(1);
  expect(rows.filter((row) => row.includes(own))).toHaveLength(1);
});
