import type { EventRecord } from '#snapshot/kubernetes.ts';
import { ago } from './times.ts';

export interface EventParts {
  readonly kind?: string;
  readonly name: string;
  readonly reason: string;
  readonly message: string;
  readonly type?: 'Normal' | 'Warning';
  readonly container?: string;
  readonly init?: boolean;
  readonly count?: number;
  readonly reporter?: string;
  /** Seconds before `readAt`. */
  readonly firstAgo?: number;
  readonly lastAgo?: number;
}

/** A Warning of the kubelet on a pod, one minute ago, unless told otherwise. */
export function eventOf(namespace: string, parts: EventParts): EventRecord {
  const { kind = 'Pod', container, init = false, count = 1, lastAgo = 60, firstAgo = lastAgo } = parts;
  const path = `spec.${init ? 'initContainers' : 'containers'}{${container ?? ''}}`;
  return {
    type: parts.type ?? 'Warning',
    reason: parts.reason,
    message: parts.message,
    regarding: {
      kind,
      name: parts.name,
      namespace,
      uid: undefined,
      fieldPath: container === undefined ? undefined : path,
    },
    reporter: parts.reporter ?? 'kubelet',
    count,
    firstAt: ago(firstAgo),
    lastAt: ago(lastAgo),
  };
}
