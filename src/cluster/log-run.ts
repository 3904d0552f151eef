import { containerStatus } from '#mesh/pod-status.ts';
import { pod } from '#snapshot/kubernetes.ts';
import { valueOf } from '#snapshot/observed.ts';
import type { LogTarget } from './log-targets.ts';
import { readList } from './read-fact.ts';
import type { Reading } from './read-fact.ts';

/** How often the container has been started anew by now; undefined when nobody can tell. */
export async function restartsNow(
  { namespace, pod: name, container }: LogTarget,
  reading: Reading,
): Promise<number | undefined> {
  const request = {
    label: `pod ${name}`,
    path: `/api/v1/namespaces/${namespace}/pods?fieldSelector=${encodeURIComponent(`metadata.name=${name}`)}`,
    verb: 'list',
    resource: 'pods',
    group: '',
    namespace,
  } as const;
  const [found] = valueOf(await readList(request, pod, reading)) ?? [];
  return found && containerStatus(found, container)?.restartCount;
}

/** Whether the container was started anew since the target was made of its pod; false when nobody can tell. */
export async function isNewRun(target: LogTarget, reading: Reading): Promise<boolean> {
  const restarts = await restartsNow(target, reading);
  return restarts !== undefined && target.restartCount !== undefined && restarts > target.restartCount;
}
