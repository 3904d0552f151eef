import type { LogsTexts } from './error-logs/texts.en.ts';
import type { HealthTexts } from './health/texts.en.ts';
import type { EventsTexts } from './pod-events/texts.en.ts';
import type { SidecarTexts } from './stray-sidecar/texts.en.ts';
import type { VerdictTexts } from './verdict/texts.en.ts';

/** The words of each step have the shape of the English ones. */
declare module '#i18n/types/steps.ts' {
  interface StepWords {
    health: HealthTexts['words'];
    'stray-sidecar': SidecarTexts['words'];
    'pod-events': EventsTexts['words'];
    'error-logs': LogsTexts['words'];
    verdict: VerdictTexts['words'];
  }
}
