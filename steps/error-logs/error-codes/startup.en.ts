/** Errors of starting processes, E1000 and on (facts §6). */
export const startupErrors = {
  ErrInvalidCLIArgument: {
    meaning: 'The process could not parse its own command line.',
    remedy:
      'The version of the image differs from that of the chart or CLI: compare the container arguments with the image tag, and use the same version for both.',
  },
  ErrSettingLogLevel: {
    meaning: 'The requested log level is not one of the eight levels of the mesh.',
    remedy: 'Correct --verbosity of the container, or the chart value for the controller log level.',
  },
  ErrFetchingControllerPod: {
    meaning: 'The controller could not read its own Pod object.',
    remedy:
      'Check RBAC on pods, the namespace argument of the container, and whether the Pod can reach the API server (stray sidecar, network policy).',
  },
  ErrFetchingControllerSvc: {
    meaning:
      "The injector could not read the controller's Service. This happens only if the local DNS proxy is enabled.",
    remedy:
      'Restore the Service of the controller and check RBAC on services. The CLI does not recognize this code.',
  },
  ErrFetchingInjectorPod: {
    meaning: 'The injector could not read its own Pod object.',
    remedy:
      'Check RBAC on pods, the namespace argument of the container, and whether the Pod can reach the API server (stray sidecar, network policy).',
  },
  ErrStartingIngressClient: {
    meaning: 'The watch of Ingress objects did not start.',
    remedy: 'No known release logs it. If it appears, read the error text of the record.',
  },
  ErrStartingReconciler: {
    meaning: 'The reconciler could not fill its caches. It runs only if it is enabled in the chart.',
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
      'Check that Consul is running and that the connector can reach it. The control plane does not depend on it.',
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
      'Check that Eureka is running and that the connector can reach it. The control plane does not depend on it.',
  },
};
