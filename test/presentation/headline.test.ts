import { describe, expect, test } from 'vitest';
import { headline } from '#presentation/headline.ts';
import { languages } from '#i18n/texts.ts';
import { textsOf } from '#steps/all-texts.ts';
import {
  buildCause,
  buildFinding,
  buildMeshDiagnosis,
  buildRemedyStep,
  buildRun,
  buildStep,
  openCheck,
} from '../support/diagnosis-builder.ts';

const refused = {
  state: 'refused',
  verb: 'list',
  resource: 'pods',
  group: '',
  namespace: 'osm-system',
} as const;
const injected = buildCause(
  'injected-by-other-mesh',
  {
    injector: 'osm2',
    injectorNamespace: 'osm-system-2',
    workloads: ['osm-controller'],
    enrolled: true,
  },
  { remedy: [buildRemedyStep(), buildRemedyStep(), buildRemedyStep()] },
);
const open = buildStep('health', {
  status: 'not-checked',
  checks: [openCheck('replicas', 'pods', refused)],
});

describe.each(languages)('the headline (%s)', (language) => {
  const texts = textsOf(language);

  test('names the mesh of a healthy run', () => {
    const told = headline(buildRun(), texts);
    expect(told.mark).toBe('ok');
    expect(told.text).toContain('osm-system');
    expect(told.command1).toBeUndefined();
  });

  test('gives the top root cause, its first command, and how many follow', () => {
    const diagnosis = buildMeshDiagnosis({
      verdict: { status: 'critical', exitCode: 3 },
      causes: [injected, buildCause('out-of-memory', { container: 'osm-injector', limit: '64M' })],
    });
    const told = headline(buildRun([diagnosis]), texts);
    expect(told).toMatchObject({ mark: 'critical', more: 2, otherCauses: 1 });
    expect(told.text).toContain('osm2');
    expect(told.command1).toBe('osm namespace remove osm-system --mesh-name osm2');
  });

  test('marks the command of a demo', () => {
    const diagnosis = buildMeshDiagnosis({ verdict: { status: 'critical' }, causes: [injected] });
    const run = buildRun([diagnosis], { source: { kind: 'demo', scenario: '02-two-meshes' } });
    expect(headline(run, texts).command1).toContain('# DEMO');
    expect(headline(diagnosis, texts, run.source).command1).toContain('# DEMO');
  });

  test('never calls a mesh healthy when something could not be checked', () => {
    const diagnosis = buildMeshDiagnosis({
      verdict: { status: 'not-checked', exitCode: 4 },
      steps: { health: open },
    });
    const told = headline(buildRun([diagnosis]), texts);
    expect(told.mark).toBe('unknown');
    expect(told.text).toContain(texts.reading.facts.pods);
  });

  test('tells what was found beside what could not be checked', () => {
    const diagnosis = buildMeshDiagnosis({
      verdict: { status: 'not-checked', exitCode: 4 },
      steps: { health: open },
      causes: [injected],
    });
    const { text } = headline(buildRun([diagnosis]), texts);
    expect(text).toContain('osm2');
    expect(text).toContain(texts.reading.facts.pods);
  });

  test('says "so far" while anything is pending, and is not green', () => {
    const waiting = headline(buildRun([buildMeshDiagnosis({ verdict: { soFar: true } })]), texts);
    expect(waiting).toMatchObject({ mark: 'pending', text: texts.presentation.headline.reading() });
    const found = buildMeshDiagnosis({ verdict: { status: 'critical', soFar: true }, causes: [injected] });
    const told = headline(buildRun([found]), texts);
    expect(told.text).toContain(texts.presentation.headline.soFar('').trim());
    expect(told.text).toContain('osm2');
  });

  test('says that there is no control plane', () => {
    const told = headline(buildRun([]), texts);
    expect(told).toMatchObject({
      mark: 'unknown',
      text: texts.presentation.headline.noControlPlane(undefined, undefined),
    });
  });

  test('does not say "none" when the lists were not answered', () => {
    const run = buildRun([], { verdict: { status: 'not-checked', soFar: false, exitCode: 4 } });
    expect(headline(run, texts).text).toContain(texts.reading.facts.deployments);
  });

  test('falls back to the worst finding when no cause explains it', () => {
    const finding = buildFinding('no-pods', { component: 'osm-injector', wanted: 1 });
    const diagnosis = buildMeshDiagnosis({
      verdict: { status: 'critical' },
      steps: { health: buildStep('health', { status: 'critical', findings: [finding] }) },
    });
    expect(headline(diagnosis, texts).text).toContain(finding.subject.name);
  });

  test('says which of several meshes it speaks of', () => {
    const other = buildMeshDiagnosis({ mesh: { name: 'osm2', namespace: 'osm-system-2' } });
    const { text } = headline(buildRun([other, buildMeshDiagnosis()]), texts);
    expect(text).toContain('osm-system-2');
  });
});
