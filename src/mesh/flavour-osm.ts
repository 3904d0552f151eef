import type { Flavour } from './flavour.ts';

/** OSM v1.1–v1.2 (facts §11.1, first column; §11.4). osm-edge is told as its differences from it. */
export const osm: Flavour = {
  id: 'osm',
  family: 'osm',
  // facts §4, §11.1
  cli: 'osm',
  nsFlag: '--osm-namespace',
  defaults: { namespace: 'osm-system', mesh: 'osm' },
  // facts §1.1
  chartName: 'openservicemesh.io',
  apps: { controller: 'osm-controller', injector: 'osm-injector', bootstrap: 'osm-bootstrap' },
  mainContainer: { controller: 'osm-controller', injector: 'osm-injector', bootstrap: 'osm-bootstrap' },
  // facts §1.2
  images: { controller: ['osm-controller'], injector: ['osm-injector'], bootstrap: ['osm-bootstrap'] },
  // facts §1.4, §11.4
  legitContainers: {
    controller: ['osm-controller', 'fluentbit-logger'],
    injector: ['osm-injector'],
    bootstrap: ['osm-bootstrap'],
  },
  legitInits: ['init-osm-controller', 'init-osm-injector', 'init-osm-bootstrap'],
  // facts §2.4
  waitInit: { controller: 'init-osm-controller', injector: 'init-osm-injector' },
  repoImageSegments: [],
  // facts §3.1
  keys: {
    monitoredBy: 'openservicemesh.io/monitored-by',
    injection: 'openservicemesh.io/sidecar-injection',
    ignore: 'openservicemesh.io/ignore',
    metrics: 'openservicemesh.io/metrics',
  },
  // facts §1.3, §11.1
  proxyUuidLabel: 'osm-proxy-uuid',
  labelAloneIsNoSidecar: false,
  sidecarContainers: ['envoy'],
  healthcheckContainer: 'osm-healthcheck',
  sidecarInits: ['osm-init'],
  sidecarVolume: 'envoy-bootstrap-config-volume',
  sidecarSecretPrefix: 'envoy-bootstrap-config-',
  argMarks: [],
  // facts §11.4
  weakImageSegments: ['envoy', 'envoy-distroless', 'envoy-alpine'],
  // facts §1.3, §2.5
  rewrittenProbePorts: [15901, 15902, 15903, 15904],
  rewrittenProbePaths: [
    '/osm-liveness-probe',
    '/osm-readiness-probe',
    '/osm-startup-probe',
    '/osm-healthcheck',
  ],
  // facts §1.1
  services: {
    controller: 'osm-controller',
    injector: 'osm-injector',
    validator: 'osm-validator',
    bootstrap: 'osm-bootstrap',
  },
  // facts §3.3
  mutatingWebhook: {
    prefix: 'osm-webhook-',
    entry: 'osm-inject.k8s.io',
    service: 'osm-injector',
    path: '/mutate-pod-creation',
    port: 9090,
  },
  validatingWebhook: {
    prefix: 'osm-validator-mesh-',
    entry: 'osm-validator.k8s.io',
    service: 'osm-validator',
    path: '/validate',
    port: 9093,
  },
  // facts §8, §11.1
  meshConfig: {
    group: 'config.openservicemesh.io',
    version: [{ value: 'v1alpha2' }],
    plural: 'meshconfigs',
    name: 'osm-mesh-config',
    logLevelPath: 'spec.observability.osmLogLevel',
    sidecarImagePath: 'spec.sidecar.envoyImage',
  },
  caSecret: 'osm-ca-bundle',
  // facts §6: OSM v1.1 and v1.2 number as osm-edge does
  errorCodes: [{ before: '1.2.0', value: 'v1.1' }, { value: 'v1.2' }],
  // facts §5.1, §7, §2.5
  humanLogEnv: 'OSM_HUMAN_DEBUG_LOG',
  eventSource: 'osm-controller',
  metricPrefix: 'osm_',
  // facts §2.3
  trafficSplit: [{ value: 'v1alpha2' }],
  // facts §2.1, §2.4
  bootstrapPort: [{ before: '1.2.0', value: 9095 }, { value: 9091 }],
};

/** osm-edge v1.1–v1.3 (facts §11.1, second column; §11.4). */
export const osmEdge: Flavour = {
  ...osm,
  id: 'osm-edge',
  // facts §1.1
  interceptor: 'osm-interceptor',
  // facts §1.2: Docker Hub and ubi8 builds
  images: {
    controller: ['osm-edge-controller', 'osm-edge-controller-ubi8'],
    injector: ['osm-edge-injector', 'osm-edge-injector-ubi8'],
    bootstrap: ['osm-edge-bootstrap', 'osm-edge-bootstrap-ubi8'],
  },
  // facts §1.1, §1.4
  legitContainers: {
    ...osm.legitContainers,
    controller: ['osm-controller', 'osm-pipy-repo', 'fluentbit-logger'],
  },
  repoContainer: 'osm-pipy-repo',
  // facts 0.1: v1.1 and ubi8 builds run the repo from the sidecar's own image
  repoImageSegments: ['pipy-repo', 'pipy', 'pipy-ubi8', 'pipy-nightly'],
  // facts §1.3: `sidecar` in the pipy and in the envoy class
  sidecarContainers: ['sidecar'],
  sidecarVolume: 'sidecar-bootstrap-config-volume',
  sidecarSecretPrefix: 'sidecar-bootstrap-config-',
  argMarks: ['osm-edge-sidecar/'],
  weakImageSegments: ['pipy', 'pipy-nightly', 'pipy-ubi8'],
  meshConfig: { ...osm.meshConfig, sidecarImagePath: 'spec.sidecar.sidecarImage' },
  errorCodes: [{ before: '1.2.0', value: 'v1.1' }, { before: '1.3.0', value: 'v1.2' }, { value: 'v1.3' }],
  trafficSplit: [{ before: '1.3.0', value: 'v1alpha2' }, { value: 'v1alpha4' }],
};
