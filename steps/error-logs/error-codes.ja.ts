import type { ErrorCodeTexts } from '#i18n/types/error-codes.ts';
import { admissionErrors } from './error-codes/admission.ja.ts';
import { certificateErrors } from './error-codes/certificates.ja.ts';
import { policyErrors } from './error-codes/policies.ja.ts';
import { proxyErrors } from './error-codes/proxies.ja.ts';
import { startupErrors } from './error-codes/startup.ja.ts';

/** facts §6, in our own words. */
export const errorCodes = {
  ...startupErrors,
  ...policyErrors,
  ...certificateErrors,
  ...proxyErrors,
  ...admissionErrors,
} satisfies ErrorCodeTexts;
