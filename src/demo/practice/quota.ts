import { listAt, mapAt, textAt } from '../field.ts';
import { bytesOrCores } from '../quantity.ts';
import type { KubeObject } from '../scenario.ts';
import { podsOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { isOver } from './objects.ts';
import type { Pod } from './objects.ts';

/** Why the quotas of the namespace do not let a Pod in; undefined when they do. */
export function quotaViolation(cluster: Cluster, pod: Pod): string | undefined {
  const { namespace } = pod.metadata;
  const quotas = cluster.store
    .list('resourcequotas')
    .filter((quota) => quota.metadata.namespace === namespace);
  const concerned = quotas.filter((quota) => isInScope(quota, pod));
  const { priorityClassName: priority } = pod.spec;
  const isLimited = priority !== undefined && cluster.world.limitedPriorityClasses?.includes(priority);
  if (
    isLimited &&
    !concerned.some((quota) => listAt(quota, 'spec.scopeSelector.matchExpressions').length > 0)
  ) {
    return `insufficient quota to match these scopes: [{PriorityClass In [${cluster.world.limitedPriorityClasses?.join(' ')}]}]`;
  }
  for (const quota of concerned) {
    const why = exceeds(cluster, quota, pod);
    if (why !== undefined) return why;
  }
  return undefined;
}

function isInScope(quota: KubeObject, { spec }: Pod): boolean {
  return listAt(quota, 'spec.scopeSelector.matchExpressions').every((scope) => {
    if (textAt(scope, 'scopeName') !== 'PriorityClass') return true;
    const values = listAt(scope, 'values');
    const priority = spec.priorityClassName ?? '';
    switch (textAt(scope, 'operator')) {
      case 'In':
        return values.includes(priority);
      case 'NotIn':
        return !values.includes(priority);
      case 'Exists':
        return priority !== '';
      default:
        return priority === '';
    }
  });
}

function exceeds(cluster: Cluster, quota: KubeObject, pod: Pod): string | undefined {
  const hard = mapAt(quota, 'spec.hard');
  const others = podsOf(cluster).filter(
    (other) =>
      other.metadata.namespace === pod.metadata.namespace && !isOver(other) && isInScope(quota, other),
  );
  const over = Object.entries(hard).flatMap(([resource, limit]) => {
    const requested = amount(pod, resource);
    if (requested === undefined) return [];
    const used = others.reduce((sum, other) => sum + (amount(other, resource) ?? 0), 0);
    const isWithin = used + requested <= bytesOrCores(limit);
    return isWithin ? [] : [{ resource, requested: String(requested), used: String(used), limit }];
  });
  if (over.length === 0) return undefined;
  const listed = (field: 'requested' | 'used' | 'limit'): string =>
    over.map((entry) => `${entry.resource}=${entry[field]}`).join(',');
  return `exceeded quota: ${quota.metadata.name}, requested: ${listed('requested')}, used: ${listed('used')}, limited: ${listed('limit')}`;
}

/** How much of a quota's resource a Pod takes; undefined for resources that are not counted here. */
function amount({ spec }: Pod, resource: string): number | undefined {
  if (resource === 'pods' || resource === 'count/pods') return 1;
  const [, kind = '', name = ''] = /^(?:(requests|limits)\.)?(cpu|memory)$/.exec(resource) ?? [];
  if (name === '') return undefined;
  const field = kind === 'limits' ? 'limits' : 'requests';
  return spec.containers.reduce(
    (sum, { resources }) => sum + (bytesOrCores(resources?.[field]?.[name]) || 0),
    0,
  );
}

/** Why the LimitRanges of the namespace do not let a Pod in; undefined when they do. */
export function limitRangeViolation(cluster: Cluster, { metadata, spec }: Pod): string | undefined {
  const ranges = cluster.store
    .list('limitranges')
    .filter((range) => range.metadata.namespace === metadata.namespace);
  for (const limit of ranges.flatMap((range) => listAt(range, 'spec.limits'))) {
    if (textAt(limit, 'type') !== 'Container') continue;
    for (const [resource, most] of Object.entries(mapAt(limit, 'max'))) {
      for (const { resources } of spec.containers) {
        const wanted = resources?.limits?.[resource];
        if (wanted === undefined || bytesOrCores(wanted) > bytesOrCores(most)) {
          const found = wanted === undefined ? 'No limit is specified' : `but limit is ${wanted}`;
          return `maximum ${resource} usage per Container is ${most}, ${found}`;
        }
      }
    }
  }
  return undefined;
}
