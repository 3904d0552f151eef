import type { ClusterBuilder } from '../../support/cluster-builder.ts';

/** A control plane in which nothing is wrong, however it looks. */
export interface Variant {
  readonly what: string;
  readonly cluster: () => ClusterBuilder;
}

/** Every image of the control plane written in another way. */
export function withImages(cluster: ClusterBuilder, rewrite: (image: string) => string): ClusterBuilder {
  for (const role of ['controller', 'injector', 'bootstrap'] as const) {
    cluster.withPodSpec(role, ({ containers, initContainers }) => {
      for (const item of [...containers, ...initContainers]) item.image = rewrite(item.image);
    });
  }
  return cluster;
}

export const digest = 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
