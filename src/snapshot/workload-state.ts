import { z } from 'zod';
import { list, text } from './kubernetes-fields.ts';
import { condition } from './kubernetes.ts';

/**
 * How far an application workload is, in one shape for ReplicaSets, StatefulSets, DaemonSets and Jobs: it tells whether
 * a failure to create its Pods is over.
 */
export const workloadState = z.object({
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
  /** Pods that it wants to have. */
  desired: z.number(),
  /** Pods that exist; of a Job those too that have ended. */
  created: z.number(),
  ready: z.number(),
  conditions: list(condition),
  deletionTimestamp: text,
});

export type WorkloadState = z.infer<typeof workloadState>;
