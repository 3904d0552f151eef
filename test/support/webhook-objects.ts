import { flavours } from '#mesh/flavours.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import { type WebhookConfiguration, webhookConfiguration } from '#snapshot/kubernetes.ts';

/** The mesh's own webhook configurations, as its processes write them (facts §3.3). */
export function webhookOf(
  mesh: MeshIdentity,
  which: 'mutatingWebhook' | 'validatingWebhook',
): WebhookConfiguration {
  const flavour = flavours[mesh.flavour];
  const { prefix, entry, service: name, path, port } = flavour[which];
  const isMutating = which === 'mutatingWebhook';
  return webhookConfiguration.parse({
    metadata: { name: `${prefix}${mesh.name}`, labels: { 'app.kubernetes.io/instance': mesh.name } },
    webhooks: [
      {
        name: entry,
        clientConfig: { service: { namespace: mesh.namespace, name, path, port } },
        failurePolicy: 'Fail',
        timeoutSeconds: 20,
        namespaceSelector: {
          matchLabels: { [flavour.keys.monitoredBy]: mesh.name },
          matchExpressions: [
            { key: flavour.keys.ignore, operator: 'DoesNotExist' },
            { key: 'name', operator: 'NotIn', values: [mesh.namespace] },
            { key: 'control-plane', operator: 'DoesNotExist' },
          ],
        },
        rules: isMutating
          ? [{ operations: ['CREATE'], apiGroups: ['*'], resources: ['pods'] }]
          : [
              {
                operations: ['CREATE', 'UPDATE'],
                apiGroups: ['policy.openservicemesh.io'],
                resources: ['egresses'],
              },
            ],
      },
    ],
  });
}
