import { injectionCauses } from './injection.ts';
import { absenceCauses } from './absence.ts';
import { webhookCauses } from './webhooks.ts';
import { podCauses } from './pods.ts';
import { apiCauses } from './api.ts';
import { imageCauses } from './images.ts';
import { nodeCauses } from './nodes.ts';
import { serviceCauses } from './services.ts';
import { networkCauses } from './network.ts';
import { processCauses } from './running-process.ts';
import { certificateCauses } from './certificates.ts';
import { probeCauses } from './probes.ts';
import { fallbackCauses } from './fallbacks.ts';

/** The table of causes by code. Causes of last resort are tried in this order, after all others. */
export const causes = {
  ...injectionCauses,
  ...absenceCauses,
  ...webhookCauses,
  ...podCauses,
  ...nodeCauses,
  ...imageCauses,
  ...apiCauses,
  ...serviceCauses,
  ...networkCauses,
  ...processCauses,
  ...certificateCauses,
  ...probeCauses,
  ...fallbackCauses,
};
