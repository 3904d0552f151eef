import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import { render, type RenderOptions } from '#report/render.ts';
import { textTable } from '#report/text-table.ts';
import { asciiStyle, unicodeStyle } from '#report/text-style.ts';
import { wrapText } from '#presentation/wrap.ts';
import { buildMeshDiagnosis, buildRun } from '../support/diagnosis-builder.ts';
import { sampleRun } from './sample.ts';

const text = (options: RenderOptions = {}, language: (typeof languages)[number] = 'en'): string =>
  render('text', sampleRun(), textsOf(language), language, options);
const isCommand = (line: string): boolean => /^ +(?:kubectl|osm|osm-edge-doctor|curl) /u.test(line);

describe.each(languages)('in %s', (language) => {
  test.each([60, 80, 120])('no line but a command is wider than %i columns', (width) => {
    for (const detail of ['brief', 'full'] as const) {
      const lines = text({ width, detail }, language).split('\n');
      for (const line of lines.filter((one) => !isCommand(one)))
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  test('commands stand whole on a line of their own', () => {
    const lines = text({ width: 40 }, language).split('\n');
    expect(lines.map((line) => line.trim())).toContain(
      'kubectl --context prod-tokyo -n osm-system rollout restart deployment/osm-controller deployment/osm-injector',
    );
  });

  test('the verdict and the first command come first', () => {
    const lines = text({}, language).split('\n');
    expect(lines[0]).toMatch(/^✘ .*osm2|^✘ .*osm/u);
    expect(lines.slice(0, 8).join('\n')).toContain('    osm namespace remove osm-system --mesh-name osm2');
  });
});

test('without a width nothing is broken', () => {
  const lines = text({ width: 0 }).split('\n');
  expect(lines.some((line) => stringWidth(line) > 140 && !isCommand(line))).toBe(true);
});

test('the ASCII form of English words is ASCII', () => {
  // oxlint-disable-next-line no-control-regex
  expect(text({ ascii: true, detail: 'full' })).toMatch(/^[\x20-\x7e\n]*$/u);
});

test('no line ends in spaces, and the text ends with one line break', () => {
  expect(text({ detail: 'full' })).not.toMatch(/ \n/u);
  expect(text({ detail: 'full' })).toMatch(/[^\n]\n$/u);
});

test('brief leaves the tables to the full report, and says how to get it', () => {
  expect(text()).not.toContain('SMI SUPPORTED');
  expect(text()).toContain('--report report.html');
  expect(text({ detail: 'full' })).toContain('SMI SUPPORTED');
});

test('brief says of a healthy mesh what was checked', () => {
  const healthy = render('text', buildRun([buildMeshDiagnosis()]), textsOf('en'), 'en');
  expect(healthy).toMatch(/^✔ healthy: /u);
  expect(healthy).toContain(textsOf('en').checks.containers.passed(1));
});

describe('a table', () => {
  const table = {
    kind: 'table',
    columns: ['NAME', '状態'],
    rows: [
      ['osm-controller', '正常'],
      ['a', 'サイドカーを注入しています'],
    ],
    marks: ['ok', 'critical'],
  } as const;

  test('aligns East Asian words', () => {
    expect(textTable(table, 80, unicodeStyle)).toEqual([
      '  NAME            状態',
      '✔ osm-controller  正常',
      '✘ a               サイドカーを注入しています',
    ]);
  });

  test('breaks words between cells before it breaks names', () => {
    expect(textTable(table, 30, asciiStyle)).toEqual([
      '   NAME            状態',
      'OK osm-controller  正常',
      'X  a               サイドカー',
      '                   を注入して',
      '                   います',
    ]);
  });

  test('becomes a list where names would break', () => {
    const wide = {
      ...table,
      columns: ['NAME', 'IMAGE'],
      rows: [
        ['osm-controller', 'flomesh/pipy-repo:0.90.3-38'],
        ['b', 'c'],
      ],
    };
    expect(textTable(wide, 40, unicodeStyle)).toEqual([
      '✔ NAME   osm-controller',
      '  IMAGE  flomesh/pipy-repo:0.90.3-38',
      '',
      '✘ NAME   b',
      '  IMAGE  c',
    ]);
  });
});

describe('wrapping', () => {
  test('keeps closing marks with what they close', () => {
    const lines = wrapText('メッシュ「osm2」が注入しています。名前空間「osm-system」を外します。', 16);
    expect(lines.every((line) => !/^[、。」]/u.test(line))).toBe(true);
    expect(lines.every((line) => stringWidth(line) <= 16)).toBe(true);
  });

  test('loses nothing but the spaces at the breaks', () => {
    const line = 'The quick brown fox 狐 jumps over averyveryverylongword and sleeps';
    expect(wrapText(line, 11).join('').replaceAll(' ', '')).toBe(line.replaceAll(' ', ''));
  });
});
