import { listAt, numberAt } from '../field.ts';
import { podsOf } from './cluster.ts';
import { readyAddresses } from './endpoints.ts';
import { plain } from './log-lines.ts';
import { reachesPod, resolvesNames } from './network.ts';
import type { Process, Run } from './run.ts';

const HEADER = plain('  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current');
/** curl tries fifty times, every five seconds and a little (facts §2.4). */
const RETRYING = 300;
const RETRY = 5;

/** The init containers of the mesh: curl asks osm-bootstrap's health, and any answer will do. */
export function startCurl({ cluster, container, pod }: Process): Run {
  const url = [...(container.command ?? []), ...(container.args ?? [])].find((word) =>
    word.startsWith('http'),
  );
  const [, service = '', namespace = '', port = '80'] =
    /^https?:\/\/([^./:]+)\.([^./:]+)[^:/]*(?::(\d+))?/.exec(url ?? '') ?? [];
  if (service === '') return ends('', ['Health OK'], 0);
  const host = /^https?:\/\/([^:/]+)/.exec(url ?? '')?.[1] ?? '';
  const unresolved = `curl: (6) Could not resolve host: ${host}`;
  if (!resolvesNames(cluster, pod)) return ends('dns', [unresolved], 6);
  const found = cluster.store.get('services', namespace, service);
  if (!found) return ends(`service ${service}`, [unresolved], 6);
  const refused = `curl: (7) Failed to connect to ${host} port ${port} after 2 ms: Couldn't connect to server`;
  const isServed = listAt(found, 'spec.ports').some((entry) => numberAt(entry, 'port') === Number(port));
  const [address] = readyAddresses(cluster, namespace, service);
  if (!isServed || !address) return ends(`refused by ${service}`, [refused], 7, RETRYING);
  const target = podsOf(cluster).find(({ metadata }) => metadata.uid === address.uid);
  if (target && !reachesPod(cluster, pod, target, Number(port))) {
    const late = `curl: (28) Failed to connect to ${host} port ${port} after 2002 ms: Timeout was reached`;
    return ends(`no way to ${service}`, [late], 28, RETRYING);
  }
  return ends('', ['Health OK'], 0);
}

function ends(cause: string, lines: readonly string[], exitCode: number, afterSeconds = 1): Run {
  const log = exitCode === 0 ? lines.map(plain) : [HEADER, ...lines.map(plain)];
  const end = {
    afterSeconds,
    exitCode,
    reason: exitCode === 0 ? ('Completed' as const) : ('Error' as const),
  };
  return { cause, log, listens: false, end, ...(afterSeconds === RETRYING && { retrySeconds: RETRY }) };
}
