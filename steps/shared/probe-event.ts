import type { ProbeName } from '#snapshot/probe-call.ts';
import type { EventRecord } from '#snapshot/kubernetes.ts';

/** What a kubelet's Unhealthy event says of a probe. */
export type ProbeEvent = { readonly probe: ProbeName; readonly container: string } & (
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'refused'; readonly port: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'other'; readonly message: string }
);

const head = /^(Liveness|Readiness|Startup) probe (?:failed|errored|warning)\b[^:]*:?\s*/i;
const statusForm = /HTTP probe failed with statuscode: (\d+)/i;
const timeoutForm = /deadline exceeded|Client\.Timeout|timed? ?out|i\/o timeout/i;
const refusedForm = /connection refused/i;

/** facts §7, "Unhealthy message forms"; undefined for any other event. Older kubelets print the URL without quotes. */
export function parseProbeEvent(event: EventRecord): ProbeEvent | undefined {
  const match = head.exec(event.message);
  if (match === null || (event.reason !== 'Unhealthy' && event.reason !== 'ProbeWarning')) return undefined;
  const base = { probe: probeName(match[1] ?? ''), container: containerOf(event) };
  const rest = event.message.slice(match[0].length);
  const status = statusForm.exec(rest)?.[1];
  if (status !== undefined) return { ...base, kind: 'status', status: Number(status) };
  if (refusedForm.test(rest)) return { ...base, kind: 'refused', port: portIn(rest) };
  if (timeoutForm.test(rest)) return { ...base, kind: 'timeout' };
  return { ...base, kind: 'other', message: rest };
}

/** The container that an event is about, from `spec.containers{NAME}`; '' when it is about the whole object. */
export function containerOf({ regarding }: EventRecord): string {
  return /\{([^}]*)\}/.exec(regarding.fieldPath ?? '')?.[1] ?? '';
}

/** Is the event about an init container? */
export function isAboutInit({ regarding }: EventRecord): boolean {
  return regarding.fieldPath?.startsWith('spec.initContainers') ?? false;
}

function probeName(word: string): ProbeName {
  const lower = word.toLowerCase();
  return lower === 'liveness' || lower === 'startup' ? lower : 'readiness';
}

/** From the URL, or from `dial tcp IP:PORT`; an IPv6 address stands in brackets. */
function portIn(text: string): string {
  return /:(\d{1,5})(?:[/"\s]|: )/.exec(text)?.[1] ?? '';
}
