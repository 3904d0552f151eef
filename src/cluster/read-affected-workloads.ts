import { z } from 'zod';
import { count, list, objectMeta } from '#snapshot/kubernetes-fields.ts';
import { condition } from '#snapshot/kubernetes.ts';
import type { EventRecord } from '#snapshot/kubernetes.ts';
import { workloadKey } from '#snapshot/fact-keys.ts';
import type { Observed } from '#snapshot/observed.ts';
import { pending } from '#snapshot/observed.ts';
import type { WorkloadState } from '#snapshot/workload-state.ts';
import type { OptionalRequests } from './optional-requests.ts';
import { workloadRequest } from './plan.ts';
import type { WorkloadKind } from './plan.ts';
import { readObject } from './read-fact.ts';
import { setCluster } from './room.ts';
import type { Room } from './room.ts';

const maxWorkloads = 5;

/** Whether the workloads that could not create Pods have them by now: those of the latest events, at most five. */
export async function readAffectedWorkloads(
  room: Room,
  failures: readonly EventRecord[],
  optional: OptionalRequests,
): Promise<void> {
  const workloads = optional.take(affected(failures).slice(0, maxWorkloads));
  const keyOf = ({ kind, namespace, name }: Workload): string => workloadKey(kind, namespace, name);
  const set = (facts: Readonly<Record<string, Observed<WorkloadState>>>): void =>
    setCluster(room, { affectedWorkloads: { ...room.board.snapshot.cluster.affectedWorkloads, ...facts } });
  setCluster(room, { affectedWorkloads: Object.fromEntries(workloads.map((one) => [keyOf(one), pending])) });
  await Promise.all(
    workloads.map(async (workload) => {
      const request = workloadRequest(workload.kind, workload.namespace, workload.name);
      const fact = await room.board.track(request.label, () =>
        readObject(request, sentWorkload(workload.kind), room.reading),
      );
      set({ [keyOf(workload)]: fact });
    }),
  );
}

interface Workload {
  readonly kind: WorkloadKind;
  readonly namespace: string;
  readonly name: string;
}

/** Each workload once, the one with the latest event first. */
function affected(failures: readonly EventRecord[]): readonly Workload[] {
  const latest = failures.toSorted((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1));
  const workloads = latest.flatMap(({ regarding: { kind, namespace, name } }) =>
    isWorkload(kind) && namespace !== undefined ? [{ kind, namespace, name }] : [],
  );
  return [...new Map(workloads.map((one) => [workloadKey(one.kind, one.namespace, one.name), one])).values()];
}

function isWorkload(kind: string): kind is WorkloadKind {
  return Object.hasOwn(countsOf, kind);
}

const sentStatus = z.object({
  replicas: count,
  readyReplicas: count,
  desiredNumberScheduled: count,
  currentNumberScheduled: count,
  numberReady: count,
  active: count,
  succeeded: count,
  failed: count,
  ready: count,
  conditions: list(condition),
});
const sentSpec = z.object({ replicas: count, parallelism: count });

type Counts = Pick<WorkloadState, 'desired' | 'created' | 'ready'>;

/** How each kind counts its Pods; a number that is 0 is left out of what is sent. */
const countsOf: Readonly<
  Record<WorkloadKind, (spec: z.infer<typeof sentSpec>, status: z.infer<typeof sentStatus>) => Counts>
> = {
  ReplicaSet: ofReplicas,
  StatefulSet: ofReplicas,
  DaemonSet: (_spec, { desiredNumberScheduled = 0, currentNumberScheduled = 0, numberReady = 0 }) => ({
    desired: desiredNumberScheduled,
    created: currentNumberScheduled,
    ready: numberReady,
  }),
  Job: ({ parallelism = 1 }, { active = 0, succeeded = 0, failed = 0, ready = 0 }) => ({
    desired: parallelism,
    created: active + succeeded + failed,
    ready,
  }),
};

function ofReplicas(
  { replicas: desired = 1 }: z.infer<typeof sentSpec>,
  { replicas: created = 0, readyReplicas: ready = 0 }: z.infer<typeof sentStatus>,
): Counts {
  return { desired, created, ready };
}

function sentWorkload(kind: WorkloadKind) {
  return z
    .object({ metadata: objectMeta, spec: sentSpec, status: sentStatus })
    .transform(({ metadata, spec, status }): WorkloadState => ({
      kind,
      namespace: metadata.namespace ?? '',
      name: metadata.name,
      ...countsOf[kind](spec, status),
      conditions: status.conditions,
      deletionTimestamp: metadata.deletionTimestamp,
    }));
}
