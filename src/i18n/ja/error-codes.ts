import type { ErrorCodeTexts } from '../types/error-codes.ts';
import { admissionErrors } from './error-codes/admission.ts';
import { certificateErrors } from './error-codes/certificates.ts';
import { policyErrors } from './error-codes/policies.ts';
import { proxyErrors } from './error-codes/proxies.ts';
import { startupErrors } from './error-codes/startup.ts';

/** facts §6, in our own words. */
export const errorCodes = {
  ...startupErrors,
  ...policyErrors,
  ...certificateErrors,
  ...proxyErrors,
  ...admissionErrors,
} satisfies ErrorCodeTexts;
