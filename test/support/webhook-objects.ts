import { flavours } from '#mesh/flavours.ts';
import type { MeshIdentity } from '#mesh/identity.ts';
import type { CaBundle, Certificate } from '#snapshot/client-config.ts';
import { type WebhookConfiguration, webhookConfiguration } from '#snapshot/kubernetes.ts';
import { ago, ahead } from './times.ts';

/** A bundle with one CA, which began an hour ago and lasts ten years, as tresor makes it. */
export function caBundleOf(certificate: Partial<Certificate> | 'unreadable' = {}): CaBundle {
  if (certificate === 'unreadable') {
    return { certificates: [], omitted: 0, errors: [{ kind: 'not-pem', message: 'no certificate' }] };
  }
  const name = 'CN=osm-ca.openservicemesh.io';
  const life = { notBefore: ago(3600), notAfter: ahead(10 * 365 * 24 * 3600) };
  const ca = { subject: name, issuer: name, serialNumber: '01', sha256: 'AA', isCa: true, ...life };
  return { certificates: [{ ...ca, ...certificate }], omitted: 0, errors: [] };
}

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
        clientConfig: {
          service: { namespace: mesh.namespace, name, path, port },
          caBundle: caBundleOf({ sha256: mesh.namespace }),
        },
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
