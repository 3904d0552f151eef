import type { StatusDetails } from '#demo/answer.ts';

/** Which requests a fault befalls: a part of the path with its query, a pattern for it, or a decision. */
export type FaultTarget =
  string | RegExp | ((request: { readonly url: string; readonly accept: string }) => boolean);

/** What goes wrong. */
export type FaultEffect =
  /** The answer comes late. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** No answer comes, not even a status line. */
  | { readonly kind: 'hang' }
  /** The connection is closed before any answer. */
  | { readonly kind: 'reset' }
  /** The connection is closed when this many bytes of the body were sent. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** The answer ends in the middle as a whole one does: so the API server passes on that a node went away. */
  | { readonly kind: 'end'; readonly afterBytes: number }
  /** The body comes zipped although nobody asked for it, as from some proxies. */
  | { readonly kind: 'zip' }
  /** The body comes in small pieces. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }
  /** An error of the API server, with a Status body. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly reason?: string;
      readonly details?: StatusDetails;
    }
  /** Status 200 and a body that is no JSON. */
  | { readonly kind: 'malformed'; readonly body?: string }
  /** A request with a continue token is answered by 410 and a fresh token. */
  | { readonly kind: 'expire-token' };

export type Fault = FaultEffect & {
  /** Default: every request. */
  readonly on?: FaultTarget;
  /** How often it happens. Default: always. */
  readonly times?: number;
};

/** The faults that a server has at the moment. */
export class Faults {
  #active: { fault: Fault; left: number }[] = [];

  add(...faults: readonly Fault[]): void {
    this.#active.push(...faults.map((fault) => ({ fault, left: fault.times ?? Infinity })));
  }

  clear(): void {
    this.#active = [];
  }

  /** The faults of one request, in the order they were added; those that are counted have happened once more. */
  take(request: { readonly url: string; readonly accept: string }): FaultEffect[] {
    const isPage = new URL(request.url, 'http://demo').searchParams.has('continue');
    const hit = this.#active.filter(
      ({ fault, left }) =>
        left > 0 && isTarget(fault.on, request) && (fault.kind !== 'expire-token' || isPage),
    );
    for (const entry of hit) entry.left -= 1;
    return hit.map(({ fault }) => fault);
  }
}

/** The first fault of a kind. */
export function findFault<Kind extends FaultEffect['kind']>(
  faults: readonly FaultEffect[],
  kind: Kind,
): Extract<FaultEffect, { kind: Kind }> | undefined {
  return faults.find((fault): fault is Extract<FaultEffect, { kind: Kind }> => fault.kind === kind);
}

function isTarget(target: FaultTarget | undefined, request: { url: string; accept: string }): boolean {
  if (target === undefined) return true;
  if (typeof target === 'string') return request.url.includes(target);
  return target instanceof RegExp ? target.test(request.url) : target(request);
}
