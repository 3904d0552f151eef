import type { CauseTexts } from '#i18n/types/causes.ts';
import { texts as absence } from './absence.en.ts';
import { texts as api } from './api.en.ts';
import { texts as certificates } from './certificates.en.ts';
import { texts as fallbacks } from './fallbacks.en.ts';
import { texts as images } from './images.en.ts';
import { texts as injection } from './injection.en.ts';
import { texts as loggedErrors } from './logged-errors.en.ts';
import { texts as network } from './network.en.ts';
import { texts as nodes } from './nodes.en.ts';
import { texts as pods } from './pods.en.ts';
import { texts as probes } from './probes.en.ts';
import { texts as processes } from './running-process.en.ts';
import { texts as services } from './services.en.ts';
import { texts as webhooks } from './webhooks.en.ts';

export const texts: CauseTexts = {
  ...absence,
  ...api,
  ...certificates,
  ...fallbacks,
  ...images,
  ...injection,
  ...loggedErrors,
  ...network,
  ...nodes,
  ...pods,
  ...probes,
  ...processes,
  ...services,
  ...webhooks,
};
