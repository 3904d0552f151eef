import { describe, expect, test } from 'vitest';
import { languages } from '#i18n/texts.ts';
import { headline } from '#presentation/headline.ts';
import { reportDocument } from '#report/report.ts';
import { screen as errorLogs } from '#steps/error-logs/screen.ts';
import { screen as health } from '#steps/health/screen.ts';
import { screen as podEvents } from '#steps/pod-events/screen.ts';
import { screen as straySidecar } from '#steps/stray-sidecar/screen.ts';
import { screen as verdict } from '#steps/verdict/screen.ts';
import { blockText } from '../support/block-text.ts';
import {
  buildCheck,
  buildInput,
  buildMeshDiagnosis,
  buildRun,
  buildStep,
} from '../support/diagnosis-builder.ts';

const screens = { health, straySidecar, podEvents, errorLogs, verdict };
const unanswered = buildCheck('replicas', { status: 'not-checked', gaps: [] });
const nobody = buildMeshDiagnosis({
  mesh: { name: '', presence: 'none' },
  verdict: { status: 'no-control-plane', exitCode: 4 },
  steps: {
    health: buildStep('health', {
      status: 'not-checked',
      checks: [unanswered],
      detail: { components: [], probes: [], services: [] },
    }),
  },
});

describe.each(languages)('a cluster without a control plane (%s)', (language) => {
  const input = buildInput(nobody, { language });
  const { presentation, checks } = input.texts;

  test('has one row instead of questions that nobody can answer', () => {
    const { rows } = screens.health(input);
    expect(rows.map(({ text }) => text)).toEqual([presentation.noControlPlane.nothingToCheck]);
  });

  test.each(Object.entries(screens))(
    'says on the screen %s what was looked for and how to go on',
    (_, screen) => {
      const text = blockText(screen(input).overview);
      expect(text).toContain('app=osm-controller');
      expect(text).toContain("get deployments --all-namespaces -l 'app in (osm-controller,fsm-controller)'");
      expect(text).not.toContain(checks.replicas.question);
    },
  );

  test('is told in the short report without a list of checks, and without a mesh', () => {
    const report = reportDocument(buildRun([nobody]), input.texts, language, 'brief');
    expect(report.sections.map(({ id }) => id)).toEqual(['checks', 'reproduce']);
    expect(report.facts.map(({ label }) => label)).not.toContain(input.texts.report.facts.mesh);
  });

  test('names the mesh and the namespace that were asked for', () => {
    const run = buildRun([nobody], { target: { mesh: 'blue', namespace: 'mesh-blue' } });
    expect(headline(run, input.texts).text).toContain('blue');
    expect(headline(run, input.texts).text).toContain('mesh-blue');
  });
});
