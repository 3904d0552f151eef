import { z } from 'zod';
import { dictionary, flag, list, objectMeta, optional, text } from './kubernetes-fields.ts';
import { condition } from './kubernetes.ts';

/** A node that a control-plane Pod is on. */
export const node = z.object({
  metadata: objectMeta,
  spec: z.object({
    /** Cordoned. */
    unschedulable: flag,
    taints: list(z.object({ key: z.string(), value: text, effect: text, timeAdded: text })),
  }),
  status: z.object({
    conditions: list(condition),
    allocatable: dictionary,
    nodeInfo: optional(
      z.object({
        architecture: text,
        operatingSystem: text,
        osImage: text,
        kernelVersion: text,
        kubeletVersion: text,
        containerRuntimeVersion: text,
      }),
    ),
  }),
});

export type Node = z.infer<typeof node>;
