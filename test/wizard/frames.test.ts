import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from '#presentation/text-width.ts';
import type { Language } from '#i18n/texts.ts';
import { ProblemError } from '#errors/problem.ts';
import { openWizard } from '../support/frame.tsx';
import { fakePorts, row, rows } from './fakes.ts';

const many = [...rows, ...Array.from({ length: 30 }, (_, index) => row({ key: `r${index}`, mark: 'info' }))];
const sizes = [
  [80, 24],
  [60, 15],
  [120, 40],
] as const;
const languages: readonly Language[] = ['en', 'ja'];
const views = {
  list: 'j',
  overview: '\tjj',
  detail: 'j\r',
  help: '?',
  'search typed': '/c',
  'search kept': '/c\r',
  filter: 'jf',
  'left out': ' ',
  'text to select': 'cc',
  guide: '2o',
  commands: 'jc',
  'export format': 'e',
  'export path': 'e\r',
  'export done': 'e\r\u0015/tmp/report.md\r',
};

describe.each(sizes)('at %i×%i', (columns, rows_) => {
  describe.each(languages)('in %s', (language) => {
    test.each(Object.entries(views))('%s', async (_, keys) => {
      const ports = fakePorts({ exportReport: async () => undefined }, many);
      const wizard = await openWizard(ports, { columns, rows: rows_, language });
      await wizard.type(keys);
      const frame = wizard.frame();
      expectToFit(frame, columns, rows_);
      expect(frame).toMatchSnapshot();
      wizard.close();
    });
  });
});

test('without Unicode signs', async () => {
  const wizard = await openWizard(fakePorts({}, many), { ascii: true, demo: '02-two-meshes' });
  await wizard.type('\r');
  expect(wizard.frame().replaceAll(/[ぁ-んァ-ヶ一-龠ー。]/gu, '')).toMatch(/^[\n\x20-\x7e]*$/u);
  expect(wizard.frame()).toMatchSnapshot();
  wizard.close();
});

test('when the cluster could not be read', async () => {
  const unreachable = async (): Promise<void> => {
    throw new ProblemError({
      kind: 'unreachable',
      server: 's',
      context: 'c',
      code: 'ECONNREFUSED',
      message: 'm',
    });
  };
  const wizard = await openWizard(fakePorts({ source: { start: unreachable, reread: unreachable } }));
  expect(wizard.frame()).toMatchSnapshot();
  wizard.close();
});

test('too small a terminal is told, and what was there comes back', async () => {
  const wizard = await openWizard(fakePorts({}, many));
  const before = wizard.frame();
  await wizard.resize(50, 12);
  expect(wizard.frame()).toContain('This terminal is 50×12');
  expectToFit(wizard.frame(), 50, 12);
  await wizard.resize(80, 24);
  expect(wizard.frame()).toBe(before);
  wizard.close();
});

test('no line is wider than the terminal, whatever the cluster says and whatever its size', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 100 }),
    fc.constantFrom('名前'.repeat(80), '\u001B[2J\u001B]0;x\u0007', '\u202Eevil', 'x'.repeat(500)),
  );
  const key = fc.constantFrom('j', 'G', '\r', '\t', ']', 'L', '?', 'o', 'c', 'y', 'e', 'q');
  await fc.assert(
    fc.asyncProperty(
      fc.record({ text: hostile, subject: hostile, evidence: hostile, command: hostile }),
      fc.integer({ min: 20, max: 160 }),
      fc.integer({ min: 5, max: 60 }),
      fc.array(key, { maxLength: 6 }),
      async (said, columns, rows_, keys) => {
        const hostileRow = row({
          key: said.subject,
          text: said.text,
          subject: said.subject,
          evidence: said.evidence,
          commands: [said.command, said.text],
          detail: () => [
            { kind: 'quote', source: said.subject, lines: [said.evidence] },
            { kind: 'command', command: said.command, equivalents: [said.text], text: said.text, notes: [] },
          ],
        });
        const wizard = await openWizard(fakePorts({}, [hostileRow, ...rows]), { columns, rows: rows_ });
        await wizard.type(keys.join(''));
        expectToFit(wizard.frame(), columns, rows_);
        wizard.close();
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

function expectToFit(frame: string, columns: number, rowCount: number): void {
  const lines = frame.split('\n');
  expect(lines.length).toBe(rowCount);
  for (const line of lines) {
    expect(textWidth(line)).toBeLessThanOrEqual(columns);
    expect(line).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
  }
}
