import { ago, healthyCluster } from '../../support/cluster-builder.ts';
import { type Case, crashing } from '../breakages.ts';

/** Releases that do not fit together (issue: versions). */
export const versionCases: readonly Case[] = [
  {
    what: 'the injector is of another release than the mesh, while everything works',
    cluster: () =>
      healthyCluster().withPodSpec('injector', ({ containers }) => {
        containers[0]!.image = 'mirror.local:5000/flomesh/osm-edge-injector:1.2.3';
      }),
    root: 'mixed-versions',
    roots: ['mixed-versions'],
    exitCode: 2,
    command: 'get deployments -o wide --show-labels',
    confidence: 'certain',
  },
  {
    what: 'the bootstrap is of another release, and its flags show it',
    cluster: () =>
      crashing(
        healthyCluster().withPodSpec('bootstrap', ({ containers }) => {
          containers[0]!.image = 'flomesh/osm-edge-bootstrap:1.1.1';
        }),
        'bootstrap',
        ['unknown flag: --enable-reconciler', 'Usage of osm-bootstrap:'],
        2,
      ),
    root: 'version-mismatch',
    roots: ['version-mismatch'],
    exitCode: 3,
    command: 'get deployment/osm-bootstrap',
  },
  {
    what: 'the cluster is older than the mesh needs',
    cluster: () =>
      healthyCluster().withClusterFact('version', {
        state: 'read',
        value: { gitVersion: 'v1.18.20-gke.1' },
        at: ago(0),
      }),
    root: 'kubernetes-too-old',
    roots: ['kubernetes-too-old'],
    exitCode: 2,
    command: 'version',
  },
];
