import { at, listAt, mapAt, numberAt, textAt } from './field.ts';
import { ageOf } from './human-duration.ts';
import type { KubeObject } from './scenario.ts';

/** `a,b` of the field `field` of the containers in a pod template. */
export function containerFields(object: KubeObject, field: string): string {
  return listAt(object, 'spec.template.spec.containers')
    .map((container) => textAt(container, field))
    .join(',');
}

/** `app=x,tier in (a,b)` of a LabelSelector at a path. */
export function labelSelector(object: KubeObject, path: string): string {
  const selector = at(object, path);
  const equalities = Object.entries(mapAt(selector, 'matchLabels')).map(([key, value]) => `${key}=${value}`);
  const expressions = listAt(selector, 'matchExpressions').map((expression) => {
    const key = textAt(expression, 'key');
    const values = listAt(expression, 'values').join(',');
    const texts: Record<string, string> = { Exists: key, DoesNotExist: `!${key}` };
    const operator = textAt(expression, 'operator');
    return texts[operator] ?? `${key} ${operator.toLowerCase()} (${values})`;
  });
  return [...equalities, ...expressions].toSorted().join(',') || '<none>';
}

export function servicePorts(service: KubeObject): string {
  const ports = listAt(service, 'spec.ports').map((port) => {
    const nodePort = numberAt(port, 'nodePort');
    return `${numberAt(port, 'port')}${nodePort === 0 ? '' : `:${nodePort}`}/${textAt(port, 'protocol')}`;
  });
  return ports.join(',') || '<none>';
}

export function serviceExternalIp(service: KubeObject): string {
  const external = listAt(service, 'spec.externalIPs').join(',');
  switch (textAt(service, 'spec.type')) {
    case 'ExternalName':
      return textAt(service, 'spec.externalName');
    case 'LoadBalancer': {
      const ingress = listAt(service, 'status.loadBalancer.ingress').map(
        (to) => textAt(to, 'ip') || textAt(to, 'hostname'),
      );
      return [...ingress, external].filter((address) => address !== '').join(',') || '<pending>';
    }
    default:
      return external || '<none>';
  }
}

export function selectorMap(service: KubeObject): string {
  const pairs = Object.entries(mapAt(service, 'spec.selector')).map(([key, value]) => `${key}=${value}`);
  return pairs.toSorted().join(',') || '<none>';
}

/** `Ready,SchedulingDisabled`; follows `printNode`. */
export function nodeStatus(node: KubeObject): string {
  const ready = listAt(node, 'status.conditions').find((condition) => textAt(condition, 'type') === 'Ready');
  const status = ready === undefined ? 'Unknown' : textAt(ready, 'status') === 'True' ? 'Ready' : 'NotReady';
  return at(node, 'spec.unschedulable') === true ? `${status},SchedulingDisabled` : status;
}

const SHOWN_ENDPOINTS = 3;

/** `ip:port,…`, the first three; '' when only addresses that are not ready are left, as with the real server. */
export function endpointAddresses(endpoints: KubeObject): string {
  const subsets = listAt(endpoints, 'subsets');
  if (subsets.length === 0) return '<none>';
  const all = subsets.flatMap((subset) => {
    const addresses = listAt(subset, 'addresses').map((address) => textAt(address, 'ip'));
    const ports = listAt(subset, 'ports').map((port) => `:${numberAt(port, 'port')}`);
    return (ports.length === 0 ? [''] : ports).flatMap((port) => addresses.map((ip) => `${ip}${port}`));
  });
  const shown = all.slice(0, SHOWN_ENDPOINTS).join(',');
  return all.length > SHOWN_ENDPOINTS ? `${shown} + ${all.length - SHOWN_ENDPOINTS} more...` : shown;
}

/** The cells of an event's row; follows `printEvent`. */
export function eventCells(event: KubeObject, now: number): unknown[] {
  const time = (path: string): string => ageOf(at(event, path) ?? undefined, now);
  const eventTime = textAt(event, 'eventTime');
  const first = textAt(event, 'firstTimestamp') ? time('firstTimestamp') : ageOf(eventTime || undefined, now);
  const series = at(event, 'series');
  const hasSeries = typeof series === 'object' && series !== null;
  const last = hasSeries
    ? time('series.lastObservedTime')
    : textAt(event, 'lastTimestamp')
      ? time('lastTimestamp')
      : first;
  const count = numberAt(event, hasSeries ? 'series.count' : 'count');
  const component = textAt(event, 'source.component') || textAt(event, 'reportingComponent');
  const instance = textAt(event, 'source.host') || textAt(event, 'reportingInstance');
  const kind = textAt(event, 'involvedObject.kind').toLowerCase();
  const name = textAt(event, 'involvedObject.name');
  return [
    last,
    textAt(event, 'type'),
    textAt(event, 'reason'),
    name === '' ? kind : `${kind}/${name}`,
    textAt(event, 'involvedObject.fieldPath'),
    instance === '' ? component : `${component}, ${instance}`,
    textAt(event, 'message').trim(),
    first,
    count === 0 ? 1 : count,
    event.metadata.name,
  ];
}
