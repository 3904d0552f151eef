import { afterEach, beforeEach, expect, test } from 'vitest';
import path from 'node:path';
import { ProblemError } from '#errors/problem.ts';
import { openWizard, type OpenWizard } from '../support/frame.tsx';
import { fakePorts } from './fakes.ts';

const enter = '\r';
const written: string[] = [];
let taken: string[] = [];
let wizard: OpenWizard;

beforeEach(async () => {
  written.length = 0;
  taken = [];
  const exportReport = async (format: string, file: string): Promise<void> => {
    if (taken.includes(path.basename(file))) throw new ProblemError({ kind: 'report-exists', file });
    if (file.startsWith('/nowhere')) {
      throw new ProblemError({
        kind: 'report-not-written',
        file,
        code: 'ENOENT',
        message: 'no such directory',
      });
    }
    written.push(`${format} ${file}`);
  };
  wizard = await openWizard(fakePorts({ exportReport }));
});

afterEach(() => {
  wizard.close();
});

test('format, place, done', async () => {
  await wizard.type('e');
  expect(wizard.frame()).toContain('Select a format.');
  await wizard.type(`j${enter}`);
  expect(wizard.frame()).toContain('osm-edge-doctor-osm-20261123-100002.html');
  await wizard.type(enter);
  const file = path.resolve('osm-edge-doctor-osm-20261123-100002.html');
  expect(written).toEqual([`html ${file}`]);
  expect(wizard.state().reports).toEqual([file]);
  expect(wizard.frame()).toContain('✔ Written: ');
  await wizard.type(enter);
  expect(wizard.frame()).toContain('Overview');
});

test('another name is offered for a file that exists', async () => {
  taken = ['osm-edge-doctor-osm-20261123-100002.md'];
  await wizard.type(`e${enter}${enter}`);
  expect(wizard.frame()).toContain('✘ Trouble: report-exists.');
  expect(wizard.frame()).toContain('osm-edge-doctor-osm-20261123-100002-2.md');
  await wizard.type(enter);
  expect(written).toEqual([`markdown ${path.resolve('osm-edge-doctor-osm-20261123-100002-2.md')}`]);
});

test('a path that cannot be written is kept, told, and can be mended', async () => {
  await wizard.type(`e1`);
  await wizard.type('\u0015/nowhere/報告.md');
  await wizard.type(enter);
  expect(wizard.frame()).toContain('✘ Trouble: report-not-written.');
  expect(wizard.frame()).toContain('/nowhere/報告.md');
  await wizard.type('\u0015/tmp/q?.md');
  await wizard.type(enter);
  expect(written).toEqual(['markdown /tmp/q?.md']);
});

test('without a name it says so; Esc goes back to the formats, then out', async () => {
  await wizard.type(`e${enter}\u0015${enter}`);
  expect(wizard.frame()).toContain('✘ Enter a file name.');
  await wizard.type('\u001B');
  expect(wizard.frame()).toContain('Select a format.');
  await wizard.type('\u001B');
  expect(wizard.frame()).toContain('Overview');
});

test('a path may be pasted', async () => {
  await wizard.type(`e${enter}\u0015`);
  await wizard.type('\u001B[200~/tmp/pasted.md\n\u001B[201~');
  await wizard.type(enter);
  expect(written).toEqual(['markdown /tmp/pasted.md']);
});

test('a report that could not be written is told of, also when the dialog was left meanwhile', async () => {
  wizard.close();
  let fail: (error: Error) => void = () => undefined;
  wizard = await openWizard(
    fakePorts({
      exportReport: () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    }),
  );
  await wizard.type(`e${enter}${enter}`);
  await wizard.type(enter);
  fail(new ProblemError({ kind: 'report-not-written', file: '/x', code: 'ENOSPC', message: 'full' }));
  await wizard.settle();
  // Where the sentence is broken depends on the folder of the report.
  expect(wizard.frame().replaceAll(/[\s─]+/gu, ' ')).toContain('e tries again and shows why');
});
