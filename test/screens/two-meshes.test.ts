import { expect, test } from 'vitest';
import { opened, readFrozen, sourceOf } from './opened.ts';

test.each([
  ['en', '6 Deployments of all meshes checked', '3 Deployments of this mesh: none is missing'],
  ['ja', '全メッシュの Deployment 6 件', 'このメッシュの Deployment 3 件'],
] as const)('beside a second mesh the counts say whose they are, in %s', async (language, all, own) => {
  const { snapshot } = await readFrozen('02-two-meshes');
  const wizard = await opened(sourceOf(snapshot), { language });
  const rows = wizard.frame().split('\n');
  expect(rows.filter((row) => row.includes(all))).toHaveLength(1);
  expect(rows.filter((row) => row.includes(own))).toHaveLength(1);
});
