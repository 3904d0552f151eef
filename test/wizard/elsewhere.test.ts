import { expect, onTestFinished, test } from 'vitest';
import { firstPositions } from '#wizard/state/state.ts';
import { openWizard, type OpenWizard } from '../support/frame.tsx';
import { fakeDiagnosis, fakeMesh, fakePorts } from './fakes.ts';

/** Two meshes in each of two clusters. */
async function opened(): Promise<OpenWizard> {
  const contexts = ['tokyo', 'osaka'].map((name) => ({ name, server: '', isCurrent: name === 'tokyo' }));
  const wizard = await openWizard(
    fakePorts({
      diagnose: () => fakeDiagnosis([fakeMesh(), fakeMesh('osm2', 'osm-system-2')]),
      contexts: { list: async () => ({ kind: 'some', contexts }), use: async () => undefined },
    }),
  );
  onTestFinished(wizard.close);
  return wizard;
}

test('what was taken out of the report of one cluster stays in that of another', async () => {
  const wizard = await opened();
  await wizard.type(' ');
  expect(wizard.state().leftOut).toHaveLength(1);
  await wizard.type('m');
  await wizard.type('osaka\r');
  expect(wizard.state().leftOut).toEqual([]);
  expect(wizard.frame()).toContain('osm @ osm-system');
});

test('another mesh begins at the top of its screens', async () => {
  const wizard = await opened();
  await wizard.type('j');
  await wizard.type('\r');
  await wizard.type('mosm2\r');
  const { mesh, positions } = wizard.state();
  expect([mesh, positions.health]).toEqual(['osm-system-2/osm2', firstPositions.health]);
});
