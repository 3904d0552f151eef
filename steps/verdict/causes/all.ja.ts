import type { CauseTexts } from '#i18n/types/causes.ts';
import { texts as absence } from './absence.ja.ts';
import { texts as api } from './api.ja.ts';
import { texts as certificates } from './certificates.ja.ts';
import { texts as fallbacks } from './fallbacks.ja.ts';
import { texts as images } from './images.ja.ts';
import { texts as injection } from './injection.ja.ts';
import { texts as loggedErrors } from './logged-errors.ja.ts';
import { texts as network } from './network.ja.ts';
import { texts as nodes } from './nodes.ja.ts';
import { texts as pods } from './pods.ja.ts';
import { texts as probes } from './probes.ja.ts';
import { texts as processes } from './running-process.ja.ts';
import { texts as template } from './template.ja.ts';
import { texts as podSecurity } from './pod-security.ja.ts';
import { texts as admissionPolicies } from './admission-policies.ja.ts';
import { texts as crdConversion } from './crd-conversion.ja.ts';
import { texts as injectionAnnotation } from './injection-annotation.ja.ts';
import { texts as staleWebhooks } from './stale-webhooks.ja.ts';
import { texts as webhookCalls } from './webhook-calls.ja.ts';
import { texts as webhookCertificates } from './webhook-certificates.ja.ts';
import { texts as services } from './services.ja.ts';
import { texts as versions } from './versions.ja.ts';

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
