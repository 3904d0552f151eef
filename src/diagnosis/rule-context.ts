import { flavourOf, type Flavour } from '#mesh/flavours.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import type { MeshFacts } from '#mesh/mesh-facts.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type Edit, editsOf } from './edits.ts';
import type { Finding } from './finding.ts';

/** All that a cause rule may look at: what the steps found, and the facts for the checks before a remedy. */
export interface RuleContext {
  readonly mesh: MeshIdentity;
  readonly meshes: readonly MeshIdentity[];
  readonly flavour: Flavour;
  readonly source: Snapshot['source'];
  readonly facts: MeshFacts;
  readonly findings: readonly Finding[];
  /** What was changed about the control plane's objects, oldest first. */
  readonly edits: readonly Edit[];
  /** What is known of every namespace that was read: webhooks of one mesh may be served from another's. */
  readonly backends: Snapshot['namespaces'];
}

/** The context of one mesh. */
export function ruleContextOf(parts: Omit<RuleContext, 'flavour' | 'edits'>): RuleContext {
  return { ...parts, flavour: flavourOf(parts.mesh), edits: editsOf(parts.facts, parts.mesh) };
}
