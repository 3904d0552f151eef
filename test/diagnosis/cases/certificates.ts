import type { ClusterBuilder } from '../../support/cluster-builder.ts';
import { ago, healthyCluster } from '../../support/cluster-builder.ts';
import {
  conversionFailed,
  failedCreation,
  withCaBundles,
  withConversion,
} from '../../support/admission-objects.ts';
import { ahead } from '../../support/times.ts';
import { type Case, uncreatable, webhookFailed } from '../breakages.ts';

const day = 24 * 3600;
const year = 365 * day;
const meshConfigs = 'meshconfigs.config.openservicemesh.io';
const x509 = (why: string, namespace?: string): string =>
  webhookFailed(`tls: failed to verify certificate: x509: ${why}`, namespace);
const unknownAuthority = x509('certificate signed by unknown authority');

const refusedApplication = (message: string): ClusterBuilder =>
  failedCreation(healthyCluster().withEnrolment('bookstore', 'osm', {}), 'bookstore', { message });

const rowOfMismatch =
  'caBundle of webhook ≠ CA of serving cert (Secret replaced, only one deployment restarted; two meshes with one name)';

/** Certificates between the API server and webhooks, and the conversion of CRDs (facts §9; reports.md C, F). */
export const certificateCases: readonly Case[] = [
  {
    what: 'the webhook is signed by another CA',
    row: rowOfMismatch,
    cluster: () => uncreatable(healthyCluster(), 'controller', unknownAuthority),
    root: 'webhook-ca-mismatch',
    roots: ['webhook-ca-mismatch'],
    exitCode: 3,
    command: 'get mutatingwebhookconfiguration osm-webhook-osm',
    fix: '-n osm-system rollout restart deployment/osm-injector',
  },
  {
    what: 'the webhook is signed by another CA, and only applications notice',
    row: rowOfMismatch,
    cluster: () => refusedApplication(unknownAuthority),
    root: 'webhook-ca-mismatch',
    roots: ['webhook-ca-mismatch'],
    exitCode: 3,
    command: 'get mutatingwebhookconfiguration osm-webhook-osm',
  },
  {
    what: "another mesh's webhook is signed by another CA: that injector is restarted",
    row: rowOfMismatch,
    cluster: () =>
      uncreatable(
        healthyCluster().withMesh('osm2', 'osm-system-2'),
        'controller',
        x509('certificate signed by unknown authority', 'osm-system-2'),
      ),
    root: 'webhook-ca-mismatch',
    exitCode: 3,
    command: 'get mutatingwebhookconfiguration osm-webhook-osm2',
    fix: '-n osm-system-2 rollout restart deployment/osm-injector',
  },
  {
    what: 'the certificate of the webhook has expired, and its CA is valid',
    cluster: () =>
      refusedApplication(
        x509(`certificate has expired or is not yet valid: current time ${ago(60)} is after ${ago(3600)}`),
      ),
    root: 'webhook-certificate-expired',
    roots: ['webhook-certificate-expired'],
    exitCode: 3,
    command: 'get mutatingwebhookconfiguration osm-webhook-osm',
    fix: 'rollout restart deployment/osm-injector',
  },
  {
    what: 'the clock of the API server is behind',
    cluster: () =>
      refusedApplication(
        x509(`certificate has expired or is not yet valid: current time ${ago(4000)} is before ${ago(60)}`),
      ),
    root: 'clocks-differ',
    roots: ['clocks-differ'],
    exitCode: 3,
    command: 'get nodes -o wide',
    fix: null,
  },
  {
    what: 'the certificate of the webhook is for another namespace',
    cluster: () =>
      refusedApplication(
        x509('certificate is valid for osm-injector.mesh.svc, not osm-injector.osm-system.svc'),
      ),
    root: 'webhook-certificate-name',
    roots: ['webhook-certificate-name'],
    exitCode: 3,
    command: 'get mutatingwebhookconfiguration osm-webhook-osm',
    fix: 'rollout restart deployment/osm-injector',
  },
  {
    what: 'the CA of the mesh has expired, and applications notice',
    cluster: () =>
      withCaBundles(
        refusedApplication(
          x509(`certificate has expired or is not yet valid: current time ${ago(60)} is after ${ago(3600)}`),
        ),
        { notBefore: ago(year), notAfter: ago(3600) },
      ),
    root: 'webhook-ca-not-valid',
    roots: ['webhook-ca-not-valid'],
    exitCode: 3,
    command: 'describe secret osm-ca-bundle',
    fix: 'delete secret osm-ca-bundle',
  },
  {
    what: 'the CA bundle of a webhook is no PEM',
    cluster: () => withCaBundles(healthyCluster(), 'unreadable'),
    root: 'webhook-ca-not-valid',
    exitCode: 3,
    command: 'describe secret osm-ca-bundle',
  },
  {
    what: 'the CA of the mesh expires in ten days',
    cluster: () =>
      withCaBundles(healthyCluster(), { notBefore: ago(year - 10 * day), notAfter: ahead(10 * day) }),
    root: 'webhook-ca-expires-soon',
    roots: ['webhook-ca-expires-soon'],
    exitCode: 2,
    command: 'describe secret osm-ca-bundle',
  },
  {
    what: 'injector and controller were started with two CAs',
    cluster: () => withCaBundles(healthyCluster(), {}, { sha256: 'BB' }),
    root: 'mesh-has-two-cas',
    roots: ['mesh-has-two-cas'],
    exitCode: 2,
    command: 'rollout restart deployment/osm-bootstrap deployment/osm-controller deployment/osm-injector',
  },
  {
    what: 'the MeshConfig cannot be read: a removed mesh should convert it',
    cluster: () =>
      conversionFailed(
        withConversion(healthyCluster(), meshConfigs, 'gone-system/osm-bootstrap'),
        'service "osm-bootstrap" not found',
        'osm-bootstrap.gone-system',
      ),
    root: 'crd-conversion-webhook',
    roots: ['crd-conversion-webhook'],
    exitCode: 3,
    command: `get crd ${meshConfigs}`,
    fix: `patch crd ${meshConfigs} --type=merge -p {"spec":{"conversion":{"strategy":"None","webhook":null}}}`,
  },
  {
    what: 'a CRD is left to the bootstrap of a removed mesh, and nothing was converted yet',
    cluster: () => withConversion(healthyCluster(), meshConfigs, 'gone-system/osm-bootstrap'),
    root: 'crd-conversion-webhook',
    roots: ['crd-conversion-webhook'],
    exitCode: 2,
    command: `get crd ${meshConfigs}`,
    fix: `patch crd ${meshConfigs}`,
  },
  {
    what: 'up to 1.1 the bootstrap converts, and it is down',
    cluster: () =>
      conversionFailed(
        withConversion(
          healthyCluster({ version: '1.1.1' }).withReplicas('bootstrap', 0),
          meshConfigs,
          'osm-system/osm-bootstrap',
        ),
        'no endpoints available for service "osm-bootstrap"',
      ),
    root: 'scaled-to-zero',
    roots: ['scaled-to-zero'],
    exitCode: 3,
    command: 'scale deployment/osm-bootstrap',
  },
];
