/** Errors of the webhooks and of the reconciler, E6000 and E7000 and on (facts §6). */
export const admissionErrors = {
  ErrMarshallingProtoToYAML: {
    meaning: 'The bootstrap configuration of a proxy could not be generated.',
    remedy: 'Read the error text of the record; if it does not help, report a bug.',
  },
  ErrParsingMutatingWebhookCert: {
    meaning: "The certificate of the injector's webhook cannot be read, so its server did not start.",
    remedy: 'The CA bundle Secret is damaged: restore it, then restart all three components.',
  },
  ErrStartingInjectionWebhookHTTPServer: {
    meaning: "The injector's webhook server could not listen on port 9090.",
    remedy: 'Another process in the Pod uses the port: look for a container that does not belong in it.',
  },
  ErrDecodingAdmissionReqBody: {
    meaning: 'An admission request could not be decoded.',
    remedy: 'Compare the versions of the API server and the mesh.',
  },
  ErrParsingReqTimeout: {
    meaning: 'The timeout of an admission request could not be parsed.',
    remedy: 'No known release logs it. If it appears, compare the versions of the API server and the mesh.',
  },
  ErrInvalidAdmissionReqHeader: {
    meaning: 'A call to the webhook was not JSON, so the webhook returned 415.',
    remedy:
      'Something other than the API server called the webhook: this is harmless unless it happens often.',
  },
  ErrWritingAdmissionResp: {
    meaning: 'The response to an admission request could not be sent.',
    remedy:
      'The API server timed out (after 20 s by default), or the connection was lost: check the load and the network.',
  },
  ErrNilAdmissionReq: {
    meaning: 'An AdmissionReview contained no request.',
    remedy:
      'Something other than the API server called the webhook: this is harmless unless it happens often.',
  },
  ErrDeterminingPodInjectionEnablement: {
    meaning: 'The injection annotation of a Pod has an invalid value, so the Pod was rejected.',
    remedy: 'Set it to enabled, yes, true, disabled, no or false; until then the Pod cannot be created.',
  },
  ErrDeterminingNamespaceInjectionEnablement: {
    meaning:
      'The injection annotation of a namespace has an invalid value, so every new Pod in it is rejected.',
    remedy: 'Set it to enabled, yes, true, disabled, no or false.',
  },
  ErrDeterminingPodPortExclusions: {
    meaning: 'The list of excluded ports of a Pod could not be parsed.',
    remedy: 'No known release logs it. If it appears, correct the annotation that lists the ports.',
  },
  ErrReadingAdmissionReqBody: {
    meaning: 'The body of an admission request could not be read.',
    remedy: 'Check the network between the API server and the webhook.',
  },
  ErrNilAdmissionReqBody: {
    meaning: 'A call to the webhook had no body, so the webhook returned 400.',
    remedy:
      'Something other than the API server called the webhook, for example a manual curl command: this is harmless.',
  },
  ErrCreatingMutatingWebhook: {
    meaning: 'The injector could not create its MutatingWebhookConfiguration, and exits.',
    remedy: 'Check RBAC on admissionregistration.k8s.io, and policy engines that may reject it.',
  },
  ErrUpdatingMutatingWebhook: {
    meaning:
      'A webhook configuration could not be read or updated: the mutating one when the injector logs it, the validating one when the controller does.',
    remedy: 'Check RBAC on admissionregistration.k8s.io, and policy engines that may reject it.',
  },
  ErrShuttingDownValidatingWebhookHTTPServer: {
    meaning: 'The validator did not shut down cleanly.',
    remedy: 'Harmless if the Pod was terminating.',
  },
  ErrStartingValidatingWebhookHTTPServer: {
    meaning:
      'The validator could not listen on port 9093. In v1.1, this makes both probes of the controller fail.',
    remedy: 'Another process in the Pod uses the port: look for a container that does not belong in it.',
  },
  ErrParsingValidatingWebhookCert: {
    meaning:
      "The validator's certificate cannot be read. In v1.1, this makes both probes of the controller fail.",
    remedy: 'The CA bundle Secret is damaged: restore it, then restart all three components.',
  },
  ErrCreatingValidatingWebhook: {
    meaning: 'The controller could not create its ValidatingWebhookConfiguration.',
    remedy: 'Check RBAC on admissionregistration.k8s.io.',
  },
  ErrReconcilingUpdatedCRD: {
    meaning: 'A CRD was changed, and the reconciler could not restore it.',
    remedy: 'Check RBAC on CRDs, and whether two versions of the mesh conflict during an upgrade.',
  },
  ErrReconcilingDeletedCRD: {
    meaning: 'A CRD was deleted, and the reconciler could not create it again.',
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
    meaning: 'The validating webhook was deleted, and the reconciler could not create it again.',
    remedy: 'Check RBAC on admissionregistration.k8s.io.',
  },
};
