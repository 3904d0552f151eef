import { z } from 'zod';
import { count, list, optional, text } from './kubernetes-fields.ts';

/** A certificate as far as it is public and bears on trust. */
const certificate = z.object({
  /** `CN=osm-ca.openservicemesh.io, O=Open Service Mesh`; '' when it names nobody. */
  subject: z.string(),
  issuer: z.string(),
  /** Hexadecimal. */
  serialNumber: z.string(),
  /** RFC 3339 UTC. */
  notBefore: z.string(),
  /** RFC 3339 UTC. */
  notAfter: z.string(),
  /** SHA-256 fingerprint, `AB:CD:…`. Two bundles with the same fingerprints hold the same certificates. */
  sha256: z.string(),
  isCa: z.boolean(),
});

/** Whom the API server trusts when it calls a webhook. The bundle itself is not kept. */
export const caBundle = z.object({
  certificates: list(certificate),
  /** How many more certificates are in it than were looked at. */
  omitted: z.number(),
  /** What is in it and is no certificate. */
  errors: list(
    z.object({
      kind: z.enum(['not-base64', 'not-pem', 'invalid-certificate', 'too-large']),
      /** The words of the parser; may be empty. */
      message: z.string(),
    }),
  ),
});

/** How the API server reaches a webhook: an admission webhook, or the conversion webhook of a CRD. */
export const clientConfig = z.object({
  url: text,
  service: optional(z.object({ namespace: z.string(), name: z.string(), path: text, port: count })),
  /** Absent when the API server takes the roots of its system, and in snapshots from before it was read. */
  caBundle: caBundle.optional(),
});

export type Certificate = z.infer<typeof certificate>;
export type CaBundle = z.infer<typeof caBundle>;
export type ClientConfig = z.infer<typeof clientConfig>;
