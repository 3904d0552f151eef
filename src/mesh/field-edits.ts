import type { Autoscaler } from '#snapshot/autoscaler.ts';
import type { Deployment, MeshConfig, ObjectMeta, WebhookConfiguration } from '#snapshot/kubernetes.ts';
import { type FieldPath, type FieldWriter, writerOfField } from './field-writers.ts';

const containerFields = [
  'image',
  'command',
  'args',
  'resources',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
] as const;
const webhookFields = [
  'clientConfig',
  'failurePolicy',
  'namespaceSelector',
  'objectSelector',
  'timeoutSeconds',
] as const;
const autoscalerFields = ['minReplicas', 'maxReplicas'] as const;

/** Fields whose change may break a control plane. */
export type EditedField =
  | (typeof containerFields)[number]
  | (typeof webhookFields)[number]
  | (typeof autoscalerFields)[number]
  | 'replicas'
  | 'spec';

/** Who wrote such a field of an object last. */
export interface FieldEdit {
  readonly field: EditedField;
  /** The container or webhook that it belongs to; '' for a field of the object itself. */
  readonly part: string;
  readonly writer: FieldWriter;
}

/** Of the pod template's containers, and the number of replicas. */
export function deploymentEdits({ metadata, spec }: Deployment): readonly FieldEdit[] {
  const template = ['spec', 'template', 'spec'];
  return [
    ...editsOf(metadata, '', ['spec'], ['replicas']),
    ...spec.template.spec.containers.flatMap(({ name }) =>
      editsOf(metadata, name, [...template, 'containers', { name }], containerFields),
    ),
  ];
}

export function webhookEdits({ metadata, webhooks }: WebhookConfiguration): readonly FieldEdit[] {
  return webhooks.flatMap(({ name }) => editsOf(metadata, name, ['webhooks', { name }], webhookFields));
}

export function meshConfigEdits({ metadata }: MeshConfig): readonly FieldEdit[] {
  return editsOf(metadata, '', [], ['spec']);
}

export function autoscalerEdits({ metadata }: Autoscaler): readonly FieldEdit[] {
  return editsOf(metadata, '', ['spec'], autoscalerFields);
}

function editsOf(
  metadata: ObjectMeta,
  part: string,
  parent: FieldPath,
  fields: readonly EditedField[],
): readonly FieldEdit[] {
  return fields.flatMap((field) => {
    const writer = writerOfField(metadata, [...parent, field]);
    return writer === undefined ? [] : [{ field, part, writer }];
  });
}
