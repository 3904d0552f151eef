import { describe, expect, test } from 'vitest';
import type { Block } from '#presentation/blocks.ts';
import {
  explainCause,
  explainErrorCode,
  explainErrorName,
  explainFinding,
} from '#steps/reference/explain.ts';
import { causeCodes, findingCodes } from '#steps/catalogue.ts';
import { causeEntry, findingEntry } from '#steps/reference/reference.ts';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import { flavours } from '#mesh/flavours.ts';

const texts = textsOf('en');
const osmEdge = (version: string) => ({ flavour: flavours['osm-edge'], version });

function said(blocks: readonly Block[]): string {
  return JSON.stringify(blocks);
}

describe.each(languages)('in %s', (language) => {
  test.each(findingCodes)('finding %s has a title, an explanation and a next thing to look at', (code) => {
    const { cases } = findingEntry(code, textsOf(language));
    for (const { title, explanation } of cases) {
      expect(title).not.toBe('');
      expect(explanation).not.toBe('');
    }
    expect(cases.at(-1)?.next).toMatch(/\S/);
  });

  test.each(causeCodes)('cause %s has a headline, an explanation and something to run', (code) => {
    const entry = causeEntry(code, textsOf(language));
    expect(entry.headline).not.toBe('');
    expect(entry.explanation).not.toBe('');
    expect(entry.remedy.length).toBeGreaterThan(0);
  });
});

test('every kind of a finding says something of its own', () => {
  for (const code of findingCodes) {
    const { cases } = findingEntry(code, texts);
    expect(new Set(cases.map(({ title, explanation }) => `${title}\n${explanation}`)).size).toBe(
      cases.length,
    );
  }
});

test('a finding names the causes that rest on it, and a cause the findings that it needs', () => {
  expect(said(explainFinding('stray-sidecar', texts))).toContain('OED501 injected-by-other-mesh');
  expect(said(explainCause('injected-by-other-mesh', texts))).toContain('OED101 stray-sidecar');
});

test('a remedy shows the steps that only some clusters need', () => {
  const purposes = (code: (typeof causeCodes)[number]) => causeEntry(code, texts).remedy.join(' ');
  expect(purposes('image-not-pullable')).toContain('Set the image');
  expect(purposes('out-of-memory')).toContain('Raise the memory limit');
  expect(purposes('ca-secret-broken')).toContain('Delete Secret');
  expect(purposes('injected-by-other-product')).toContain('Protect namespace');
  expect(purposes('smi-api-missing')).toContain('split.smi-spec.io/v1alpha4');
});

// facts §6, shift rules: one constant was added in 1.3, and the numbers after it moved by one.
test('an error code means what it means in the asked release', () => {
  expect(said(explainErrorCode('E1005', osmEdge('1.2'), texts))).toContain('E1005 ErrStartingReconciler');
  expect(said(explainErrorCode('E1005', osmEdge('1.3.9'), texts))).toContain(
    'E1005 ErrStartingIngressClient',
  );
});

test('an error code tells its name, what it means, what to do, and who logs it', () => {
  const text = said(explainErrorCode('E4000', osmEdge('1.2'), texts));
  expect(text).toContain('ErrFetchingCertSecret');
  expect(text).toContain(texts.errorCodes.ErrFetchingCertSecret.meaning);
  expect(text).toContain(texts.errorCodes.ErrFetchingCertSecret.remedy);
  expect(text).toContain('osm-controller, osm-injector, osm-bootstrap (component: cert-provider-util)');
});

test('a number that moved is shown for each release line', () => {
  const blocks = explainErrorName('ErrStartingReconciler', { flavour: flavours.fsm, version: '1.5' }, texts);
  const rows = blocks.find((block) => block.kind === 'table')?.rows;
  expect(rows).toEqual([
    ['osm-edge <1.2', 'E1005'],
    ['osm-edge >=1.2 <1.3', 'E1005'],
    ['osm-edge >=1.3', 'E1006'],
    ['osm <1.2', 'E1005'],
    ['osm >=1.2', 'E1005'],
    ['fsm <1.1', 'E1006'],
    ['fsm >=1.1 <1.2', 'E1010'],
    ['fsm >=1.2', 'E1009'],
  ]);
});

test('a release without the number says so and shows the releases that have it', () => {
  const text = said(explainErrorCode('E1006', osmEdge('1.2'), texts));
  expect(text).toContain('osm-edge 1.2 has no error E1006.');
  expect(text).toContain('ErrStartingReconciler');
});
