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

/** What a cluster with these control planes answers: the CRDs and SMI kinds that they need are there. */
export function clusterFactsOf(planes: readonly ControlPlane[], parts: ClusterParts): ClusterFacts {
  const crds = new Set(
    planes
      .flatMap(({ mesh: { flavour, version } }) => requiredCrds(flavours[flavour], version))
      .map(({ name }) => name)
      .filter((name) => !parts.goneCrds.has(name)),
  );
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
    customResourceDefinitions: read([...crds].map((name) => namespaceOf(name))),
    creationFailures: read([]),
    affectedWorkloads: {},
    apiResources: { ...servedSmi(planes), ...parts.apis },
  };
}

function servedSmi(planes: readonly ControlPlane[]): ClusterFacts['apiResources'] {
  const smi = planes.flatMap(({ mesh: { flavour, version } }) => requiredSmi(flavours[flavour], version));
  return Object.fromEntries(
    smi.map(({ groupVersion }) => {
      const own = smi.filter((item) => item.groupVersion === groupVersion);
      const kinds = [...new Set(own.map(({ kind }) => kind))];
      return [groupVersion, read({ groupVersion, kinds })];
    }),
  );
}
