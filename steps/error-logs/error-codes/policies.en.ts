/** Errors of traffic policies and of Kubernetes objects, E2000 and E3000 and on (facts §6). */
export const policyErrors = {
  ErrDedupEgressTrafficMatches: {
    meaning: 'Two Egress policies match the same traffic in conflicting ways.',
    remedy: 'Find the Egress objects that overlap and change one of them.',
  },
  ErrDedupEgressClusterConfigs: {
    meaning: 'Two Egress policies configure the same destination in conflicting ways.',
    remedy: 'Find the Egress objects that overlap and change one of them.',
  },
  ErrInvalidEgressIPRange: {
    meaning: 'An Egress policy has an address that is not a CIDR range.',
    remedy: 'Write the range as a.b.c.d/n.',
  },
  ErrInvalidEgressMatches: {
    meaning: 'The matches of an Egress policy are invalid.',
    remedy: 'Correct the kind and apiGroup of its matches.',
  },
  ErrEgressSMIHTTPRouteGroupNotFound: {
    meaning: 'An Egress policy names an HTTPRouteGroup that does not exist.',
    remedy: 'Create the HTTPRouteGroup in the namespace of the Egress, or correct the name.',
  },
  ErrFetchingSMIHTTPRouteGroupForTrafficTarget: {
    meaning: 'A TrafficTarget names an HTTPRouteGroup that does not exist.',
    remedy: 'Create the HTTPRouteGroup in the namespace of the TrafficTarget, or correct the name.',
  },
  ErrSMIHTTPRouteGroupNoMatch: {
    meaning: 'An HTTPRouteGroup has no matches, so it creates no route.',
    remedy: 'Add matches to it.',
  },
  ErrAddingRouteToOutboundTrafficPolicy: {
    meaning: 'A route could not be added to the outbound policy of a service.',
    remedy: 'Check the TrafficSplit and HTTPRouteGroup of the service that the record names.',
  },
  ErrMultipleSMISplitPerServiceUnsupported: {
    meaning:
      'Two TrafficSplits have the same root service; only the first one is used. This error was removed in v1.3.',
    remedy: 'Merge the TrafficSplits, or delete one.',
  },
  ErrGettingInboundTrafficTargets: {
    meaning:
      'The inbound traffic targets of an identity could not be computed. Only the Envoy class logs it.',
    remedy: 'Check the TrafficTargets of that identity.',
  },
  ErrInvalidDestinationKind: {
    meaning: 'The destination of a TrafficTarget is not a ServiceAccount.',
    remedy: 'Set the kind of the destination to ServiceAccount.',
  },
  ErrInvalidSourceKind: {
    meaning: 'A source of a TrafficTarget is not a ServiceAccount.',
    remedy: 'Set the kind of the source to ServiceAccount.',
  },
  ErrEndpointsNotFound: {
    meaning: 'A service has no endpoints.',
    remedy: 'No known release logs it. If it appears, check the Pods behind that service.',
  },
  ErrMarshallingKubernetesResource: {
    meaning: 'An object could not be converted to JSON for an admission response.',
    remedy: 'Compare the versions of the API server and the mesh; if they are compatible, report a bug.',
  },
  ErrUnmarshallingKubernetesResource: {
    meaning: 'The Pod in an admission request could not be read.',
    remedy: 'Compare the versions of the API server and the injector.',
  },
};
