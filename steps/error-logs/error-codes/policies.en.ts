/** Errors of traffic policies and of Kubernetes objects, E2000 and E3000 and on (facts §6). */
export const policyErrors = {
  ErrDedupEgressTrafficMatches: {
    meaning: 'Two Egress policies match the same traffic in ways that contradict each other.',
    remedy: 'Find the Egress objects that overlap and change one of them.',
  },
  ErrDedupEgressClusterConfigs: {
    meaning: 'Two Egress policies configure the same destination in ways that contradict each other.',
    remedy: 'Find the Egress objects that overlap and change one of them.',
  },
  ErrInvalidEgressIPRange: {
    meaning: 'An Egress policy has an address that is no CIDR range.',
    remedy: 'Write the range as a.b.c.d/n.',
  },
  ErrInvalidEgressMatches: {
    meaning: 'The matches of an Egress policy cannot be used.',
    remedy: 'Correct kind and apiGroup of its matches.',
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
    meaning: 'An HTTPRouteGroup has no matches, so no route comes of it.',
    remedy: 'Add matches to it.',
  },
  ErrAddingRouteToOutboundTrafficPolicy: {
    meaning: 'A route could not be added to the outbound policy of a service.',
    remedy: 'Look at the TrafficSplit and HTTPRouteGroup of the service that the record names.',
  },
  ErrMultipleSMISplitPerServiceUnsupported: {
    meaning: 'Two TrafficSplits share one root service; only the first of them counts. Gone since v1.3.',
    remedy: 'Merge the TrafficSplits, or delete one.',
  },
  ErrGettingInboundTrafficTargets: {
    meaning:
      'The inbound traffic targets of an identity could not be computed. Only the Envoy class logs it.',
    remedy: 'Check the TrafficTargets of that identity.',
  },
  ErrInvalidDestinationKind: {
    meaning: 'The destination of a TrafficTarget is no ServiceAccount.',
    remedy: 'Set the kind of the destination to ServiceAccount.',
  },
  ErrInvalidSourceKind: {
    meaning: 'A source of a TrafficTarget is no ServiceAccount.',
    remedy: 'Set the kind of the source to ServiceAccount.',
  },
  ErrEndpointsNotFound: {
    meaning: 'A service resolved to no endpoints.',
    remedy: 'No known release logs it. If it shows, check the pods behind that service.',
  },
  ErrMarshallingKubernetesResource: {
    meaning: 'An object could not be written as JSON for an admission answer.',
    remedy: 'Compare the versions of API server and mesh; if they fit, report a bug.',
  },
  ErrUnmarshallingKubernetesResource: {
    meaning: 'The pod in an admission request could not be read.',
    remedy: 'Compare the versions of API server and injector.',
  },
};
