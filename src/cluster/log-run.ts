import { pod } from '#snapshot/kubernetes.ts';
import type { ContainerStatus, Pod } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import type { LogTarget } from './log-targets.ts';
import { readList } from './read-fact.ts';
import type { Reading } from './read-fact.ts';

export function statusOfContainer({ status }: Pod, container: string): ContainerStatus | undefined {
  return [...status.initContainerStatuses, ...status.containerStatuses].find(
    ({ name }) => name === container,
  );
}

/** Whether the container was started anew since the target was made of its pod; false when nobody can tell. */
export async function isNewRun(
  { namespace, pod: name, container, restartCount }: LogTarget,
  reading: Reading,
): Promise<boolean> {
  const request = {
    label: `pod ${name}`,
    path: `/api/v1/namespaces/${namespace}/pods?fieldSelector=${encodeURIComponent(`metadata.name=${name}`)}`,
    verb: 'list',
    resource: 'pods',
    group: '',
    namespace,
  } as const;
  const [found] = valueOf(await readList(request, pod, reading)) ?? [];
  const status = found && statusOfContainer(found, container);
  return status !== undefined && restartCount !== undefined && status.restartCount > restartCount;
}
