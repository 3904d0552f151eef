import { shell } from '#i18n/ja/texts.ts';
import { errorCodes } from './error-logs/error-codes.ja.ts';
import { texts as errorLogs } from './error-logs/texts.ja.ts';
import { texts as health } from './health/texts.ja.ts';
import { texts as podEvents } from './pod-events/texts.ja.ts';
import { texts as straySidecar } from './stray-sidecar/texts.ja.ts';
import { texts as causes } from './verdict/causes/all.ja.ts';
import { remedies } from './verdict/remedies.ja.ts';
import { texts as verdict } from './verdict/texts.ja.ts';
import type { Texts } from '#i18n/texts.ts';

/** Everything the program says, in Japanese. */
export const texts: Texts = {
  ...shell,
  steps: {
    health,
    'stray-sidecar': straySidecar,
    'pod-events': podEvents,
    'error-logs': errorLogs,
    verdict,
  },
  checks: { ...health.checks, ...straySidecar.checks, ...podEvents.checks, ...errorLogs.checks },
  findings: { ...health.findings, ...straySidecar.findings, ...podEvents.findings, ...errorLogs.findings },
  causes,
  remedies,
  errorCodes,
};
