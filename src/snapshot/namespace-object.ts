import { z } from 'zod';
import { list, objectMeta, text } from './kubernetes-fields.ts';
import { condition } from './kubernetes.ts';

/**
 * A namespace with what tells whether it can be used: nothing can be created in one that is `Terminating`, and its
 * conditions and finalizers name what keeps it. Snapshots from before these were read hold the metadata alone.
 */
export const namespaceObject = z.object({
  metadata: objectMeta.extend({ finalizers: z.array(z.string()).optional() }),
  spec: z.object({ finalizers: list(z.string()) }).optional(),
  status: z.object({ phase: text, conditions: list(condition) }).optional(),
});

export type NamespaceObject = z.infer<typeof namespaceObject>;
