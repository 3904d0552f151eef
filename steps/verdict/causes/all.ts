import { injectionCauses } from './injection.ts';
import { absenceCauses } from './absence.ts';
import { templateCauses } from './template.ts';
import { admissionPolicyCauses } from './admission-policies.ts';
import { crdConversionCauses } from './crd-conversion.ts';
import { injectionAnnotationCauses } from './injection-annotation.ts';
import { podSecurityCauses } from './pod-security.ts';
import { staleWebhookCauses } from './stale-webhooks.ts';
import { webhookCallCauses } from './webhook-calls.ts';
import { webhookCertificateCauses } from './webhook-certificates.ts';
import { versionCauses } from './versions.ts';
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
  ...templateCauses,
  ...absenceCauses,
  ...staleWebhookCauses,
  ...webhookCallCauses,
  ...webhookCertificateCauses,
  ...injectionAnnotationCauses,
  ...podSecurityCauses,
  ...admissionPolicyCauses,
  ...crdConversionCauses,
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
  ...versionCauses,
};
