import { shell } from '#i18n/en/texts.ts';
import { errorCodes } from './error-logs/error-codes.en.ts';
import { texts as errorLogs } from './error-logs/texts.en.ts';
import { texts as health } from './health/texts.en.ts';
import { texts as podEvents } from './pod-events/texts.en.ts';
import { texts as straySidecar } from './stray-sidecar/texts.en.ts';
import { texts as causes } from './verdict/causes/all.en.ts';
import { remedies } from './verdict/remedies.en.ts';
import { texts as verdict } from './verdict/texts.en.ts';
import type { Texts } from '#i18n/texts.ts';

/** Everything the program says, in English. */
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
