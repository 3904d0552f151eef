import { expect, test } from 'vitest';
import { diagnose } from '#diagnosis/diagnose.ts';
import { catalogue } from '#steps/catalogue.ts';
import { variants } from './variants/all.ts';

test.each(variants)('$what: nothing above info, every check done, exit 0', ({ cluster }) => {
  const { meshes, verdict } = diagnose(cluster().snapshot(), catalogue);
  const findings = meshes.flatMap((mesh) => Object.values(mesh.steps).flatMap((step) => step.findings));
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(meshes.flatMap(({ causes }) => causes)).toEqual([]);
  const checks = meshes.flatMap((mesh) => Object.values(mesh.steps).flatMap((step) => step.checks));
  expect(checks.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(verdict).toEqual({ status: 'healthy', soFar: false, exitCode: 0 });
});

test.each(variants)('$what: the flavour and version are known', ({ cluster }) => {
  const built = cluster();
  const { meshes } = diagnose(built.snapshot(), catalogue);
  for (const wanted of built.meshes) expect(meshes.map(({ mesh }) => mesh)).toContainEqual(wanted);
});
