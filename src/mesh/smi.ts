import type { Flavour } from './flavour.ts';
import { valueFor } from './version.ts';

/** A kind that the controller's own probe looks for, and the group version it must be served in (facts §2.3). */
export interface SmiKind {
  readonly kind: string;
  /** e.g. `split.smi-spec.io/v1alpha4` */
  readonly groupVersion: string;
}

/** What the controller's SMI check asks of the API server: one absent kind turns both its probes to 503 (facts §2.3). */
export function requiredSmi(flavour: Flavour, version: string): readonly SmiKind[] {
  return [
    { kind: 'HTTPRouteGroup', groupVersion: 'specs.smi-spec.io/v1alpha4' },
    { kind: 'TCPRoute', groupVersion: 'specs.smi-spec.io/v1alpha4' },
    { kind: 'TrafficTarget', groupVersion: 'access.smi-spec.io/v1alpha3' },
    { kind: 'TrafficSplit', groupVersion: `split.smi-spec.io/${valueFor(flavour.trafficSplit, version)}` },
  ];
}
