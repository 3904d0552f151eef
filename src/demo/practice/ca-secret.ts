import { createPrivateKey, X509Certificate } from 'node:crypto';
import { zerolog } from './log-lines.ts';
import type { LogLine } from './log-lines.ts';

/**
 * What the certificate provider logs about a CA Secret that it cannot use (line 9 of the log shapes); undefined for one that it can.
 * @param data The Secret's data, in Base64.
 * @param secret Namespace and name.
 */
export function caSecretFault(
  data: Readonly<Record<string, string>>,
  secret: string,
): readonly LogLine[] | undefined {
  const mrc = (error: string): LogLine =>
    zerolog('error', 'error encountered processing MRCEvent', {
      component: 'certificate',
      error,
      file: 'manager.go:97',
    });
  for (const [key, error_code] of [
    ['ca.crt', 'E4001'],
    ['private.key', 'E4002'],
  ] as const) {
    if (data[key]) continue;
    const message = `Opaque k8s secret ${secret} does not have required field "${key}"`;
    return [
      zerolog('error', message, { error: 'invalid secret for certificate', error_code }),
      mrc('invalid secret for certificate'),
    ];
  }
  try {
    const certificate = new X509Certificate(Buffer.from(data['ca.crt'] ?? '', 'base64'));
    createPrivateKey(Buffer.from(data['private.key'] ?? '', 'base64'));
    if (Date.parse(certificate.validTo) > Date.now()) return undefined;
    return [mrc('certificate has expired')];
  } catch {
    return [
      zerolog('error', 'Failed to create new Certificate from PEM', {
        component: 'certificate/provider',
        error: 'no certificate in PEM',
        file: 'config.go:141',
      }),
      mrc('no certificate in PEM'),
    ];
  }
}
