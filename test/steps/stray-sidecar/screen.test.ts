import { describe, expect, test } from 'vitest';
import { languages } from '#i18n/texts.ts';
import { screen } from '#steps/stray-sidecar/screen.ts';
import { blockText, rowText } from '../../support/block-text.ts';
import {
  buildCause,
  buildCheck,
  buildInput,
  buildMeshDiagnosis,
  buildRemedyStep,
  buildStep,
  buildStraySidecar,
  openCheck,
  pods,
} from '../../support/diagnosis-builder.ts';
import { buildContainer, healthyDetails } from '../../support/diagnosis-details.ts';

const finding = buildStraySidecar();
const { containers } = healthyDetails['stray-sidecar'];
const diagnosis = buildMeshDiagnosis({
  verdict: { status: 'critical', exitCode: 3 },
  steps: {
    'stray-sidecar': buildStep('stray-sidecar', {
      status: 'critical',
      findings: [finding],
      checks: [buildCheck('containers', { status: 'found' })],
      detail: {
        containers: [
          ...containers,
          buildContainer({ container: 'sidecar', image: 'flomesh/pipy:0.90.3-38', verdict: 'sidecar' }),
        ],
      },
    }),
  },
  causes: [
    buildCause(
      'injected-by-other-mesh',
      { injector: 'osm2', injectorNamespace: 'osm-system-2', workloads: ['osm-controller'], enrolled: true },
      { requires: [finding], remedy: [buildRemedyStep()] },
    ),
  ],
});

describe.each(languages)('the sidecar screen (%s)', (language) => {
  const input = buildInput(diagnosis, { language });
  const { steps } = input.texts;
  const model = screen(input);
  const rows = rowText(model);

  test('lists the sidecar first and names the mesh that injected it', () => {
    expect(rows[0]).toMatch(new RegExp(`^critical OED101 ${pods.controller} .*osm2`, 'u'));
  });

  test('says which containers of the other pods were looked at', () => {
    expect(rows).toContain(
      `ok ${pods.injector} ${steps['stray-sidecar'].words.rows.cleanPod(['osm-injector'])}`,
    );
    expect(rows.some((row) => row.startsWith(`ok ${pods.controller}`))).toBe(false);
  });

  test('ends with the Pipy repo, which is no finding', () => {
    expect(rows.at(-1)).toBe(
      `info ${pods.controller} ${steps['stray-sidecar'].words.rows.repoServer('osm-pipy-repo')}`,
    );
  });

  test('opens to evidence, root cause, commands and the containers of the pod', () => {
    const [row] = model.rows;
    const text = blockText(row?.detail() ?? []);
    expect(text).toContain('spec.containers[2].env[MESH_NAME]');
    expect(text).toContain('OED501');
    expect(text).toContain('1 osm namespace remove osm-system --mesh-name osm2');
    expect(text).toContain(
      `critical | sidecar | flomesh/pipy:0.90.3-38 | ${steps['stray-sidecar'].words.verdicts.sidecar}`,
    );
    expect(row?.commands).toEqual(['osm namespace remove osm-system --mesh-name osm2']);
    expect(row?.evidence).toBe('osm2');
  });

  test('shows the tables of the guide built from the API, and where the guide is stale', () => {
    const text = blockText(model.overview);
    expect(text).toContain('MESH NAME | NAMESPACE | CONTROLLER PODS | VERSION | SMI SUPPORTED');
    expect(text).toContain('bookbuyer | osm | enabled');
    expect(text).toContain('osm mesh list');
    for (const line of input.texts.steps['stray-sidecar'].guide.stale) expect(text).toContain(line);
  });
});

test('without pods nothing is green about containers', () => {
  const refused = { state: 'refused', verb: 'list', resource: 'pods', group: '' } as const;
  const step = buildStep('stray-sidecar', {
    status: 'not-checked',
    checks: [openCheck('containers', 'pods', refused)],
  });
  const rows = rowText(screen(buildInput(buildMeshDiagnosis({ steps: { 'stray-sidecar': step } }))));
  expect(rows.filter((row) => row.startsWith('ok'))).toHaveLength(2);
  expect(rows[0]).toMatch(/^unknown Not checked \(Pods not read\): /u);
});
