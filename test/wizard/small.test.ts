import { describe, expect, test } from 'vitest';
import { textsOf } from '#steps/all-texts.ts';
import { defaultFile, nextFile } from '#wizard/export/file-name.ts';
import { halves, shapeOf, shareHeight } from '#wizard/layout/geometry.ts';
import { displayedTime, displayedAge, untilChange } from '#wizard/layout/displayed-time.ts';
import { readLabel } from '#wizard/layout/read-label.ts';
import { initialState, type WizardState } from '#wizard/state/state.ts';
import { fakeMesh } from './fakes.ts';

describe('names of reports', () => {
  test('tell the mesh and the time', () => {
    const now = Date.parse('2026-11-23T09:08:07Z');
    expect(defaultFile('html', fakeMesh('osm2'), now)).toBe('osm-edge-doctor-osm2-20261123-090807.html');
  });

  test('keep only what every file system takes', () => {
    expect(defaultFile('text', fakeMesh('../../etc/名前 x'), 0)).toBe(
      'osm-edge-doctor-etc-x-19700101-000000.txt',
    );
    expect(defaultFile('text', undefined, 0)).toBe('osm-edge-doctor-mesh-19700101-000000.txt');
  });

  test.each([
    ['report.md', 'report-2.md'],
    ['report-2.md', 'report-3.md'],
    ['dir.d/report', 'dir.d/report-2'],
    ['osm-edge-doctor-osm-20261123-090807.md', 'osm-edge-doctor-osm-20261123-090807-2.md'],
  ])('after %s comes %s', (file, next) => {
    expect(nextFile(file)).toBe(next);
  });
});

describe('ages move as slowly as they are shown', () => {
  const readAt = '2026-11-23T10:00:00.000Z';
  test.each([
    ['at 0 s', '10:00:00.999', '10:00:00.000'],
    ['at 1 s', '10:00:09.999', '10:00:01.000'],
    ['at 10 s', '10:00:59.999', '10:00:10.000'],
    ['at 1 min', '10:01:59.999', '10:01:00.000'],
    ['with each minute then', '10:12:59.000', '10:12:00.000'],
    ['never before the reading', '09:59:00.000', '10:00:00.000'],
  ])('%s', (_, now, moment) => {
    expect(displayedTime(Date.parse(`2026-11-23T${now}Z`), readAt)).toBe(`2026-11-23T${moment}Z`);
  });
});

describe('the next change of an age', () => {
  test.each([
    [0, 1_000],
    [0.25, 750],
    [1, 9_000],
    [59, 1_000],
    [60, 60_000],
    [3_599, 1_000],
    [-2, 3_000],
  ])('of %f s is in %i ms', (seconds, milliseconds) => {
    expect(untilChange(seconds)).toBe(milliseconds);
  });

  test('is where it is shown differently, and nowhere before', () => {
    for (let seconds = 0; seconds < 400; seconds += 0.5) {
      const next = seconds + untilChange(seconds) / 1_000;
      expect(displayedAge(next - 0.001)).toBe(displayedAge(seconds));
      expect(displayedAge(next)).toBeGreaterThan(displayedAge(seconds));
    }
  });
});

describe('the label of a reading', () => {
  const readAt = '2026-11-23T10:00:00.000Z';
  const label = (language: 'en' | 'ja', seconds: number): string =>
    readLabel(
      {
        ...initialState(language, Date.parse(readAt) + seconds * 1_000),
        run: { kind: 'finished', id: 1 },
        data: { diagnosis: { readAt, meshes: [] as readonly unknown[] } } as WizardState['data'] & object,
      },
      textsOf(language),
      undefined,
    );

  test.each([
    [9.9, 'read just now', '読み取り: たった今'],
    [10, 'read over 10s ago', '読み取り: 10 秒以上前'],
    [59.9, 'read over 10s ago', '読み取り: 10 秒以上前'],
    [60, 'read 1m ago', '読み取り: 1 分前'],
    [119, 'read 1m ago', '読み取り: 1 分前'],
    [180, 'read 3m ago', '読み取り: 3 分前'],
    [7_800, 'read 2h10m ago', '読み取り: 2 時間 10 分前'],
    [90_000, 'read 1d1h ago', '読み取り: 1 日 1 時間前'],
  ])('after %f s', (seconds, en, ja) => {
    expect([label('en', seconds), label('ja', seconds)]).toEqual([en, ja]);
  });
});

describe('the screen is shared', () => {
  test.each([
    [59, 24, 'too-small'],
    [60, 14, 'too-small'],
    [60, 15, 'narrow'],
    [109, 50, 'narrow'],
    [110, 15, 'wide'],
  ] as const)('%i×%i is %s', (columns, rows, shape) => {
    expect(shapeOf({ columns, rows })).toBe(shape);
  });

  test('the halves and what parts them fill the width', () => {
    expect(halves(121).left + halves(121).right + 3).toBe(121);
  });

  test.each([
    ['a short list leaves the rest to the pane', 15, 3, 40, 'list', { list: 3, pane: 11 }],
    ['a long list takes half', 15, 40, 40, 'list', { list: 7, pane: 7 }],
    ['a long list takes what a short pane does not need', 15, 40, 2, 'list', { list: 12, pane: 2 }],
    ['an open finding gets most of it', 15, 40, 40, 'pane', { list: 3, pane: 11 }],
    ['a list is never gone', 3, 40, 40, 'pane', { list: 1, pane: 1 }],
  ] as const)('%s', (_, height, rows, lines, reading, shares) => {
    expect(shareHeight(height, rows, lines, reading)).toEqual(shares);
  });
});
