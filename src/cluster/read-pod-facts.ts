import pLimit from 'p-limit';
import { chartProbeKey, logKey, probeKey } from '#snapshot/fact-keys.ts';
import type { Pod } from '#snapshot/kubernetes.ts';
import { pending } from '#snapshot/observed.ts';
import { callProbe } from './call-probe.ts';
import { logTargets } from './log-targets.ts';
import { withUsefulLogs } from './pod-phase.ts';
import { markBlockedProbeProxy } from './probe-proxy-blocked.ts';
import { chartTargets, probeTargets } from './probe-targets.ts';
import { readLog } from './read-log.ts';
import { setEntry, setFacts } from './room.ts';
import type { Room } from './room.ts';

/** Long logs must not hold up the others, nor take all connections. */
const parallelLogs = 12;
const parallelProbes = 16;

export async function readProbes(room: Room, namespace: string, pods: readonly Pod[]): Promise<void> {
  if (!room.wants('probes')) return;
  const limit = pLimit(parallelProbes);
  const targets = pods.flatMap((item) =>
    [...probeTargets(item), ...chartTargets(item)].map((target) => ({ ...target, namespace })),
  );
  const keyOf = ({ pod, container, probe, isOfChart }: (typeof targets)[number]): string =>
    isOfChart ? chartProbeKey(pod, container, probe) : probeKey(pod, container, probe);
  setFacts(room, namespace, {
    probes: Object.fromEntries(targets.map((target) => [keyOf(target), pending])),
  });
  await Promise.all(
    targets.map((target) =>
      limit(async () => {
        const label = `probe ${target.pod} ${target.probe}`;
        const fact = await room.board.track(label, () => callProbe(target, room.reading, room.settings));
        setEntry(room, namespace, 'probes', keyOf(target), fact);
      }),
    ),
  );
  const called = room.board.snapshot.namespaces[namespace]?.probes ?? {};
  setFacts(room, namespace, { probes: markBlockedProbeProxy(called) });
}

export async function readLogs(room: Room, namespace: string, pods: readonly Pod[]): Promise<void> {
  if (!room.wants('logs')) return;
  const limit = pLimit(parallelLogs);
  const targets = withUsefulLogs(pods).flatMap((item) =>
    logTargets(item).map((target) => ({ ...target, namespace })),
  );
  const keyOf = ({ pod: name, container, previous }: (typeof targets)[number]): string =>
    logKey(name, container, previous);
  setFacts(room, namespace, { logs: Object.fromEntries(targets.map((target) => [keyOf(target), pending])) });
  await Promise.all(
    targets.map((target) =>
      limit(async () => {
        const label = `log ${target.pod} ${target.container}${target.previous ? ' (previous)' : ''}`;
        const fact = await room.board.track(label, () => readLog(target, room.reading, room.settings));
        setEntry(room, namespace, 'logs', keyOf(target), fact);
      }),
    ),
  );
}
