import { noHistory } from '#presentation/history.ts';
import { describe, expect, test } from 'vitest';
import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { LeftOutItem } from '#presentation/left-out.ts';
import { allFindings } from '#presentation/related.ts';
import { findingTitle } from '#presentation/message-lookup.ts';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import { reportFormats } from '#report/formats.ts';
import { render } from '#report/render.ts';
import { exitSummary } from '../../src/cli/exit-summary.ts';
import { sampleRun } from './sample.ts';

const run = sampleRun();
const [sick] = run.meshes as readonly [Diagnosis['meshes'][number]];
const mesh = { mesh: sick.mesh.name, namespace: sick.mesh.namespace };
const sidecars = allFindings(sick).filter(({ code }) => code === 'stray-sidecar');
const sidecarItems = sidecars.map((finding): LeftOutItem => ({
  ...mesh,
  kind: 'finding',
  key: finding.key,
}));
const causeItems = sick.causes.map((cause): LeftOutItem => ({
  ...mesh,
  kind: 'cause',
  key: cause.key,
}));

function written(
  format: (typeof reportFormats)[number],
  leftOut: readonly LeftOutItem[],
  language: (typeof languages)[number] = 'en',
): string {
  return render(format, run, textsOf(language), language, { detail: 'full', width: 0, leftOut });
}

describe.each(languages)('in %s', (language) => {
  describe.each(reportFormats)('%s', (format) => {
    test('says how many were excluded manually, and which', () => {
      const texts = textsOf(language);
      const sentence = texts.report.leftOut.sentence({ count: 2, ids: ['OED101 ×2'] }, { count: 0, ids: [] });
      expect(sentence).toContain('2');
      expect(written(format, sidecarItems, language)).toContain(sentence);
      expect(written(format, [], language)).not.toContain(sentence.slice(0, 8));
    });

    test('keeps verdict and headline', () => {
      const texts = textsOf(language);
      const without = written(format, [...sidecarItems, ...causeItems], language);
      expect(without).toContain(texts.presentation.verdicts[run.verdict.status]);
      expect(without).toContain('osm2');
    });
  });
});

describe.each(['markdown', 'html', 'text'] as const)('%s', (format) => {
  test('goes without the finding wherever it stood, and leaves its id', () => {
    const [first] = sidecars;
    const title = first === undefined ? '' : findingTitle(first, textsOf('en'));
    expect(written(format, [])).toContain(title);
    const without = written(format, sidecarItems);
    expect(without).not.toContain(title);
    expect(without).toContain('OED101: excluded manually');
  });

  test('goes without the section of a cause, and keeps its findings', () => {
    const command = 'openservicemesh.io/monitored-by-';
    expect(written(format, [])).toContain(command);
    const without = written(format, causeItems);
    expect(without).not.toContain(command);
    expect(without).toMatch(/OED5\d\d: excluded manually/u);
    expect(without).toContain('OED101');
  });
});

test('JSON goes without them, and lists their keys, which causes still name', () => {
  interface Json {
    readonly verdict: unknown;
    readonly meshes: readonly {
      readonly leftOut?: unknown;
      readonly steps: Record<string, { readonly findings: readonly { readonly key: string }[] }>;
      readonly causes: readonly { readonly requires: readonly string[] }[];
    }[];
    readonly text: { readonly meshes: readonly { readonly findings: Record<string, unknown> }[] };
  }
  const json = JSON.parse(written('json', sidecarItems)) as Json;
  const [first, second] = json.meshes;
  const keys = sidecars.map(({ key }) => key);
  expect(first?.leftOut).toEqual({ findings: keys.map((key) => ({ id: 'OED101', key })), causes: [] });
  expect(second).not.toHaveProperty('leftOut');
  const kept = Object.values(first?.steps ?? {}).flatMap(({ findings }) => findings.map(({ key }) => key));
  expect(kept.filter((key) => keys.includes(key))).toEqual([]);
  expect(kept.length).toBe(allFindings(sick).length - 2);
  expect(Object.keys(json.text.meshes[0]?.findings ?? {}).filter((key) => keys.includes(key))).toEqual([]);
  expect(first?.causes.flatMap(({ requires }) => requires)).toEqual(expect.arrayContaining(keys));
  expect(json.verdict).toEqual(run.verdict);
});

test('what is no longer there is not counted', () => {
  const gone: LeftOutItem = { ...mesh, kind: 'finding', key: 'mended' };
  const elsewhere = sidecarItems.map((item) => ({ ...item, namespace: 'osm-system-2' }));
  expect(written('markdown', [gone, ...elsewhere])).toBe(written('markdown', []));
});

test('the exitSummary says it, too', () => {
  const exit = {
    reason: 'quit',
    code: 0,
    diagnosis: run,
    reports: [],
    history: noHistory,
    language: 'en',
  } as const;
  const lines = exitSummary({ ...exit, leftOut: [...sidecarItems, ...causeItems] }, textsOf('en'));
  expect(lines).toContain(
    `Excluded manually: 2 findings (OED101 ×2), ${causeItems.length} cause (OED501). The verdict still takes them into account.`,
  );
  expect(lines[0]).toBe(exitSummary({ ...exit, leftOut: [] }, textsOf('en'))[0]);
});
