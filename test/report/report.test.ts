import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import { reportFormats } from '#report/formats.ts';
import { render } from '#report/render.ts';
import { reportDocument } from '#report/report.ts';
import {
  buildCheck,
  buildMeshDiagnosis,
  buildRun,
  buildStep,
  openCheck,
} from '../support/diagnosis-builder.ts';
import { blockText } from '../support/block-text.ts';
import { hidden, hostileWords } from './hostile-words.ts';
import { demoRun, runThatSays, sampleRun } from './sample.ts';
import { runs } from '../support/matrix.ts';

const everything = { detail: 'full' } as const;
const cases = reportFormats.flatMap((format) => languages.map((language) => ({ format, language })));

describe.each(cases)('$format in $language', ({ format, language }) => {
  const texts = textsOf(language);
  const full = (run = sampleRun()): string => render(format, run, texts, language, everything);

  test('names the culprit, the commands and the refused resource', () => {
    const report = full();
    expect(report).toContain('osm2');
    expect(report).toContain('osm namespace remove osm-system --mesh-name osm2');
    expect(report).toContain('rollout restart deployment/osm-controller deployment/osm-injector');
    expect(report).toContain('OED101');
    expect(report).toContain('OED501');
    expect(report).toMatch(/events[^]*list|list[^]*events/u);
  });

  test('is the same byte for byte', () => {
    expect(full()).toBe(full());
  });

  test('says that a demo is one, and says it of nothing else', () => {
    expect(full(demoRun())).toContain('DEMO');
    expect(full()).not.toContain('DEMO');
  });

  test('has nothing that a terminal obeys or hides, whatever the cluster says', () => {
    fc.assert(
      fc.property(hostileWords, (words) => {
        expect(full(runThatSays(words))).not.toMatch(hidden);
      }),
      runs(10),
    );
  });
});

describe('the document', () => {
  const texts = textsOf('en');
  const document = (run = sampleRun()) => reportDocument(run, texts, 'en');
  const words = (run = sampleRun()): string =>
    document(run)
      .sections.flatMap(({ blocks, title }) => [title, blockText(blocks)])
      .join('\n');

  test('has anchors that are all different', () => {
    const ids = document().sections.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-z][\w-]*$/u.test(id))).toBe(true);
  });

  test('gives each of several meshes a part of its own, and a lone one none', () => {
    expect(document().sections.filter(({ level }) => level === 3)).not.toHaveLength(0);
    expect(document(buildRun()).sections.every(({ level }) => level === 2)).toBe(true);
  });

  test('gives a refused fact with verb, resource and the rule to add', () => {
    expect(words()).toContain('resources: ["events"]');
    expect(words()).toContain('verbs: ["list"]');
    expect(words()).toMatch(/denies.*list.*events/u);
  });

  test('never says that everything was checked, or that there is no cause, where something was not', () => {
    const events = openCheck('events', 'events', {
      state: 'failed',
      error: { kind: 'timeout', message: 'too slow' },
    });
    const run = buildRun([
      buildMeshDiagnosis({
        verdict: { status: 'not-checked', exitCode: 4 },
        steps: { 'pod-events': buildStep('pod-events', { status: 'not-checked', checks: [events] }) },
      }),
    ]);
    expect(words(run)).not.toContain(texts.report.allChecked);
    expect(words(run)).not.toContain(texts.report.noCause);
    expect(words(run)).toContain(texts.report.noCauseInPart);
    expect(words(run)).toContain('too slow');
  });

  test('says that it was written while the cluster was still being read', () => {
    const logs = openCheck('current-logs', 'logs', { state: 'pending' });
    const run = buildRun([
      buildMeshDiagnosis({
        verdict: { soFar: true },
        steps: { 'error-logs': buildStep('error-logs', { status: 'pending', checks: [logs] }) },
      }),
    ]);
    expect(blockText(document(run).summary)).toContain(texts.report.soFar);
    expect(words(run)).not.toContain(texts.report.allChecked);
  });

  test('tells what a green step checked', () => {
    const run = buildRun([
      buildMeshDiagnosis({
        steps: { health: buildStep('health', { checks: [buildCheck('replicas', { looked: 7 })] }) },
      }),
    ]);
    expect(words(run)).toContain(texts.checks.replicas.passed(7));
  });

  test('ends with commands that come to the same diagnosis', () => {
    const run = sampleRun({ target: { mesh: 'osm', namespace: 'osm-system' } });
    expect(words(run)).toContain(
      'osm-edge-doctor check --context prod-tokyo --mesh osm -n osm-system --lang en',
    );
    expect(words(demoRun())).toContain('osm-edge-doctor check --demo 02-two-meshes');
    const limited = sampleRun({ limits: { since: '2026-11-23T08:00:00Z', logBytes: 1024 } });
    expect(words(limited)).toContain('--since 2026-11-23T08:00:00Z --log-bytes 1024 --lang en');
    expect(document(limited).facts).toContainEqual({
      label: texts.report.facts.narrowed,
      value: 'log lines since 2026-11-23T08:00:00Z, the first 1024 bytes of each log',
    });
  });

  test('speaks of keys nowhere', () => {
    expect(words()).not.toContain(texts.presentation.labels.fixThenCheck);
  });

  test('stands without any mesh', () => {
    expect(document(buildRun([])).headline.text).not.toBe('');
  });
});
