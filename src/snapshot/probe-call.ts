import { z } from 'zod';

export const probeKinds = ['startup', 'liveness', 'readiness'] as const;

/** A probe of a container, by its kind. */
export type ProbeName = (typeof probeKinds)[number];

/**
 * What one call of a probe's endpoint through pods/proxy gave (design, step 0):
 * - `answered`: the pod's own HTTP answer, whatever its status
 * - `refused`: nothing listens on that port of the pod
 * - `no-answer`: nothing came within the probe's timeoutSeconds
 * - `proxy-failed`: the API server could not carry the call; it says nothing about the pod
 */
export const probeAttempt = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answered'),
    at: z.string(),
    status: z.number(),
    body: z.string(),
    latencyMs: z.number(),
  }),
  z.object({ kind: z.literal('refused'), at: z.string(), message: z.string() }),
  z.object({ kind: z.literal('no-answer'), at: z.string(), afterSeconds: z.number() }),
  z.object({
    kind: z.literal('proxy-failed'),
    at: z.string(),
    status: z.number().optional(),
    message: z.string(),
  }),
]);

/** All attempts of one probe of one container; a failing call is repeated failureThreshold times, 1 s apart. */
export const probeCall = z.object({
  pod: z.string(),
  container: z.string(),
  probe: z.enum(probeKinds),
  scheme: z.enum(['http', 'https']),
  port: z.number(),
  path: z.string(),
  attempts: z.array(probeAttempt).min(1),
});

export type ProbeKind = (typeof probeKinds)[number];
export type ProbeAttempt = z.infer<typeof probeAttempt>;
export type ProbeCall = z.infer<typeof probeCall>;
