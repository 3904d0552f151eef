import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth } from '#presentation/text-width.ts';
import { ProblemError } from '#errors/problem.ts';
import { openWizard } from '../support/frame.tsx';
import { fakePorts, fakeTexts, row, rows } from './fakes.ts';

/** The same cases in every run. */
const seed = 20_261_123;

const many = [...rows, ...Array.from({ length: 30 }, (_, index) => row({ key: `r${index}`, mark: 'info' }))];
test('without Unicode signs', async () => {
  const wizard = await openWizard(fakePorts({}, many), { ascii: true, demo: '02-two-meshes' });
  await wizard.type('\r');
  expect(wizard.frame().replaceAll(/[ぁ-んァ-ヶ一-龠ー。]/gu, '')).toMatch(/^[\n\x20-\x7e]*$/u);
  expect(wizard.frame()).toMatch(/^- X {2}OED101 osm-controller-a /mu);
  expect(wizard.frame()).toMatch(/^== OED101 =+ 1-\d+ of \d+ ==$/mu);
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
  const { ui } = fakeTexts('en');
  const lines = wizard.frame().split('\n');
  const title = lines.findIndex((line) => line.startsWith(`━━ ${ui.problem.title} `));
  expect(lines.slice(title + 1, title + 4)).toEqual(['✘ Trouble: unreachable.', '', 'Do something else.']);
  expect(lines[2]).toBe(ui.problem.retry);
  expect(lines.at(-1)).toContain(`R ${ui.actions['reread-all'].footer}`);
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
    { numRuns: 60, seed },
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
