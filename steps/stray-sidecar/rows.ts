import type { GuideCommands } from '#diagnosis/guide-commands.ts';

export interface ContainerRow {
  readonly pod: string;
  readonly container: string;
  readonly init: boolean;
  readonly image: string;
  readonly verdict: 'expected' | 'repo-server' | 'sidecar' | 'other-product' | 'pipy-unknown' | 'unexpected';
  readonly marks: readonly string[];
}

/** The guide's `osm mesh list` table, built from the API. */
export interface MeshRow {
  readonly name: string;
  readonly namespace: string;
  readonly controllerPods: readonly string[];
  readonly version: string;
  /** e.g. `TrafficSplit:split.smi-spec.io/v1alpha4`; empty when unknown. */
  readonly smi: readonly string[];
}

/** The guide's `osm namespace list` table, built from the API. */
export interface NamespaceRow {
  readonly namespace: string;
  readonly mesh: string;
  /** As the CLI prints it: raw annotation value, `-`, or `disabled (ignored)` (facts 0.8). */
  readonly injection: string;
  readonly controlPlane: boolean;
  readonly setBy: string;
  readonly setAt: string;
}

export interface SidecarDetail extends GuideCommands {
  readonly containers: readonly ContainerRow[];
  readonly meshes: readonly MeshRow[];
  readonly namespaces: readonly NamespaceRow[];
}
