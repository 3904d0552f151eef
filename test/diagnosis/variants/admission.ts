import { ago, healthyCluster } from '../../support/cluster-builder.ts';
import { failedCreation, withCaBundles, withConversion } from '../../support/admission-objects.ts';
import { ahead } from '../../support/times.ts';
import { caBundleOf, webhookOf } from '../../support/webhook-objects.ts';
import { webhookFailed } from '../breakages.ts';
import type { Variant } from './variant.ts';

const day = 24 * 3600;
const timeout = webhookFailed('dial tcp 10.96.109.253:9090: i/o timeout');
const meshConfigs = 'meshconfigs.config.openservicemesh.io';

/** What looks like trouble with webhooks, certificates or policies, and is none. */
export const admission: readonly Variant[] = [
  {
    what: 'application Pods could not be created, and are there now',
    cluster: () =>
      failedCreation(healthyCluster().withEnrolment('bookstore', 'osm', {}), 'bookstore', {
        message: timeout,
        now: 'complete',
      }),
  },
  {
    what: 'a webhook of other software rejects application Pods',
    cluster: () =>
      failedCreation(healthyCluster().withEnrolment('bookstore', 'osm', {}), 'bookstore', {
        message:
          'admission webhook "validation.gatekeeper.sh" denied the request: [labels] you must provide labels: {"team"}',
      }),
  },
  {
    what: 'a CA that has just been made, by a clock that is two minutes ahead',
    cluster: () => withCaBundles(healthyCluster(), { notBefore: ahead(120), notAfter: ahead(3650 * day) }),
  },
  {
    what: 'a CA of 90 days with 10 left is told in time, not before',
    cluster: () => withCaBundles(healthyCluster(), { notBefore: ago(80 * day), notAfter: ahead(10 * day) }),
  },
  {
    what: 'a CA that is being replaced: the old one stands beside the new one',
    cluster: () => {
      const cluster = withCaBundles(healthyCluster(), {});
      const both = caBundleOf({}).certificates.concat(caBundleOf({ sha256: 'BB' }).certificates);
      const configuration = webhookOf(cluster.mesh, 'validatingWebhook');
      configuration.webhooks[0]!.clientConfig.caBundle = { certificates: both, omitted: 0, errors: [] };
      return cluster.withClusterFact('validatingWebhooks', {
        state: 'read',
        value: [configuration],
        at: cluster.snapshot().readAt,
      });
    },
  },
  {
    what: 'up to 1.1 the bootstrap converts the CRDs, and does',
    cluster: () =>
      withConversion(healthyCluster({ version: '1.1.1' }), meshConfigs, 'osm-system/osm-bootstrap'),
  },
  {
    what: 'the namespace enforces the baseline Pod Security Standard',
    cluster: () =>
      healthyCluster().withNamespace('osm-system', {
        name: 'osm-system',
        'pod-security.kubernetes.io/enforce': 'baseline',
        'pod-security.kubernetes.io/warn': 'restricted',
      }),
  },
];
