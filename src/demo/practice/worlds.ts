import type { World } from './world.ts';

const NODE = 'rcnode1';

/** The hidden truth of each scenario. One that is not named has none: everything follows from its objects. */
export const WORLDS: Readonly<Record<string, World>> = {
  '03-liveness-503': {
    defects: [
      {
        container: 'osm-controller',
        env: 'RC_ALIVE',
        answers: {
          '/health/alive': {
            status: 503,
            body: 'Liveness probe for osm-proxyserver indicates it is not alive',
          },
        },
      },
    ],
  },
  '03b-readiness-503': {
    defects: [
      {
        container: 'osm-controller',
        env: 'RC_READY',
        answers: {
          '/health/ready': {
            status: 503,
            body: 'Readiness probe for osm-proxyserver indicates it is not ready',
          },
        },
      },
    ],
  },
  '05-injector-errors': {
    defects: [{ container: 'osm-injector', env: 'RC_ERRORS', logsErrors: true }],
  },
  // The Secret is there but lacks its key: tresor makes a CA only where there is no Secret.
  '06b-crashloop-fatal': {
    objects: {
      secrets: [
        { metadata: { name: 'osm-ca-bundle', namespace: 'osm-system' }, data: { 'private.key': null } },
      ],
    },
  },
  '12-oom-killed': { needs: { 'osm-controller': { memory: '1200Mi' } } },
  '13-unschedulable': {
    images: ['flomesh/osm-edge-controller:9.9.9'],
    objects: { nodes: [{ metadata: { name: NODE }, status: { allocatable: { memory: '300M' } } }] },
  },
  'r1-webhook-timeout': { network: { apiServerToPods: [{ port: 9090, how: 'timeout' }] } },
  'r2-api-server-unreachable': { network: { podsToApiServer: 'refused' } },
  'r3-liveness-timeouts': { needs: { 'osm-controller': { cpu: '2500m' } } },
  'r5-exec-format': {
    platforms: { 'flomesh/osm-edge-bootstrap:1.3.9': ['arm64'] },
    images: ['flomesh/osm-edge-bootstrap:1.3.9-amd64'],
  },
  'r6-init-dns': {
    objects: {
      'deployments.apps': [
        { metadata: { name: 'coredns', namespace: 'kube-system' }, spec: { replicas: 0 } },
      ],
    },
  },
  'r7-disk-pressure': { pressure: { [NODE]: 'DiskPressure' } },
};
