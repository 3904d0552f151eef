import { flavours } from '#mesh/flavours.ts';
import type { FlavourId } from '#mesh/identity.ts';
import { type MetadataOnly, metadataOnly } from '#snapshot/kubernetes.ts';

/** A namespace (or CRD) as metadata only. */
export function namespaceOf(
  name: string,
  labels: Record<string, string> = {},
  annotations: Record<string, string> = {},
): MetadataOnly {
  return metadataOnly.parse({ metadata: { name, labels, annotations } });
}

export interface EnrolmentParts {
  /** The raw annotation value; absent: no annotation. */
  readonly injection?: string;
  /** More labels of the namespace. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Who wrote the label, for its managedFields. */
  readonly setBy?: string;
}

/** A namespace that is enrolled in a mesh, as `osm namespace add` leaves it (facts §3.1). */
export function enrolledNamespace(
  name: string,
  mesh: string,
  flavour: FlavourId,
  { injection, labels, setBy }: EnrolmentParts,
): MetadataOnly {
  const { keys } = flavours[flavour];
  const annotations: Record<string, string> = injection === undefined ? {} : { [keys.injection]: injection };
  const namespace = namespaceOf(name, { [keys.monitoredBy]: mesh, ...labels }, annotations);
  if (setBy !== undefined) {
    namespace.metadata.managedFields.push({
      manager: setBy,
      operation: 'Update',
      time: '2026-11-23T08:30:00Z',
      fieldsV1: { 'f:metadata': { 'f:labels': { [`f:${keys.monitoredBy}`]: {} } } },
    });
  }
  return namespace;
}
