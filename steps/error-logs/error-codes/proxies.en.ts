const envoyOnly = 'Only the Envoy sidecar class logs it, and no health probe depends on it.';
const readRecord = 'Read the error text of the record. Only the Envoy sidecar class logs it.';

/** Errors of the connection to the sidecars, E5000 and on: the data plane (facts §6). */
export const proxyErrors = {
  ErrMarshallingXDSResource: { meaning: 'An xDS resource could not be written.', remedy: readRecord },
  ErrParsingXDSCertCN: {
    meaning: "The common name in a proxy's certificate is malformed.",
    remedy: 'Restart the meshed pod so that it gets a new certificate.',
  },
  ErrFetchingPodFromCert: {
    meaning: 'No pod, or not the right one, carries the UUID and ServiceAccount of a proxy.',
    remedy: 'Usually passes by itself: the proxy belongs to a pod that is gone or still starting.',
  },
  ErrPodBelongsToMultipleServices: {
    meaning: 'Two pods carry the UUID of one proxy. (The name speaks of Services; the code means this.)',
    remedy: 'Delete the second pod, typically a copy made by kubectl debug.',
  },
  ErrGettingProxyFromPod: {
    meaning: "The record of a proxy could not be made from its pod's label.",
    remedy: readRecord,
  },
  ErrGRPCConnectionFailed: {
    meaning: 'The stream between a proxy and the controller broke.',
    remedy: 'Check the network between sidecars and controller.',
  },
  ErrSendingDiscoveryResponse: {
    meaning: 'A proxy could not be sent its configuration.',
    remedy: 'Check the network between sidecars and controller.',
  },
  ErrGeneratingReqResource: {
    meaning: 'The configuration for a proxy could not be built.',
    remedy: readRecord,
  },
  ErrRecordingSnapshot: {
    meaning: 'The configuration of a proxy could not be stored in the cache.',
    remedy: readRecord,
  },
  ErrGettingServiceIdentity: {
    meaning: "No identity could be derived from a proxy's certificate. Only v1.1 has this error.",
    remedy: 'Restart the meshed pod so that it gets a new certificate.',
  },
  ErrStartingADSServer: {
    meaning: 'The server for the proxies could not listen on port 15128.',
    remedy: 'Something else holds the port, or the certificate is bad.',
  },
  ErrMismatchedServiceAccount: {
    meaning: 'A proxy names another ServiceAccount than its certificate does.',
    remedy: 'Restart the meshed pod; its ServiceAccount was probably changed.',
  },
  ErrGRPCStreamClosedByProxy: {
    meaning: 'A proxy closed its stream to the controller.',
    remedy: 'Usually its pod was ending: nothing to do.',
  },
  ErrInitializingProxy: {
    meaning: 'The record of a proxy could not be created. Only v1.1 has this error.',
    remedy: readRecord,
  },
  ErrUnexpectedXDSRequest: {
    meaning: 'An update came before the first request of a proxy.',
    remedy: 'Passes by itself.',
  },
  ErrInvalidXDSTypeURI: {
    meaning: 'A proxy asked for a type that the controller does not know.',
    remedy: 'Compare the versions of proxy and controller.',
  },
  ErrParsingDiscoveryReqVersion: {
    meaning: "The version in a proxy's request could not be read.",
    remedy: 'Compare the versions of proxy and controller.',
  },
  ErrGettingOrgDstEgressCluster: {
    meaning: 'The egress target by original destination could not be configured.',
    remedy: envoyOnly,
  },
  ErrGettingDNSEgressCluster: {
    meaning: 'An egress target by DNS name could not be configured.',
    remedy: envoyOnly,
  },
  ErrObtainingUpstreamServiceCluster: {
    meaning: 'The target for an upstream service could not be configured. Only v1.1 logs it.',
    remedy: envoyOnly,
  },
  ErrFetchingServiceList: {
    meaning: 'The services of a proxy could not be listed.',
    remedy: 'Check that the labels of the meshed pod match the selector of its Service.',
  },
  ErrDuplicateClusters: {
    meaning: 'Two targets in the configuration of a proxy have one name.',
    remedy: envoyOnly,
  },
  ErrUnsupportedProtocolForService: {
    meaning: 'The protocol of a service port is not allowed for ingress.',
    remedy: 'Set appProtocol of the port.',
  },
  ErrIngressFilterChain: {
    meaning: 'The rules for ingress traffic could not be built.',
    remedy: 'Check the IngressBackend of the service.',
  },
  ErrBuildingRBACPolicyForRoute: {
    meaning: 'The access rule of a route could not be built.',
    remedy: 'Check the TrafficTarget of the service.',
  },
  ErrBuildingRBACPolicy: {
    meaning: 'The access rules of a proxy could not be built. Only v1.1 has this error.',
    remedy: 'Check the TrafficTargets of the service.',
  },
  ErrUnmarshallingSDSCert: {
    meaning: 'The name of a requested certificate could not be read.',
    remedy: envoyOnly,
  },
  ErrGettingServiceCertSecret: {
    meaning: 'A TLS certificate for a proxy could not be obtained.',
    remedy: 'Check the certificate provider: CA bundle Secret, Vault or cert-manager.',
  },
  ErrGettingMeshService: {
    meaning: 'The name of a requested certificate belongs to no service of the mesh.',
    remedy: envoyOnly,
  },
  ErrGettingK8sServiceAccount: {
    meaning: 'The name of a requested certificate belongs to no ServiceAccount. Only v1.1 logs it.',
    remedy: envoyOnly,
  },
  ErrSDSCertMismatch: {
    meaning: 'A proxy asked for the certificate of another identity. Only v1.1 logs it.',
    remedy: envoyOnly,
  },
};
