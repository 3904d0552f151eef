import type { ErrorCodeTexts } from '#i18n/types/error-codes.ts';
import { admissionErrors } from './error-codes/admission.en.ts';
import { certificateErrors } from './error-codes/certificates.en.ts';
import { policyErrors } from './error-codes/policies.en.ts';
import { proxyErrors } from './error-codes/proxies.en.ts';
import { startupErrors } from './error-codes/startup.en.ts';

/** facts §6, in our own words. */
export const errorCodes = {
  ...startupErrors,
  ...policyErrors,
  ...certificateErrors,
  ...proxyErrors,
  ...admissionErrors,
} satisfies ErrorCodeTexts;
