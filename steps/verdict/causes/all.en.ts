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
import { texts as template } from './template.en.ts';
import { texts as podSecurity } from './pod-security.en.ts';
import { texts as admissionPolicies } from './admission-policies.en.ts';
import { texts as crdConversion } from './crd-conversion.en.ts';
import { texts as injectionAnnotation } from './injection-annotation.en.ts';
import { texts as staleWebhooks } from './stale-webhooks.en.ts';
import { texts as webhookCalls } from './webhook-calls.en.ts';
import { texts as webhookCertificates } from './webhook-certificates.en.ts';
import { texts as services } from './services.en.ts';
import { texts as versions } from './versions.en.ts';

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
  ...template,
  ...podSecurity,
  ...admissionPolicies,
  ...crdConversion,
  ...injectionAnnotation,
  ...staleWebhooks,
  ...webhookCalls,
  ...webhookCertificates,
  ...services,
  ...versions,
};
