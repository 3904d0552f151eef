import type { CauseTexts } from '#i18n/types/causes.ts';
import type { certificateCauses } from './certificates.ts';

export const texts = {
  'ca-secret-broken': {
    headline: ({ secret, errorCode }) =>
      `CA Secret ${secret} cannot be used${errorCode === '' ? '' : ` (${errorCode})`}.`,
    explanation: () =>
      'The controller and the injector need its keys "ca.crt" and "private.key" in PEM format; without them, they exit about 10 s after they start. With tresor, a missing Secret is created again. After any change, restart all three Deployments.',
  },
  'certificate-provider-failing': {
    headline: ({ provider, errorCode }) =>
      `The certificate provider${provider === '' ? '' : ` ${provider}`} does not issue certificates${errorCode === '' ? '' : ` (${errorCode})`}.`,
    explanation: () =>
      'Without it, a starting process exits. The probes of a running process still pass, but its certificates are not renewed. Common causes are an expired root certificate, a sealed Vault, an expired Vault token, or a cert-manager that is not Ready.',
  },
} satisfies Pick<CauseTexts, keyof typeof certificateCauses>;
