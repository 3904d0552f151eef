/** Errors of certificates and of the MeshConfig cache, E4000 and on (facts §6). */
export const certificateErrors = {
  ErrFetchingCertSecret: {
    meaning: 'The CA bundle Secret could not be read.',
    remedy:
      'The Secret or the RBAC rule for secrets is missing. The built-in provider creates a missing Secret itself, so check RBAC and the API server first. After the Secret is restored, restart controller, injector and bootstrap.',
  },
  ErrObtainingCertFromSecret: {
    meaning: 'The CA bundle Secret has no key ca.crt.',
    remedy:
      'Re-create the Secret with ca.crt and private.key, or delete it so that the built-in provider creates a new one; then restart all three components.',
  },
  ErrObtainingPrivateKeyFromSecret: {
    meaning: 'The CA bundle Secret has no key private.key.',
    remedy:
      'Re-create the Secret with ca.crt and private.key, or delete it so that the built-in provider creates a new one; then restart all three components.',
  },
  ErrObtainingCertExpirationFromSecret: {
    meaning: 'The CA bundle Secret has no key for the expiration time.',
    remedy: 'No known release logs it; this key is no longer used.',
  },
  ErrParsingCertExpiration: {
    meaning: 'The expiration time in the CA bundle Secret cannot be parsed.',
    remedy: 'No known release logs it; this key is no longer used.',
  },
  ErrCreatingCertSecret: {
    meaning: 'The CA bundle Secret could not be created.',
    remedy:
      'Check RBAC on secrets, the ResourceQuota of the namespace, and whether the namespace is being deleted.',
  },
  ErrGeneratingPrivateKey: {
    meaning: 'A private RSA key could not be generated.',
    remedy: 'Check certKeyBitSize in the MeshConfig, and whether the container has enough CPU.',
  },
  ErrEncodingKeyDERtoPEM: {
    meaning: 'A private key could not be converted from DER to PEM.',
    remedy: 'Report a bug, with the error text of the record.',
  },
  ErrCreatingCertReq: {
    meaning: 'A CertificateRequest for cert-manager could not be created.',
    remedy: 'Check that cert-manager is installed, that its issuer is Ready, and RBAC on cert-manager.io.',
  },
  ErrCreatingRootCert: {
    meaning: 'The root certificate could not be generated.',
    remedy: 'Report a bug, with the error text of the record.',
  },
  ErrEncodingCertDERtoPEM: {
    meaning: 'A certificate could not be converted from DER to PEM.',
    remedy: 'Report a bug, with the error text of the record.',
  },
  ErrDecodingPEMCert: {
    meaning: 'A certificate could not be read as PEM.',
    remedy: 'The CA bundle Secret is damaged or not PEM: restore it, then restart all three components.',
  },
  ErrDecodingPEMPrivateKey: {
    meaning: 'The private key of the CA could not be read as PEM.',
    remedy:
      'The key in the CA bundle Secret is damaged or has another format: restore it, then restart all three components.',
  },
  ErrIssuingCert: {
    meaning: 'Vault refused to issue a certificate or failed to do so.',
    remedy:
      'Check whether Vault is sealed, whether the token expired, and whether the address and role are correct.',
  },
  ErrCreatingCert: {
    meaning: 'An X.509 certificate could not be signed.',
    remedy:
      'The certificate and the key of the CA probably do not match: restore the matching pair in the CA bundle Secret.',
  },
  ErrInvalidCA: {
    meaning: 'The issuer received no usable certificate authority (CA).',
    remedy: 'Re-create the CA bundle Secret and restart all three components.',
  },
  ErrRotatingCert: {
    meaning: 'A certificate in use could not be renewed.',
    remedy:
      'The error text of the record gives the reason: check what issues the certificates (CA, Vault or cert-manager).',
  },
  ErrPubSubMessageFormat: {
    meaning: 'An internal message had an unexpected type.',
    remedy: 'No known release logs it. If it appears, report a bug.',
  },
  ErrMeshConfigInformerInitCache: {
    meaning: 'The cache of MeshConfig objects could not be synchronized. Only v1.1 has this error.',
    remedy: 'Check that the CRD meshconfigs exists, and RBAC on it.',
  },
  ErrConfigInformerInitCache: {
    meaning: 'The caches of the mesh configuration objects could not be synchronized.',
    remedy: 'Check that the CRDs meshconfigs and meshrootcertificates exist, and RBAC on them.',
  },
  ErrMeshConfigStructCasting: {
    meaning: 'A cached object is not a MeshConfig.',
    remedy: 'No known release logs it. If it appears, report a bug.',
  },
  ErrMeshConfigFetchFromCache: {
    meaning: 'The MeshConfig could not be read from the cache.',
    remedy: 'Check the CRD meshconfigs and the MeshConfig itself, then restart the component.',
  },
  ErrMeshConfigMarshaling: {
    meaning: 'The MeshConfig could not be converted to JSON.',
    remedy: 'Check the content of the MeshConfig.',
  },
};
