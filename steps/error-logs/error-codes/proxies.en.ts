const envoyOnly = 'Only the Envoy sidecar class logs it, and no health probe depends on it.';
const readRecord = 'Read the error text of the record. Only the Envoy sidecar class logs it.';

/** Errors of the connection to the sidecars, E5000 and on: the data plane (facts §6). */
export const proxyErrors = {
  ErrMarshallingXDSResource: { meaning: 'An xDS resource could not be generated.', remedy: readRecord },
  ErrParsingXDSCertCN: {
    meaning: "The common name in a proxy's certificate is malformed.",
    remedy: 'Restart the meshed Pod so that it gets a new certificate.',
  },
  ErrFetchingPodFromCert: {
    meaning: 'No Pod matches the UUID and ServiceAccount of a proxy.',
    remedy: 'Usually resolves itself: the Pod of the proxy was deleted or is still starting.',
  },
  ErrPodBelongsToMultipleServices: {
    meaning:
      'Two Pods have the UUID of the same proxy. (The name refers to Services, but this is what the code checks.)',
    remedy: 'Delete the second Pod; it is usually a copy that kubectl debug created.',
  },
  ErrGettingProxyFromPod: {
    meaning: 'The data of a proxy could not be created from the label of its Pod.',
    remedy: readRecord,
  },
  ErrGRPCConnectionFailed: {
    meaning: 'The stream between a proxy and the controller was interrupted.',
    remedy: 'Check the network between the sidecars and the controller.',
  },
  ErrSendingDiscoveryResponse: {
    meaning: 'The configuration could not be sent to a proxy.',
    remedy: 'Check the network between the sidecars and the controller.',
  },
  ErrGeneratingReqResource: {
    meaning: 'The configuration for a proxy could not be generated.',
    remedy: readRecord,
  },
  ErrRecordingSnapshot: {
    meaning: 'The configuration of a proxy could not be stored in the cache.',
    remedy: readRecord,
  },
  ErrGettingServiceIdentity: {
    meaning: "No identity could be derived from a proxy's certificate. Only v1.1 has this error.",
    remedy: 'Restart the meshed Pod so that it gets a new certificate.',
  },
  ErrStartingADSServer: {
    meaning: 'The server for the proxies could not listen on port 15128.',
    remedy: 'Another process uses the port, or the certificate is invalid.',
  },
  ErrMismatchedServiceAccount: {
    meaning: 'The ServiceAccount of a proxy differs from the one in its certificate.',
    remedy: 'Restart the meshed Pod; its ServiceAccount was probably changed.',
  },
  ErrGRPCStreamClosedByProxy: {
    meaning: 'A proxy closed its stream to the controller.',
    remedy: 'Usually, its Pod was terminating: no action is needed.',
  },
  ErrInitializingProxy: {
    meaning: 'The data of a proxy could not be created. Only v1.1 has this error.',
    remedy: readRecord,
  },
  ErrUnexpectedXDSRequest: {
    meaning: 'An update arrived before the first request of a proxy.',
    remedy: 'Resolves itself.',
  },
  ErrInvalidXDSTypeURI: {
    meaning: 'A proxy asked for a type that the controller does not know.',
    remedy: 'Compare the versions of the proxy and the controller.',
  },
  ErrParsingDiscoveryReqVersion: {
    meaning: 'The version in the request of a proxy could not be parsed.',
    remedy: 'Compare the versions of the proxy and the controller.',
  },
  ErrGettingOrgDstEgressCluster: {
    meaning: 'The egress cluster for the original destination could not be configured.',
    remedy: envoyOnly,
  },
  ErrGettingDNSEgressCluster: {
    meaning: 'The egress cluster for a DNS name could not be configured.',
    remedy: envoyOnly,
  },
  ErrObtainingUpstreamServiceCluster: {
    meaning: 'The cluster for an upstream service could not be configured. Only v1.1 logs it.',
    remedy: envoyOnly,
  },
  ErrFetchingServiceList: {
    meaning: 'The services of a proxy could not be listed.',
    remedy: 'Check that the labels of the meshed Pod match the selector of its Service.',
  },
  ErrDuplicateClusters: {
    meaning: 'Two clusters in the configuration of a proxy have the same name.',
    remedy: envoyOnly,
  },
  ErrUnsupportedProtocolForService: {
    meaning: 'The protocol of a service port is not allowed for ingress.',
    remedy: 'Set appProtocol of the port.',
  },
  ErrIngressFilterChain: {
    meaning: 'The rules for ingress traffic could not be generated.',
    remedy: 'Check the IngressBackend of the service.',
  },
  ErrBuildingRBACPolicyForRoute: {
    meaning: 'The access rule of a route could not be generated.',
    remedy: 'Check the TrafficTarget of the service.',
  },
  ErrBuildingRBACPolicy: {
    meaning: 'The access rules of a proxy could not be generated. Only v1.1 has this error.',
    remedy: 'Check the TrafficTargets of the service.',
  },
  ErrUnmarshallingSDSCert: {
    meaning: 'The name of a requested certificate could not be parsed.',
    remedy: envoyOnly,
  },
  ErrGettingServiceCertSecret: {
    meaning: 'A TLS certificate for a proxy could not be obtained.',
    remedy: 'Check the certificate provider: CA bundle Secret, Vault or cert-manager.',
  },
  ErrGettingMeshService: {
    meaning: 'The name of a requested certificate does not belong to a service of the mesh.',
    remedy: envoyOnly,
  },
  ErrGettingK8sServiceAccount: {
    meaning: 'The name of a requested certificate does not belong to a ServiceAccount. Only v1.1 logs it.',
    remedy: envoyOnly,
  },
  ErrSDSCertMismatch: {
    meaning: 'A proxy asked for the certificate of another identity. Only v1.1 logs it.',
    remedy: envoyOnly,
  },
};
