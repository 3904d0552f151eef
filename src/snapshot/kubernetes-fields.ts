import { z } from 'zod';

/**
 * What schemas of Kubernetes objects are made of. Real API servers omit empty arrays or send null for them; both become
 * empty, and a null is as if the field were not there.
 */
export const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
export const text = z.string().nullish().transform(orUndefined);
export const count = z.number().nullish().transform(orUndefined);
export const flag = z.boolean().nullish().transform(orUndefined);
export const dictionary = z
  .record(z.string(), z.string().nullable())
  .nullish()
  .transform((entries) =>
    Object.fromEntries(Object.entries(entries ?? {}).map(([key, value]) => [key, value ?? ''])),
  );
export const optional = <T extends z.ZodType>(inner: T) => inner.nullish().transform(orUndefined);

function orUndefined<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

/** `fieldsV1` stays raw: `mesh/field-writers` reads who set which label and when (kubernetes-api-facts, managedFields). */
const managedFieldsEntry = z.object({
  manager: text,
  operation: text,
  time: text,
  fieldsV1: z.unknown(),
});

export const objectMeta = z.object({
  name: z.string(),
  namespace: text,
  uid: text,
  labels: dictionary,
  annotations: dictionary,
  creationTimestamp: text,
  deletionTimestamp: text,
  ownerReferences: list(z.object({ kind: z.string(), name: z.string(), uid: text })),
  managedFields: list(managedFieldsEntry),
});
