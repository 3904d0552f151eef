import type { MeshErrorName } from './error-names.ts';
import type { Role } from './identity.ts';

/** Where an error is logged from (facts §6, "Emitted by"). No process: the constant has no call site. */
export interface ErrorEmitter {
  readonly processes: readonly Role[];
  /**
   * Values of the log's `component` field. Lines of the CA Secret helper have none from v1.2 on (facts §5.1).
   * Rows that only name `envoy/*` are silent with the default pipy class.
   */
  readonly components: readonly string[];
  /** True for what only v1.1 logs. */
  readonly onlyV11: boolean;
}

const nowhere: ErrorEmitter = { processes: [], components: [], onlyV11: false };

/** Both lists are separated by spaces. */
function from(processes: string, components: string): ErrorEmitter {
  const list = (text: string) => text.split(' ').filter(Boolean);
  return { processes: list(processes) as Role[], components: list(components), onlyV11: false };
}

function only11(processes: string, components: string): ErrorEmitter {
  return { ...from(processes, components), onlyV11: true };
}

export const errorEmitters: Readonly<Record<MeshErrorName, ErrorEmitter>> = {
  ErrInvalidCLIArgument: from('controller', 'osm-controller/main'),
  ErrSettingLogLevel: nowhere,
  ErrFetchingControllerPod: from('controller', 'osm-controller/main'),
  ErrFetchingControllerSvc: from('injector', 'sidecar-pipy'),
  ErrFetchingInjectorPod: from('injector', 'osm-injector/main'),
  ErrStartingIngressClient: nowhere,
  ErrStartingReconciler: from('controller injector bootstrap', 'reconciler'),
  ErrDedupEgressTrafficMatches: from('controller', 'mesh-catalog'),
  ErrDedupEgressClusterConfigs: from('controller', 'mesh-catalog'),
  ErrInvalidEgressIPRange: from('controller', 'mesh-catalog envoy/lds'),
  ErrInvalidEgressMatches: from('controller', 'mesh-catalog'),
  ErrEgressSMIHTTPRouteGroupNotFound: from('controller', 'mesh-catalog'),
  ErrFetchingSMIHTTPRouteGroupForTrafficTarget: from('controller', 'mesh-catalog'),
  ErrSMIHTTPRouteGroupNoMatch: from('controller', 'mesh-catalog'),
  ErrAddingRouteToOutboundTrafficPolicy: from('controller', 'mesh-catalog'),
  ErrMultipleSMISplitPerServiceUnsupported: from('controller', 'mesh-catalog'),
  ErrGettingInboundTrafficTargets: from('controller', 'envoy/lds'),
  ErrInvalidDestinationKind: from('controller', 'mesh-catalog'),
  ErrInvalidSourceKind: from('controller', 'mesh-catalog'),
  ErrEndpointsNotFound: nowhere,
  ErrMarshallingKubernetesResource: from('controller injector', 'osm-validator sidecar-injector'),
  ErrUnmarshallingKubernetesResource: from('injector', 'sidecar-injector'),
  ErrFetchingCertSecret: from('controller injector bootstrap', 'cert-provider-util'),
  ErrObtainingCertFromSecret: from('controller injector bootstrap', 'cert-provider-util'),
  ErrObtainingPrivateKeyFromSecret: from('controller injector bootstrap', 'cert-provider-util'),
  ErrObtainingCertExpirationFromSecret: nowhere,
  ErrParsingCertExpiration: nowhere,
  ErrCreatingCertSecret: from('controller injector bootstrap', 'cert-provider-util'),
  ErrGeneratingPrivateKey: from('controller injector', 'tresor cert-manager'),
  ErrEncodingKeyDERtoPEM: from('controller injector', 'tresor cert-manager'),
  ErrCreatingCertReq: from('controller injector', 'cert-manager'),
  ErrCreatingRootCert: from('controller injector', 'tresor'),
  ErrEncodingCertDERtoPEM: from('controller injector', 'tresor cert-manager'),
  ErrDecodingPEMCert: from('controller injector', 'tresor certificate'),
  ErrDecodingPEMPrivateKey: from('controller injector', 'tresor'),
  ErrIssuingCert: from('controller injector', 'vault'),
  ErrCreatingCert: from('controller injector', 'tresor'),
  ErrInvalidCA: from('controller injector', 'tresor'),
  ErrRotatingCert: from('controller injector bootstrap', 'certificate'),
  ErrPubSubMessageFormat: nowhere,
  ErrMeshConfigInformerInitCache: only11('controller injector bootstrap', 'configurator'),
  ErrConfigInformerInitCache: nowhere,
  ErrMeshConfigStructCasting: nowhere,
  ErrMeshConfigFetchFromCache: from('controller injector bootstrap', 'configurator'),
  ErrMeshConfigMarshaling: from('controller injector bootstrap', 'configurator'),
  ErrMarshallingXDSResource: from('controller', 'envoy/*'),
  ErrParsingXDSCertCN: from('controller', 'envoy/ads'),
  ErrFetchingPodFromCert: from('controller', 'kube-controller'),
  ErrPodBelongsToMultipleServices: from('controller', 'kube-controller'),
  ErrGettingProxyFromPod: from('controller', 'envoy/ads'),
  ErrGRPCConnectionFailed: from('controller', 'envoy/ads'),
  ErrSendingDiscoveryResponse: from('controller', 'envoy/ads'),
  ErrGeneratingReqResource: from('controller', 'envoy/ads'),
  ErrRecordingSnapshot: from('controller', 'envoy/ads'),
  ErrGettingServiceIdentity: only11('controller', 'envoy/* flomesh-pipy'),
  ErrStartingADSServer: from('controller', 'envoy/ads'),
  ErrMismatchedServiceAccount: from('controller', 'envoy/ads flomesh-pipy'),
  ErrGRPCStreamClosedByProxy: from('controller', 'envoy/ads'),
  ErrInitializingProxy: only11('controller', 'envoy/ads'),
  ErrUnexpectedXDSRequest: from('controller', 'envoy/ads'),
  ErrInvalidXDSTypeURI: from('controller', 'envoy/ads'),
  ErrParsingDiscoveryReqVersion: from('controller', 'envoy/ads'),
  ErrGettingOrgDstEgressCluster: from('controller', 'envoy/cds'),
  ErrGettingDNSEgressCluster: from('controller', 'envoy/cds'),
  ErrObtainingUpstreamServiceCluster: only11('controller', 'envoy/cds'),
  ErrFetchingServiceList: from('controller', 'flomesh-pipy envoy/*'),
  ErrDuplicateClusters: from('controller', 'envoy/cds'),
  ErrUnsupportedProtocolForService: from('controller', 'envoy/lds'),
  ErrIngressFilterChain: from('controller', 'envoy/lds'),
  ErrBuildingRBACPolicyForRoute: from('controller', 'envoy/route'),
  ErrBuildingRBACPolicy: only11('controller', 'envoy/lds'),
  ErrUnmarshallingSDSCert: from('controller', 'envoy/sds'),
  ErrGettingServiceCertSecret: from('controller', 'envoy/sds'),
  ErrGettingMeshService: from('controller', 'envoy/sds'),
  ErrGettingK8sServiceAccount: only11('controller', 'envoy/sds'),
  ErrSDSCertMismatch: only11('controller', 'envoy/sds'),
  ErrMarshallingProtoToYAML: from('injector', 'sidecar-envoy envoy/bootstrap'),
  ErrParsingMutatingWebhookCert: only11('injector', 'sidecar-injector'),
  ErrStartingInjectionWebhookHTTPServer: only11('injector', ''),
  ErrDecodingAdmissionReqBody: from('controller injector', 'osm-validator sidecar-injector'),
  ErrParsingReqTimeout: nowhere,
  ErrInvalidAdmissionReqHeader: from('controller injector', 'osm-validator sidecar-injector'),
  ErrWritingAdmissionResp: from('controller injector', 'osm-validator'),
  ErrNilAdmissionReq: from('injector', 'sidecar-injector'),
  ErrDeterminingPodInjectionEnablement: from('injector', 'sidecar-injector'),
  ErrDeterminingNamespaceInjectionEnablement: from('injector', 'sidecar-injector'),
  ErrDeterminingPodPortExclusions: nowhere,
  ErrReadingAdmissionReqBody: from('controller injector', 'webhook'),
  ErrNilAdmissionReqBody: from('controller injector', 'webhook'),
  ErrCreatingMutatingWebhook: from('injector', 'sidecar-injector'),
  ErrUpdatingMutatingWebhook: from('controller injector', 'osm-validator sidecar-injector'),
  ErrShuttingDownValidatingWebhookHTTPServer: only11('controller', 'osm-validator'),
  ErrStartingValidatingWebhookHTTPServer: only11('controller', 'osm-validator'),
  ErrParsingValidatingWebhookCert: only11('controller', ''),
  ErrCreatingValidatingWebhook: from('controller', 'osm-validator'),
  ErrReconcilingUpdatedCRD: from('bootstrap', 'reconciler'),
  ErrReconcilingDeletedCRD: from('bootstrap', 'reconciler'),
  ErrReconcilingUpdatedMutatingWebhook: nowhere,
  ErrReconcilingDeletedMutatingWebhook: from('injector', 'reconciler'),
  ErrReconcilingUpdatedValidatingWebhook: from('controller', 'reconciler'),
  ErrReconcilingDeletedValidatingWebhook: from('controller', 'reconciler'),
  // FSM only: the connectors are Deployments of their own
  ErrFetchingConsulConnectorPod: nowhere,
  ErrFetchingConsulService: nowhere,
  ErrFetchingConnectorPod: nowhere,
  ErrFetchingEurekaConnectorPod: nowhere,
  ErrFetchingEurekaService: nowhere,
};
