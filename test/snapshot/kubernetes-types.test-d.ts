/**
 * Each field of our schemas of Kubernetes objects is a field of the Kubernetes API, as client-node's types have it. The
 * compiler runs this test: nothing here exists at run time.
 */
import type {
  CoreV1Event,
  EventsV1Event,
  V1APIResourceList,
  V1Deployment,
  V1MutatingWebhookConfiguration,
  V1Namespace,
  V1Node,
  V1Pod,
  V1PodList,
  V1ReplicaSet,
  V1Service,
  V1ValidatingWebhookConfiguration,
  V2HorizontalPodAutoscaler,
  VersionInfo,
} from '@kubernetes/client-node';
import type { z } from 'zod';
import type * as api from '#cluster/api-schemas.ts';
import type { autoscaler } from '#snapshot/autoscaler.ts';
import type { namespaceObject } from '#snapshot/namespace-object.ts';
import type { node } from '#snapshot/node.ts';
import type * as kubernetes from '#snapshot/kubernetes.ts';

/** The paths in `Ours` that `Theirs` does not have, e.g. `.spec.nodename`; never when there are none. */
type Misspelt<Ours, Theirs, Path extends string = ''> = unknown extends Ours
  ? never
  : Ours extends readonly (infer Item)[]
    ? Theirs extends readonly (infer TheirItem)[]
      ? Misspelt<NonNullable<Item>, NonNullable<TheirItem>, `${Path}[]`>
      : Path
    : Ours extends object
      ? string extends keyof Ours
        ? never
        : {
            [Key in keyof Ours & string]: MisspeltField<Key, Ours[Key], Theirs, `${Path}.${Key}`>;
          }[keyof Ours & string]
      : never;

/** client-node puts a `_` before a name that JavaScript reserves, e.g. `_continue`. */
type MisspeltField<Key extends string, Value, Theirs, Path extends string> = Key extends keyof Theirs
  ? Misspelt<NonNullable<Value>, NonNullable<Theirs[Key]>, Path>
  : `_${Key}` extends keyof Theirs
    ? Misspelt<NonNullable<Value>, NonNullable<Theirs[`_${Key}`]>, Path>
    : Path;

type Fields<Schema extends z.ZodType, Theirs> = Misspelt<z.input<Schema>, Theirs>;
type None<Paths extends never> = Paths;

/** A CA bundle is parsed at the source: a snapshot holds its certificates. */
type ParsedBundle = `.webhooks[].clientConfig.caBundle.${string}`;

export type Checked = [
  None<Fields<typeof kubernetes.pod, V1Pod>>,
  None<Fields<typeof kubernetes.deployment, V1Deployment>>,
  None<Fields<typeof kubernetes.replicaSet, V1ReplicaSet>>,
  None<Fields<typeof kubernetes.service, V1Service>>,
  None<Exclude<Fields<typeof kubernetes.webhookConfiguration, V1MutatingWebhookConfiguration>, ParsedBundle>>,
  None<
    Exclude<Fields<typeof kubernetes.webhookConfiguration, V1ValidatingWebhookConfiguration>, ParsedBundle>
  >,
  None<Fields<typeof node, V1Node>>,
  None<Fields<typeof autoscaler, V2HorizontalPodAutoscaler>>,
  None<Fields<typeof namespaceObject, V1Namespace>>,
  None<Fields<typeof kubernetes.metadataOnly, V1Namespace>>,
  None<Fields<typeof kubernetes.serverVersion, VersionInfo>>,
  None<Fields<typeof api.event, CoreV1Event & EventsV1Event>>,
  None<Fields<typeof api.apiResourceList, V1APIResourceList>>,
  None<Fields<typeof api.listPage, V1PodList>>,
];

/** What a misspelt field would say. */
export type Found = [
  // @ts-expect-error .spec.nodename
  None<Misspelt<{ spec: { nodename?: string | null } }, V1Pod>>,
  // @ts-expect-error .status.containerStatuses[].restarts
  None<Misspelt<{ status?: { containerStatuses: { restarts: number }[] | null } }, V1Pod>>,
  // @ts-expect-error .spec.template.spec.volumes[].secret.name
  None<Misspelt<{ spec: { template: { spec: { volumes: { secret: { name: string } }[] } } } }, V1Deployment>>,
  // @ts-expect-error .spec.containers and more: a Pod is no Service
  None<Fields<typeof kubernetes.pod, V1Service>>,
  // @ts-expect-error .status is no list
  None<Misspelt<{ status: string[] }, V1Pod>>,
];
