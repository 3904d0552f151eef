/** Errors of starting processes, E1000 and on (facts §6). */
export const startupErrors = {
  ErrInvalidCLIArgument: {
    meaning: 'The process could not parse its own command line.',
    remedy:
      'Chart or CLI and image are of different versions: compare the container arguments with the image tag and align them.',
  },
  ErrSettingLogLevel: {
    meaning: 'The requested log level is not one of the eight names the mesh knows.',
    remedy: 'Correct --verbosity of the container, or the chart value for the controller log level.',
  },
  ErrFetchingControllerPod: {
    meaning: 'The controller could not read its own Pod object.',
    remedy:
      'Check RBAC on pods, the namespace argument of the container, and whether the pod reaches the API server at all (stray sidecar, network policy).',
  },
  ErrFetchingControllerSvc: {
    meaning:
      "The injector could not read the controller's Service. This only happens with the local DNS proxy on.",
    remedy:
      'Restore the Service of the controller and check RBAC on services. The CLI does not know this code.',
  },
  ErrFetchingInjectorPod: {
    meaning: 'The injector could not read its own Pod object.',
    remedy:
      'Check RBAC on pods, the namespace argument of the container, and whether the pod reaches the API server at all (stray sidecar, network policy).',
  },
  ErrStartingIngressClient: {
    meaning: 'The watcher of Ingress objects did not start.',
    remedy: 'No known release logs it. If it shows, read the error text of the record.',
  },
  ErrStartingReconciler: {
    meaning: 'The reconciler could not fill its caches. It only runs when it is switched on in the chart.',
    remedy: 'Check RBAC on CRDs and webhook configurations, and the health of the API server.',
  },
  ErrFetchingConsulConnectorPod: {
    meaning: 'The Consul connector of FSM could not read its own Pod object.',
    remedy:
      'Check RBAC on pods and the namespace argument of the connector. The control plane does not depend on it.',
  },
  ErrFetchingConsulService: {
    meaning: 'The connector of FSM could not read a service from Consul.',
    remedy:
      'Check that Consul is up and that the connector reaches it. The control plane does not depend on it.',
  },
  ErrFetchingConnectorPod: {
    meaning: 'A connector of FSM could not read its own Pod object.',
    remedy:
      'Check RBAC on pods and the namespace argument of the connector. The control plane does not depend on it.',
  },
  ErrFetchingEurekaConnectorPod: {
    meaning: 'The Eureka connector of FSM could not read its own Pod object.',
    remedy:
      'Check RBAC on pods and the namespace argument of the connector. The control plane does not depend on it.',
  },
  ErrFetchingEurekaService: {
    meaning: 'The connector of FSM could not read a service from Eureka.',
    remedy:
      'Check that Eureka is up and that the connector reaches it. The control plane does not depend on it.',
  },
};
