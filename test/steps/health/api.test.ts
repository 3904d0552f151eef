import { describe, expect, test } from 'vitest';
import type { Observed } from '#snapshot/observed.ts';
import {
  absent,
  type ClusterBuilder,
  healthyCluster,
  readAt,
  refusedFact,
} from '../../support/cluster-builder.ts';
import { paramsOf, resultOf, told } from '../findings-of.ts';

const codes = (cluster: ClusterBuilder) => told('health', cluster);

describe('what the API server tells', () => {
  test('an SMI kind of another generation', () => {
    const cluster = healthyCluster().withApi('specs.smi-spec.io/v1alpha4', ['HTTPRouteGroup']);
    expect(paramsOf('health', 'smi-kind-not-served', cluster)).toEqual({
      kind: 'TCPRoute',
      groupVersion: 'specs.smi-spec.io/v1alpha4',
    });
  });

  test('a CRD that is missing stops only a process that starts', () => {
    const crd = 'egresses.policy.openservicemesh.io';
    expect(codes(healthyCluster().withoutCrd(crd))).toEqual(['warning crd-missing']);
    expect(codes(healthyCluster().withoutCrd(crd).notReady('controller'))).toContain('critical crd-missing');
  });

  const noAnswers: readonly (readonly [string, Observed<never[]>])[] = [
    [
      'part of a list',
      { state: 'partial', value: [], at: readAt, missing: [{ kind: 'pages', reason: 'cut' }] },
    ],
    ['a refused list', refusedFact('pods')],
    ['a list that is still read', { state: 'pending' }],
  ];
  test.each(noAnswers)('%s proves no absence', (_, fact) => {
    const cluster = healthyCluster()
      .withClusterFact('customResourceDefinitions', fact)
      .withFact('pods', fact);
    cluster.withFact('endpoints', fact).withClusterFact('deployments', fact);
    expect(codes(cluster)).toEqual([]);
    expect(resultOf('health', cluster).status).not.toBe('clear');
  });

  test('a webhook whose mesh is gone; of a living mesh it is none', () => {
    const cluster = healthyCluster().withMesh('osm2', 'osm-system-2');
    expect(codes(cluster)).toEqual([]);
  });

  test('leftovers without a controller are critical, and listed', () => {
    const cluster = healthyCluster()
      .withoutDeployment('controller')
      .withIdentity({ presence: 'leftovers' })
      .withEnrolment('bookstore', 'osm');
    expect(paramsOf('health', 'control-plane-leftovers', cluster).remains).toEqual([
      'Deployment/osm-bootstrap',
      'Deployment/osm-injector',
      'MutatingWebhookConfiguration/osm-webhook-osm',
      'Namespace/bookstore',
      'ValidatingWebhookConfiguration/osm-validator-mesh-osm',
    ]);
  });

  test('no control plane is no finding, and nothing passes', () => {
    const cluster = healthyCluster().withIdentity({ presence: 'none', version: '' });
    cluster.withoutDeployment('controller').withoutDeployment('injector').withoutDeployment('bootstrap');
    cluster.withMeshConfig(undefined).withApi('split.smi-spec.io/v1alpha4', undefined);
    expect(codes(cluster)).toEqual(['warning stale-webhook', 'warning stale-webhook']);
    expect(resultOf('health', cluster).checks.every(({ status }) => status !== 'passed')).toBe(true);
  });

  test('an absent MeshConfig is critical', () => {
    expect(codes(healthyCluster().withFact('meshConfig', absent))).toEqual(['critical mesh-config-absent']);
  });
});
