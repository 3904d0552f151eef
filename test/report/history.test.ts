import { expect, test } from 'vitest';
import { type HistoryEntry, noHistory, withReading } from '#presentation/history.ts';
import { textsOf } from '#steps/all-texts.ts';
import { languages } from '#i18n/texts.ts';
import { reportFormats } from '#report/formats.ts';
import { render } from '#report/render.ts';
import { fakeDiagnosis } from '../wizard/fakes.ts';

type Told = Omit<HistoryEntry, 'until' | 'readings'>;

function reading(minute: number, change: Partial<Told> = {}): Told {
  return {
    at: `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`,
    context: 'prod-tokyo',
    status: 'critical',
    mark: 'critical',
    findings: 3,
    fixed: 0,
    fresh: 0,
    headline: { en: 'The image cannot be pulled.', ja: 'イメージを取得できません。' },
    ...change,
  };
}

const mended = reading(9, { status: 'healthy', mark: 'ok', findings: 0, fixed: 3 });
const history = [reading(1), reading(2), mended].reduce(withReading, noHistory);

test('readings that came to the same are one entry', () => {
  expect(history.entries.map(({ readings, status }) => [status, readings])).toEqual([
    ['critical', 2],
    ['healthy', 1],
  ]);
});

test('a long session keeps its last hundred changes, and says what it dropped', () => {
  const all = Array.from({ length: 130 }, (_, index) => reading(index % 60, { findings: index }));
  const { dropped, entries } = all.reduce(withReading, noHistory);
  expect([dropped, entries.length, entries.at(-1)?.findings]).toEqual([30, 100, 129]);
});

test.each(languages.flatMap((language) => reportFormats.map((format) => [format, language] as const)))(
  'stands in %s, in %s, and not where there was one reading',
  (format, language) => {
    const run = { ...fakeDiagnosis([]), target: {} };
    const texts = textsOf(language);
    const told = render(format, run, texts, language, { history });
    const alone = render(format, run, texts, language, { history: withReading(noHistory, reading(1)) });
    const sign = format === 'json' ? '"readings": 2' : texts.runs.history.title;
    expect(told).toContain(sign);
    expect(alone).not.toContain(sign);
    expect(told).toContain(history.entries[0]?.headline[language].slice(0, 8));
  },
);
