import { afterEach, describe, expect, test } from 'vitest';
import type { ListRow } from '#presentation/blocks.ts';
import type { LeftOutItem } from '#presentation/left-out.ts';
import { openWizard, type OpenOptions, type OpenWizard } from '../support/frame.tsx';
import { fakePorts, row } from './fakes.ts';

const escape = '\u001B';
const shown = [
  row({ key: 'a', about: { kind: 'finding', key: 'a' } }),
  row({ key: 'b', mark: 'warning', id: 'OED104', about: { kind: 'cause', key: 'b' } }),
  row({ key: 'c', mark: 'unknown', text: 'not checked' }),
  row({ key: 'd', mark: 'ok', text: 'no sidecar' }),
  withoutFinding(row({ key: 'e', mark: 'info', text: 'expected' })),
];
function withoutFinding(made: ListRow): ListRow {
  const { about: _, ...rest } = made;
  return rest;
}

const exported: (readonly LeftOutItem[])[] = [];
let wizard: OpenWizard;

async function opened(options: OpenOptions = {}, rows = shown): Promise<OpenWizard> {
  exported.length = 0;
  const ports = fakePorts(
    { exportReport: async (_format, _file, _diagnosis, _language, leftOut) => void exported.push(leftOut) },
    rows,
  );
  wizard = await openWizard(ports, options);
  return wizard;
}

function list(): string {
  return wizard
    .frame()
    .split('\n')
    .filter((line) => /osm-controller-[a-e] /u.test(line))
    .map((line) => `${/^[▸▹]/u.test(line) ? '▸' : ''}${/osm-controller-(.)/u.exec(line)?.[1] ?? ''}`)
    .join(' ');
}

function status(): string {
  return wizard.frame().split('\n').at(-2) ?? '';
}

afterEach(() => {
  wizard.close();
});

describe('f', () => {
  test('lists warnings and worse with what is not checked, then what is critical, then everything', async () => {
    await opened();
    expect(list()).toBe('▸a b c d e');
    await wizard.type('f');
    expect(list()).toBe('▸a b c');
    expect(wizard.frame()).toContain('Only warning or higher, and not checked · 2 hidden');
    await wizard.type('f');
    expect(list()).toBe('▸a');
    expect(wizard.frame()).toContain('Only critical · 4 hidden');
    await wizard.type('f');
    expect(list()).toBe('▸a b c d e');
    expect(wizard.frame()).not.toContain('hidden');
  });

  test('stays on its row, or takes the nearest', async () => {
    await opened();
    await wizard.type('jf');
    expect(list()).toBe('a ▸b c');
    await wizard.type('ffG');
    expect(list()).toBe('a b c d ▸e');
    await wizard.type('f');
    expect(list()).toBe('a b ▸c');
  });

  test('that leaves nothing says how many are hidden, and how to get them back', async () => {
    await opened({}, shown.slice(3));
    await wizard.type('f');
    expect(wizard.frame()).toContain('No row matches the filter: 2 hidden, f shows more');
    await wizard.type('ff');
    expect(list()).toBe('▸d e');
  });

  test('filters each step for itself', async () => {
    await opened();
    await wizard.type('f]');
    expect(list()).toBe('▸a b c d e');
    await wizard.type('[');
    expect(list()).toBe('▸a b c');
  });

  test('closes an open row that it hides, and goes on with the nearest', async () => {
    await opened();
    await wizard.type('jjj\rf');
    expect(wizard.frame()).toContain('Detail of c');
  });

  test('has words on the smallest terminal, in Japanese, too', async () => {
    await opened({ columns: 60, rows: 15, language: 'ja' });
    await wizard.type('f');
    expect(wizard.frame()).toContain('警告以上と未確認のみ表示 · 非表示 2 件');
    expect(wizard.frame().split('\n')).toHaveLength(15);
  });
});

describe('Space', () => {
  test('leaves a finding out of the report, says so at the row, and takes it in again', async () => {
    await opened();
    await wizard.type(' ');
    expect(wizard.frame()).toContain('OED101 (excluded) osm-controller-a');
    expect(status()).toContain('OED101 excluded from the report (Space includes it)');
    await wizard.type('　');
    expect(wizard.frame()).not.toContain('(excluded)');
    expect(status()).toContain('OED101 included in the report');
  });

  test('is no matter of what is filtered or searched, and reaches the report', async () => {
    await opened();
    await wizard.type(' j ');
    await wizard.type(`f/a${escape}`);
    await wizard.type('e\r\r');
    const mesh = { mesh: 'osm', namespace: 'osm-system' };
    expect(exported).toEqual([
      [
        { ...mesh, kind: 'finding', key: 'a' },
        { ...mesh, kind: 'cause', key: 'b' },
      ],
    ]);
  });

  test('on a row that is no finding says why not', async () => {
    await opened();
    await wizard.type('G ');
    expect(status()).toContain('Only findings and causes can be excluded');
    expect(wizard.state().leftOut).toEqual([]);
  });
});
