type Raw = Record<string, unknown>;

/** An object as the API server sends it. */
export type RawPod = Raw & { readonly metadata: Raw & { readonly name: string } };

const second = 1000;
const units: Readonly<Record<string, number>> = { s: second, m: 60 * second, d: 24 * 60 * 60 * second };

/**
 * A Pod from words, one string a part:
 *
 *     'phase=Running' 'reason=Evicted' 'deleted'     of the Pod
 *     'Ready=True' 'PodScheduled=False/SchedulingGated'     a condition, and its reason
 *     'a: running ready restarts=3@10s'     a container, restarted three times, the last time 10 s before `now`
 *     'a: exit=137/OOMKilled signal=9' 'a: waiting=CrashLoopBackOff' 'a: waiting'     states
 *     'a' 'b: -'     a container without a status; a status without a state
 *     'init-1: …' 'side-1: … started' '?x: -'     an init container; a native sidecar; a status that the spec lacks
 */
export function podOf(parts: readonly string[], now: string): RawPod {
  const containers = parts.filter((part) => /^\??[a-z](?:$|:)|^\??(?:init|side)-/.test(part));
  const isInit = (part: string): boolean => /^\??(?:init|side)-/.test(part);
  const specOf = (some: readonly string[]): readonly Raw[] =>
    some
      .filter((part) => !part.startsWith('?'))
      .map((part) => ({ name: nameOf(part), ...(part.startsWith('side-') && { restartPolicy: 'Always' }) }));
  const statusesOf = (some: readonly string[]): readonly Raw[] =>
    some.filter((part) => part.includes(': ')).map((part) => containerStatus(part, now));
  const word = (name: string): string | undefined =>
    parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
  const init = containers.filter(isInit);
  const main = containers.filter((part) => !isInit(part));
  return {
    metadata: { name: 'osm-controller-1', ...(parts.includes('deleted') && { deletionTimestamp: now }) },
    spec: { initContainers: specOf(init), containers: specOf(main) },
    status: {
      phase: word('phase'),
      reason: word('reason'),
      conditions: parts.filter((part) => /^[A-Z]\w+=/.test(part)).map(condition),
      initContainerStatuses: statusesOf(init),
      containerStatuses: statusesOf(main),
    },
  };
}

function nameOf(part: string): string {
  return part.split(':')[0]?.replace('?', '') ?? '';
}

function condition(part: string): Raw {
  const [type, status = '', reason] = part.split(/[=/]/);
  return { type, status, reason };
}

function containerStatus(part: string, now: string): Raw {
  const words = part.split(' ').slice(1);
  const valueOf = (name: string): string | undefined =>
    words.find((word) => word === name || word.startsWith(`${name}=`))?.slice(name.length + 1);
  const [restarts = '0', since] = valueOf('restarts')?.split('@') ?? [];
  const last =
    since && Date.parse(now) - Number.parseInt(since, 10) * (units[since.at(-1) ?? ''] ?? Number.NaN);
  return {
    name: nameOf(part),
    ready: words.includes('ready'),
    started: words.includes('started'),
    restartCount: Number(restarts),
    ...(last && { lastState: { terminated: { exitCode: 1, finishedAt: new Date(last).toISOString() } } }),
    state: stateOf(valueOf, words),
  };
}

function stateOf(valueOf: (name: string) => string | undefined, words: readonly string[]): Raw | undefined {
  if (words.includes('running')) return { running: { startedAt: '2026-11-23T08:00:00Z' } };
  const waiting = valueOf('waiting');
  if (waiting !== undefined) return { waiting: waiting === '' ? {} : { reason: waiting } };
  const exit = valueOf('exit')?.split('/');
  if (exit === undefined) return undefined;
  return {
    terminated: { exitCode: Number(exit[0]), reason: exit[1], signal: Number(valueOf('signal') ?? 0) },
  };
}
