import { flavourList } from '#mesh/flavours.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { hasReadyReplica, replicasOf } from '#steps/shared/replicas.ts';
import { appOf } from './common.ts';

/** Does the init container wait for the bootstrap? Others (FSM's `init-untar`) wait for nobody (facts §2.4, §11.1). */
export const waitsForBootstrap = (container: string): boolean =>
  flavourList.some(({ waitInit }) => Object.values(waitInit).includes(container));

/** Has the bootstrap a Ready replica? Then an init container that still waits cannot reach it. */
export function isBootstrapReady(context: RuleContext): boolean {
  const replicas = replicasOf(context.mesh, context.facts.pods) ?? [];
  return hasReadyReplica(appOf(context, 'bootstrap'), replicas);
}
