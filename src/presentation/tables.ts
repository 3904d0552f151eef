import type { ScreenId } from '#i18n/types/steps.ts';
import type { Block } from './blocks.ts';
import type { PresentationInput } from './screen-input.ts';
import { logTables } from './tables/error-logs.ts';
import { healthTables } from './tables/health.ts';
import { eventTables } from './tables/pod-events.ts';
import { sidecarTables } from './tables/stray-sidecar.ts';
import { timelineBlocks } from './timeline.ts';

/** Every table of a screen: what it looked at, in the forms that kubectl and the guide use. */
export function stepTables(screen: ScreenId, input: PresentationInput): readonly Block[] {
  switch (screen) {
    case 'health':
      return healthTables(input);
    case 'stray-sidecar':
      return sidecarTables(input);
    case 'pod-events':
      return eventTables(input);
    case 'error-logs':
      return logTables(input);
    case 'verdict':
      return timelineBlocks(input);
    default:
      return screen satisfies never;
  }
}
