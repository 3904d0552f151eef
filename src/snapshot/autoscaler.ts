import { z } from 'zod';
import { count, list, objectMeta, text } from './kubernetes-fields.ts';
import { condition } from './kubernetes.ts';

/** A HorizontalPodAutoscaler (autoscaling/v2). */
export const autoscaler = z.object({
  metadata: objectMeta,
  spec: z.object({
    scaleTargetRef: z.object({ kind: z.string(), name: z.string() }),
    minReplicas: count,
    maxReplicas: count,
  }),
  status: z.object({
    currentReplicas: count,
    desiredReplicas: count,
    lastScaleTime: text,
    conditions: list(condition),
  }),
});

export type Autoscaler = z.infer<typeof autoscaler>;
