import type { Flavour } from './flavour.ts';
import type { Role } from './identity.ts';
import { isBefore, valueFor } from './version.ts';

/** Where a probe of a main container goes. */
export interface ProbeEndpoint {
  readonly scheme: 'http' | 'https';
  readonly port: number;
  readonly path: string;
}

/**
 * What the chart of that version has as the probe of a component's main container (facts §2.1). The ports are fixed in the
 * program, so a probe that goes elsewhere was edited. Only to be compared with: probes are read from the pods.
 */
export function chartProbe(
  role: Role,
  probe: 'liveness' | 'readiness',
  flavour: Flavour,
  version: string,
): ProbeEndpoint {
  switch (role) {
    case 'controller':
      return { scheme: 'http', port: 9091, path: probe === 'liveness' ? '/health/alive' : '/health/ready' };
    case 'injector':
      return flavour.family === 'osm' && isBefore(version, '1.2.0')
        ? { scheme: 'https', port: 9090, path: '/healthz' }
        : { scheme: 'http', port: 9091, path: '/healthz' };
    case 'bootstrap':
      return { scheme: 'http', port: valueFor(flavour.bootstrapPort, version), path: '/healthz' };
    default:
      return role satisfies never;
  }
}

/** Do two endpoints differ? */
export function differs(a: ProbeEndpoint, b: ProbeEndpoint): boolean {
  return a.scheme !== b.scheme || a.port !== b.port || a.path !== b.path;
}
