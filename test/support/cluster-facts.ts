import { requiredCrds } from '#mesh/crds.ts';
import { flavourList, flavours } from '#mesh/flavours.ts';
import { requiredSmi } from '#mesh/smi.ts';
import type { MetadataOnly, WebhookConfiguration } from '#snapshot/kubernetes.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { ClusterFacts } from '#snapshot/snapshot.ts';
import type { ControlPlane } from './control-plane-builder.ts';
import { namespaceOf } from './namespace-objects.ts';
import { readAt } from './times.ts';

const read = <T>(value: T): Observed<T> => ({ state: 'read', value, at: readAt });

interface ClusterParts {
  readonly namespaces: readonly MetadataOnly[];
  readonly webhooks: {
    readonly mutating: WebhookConfiguration[];
    readonly validating: WebhookConfiguration[];
  };
  readonly goneCrds: ReadonlySet<string>;
  readonly apis: ClusterFacts['apiResources'];
}

/** What a cluster with these control planes answers; the first one says which CRDs and SMI kinds are needed. */
export function clusterFactsOf(planes: readonly ControlPlane[], parts: ClusterParts): ClusterFacts {
  const { flavour: id, version } = planes[0]!.mesh;
  const crds = requiredCrds(flavours[id], version).filter(({ name }) => !parts.goneCrds.has(name));
  const enrolled = parts.namespaces.filter(({ metadata }) =>
    flavourList.some(({ keys }) => keys.monitoredBy in metadata.labels),
  );
  const webhooks = (which: 'mutatingWebhook' | 'validatingWebhook') =>
    planes.map((plane) => plane.webhook(which));
  return {
    version: read({ gitVersion: 'v1.32.0' }),
    deployments: read(planes.flatMap((plane) => plane.allDeployments())),
    enrolledNamespaces: read(enrolled),
    mutatingWebhooks: read([...webhooks('mutatingWebhook'), ...parts.webhooks.mutating]),
    validatingWebhooks: read([...webhooks('validatingWebhook'), ...parts.webhooks.validating]),
    customResourceDefinitions: read(crds.map(({ name }) => namespaceOf(name))),
    apiResources: { ...servedSmi(planes), ...parts.apis },
  };
}

function servedSmi(planes: readonly ControlPlane[]): ClusterFacts['apiResources'] {
  const { flavour, version } = planes[0]!.mesh;
  const smi = requiredSmi(flavours[flavour], version);
  return Object.fromEntries(
    smi.map(({ groupVersion }) => {
      const kinds = smi.filter((item) => item.groupVersion === groupVersion).map(({ kind }) => kind);
      return [groupVersion, read({ groupVersion, kinds })];
    }),
  );
}
