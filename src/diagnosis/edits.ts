import { controlPlaneApps } from '#mesh/control-plane.ts';
import {
  autoscalerEdits,
  deploymentEdits,
  type FieldEdit,
  meshConfigEdits,
  webhookEdits,
} from '#mesh/field-edits.ts';
import { flavourOf } from '#mesh/flavours.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import type { MeshFacts } from '#mesh/mesh-facts.ts';
import type { ObjectMeta } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import { workloadOf } from './finding-pattern.ts';
import type { Subject } from './subject.ts';

/** Fields of one object that one manager wrote last at one time, after the object was there. */
export interface Edit {
  /** RFC 3339 */
  readonly at: string;
  /** e.g. `kubectl-edit` (kubernetes-api-facts, managedFields) */
  readonly manager: string;
  readonly subject: Subject;
  /** e.g. `osm-controller: image`; the name of the container or webhook stands before its field. */
  readonly fields: readonly string[];
}

/** Seconds after its creation in which an object is still being made, e.g. by an installation. */
const creationSeconds = 60;

/** Controllers and the mesh itself write their fields over and over: nobody's edit. */
const ownManagers: ReadonlySet<string> = new Set(['kube-controller-manager', ...controlPlaneApps]);

/** What somebody changed about the control plane's objects, oldest first; only where managedFields were read. */
export function editsOf(facts: MeshFacts, mesh: MeshIdentity): readonly Edit[] {
  const { apps, mutatingWebhook, validatingWebhook } = flavourOf(mesh);
  const own = new Set(Object.values(apps));
  const named = (prefix: string) => (item: { readonly metadata: ObjectMeta }) =>
    item.metadata.name === `${prefix}${mesh.name}`;
  const config = valueOf(facts.meshConfig);
  return [
    ...(valueOf(facts.deployments) ?? [])
      .filter(({ metadata }) => metadata.namespace === mesh.namespace && own.has(metadata.name))
      .flatMap((item) => grouped('Deployment', item.metadata, deploymentEdits(item), item.metadata.name)),
    ...(valueOf(facts.mutatingWebhooks) ?? [])
      .filter(named(mutatingWebhook.prefix))
      .flatMap((item) => grouped('MutatingWebhookConfiguration', item.metadata, webhookEdits(item))),
    ...(valueOf(facts.validatingWebhooks) ?? [])
      .filter(named(validatingWebhook.prefix))
      .flatMap((item) => grouped('ValidatingWebhookConfiguration', item.metadata, webhookEdits(item))),
    ...(config === undefined ? [] : grouped('MeshConfig', config.metadata, meshConfigEdits(config))),
    ...(valueOf(facts.autoscalers) ?? [])
      .filter(({ spec }) => own.has(spec.scaleTargetRef.name))
      .flatMap((item) =>
        grouped(
          'HorizontalPodAutoscaler',
          item.metadata,
          autoscalerEdits(item),
          item.spec.scaleTargetRef.name,
        ),
      ),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.subject.name < b.subject.name ? -1 : 1));

  function grouped(
    kind: Subject['kind'],
    metadata: ObjectMeta,
    edits: readonly FieldEdit[],
    workload?: string,
  ): readonly Edit[] {
    const subject = {
      mesh: mesh.name,
      kind,
      name: metadata.name,
      ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
      ...(workload === undefined ? {} : { workload }),
    };
    const late = edits.filter(
      ({ writer }) => isLater(writer.at, metadata) && !ownManagers.has(writer.manager),
    );
    const groups = new Map<string, Edit>();
    for (const { field, part, writer } of late) {
      const key = `${writer.at}|${writer.manager}`;
      const fields = [...(groups.get(key)?.fields ?? []), part === '' ? field : `${part}: ${field}`];
      groups.set(key, { at: writer.at, manager: writer.manager, subject, fields });
    }
    return [...groups.values()];
  }
}

function isLater(at: string, { creationTimestamp }: ObjectMeta): boolean {
  const seconds = (Date.parse(at) - Date.parse(creationTimestamp ?? '')) / 1000;
  return seconds > creationSeconds;
}

/** How long before a failure a change still counts as the one that came before it. */
const windowSeconds = 3600;

/**
 * The last edit in the hour before a failure began, of an object that bears on it: the Deployment or autoscaler of one of its
 * workloads, else what concerns the whole mesh.
 */
export function lastEditBefore(
  since: string | undefined,
  subjects: readonly Subject[],
  edits: readonly Edit[],
): Edit | undefined {
  const start = Date.parse(since ?? '');
  const recent = edits.filter(({ at }) => {
    const seconds = (start - Date.parse(at)) / 1000;
    return seconds >= 0 && seconds <= windowSeconds;
  });
  const workloads = new Set(subjects.map(workloadOf));
  const own = recent.filter(
    ({ subject }) => subject.workload !== undefined && workloads.has(subject.workload),
  );
  return own.at(-1) ?? recent.findLast(({ subject }) => subject.workload === undefined);
}
