import type { Flavour } from './flavour.ts';
import { flavourList } from './flavours.ts';

/** What an answer of a probe's endpoint means; the same words as `diagnosis/details` (facts §2.2–2.4). */
export type ProbeMeaning =
  | 'controller-alive'
  | 'controller-ready'
  | 'injector'
  | 'bootstrap'
  | 'repo-server'
  | 'rewritten-by-injection'
  | 'other';

const bodies: ReadonlyMap<string, string> = new Map([
  ['/health/alive', 'Service is alive'],
  ['/health/ready', 'Service is ready'],
  ['/healthz', 'Health OK'],
]);

/** The body of a 200 by path (facts §2.2); '' where it is not fixed, as for the repo server's own page. */
export function expectedBody(path: string): string {
  return bodies.get(path.replace(/[?#].*$/, '')) ?? '';
}

/**
 * The sub-probe that a failing answer names: `pipy-Repo`, `ADS` or `SMI`, or in v1.1 the URL of the validator
 * (facts §2.2). The log's warn line of component `health` has the same text. '' when it names none.
 */
export function subProbeOf(body: string): string {
  const byFunction = /\b(?:Liveness|Readiness) probe for (.+?) indicates it is not (?:alive|ready)\b/.exec(
    body,
  );
  const byUrl = /\b(?:Liveness|Readiness) probe failed for URL (\S+?):?(?:\s|$)/.exec(body);
  return byFunction?.[1] ?? byUrl?.[1] ?? '';
}

/** Which question the kubelet asks with this probe of a control-plane pod. `port` as in the spec, number or name. */
export function probeMeaning(
  container: string,
  path: string,
  port: number | string,
  flavour: Flavour,
): ProbeMeaning {
  if (isRewritten(path, port)) return 'rewritten-by-injection';
  if (container === flavour.repoContainer) return 'repo-server';
  const { controller, injector, bootstrap } = flavour.mainContainer;
  if (container === controller && path === '/health/alive') return 'controller-alive';
  if (container === controller && path === '/health/ready') return 'controller-ready';
  if (container === injector && path === '/healthz') return 'injector';
  if (container === bootstrap && path === '/healthz') return 'bootstrap';
  return 'other';
}

/** Was the probe redirected to a sidecar by an injector of any flavour (facts §1.3, "rewritten probes")? */
export function isRewritten(path: string, port: number | string): boolean {
  return flavourList.some(
    ({ rewrittenProbePorts, rewrittenProbePaths }) =>
      rewrittenProbePorts.includes(Number(port)) || rewrittenProbePaths.includes(path),
  );
}
