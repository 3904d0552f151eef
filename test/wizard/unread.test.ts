import { afterEach, describe, expect, test } from 'vitest';
import type { Language } from '#i18n/texts.ts';
import { ProblemError } from '#errors/problem.ts';
import { openWizard, type OpenWizard } from '../support/frame.tsx';
import { fakePorts } from './fakes.ts';

let wizard: OpenWizard;

/** The wizard on a cluster that does not answer. */
async function unreachable(columns: number, rows: number, language: Language): Promise<void> {
  const refuse = async (): Promise<void> => {
    throw new ProblemError({
      kind: 'unreachable',
      server: 'https://10.0.0.1',
      context: 'prod-tokyo',
      code: 'ECONNREFUSED',
      message: 'connection refused',
    });
  };
  const ports = fakePorts({ source: { start: refuse, reread: refuse } });
  wizard = await openWizard(ports, { columns, rows, language });
}

const footer = (): string => wizard.frame().split('\n').at(-1) ?? '';

afterEach(() => {
  wizard.close();
});

describe.each([
  [80, 24],
  [60, 15],
] as const)('a cluster that does not answer, at %i×%i', (columns, rows) => {
  test.each(['en', 'ja'] as const)('the header names its context, in %s', async (language) => {
    await unreachable(columns, rows, language);
    expect(wizard.frame().split('\n')[0]).toMatch(/^osm-edge-doctor +ctx prod-tokyo$/u);
  });

  test('the footer offers to read again and another context, and no key of a list that is not there', async () => {
    await unreachable(columns, rows, 'en');
    expect(footer()).toMatch(
      /^R refresh all {2}m other context {2}o guide(?: {2}L 日本語)? {2}\? keys {2}q quit$/u,
    );
    expect(footer()).not.toMatch(/move|pane|next|r refresh|export|copy/u);
    await wizard.type('?');
    expect(footer()).toContain('↑↓ move');
  });

  test('the same in Japanese', async () => {
    await unreachable(columns, rows, 'ja');
    expect(footer()).toMatch(
      /^R すべて更新 {2}m 別のコンテキスト {2}o ガイド(?: {2}L English)? {2}\? キー {2}q 終了$/u,
    );
  });
});
