import type { CauseTexts } from '#i18n/types/causes.ts';
import { beforeStartCauses } from './causes/before-start.ts';
import { runningCauses } from './causes/running.ts';

export const causes = { ...beforeStartCauses, ...runningCauses } satisfies CauseTexts;
