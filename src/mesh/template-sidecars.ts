import type { Deployment } from '#snapshot/kubernetes.ts';
import type { Flavour } from './flavour.ts';
import { type ContainerVerdict, inspectContainers } from './sidecar.ts';
import { proxyLabels } from './sidecar-marks.ts';

/** Volumes that injection adds, of every flavour (facts §1.3, §11.1). */
const injectedVolumes: ReadonlySet<string> = new Set([
  'sidecar-bootstrap-config-volume',
  'envoy-bootstrap-config-volume',
]);

/** What stands in the Pod template of a Deployment although a webhook should have put it into its Pods. */
export interface TemplateSidecar {
  /** Sidecars and the init containers that came with them; never empty. */
  readonly containers: readonly ContainerVerdict[];
  readonly volumes: readonly string[];
  readonly labels: readonly string[];
}

/**
 * The sidecar in a Deployment's own template: somebody applied a manifest that was read back after injection, or one that
 * a tool had injected. No webhook is involved, so ending an enrolment changes nothing. Undefined when there is none.
 */
export function templateSidecarOf({ spec }: Deployment, flavour: Flavour): TemplateSidecar | undefined {
  const { template } = spec;
  const labels = template.metadata?.labels ?? {};
  const containers = inspectContainers({ metadata: { labels }, spec: template.spec }, flavour).filter(
    ({ verdict }) => verdict === 'sidecar' || verdict === 'other-product',
  );
  if (containers.length === 0) return undefined;
  return {
    containers,
    volumes: template.spec.volumes.map(({ name }) => name).filter((name) => injectedVolumes.has(name)),
    labels: proxyLabels.filter((key) => key in labels),
  };
}
