/** Errors of the webhooks and of the reconciler, E6000 and E7000 and on (facts §6). */
export const admissionErrors = {
  ErrMarshallingProtoToYAML: {
    meaning: 'The bootstrap configuration of a proxy could not be written.',
    remedy: 'Read the error text of the record; if it does not help, report a bug.',
  },
  ErrParsingMutatingWebhookCert: {
    meaning: "The certificate of the injector's webhook is not readable, so its server did not start.",
    remedy: 'The CA bundle Secret is damaged: restore it, then restart all three components.',
  },
  ErrStartingInjectionWebhookHTTPServer: {
    meaning: "The injector's webhook server could not listen on port 9090.",
    remedy: 'Something else in the pod holds the port: look for a container that does not belong there.',
  },
  ErrDecodingAdmissionReqBody: {
    meaning: 'An admission request could not be decoded.',
    remedy: 'Compare the versions of API server and mesh.',
  },
  ErrParsingReqTimeout: {
    meaning: 'The time limit of an admission request could not be read.',
    remedy: 'No known release logs it. If it shows, compare the versions of API server and mesh.',
  },
  ErrInvalidAdmissionReqHeader: {
    meaning: 'A call of the webhook did not carry JSON, and was answered 415.',
    remedy: 'Something other than the API server called the webhook: harmless, unless it comes often.',
  },
  ErrWritingAdmissionResp: {
    meaning: 'The answer to an admission request could not be sent.',
    remedy:
      'The API server had given up (after 20 s by default), or the network broke: check load and network.',
  },
  ErrNilAdmissionReq: {
    meaning: 'An admission review came without a request.',
    remedy: 'Something other than the API server called the webhook: harmless, unless it comes often.',
  },
  ErrDeterminingPodInjectionEnablement: {
    meaning: "A pod's injection annotation has a value nobody understands, so the pod was rejected.",
    remedy: 'Set it to enabled, yes, true, disabled, no or false; until then the pod cannot be created.',
  },
  ErrDeterminingNamespaceInjectionEnablement: {
    meaning:
      "A namespace's injection annotation has a value nobody understands, so every new pod there is rejected.",
    remedy: 'Set it to enabled, yes, true, disabled, no or false.',
  },
  ErrDeterminingPodPortExclusions: {
    meaning: 'The list of excluded ports of a pod could not be read.',
    remedy: 'No known release logs it. If it shows, correct the annotation that lists the ports.',
  },
  ErrReadingAdmissionReqBody: {
    meaning: 'The body of an admission request could not be read.',
    remedy: 'Check the network between API server and webhook.',
  },
  ErrNilAdmissionReqBody: {
    meaning: 'A call of the webhook had no body, and was answered 400.',
    remedy: 'Something other than the API server called the webhook, for example a manual curl: harmless.',
  },
  ErrCreatingMutatingWebhook: {
    meaning: 'The injector could not create its MutatingWebhookConfiguration, and ends because of it.',
    remedy: 'Check RBAC on admissionregistration.k8s.io, and policy engines that may refuse it.',
  },
  ErrUpdatingMutatingWebhook: {
    meaning:
      'A webhook configuration could not be read or updated: the mutating one when the injector logs it, the validating one when the controller does.',
    remedy: 'Check RBAC on admissionregistration.k8s.io, and policy engines that may refuse it.',
  },
  ErrShuttingDownValidatingWebhookHTTPServer: {
    meaning: 'The validator did not shut down cleanly.',
    remedy: 'Harmless when the pod was ending anyway.',
  },
  ErrStartingValidatingWebhookHTTPServer: {
    meaning:
      'The validator could not listen on port 9093. In v1.1 both probes of the controller fail because of it.',
    remedy: 'Something else in the pod holds the port: look for a container that does not belong there.',
  },
  ErrParsingValidatingWebhookCert: {
    meaning:
      "The validator's certificate is not readable. In v1.1 both probes of the controller fail because of it.",
    remedy: 'The CA bundle Secret is damaged: restore it, then restart all three components.',
  },
  ErrCreatingValidatingWebhook: {
    meaning: 'The controller could not create its ValidatingWebhookConfiguration.',
    remedy: 'Check RBAC on admissionregistration.k8s.io.',
  },
  ErrReconcilingUpdatedCRD: {
    meaning: 'A CRD was changed, and the reconciler could not restore it.',
    remedy: 'Check RBAC on CRDs, and whether two versions of the mesh fight over it during an upgrade.',
  },
  ErrReconcilingDeletedCRD: {
    meaning: 'A CRD was deleted, and the reconciler could not add it again.',
    remedy: 'Check RBAC on CRDs.',
  },
  ErrReconcilingUpdatedMutatingWebhook: {
    meaning: 'The mutating webhook was changed, and the reconciler could not restore it.',
    remedy: 'No known release logs it: the code of a deleted webhook is logged instead.',
  },
  ErrReconcilingDeletedMutatingWebhook: {
    meaning: 'The mutating webhook was changed or deleted, and the reconciler could not restore it.',
    remedy: 'Check RBAC on admissionregistration.k8s.io.',
  },
  ErrReconcilingUpdatedValidatingWebhook: {
    meaning: 'The validating webhook was changed, and the reconciler could not restore it.',
    remedy: 'Check RBAC on admissionregistration.k8s.io.',
  },
  ErrReconcilingDeletedValidatingWebhook: {
    meaning: 'The validating webhook was deleted, and the reconciler could not add it again.',
    remedy: 'Check RBAC on admissionregistration.k8s.io.',
  },
};
