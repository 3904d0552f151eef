import { z } from 'zod';
import { clientConfig } from './client-config.ts';
import { flag, list, objectMeta, optional, text } from './kubernetes-fields.ts';
import { condition } from './kubernetes.ts';

/** A CRD; what is sent and what is kept differ in the client configuration of its conversion webhook alone. */
export const customResourceDefinitionWith = <T extends z.ZodType>(config: T) =>
  z.object({
    metadata: objectMeta,
    spec: z
      .object({
        group: z.string(),
        names: z.object({ kind: z.string(), plural: text }),
        versions: list(z.object({ name: z.string(), served: flag, storage: flag })),
        conversion: optional(
          z.object({
            /** `None` or `Webhook`. */
            strategy: text,
            webhook: optional(z.object({ clientConfig: optional(config) })),
          }),
        ),
      })
      .optional(),
    status: z.object({ conditions: list(condition), storedVersions: list(z.string()) }).optional(),
  });

/**
 * A CRD without its schemas: which versions it serves, and who converts between them. Snapshots from before these were
 * read hold the metadata alone.
 */
export const customResourceDefinition = customResourceDefinitionWith(clientConfig);

export type CustomResourceDefinition = z.infer<typeof customResourceDefinition>;
