import type { Flavour } from './flavour.ts';

/** FSM v1.0 and later (facts §11.1, third column; §11.3, §11.4). */
export const fsm: Flavour = {
  id: 'fsm',
  family: 'fsm',
  // facts §4, last paragraph
  cli: 'fsm',
  nsFlag: '--fsm-namespace',
  defaults: { namespace: 'fsm-system', mesh: 'fsm' },
  chartName: 'flomesh.io',
  apps: { controller: 'fsm-controller', injector: 'fsm-injector', bootstrap: 'fsm-bootstrap' },
  mainContainer: { controller: 'fsm-controller', injector: 'fsm-injector', bootstrap: 'fsm-bootstrap' },
  // facts §1.2
  images: { controller: ['fsm-controller'], injector: ['fsm-injector'], bootstrap: ['fsm-bootstrap'] },
  // facts §1.4, §11.4
  legitContainers: {
    controller: ['fsm-controller', 'fsm-pipy-repo', 'fluentbit-logger'],
    injector: ['fsm-injector'],
    bootstrap: ['fsm-bootstrap'],
  },
  legitInits: ['init-fsm-controller', 'init-untar', 'init-fsm-injector'],
  waitInit: { controller: 'init-fsm-controller', injector: 'init-fsm-injector' },
  repoContainer: 'fsm-pipy-repo',
  repoImageSegments: ['pipy-repo', 'pipy'],
  keys: {
    monitoredBy: 'flomesh.io/monitored-by',
    injection: 'flomesh.io/sidecar-injection',
    ignore: 'flomesh.io/ignore',
    metrics: 'flomesh.io/metrics',
  },
  proxyUuidLabel: 'fsm-proxy-uuid',
  // facts §11.3: NodeLevel interception adds the label only
  labelAloneIsNoSidecar: true,
  sidecarContainers: ['sidecar'],
  healthcheckContainer: 'fsm-healthcheck',
  sidecarInits: ['fsm-init'],
  sidecarVolume: 'sidecar-bootstrap-config-volume',
  sidecarSecretPrefix: 'sidecar-bootstrap-config-',
  argMarks: ['fsm-sidecar/'],
  weakImageSegments: ['pipy', 'pipy-nightly', 'pipy-ubi8'],
  rewrittenProbePorts: [15901, 15902, 15903, 15904],
  rewrittenProbePaths: ['/fsm-healthcheck'],
  services: {
    controller: 'fsm-controller',
    injector: 'fsm-injector',
    validator: 'fsm-validator',
    bootstrap: 'fsm-bootstrap',
  },
  // facts §3.3
  mutatingWebhook: {
    prefix: 'fsm-webhook-',
    entry: 'fsm-inject.k8s.io',
    service: 'fsm-injector',
    path: '/mutate-pod-creation',
    port: 9090,
  },
  validatingWebhook: {
    prefix: 'fsm-validator-mesh-',
    entry: 'fsm-validator.k8s.io',
    service: 'fsm-validator',
    path: '/validate',
    port: 9093,
  },
  // facts §8
  meshConfig: {
    group: 'config.flomesh.io',
    version: [{ before: '1.1.0', value: 'v1alpha2' }, { value: 'v1alpha3' }],
    plural: 'meshconfigs',
    name: 'fsm-mesh-config',
    logLevelPath: 'spec.observability.fsmLogLevel',
    sidecarImagePath: 'spec.sidecar.sidecarImage',
  },
  caSecret: 'fsm-ca-bundle',
  // facts §6: v1.0 as osm-edge v1.3; the rows of v1.1.4 and v1.2.9 are told, releases between them are not
  errorCodes: [
    { before: '1.1.0', value: 'v1.3' },
    { before: '1.2.0', value: 'fsm-1.1' },
    { value: 'fsm-1.2' },
  ],
  humanLogEnv: 'FSM_HUMAN_DEBUG_LOG',
  eventSource: 'fsm-controller',
  metricPrefix: 'fsm_',
  trafficSplit: [{ value: 'v1alpha4' }],
  bootstrapPort: [{ value: 9091 }],
};
