import { X509Certificate } from 'node:crypto';
import type { CaBundle, Certificate } from '#snapshot/client-config.ts';

/** A bundle of the mesh holds one certificate; more than these are somebody's whole trust store. */
const maxCertificates = 10;
/** Of the decoded bundle. */
const maxBytes = 256 * 1024;

const pemCertificate = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** Reads the `caBundle` of a webhook: PEM in base64. What cannot be read is said in it; nothing is thrown. */
export function parseCaBundle(base64: string): CaBundle {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(base64)) return unreadable('not-base64');
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > maxBytes) return unreadable('too-large', `${bytes.length} bytes`);
  const blocks = bytes.toString('latin1').match(pemCertificate) ?? [];
  if (blocks.length === 0) return unreadable('not-pem');
  const parsed = blocks.slice(0, maxCertificates).map(parseCertificate);
  return {
    certificates: parsed.filter((one) => 'subject' in one),
    omitted: Math.max(0, blocks.length - maxCertificates),
    errors: parsed.filter((one) => 'kind' in one),
  };
}

function unreadable(kind: CaBundle['errors'][number]['kind'], message = ''): CaBundle {
  return { certificates: [], omitted: 0, errors: [{ kind, message }] };
}

function parseCertificate(pem: string): Certificate | CaBundle['errors'][number] {
  try {
    const { subject, issuer, serialNumber, validFrom, validTo, fingerprint256, ca } = new X509Certificate(
      pem,
    );
    return {
      subject: distinguishedName(subject),
      issuer: distinguishedName(issuer),
      serialNumber,
      notBefore: rfc3339(validFrom),
      notAfter: rfc3339(validTo),
      sha256: fingerprint256,
      isCa: ca,
    };
  } catch (error) {
    return { kind: 'invalid-certificate', message: error instanceof Error ? error.message : '' };
  }
}

/** OpenSSL puts each part of a name on a line of its own; a certificate without a name has none. */
function distinguishedName(name: string | undefined): string {
  return (name ?? '').trim().split('\n').join(', ');
}

/** From `Nov 23 08:24:04 2026 GMT`, as OpenSSL prints it. */
function rfc3339(time: string): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
