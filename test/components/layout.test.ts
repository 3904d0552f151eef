import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layout } from '#components/layout.ts';
import { lineText, lineWidth } from '#components/line.ts';
import { asciiSymbols, unicodeSymbols } from '#components/symbols.ts';
import type { Block } from '#presentation/blocks.ts';

function drawn(blocks: readonly Block[], width: number, symbols = unicodeSymbols): string {
  return layout(blocks, width, symbols)
    .map((line) => lineText(line).trimEnd())
    .join('\n');
}

describe('blocks become lines', () => {
  test('headings, paragraphs and lists', () => {
    const blocks: Block[] = [
      { kind: 'heading', level: 2, text: 'Evidence' },
      { kind: 'paragraph', text: 'The container belongs to another mesh.' },
      { kind: 'list', items: ['one', 'この名前空間は登録されています'] },
    ];
    expect(drawn(blocks, 22)).toBe(
      [
        '── Evidence',
        'The container belongs',
        'to another mesh.',
        '• one',
        '• この名前空間は登録さ',
        '  れています',
      ].join('\n'),
    );
  });

  test('a heading with words of the cluster is whole where it fits, and cut to the room where it does not', () => {
    const text = 'OED309 E6103, 870 times: Error decoding admission request body (attempt 0)';
    const heading: Block = { kind: 'heading', level: 2, text };
    expect(drawn([heading], 80)).toBe(`── ${text}`);
    expect(drawn([heading], 50)).toBe(
      '── OED309 E6103, 870 times: Error decoding\n   admission request body (attempt 0)',
    );
    const page: Block = { kind: 'heading', level: 2, text: 'word '.repeat(400) };
    const lines = drawn([page], 40).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/ w…$/u);
  });

  test('items carry a mark and a note', () => {
    const blocks: Block[] = [
      { kind: 'item', mark: 'critical', text: 'no Ready replica', note: 'since 10:00' },
      { kind: 'item', mark: 'ok', text: 'no sidecar' },
    ];
    expect(drawn(blocks, 40)).toBe('✘ no Ready replica\n  since 10:00\n✔ no sidecar');
    expect(drawn(blocks, 40, asciiSymbols)).toBe('X  no Ready replica\n   since 10:00\nOK no sidecar');
  });

  test('commands are numbered, with their equivalents and notes', () => {
    const blocks: Block[] = [
      {
        kind: 'command',
        number: 1,
        command: 'osm namespace remove osm-system --mesh-name osm2',
        equivalents: ['kubectl label ns osm-system openservicemesh.io/monitored-by-'],
        text: 'takes the namespace out',
        notes: [
          { mark: 'warning', text: 'drops the ignore label' },
          { mark: 'unknown', text: 'check first', command: 'helm list --namespace osm-system' },
        ],
      },
    ];
    expect(drawn(blocks, 50)).toBe(
      [
        '1 osm namespace remove osm-system \\',
        '    --mesh-name osm2',
        '  = kubectl label ns osm-system \\',
        '      openservicemesh.io/monitored-by-',
        '  takes the namespace out',
        '  ⚠ drops the ignore label',
        '  ? check first',
        '    $ helm list --namespace osm-system',
      ].join('\n'),
    );
  });

  test('quotes stand behind a bar, cleaned', () => {
    const blocks: Block[] = [
      { kind: 'quote', source: 'Pod/osm-system/x', lines: ['\u001B[31mred\u001B[0m', 'a\u202Eb'] },
    ];
    expect(drawn(blocks, 40)).toBe('Pod/osm-system/x\n│ red\n│ a<U+202E>b');
  });

  test('tables keep their columns apart in Japanese, and shrink the widest', () => {
    const blocks: Block[] = [
      {
        kind: 'table',
        columns: ['NAME', '状態'],
        rows: [
          ['osm-controller-5494bcffb6-tn5jv', '準備できていません'],
          ['short', '準備完了'],
        ],
        marks: ['critical', undefined],
      },
    ];
    expect(drawn(blocks, 40)).toBe(
      [
        '  NAME                状態',
        '✘ osm-contr…b6-tn5jv  準備できていません',
        '  short               準備完了',
      ].join('\n'),
    );
  });
});

test('nothing is wider than the screen or holds a control character, whatever the cluster says', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('\u001B]0;x\u0007', '\u202Eabc', '名前'.repeat(60), 'x'.repeat(300), 'a\nb\r\nc', '👩‍👩‍👧‍👦'),
  );
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3), text: hostile }),
    fc.record({ kind: fc.constant('paragraph' as const), text: hostile }),
    fc.record({
      kind: fc.constant('item' as const),
      mark: fc.constant('ok' as const),
      text: hostile,
      note: hostile,
    }),
    fc.record({
      kind: fc.constant('command' as const),
      number: fc.nat(20),
      command: hostile,
      equivalents: fc.array(hostile),
      text: hostile,
      notes: fc.array(fc.record({ mark: fc.constant('warning' as const), text: hostile, command: hostile })),
    }),
    fc.record({ kind: fc.constant('quote' as const), source: hostile, lines: fc.array(hostile) }),
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.array(hostile, { minLength: 3, maxLength: 3 }),
      rows: fc.array(fc.array(hostile, { maxLength: 4 })),
    }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(hostile) }),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), fc.integer({ min: 20, max: 130 }), (blocks, width) => {
      for (const line of layout(blocks, width, unicodeSymbols)) {
        expect(lineWidth(line)).toBeLessThanOrEqual(width);
        expect(lineText(line)).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }
    }),
  );
});
