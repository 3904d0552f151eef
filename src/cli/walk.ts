import type { Screen } from '#presentation/screen-input.ts';
import type { ScreenId } from '#i18n/types/steps.ts';
import { screen as errorLogs } from '#steps/error-logs/screen.ts';
import { screen as health } from '#steps/health/screen.ts';
import { screen as podEvents } from '#steps/pod-events/screen.ts';
import { screen as straySidecar } from '#steps/stray-sidecar/screen.ts';
import { screen as verdict } from '#steps/verdict/screen.ts';

/** The screens of the walk. */
export const screens: Readonly<Record<ScreenId, Screen>> = {
  health,
  'stray-sidecar': straySidecar,
  'pod-events': podEvents,
  'error-logs': errorLogs,
  verdict,
};
