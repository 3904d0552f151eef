import { expect, test } from 'vitest';
import { layout } from '#components/layout.ts';
import { type Line, lineText } from '#components/line.ts';
import { unicodeSymbols } from '#components/symbols.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import { screen as logs } from '#steps/error-logs/screen.ts';
import { screen as health } from '#steps/health/screen.ts';
import { screen as events } from '#steps/pod-events/screen.ts';
import { screen as sidecar } from '#steps/stray-sidecar/screen.ts';
import { screen as verdict } from '#steps/verdict/screen.ts';
import { createModels } from '#wizard/layout/models.ts';
import { rowText } from '../support/block-text.ts';
import {
  buildFinding,
  buildInput,
  buildMeshDiagnosis,
  buildStep,
  readAt,
} from '../support/diagnosis-builder.ts';
import { healthyDetails } from '../support/diagnosis-details.ts';

const later = '2026-11-03T12:07:00Z';
const found = buildFinding(
  'transient-event',
  { reason: 'FailedMount', message: 'm', count: 1 },
  {
    evidence: [{ fact: 'events', at: 'Event/e', quote: 'FailedMount', time: '2026-11-03T11:59:00Z' }],
  },
);
const input = buildInput(
  buildMeshDiagnosis({
    steps: {
      'pod-events': buildStep('pod-events', { findings: [found], detail: healthyDetails['pod-events'] }),
    },
  }),
);
const screens = { health, 'stray-sidecar': sidecar, 'pod-events': events, 'error-logs': logs, verdict };
const none = { key: '', lines: () => [] };

const open = () => createModels(screens, (blocks, width) => layout(blocks, width, unicodeSymbols), undefined);
const said = (lines: readonly Line[]): string => lines.map(lineText).join('\n');

test('keeps the rows of a list while time goes on, and ages what is shown of them', () => {
  const models = open();
  const before = models.model('pod-events', input);
  const [row] = before.rows;
  if (row === undefined) throw new Error('there is a row for the finding');
  const overview = said(models.overview(before, [], 80));
  expect(said(models.detail(row, 80, none))).toContain('(60s)');

  const after = models.model('pod-events', { ...input, now: later });
  expect(after.rows).toBe(before.rows);
  expect(said(models.detail(row, 80, none))).toContain('(8m)');
  expect(said(models.overview(after, [], 80))).not.toBe(overview);
});

test.each(Object.keys(screens) as ScreenId[])(
  'shows of %s what a screen made at that moment would',
  (screen) => {
    const models = open();
    models.model(screen, input);
    const now = models.model(screen, { ...input, now: later });
    const fresh = screens[screen]({ ...input, now: later });
    expect(rowText(now)).toEqual(rowText(fresh));
    expect(now.overview).toEqual(fresh.overview);
    expect(now.rows.map(({ detail }) => detail())).toEqual(fresh.rows.map(({ detail }) => detail()));
  },
);

test('says the ages in the rows of step 0 anew', () => {
  const models = open();
  const before = rowText(models.model('health', input));
  expect(rowText(models.model('health', { ...input, now: '2026-11-05T12:00:00Z' }))).not.toEqual(before);
  expect(rowText(models.model('health', { ...input, now: readAt }))).toEqual(before);
});
