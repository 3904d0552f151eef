import { expect, test } from 'vitest';
import { lineText } from '#components/line.ts';
import { editText, textField, textFieldLine, type TextEdit } from '#wizard/text-field/text-field.ts';

test.each<[string, TextEdit[], string]>([
  [
    'inserts at the caret',
    [
      { kind: 'move', by: -3 },
      { kind: 'insert', text: '-2' },
    ],
    'report-2.md',
  ],
  ['erases before the caret', [{ kind: 'erase' }], 'report.m'],
  ['erases whole characters', [{ kind: 'insert', text: 'が' }, { kind: 'erase' }], 'report.md'],
  ['erases under the caret', [{ kind: 'start' }, { kind: 'erase-forward' }], 'eport.md'],
  ['erases what is before the caret', [{ kind: 'move', by: -3 }, { kind: 'erase-line' }], '.md'],
  ['stays inside', [{ kind: 'end' }, { kind: 'move', by: 5 }, { kind: 'erase-forward' }], 'report.md'],
])('%s', (_, edits, value) => {
  const field = edits.reduce(editText, textField('report.md'));
  expect(field.value).toBe(value);
});

test('a long value scrolls so that the caret is seen, and the column counts wide characters', () => {
  const { line, caretColumn } = textFieldLine(textField('/var/tmp/報告書/レポート.md'), 12);
  expect(lineText(line)).toBe('レポート.md ');
  expect(caretColumn).toBe(11);
});
