import { describe, expect, test } from 'vitest';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import { jsonBytes } from '#report/json-bytes.ts';
import { render } from '#report/render.ts';
import { buildFinding, buildStraySidecar } from '../support/diagnosis-builder.ts';
import { demoRun, runThatSays, sampleRun } from './sample.ts';

interface Report {
  readonly verdict: { readonly status: string; readonly exitCode: number };
  readonly demo?: boolean;
  readonly meshes: readonly {
    readonly causes: readonly {
      readonly id: string;
      readonly key: string;
      readonly requires: readonly string[];
      readonly remedy: readonly { readonly command: string }[];
    }[];
    readonly steps: Readonly<
      Record<
        string,
        {
          readonly findings: readonly {
            readonly key: string;
            readonly id: string;
            readonly evidence: readonly { readonly quote: string }[];
          }[];
        }
      >
    >;
  }[];
  readonly text: {
    readonly language: string;
    readonly headline: string;
    readonly meshes: readonly {
      readonly findings: Readonly<Record<string, { readonly title: string; readonly next: string }>>;
      readonly causes: Readonly<
        Record<
          string,
          { readonly headline: string; readonly remedy: readonly { readonly purpose: string }[] }
        >
      >;
      readonly notChecked: readonly { readonly id: string; readonly reasons: readonly string[] }[];
    }[];
  };
}

const bytes = (run = sampleRun(), language: (typeof languages)[number] = 'en'): string =>
  render('json', run, textsOf(language), language);
const parse = (text: string): Report => JSON.parse(text) as Report;

describe.each(languages)('in %s', (language) => {
  test('every finding and cause has its sentences under its key', () => {
    const { meshes, text } = parse(bytes(sampleRun(), language));
    expect(text.language).toBe(language);
    expect(text.headline).toContain('osm2');
    for (const [index, mesh] of meshes.entries()) {
      const words = text.meshes[index];
      for (const { key } of Object.values(mesh.steps).flatMap(({ findings }) => findings)) {
        expect(words?.findings[key]?.title).not.toBe('');
      }
      for (const { key, remedy } of mesh.causes) {
        expect(words?.causes[key]?.headline).toContain('osm2');
        expect(words?.causes[key]?.remedy).toHaveLength(remedy.length);
      }
    }
  });

  test('what could not be checked names verb, resource and namespace', () => {
    const [mesh] = parse(bytes(sampleRun(), language)).text.meshes;
    expect(mesh?.notChecked[0]?.id).toBe('events');
    const reasons = mesh?.notChecked[0]?.reasons.join(' ') ?? '';
    for (const word of ['list', 'events', 'osm-system']) expect(reasons).toContain(word);
  });
});

test('all but the text is the same in every language', () => {
  const [english, japanese] = languages.map((language) => {
    const { text: _, ...rest } = parse(bytes(sampleRun(), language));
    return rest;
  });
  expect(english).toEqual(japanese);
});

test('opens with what it is', () => {
  const parsed = JSON.parse(bytes()) as object;
  expect(Object.keys(parsed)).toEqual([
    'apiVersion',
    'kind',
    'readAt',
    'source',
    'target',
    'verdict',
    'meshes',
    'text',
  ]);
  expect(parse(bytes()).verdict).toEqual({ status: 'critical', exitCode: 3, soFar: false });
});

test('a demo says so to programs', () => {
  expect(parse(bytes(demoRun())).demo).toBe(true);
  expect(parse(bytes()).demo).toBeUndefined();
});

test('a cause points to its findings, which stand with their steps', () => {
  const [mesh] = parse(bytes()).meshes;
  const [cause] = mesh?.causes ?? [];
  expect(cause?.id).toBe('OED501');
  expect(cause?.requires).toContain(buildStraySidecar().key);
  expect(mesh?.steps['stray-sidecar']?.findings.map(({ id }) => id)).toEqual(['OED101', 'OED101', 'OED104']);
});

test('commands stand as a shell line', () => {
  const [mesh] = parse(bytes()).meshes;
  expect(mesh?.causes[0]?.remedy[0]?.command).toBe('osm namespace remove osm-system --mesh-name osm2');
});

test('keeps every byte, and shows none of it to a terminal', () => {
  const words = 'a\u001b[2J\u009b1m\u007f\u202e\u2028\u{e0041}\r\n|"\\';
  const text = bytes(runThatSays(words));
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  const [finding] = parse(text).meshes[0]?.steps['stray-sidecar']?.findings ?? [];
  expect(finding?.evidence[0]?.quote).toBe(words);
});

test('the order of keys does not depend on how a value was put together', () => {
  expect(jsonBytes({ b: 1, name: 2, a: { d: 1, c: 2 }, id: 3 })).toBe(
    jsonBytes({ id: 3, a: { c: 2, d: 1 }, name: 2, b: 1 }),
  );
});

test('findings that share code and container keep their own texts', () => {
  const logged = { container: 'osm-injector', previous: false, error: '', component: 'sidecar-injector' };
  const decoding = { ...logged, errorCode: 'E6103', message: 'Error decoding body (attempt 0)', count: 1 };
  const key = buildFinding('log-injection-error', decoding).key;
  const updating = { ...decoding, errorCode: 'E6114', message: 'Error updating osm-webhook-osm' };
  expect(buildFinding('log-injection-error', updating).key).not.toBe(key);
  const later = { ...decoding, message: 'Error decoding body (attempt 7)', count: 9 };
  expect(buildFinding('log-injection-error', later).key).toBe(key);
});
