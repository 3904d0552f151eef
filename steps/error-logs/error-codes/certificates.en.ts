/** Errors of certificates and of the MeshConfig cache, E4000 and on (facts §6). */
export const certificateErrors = {
  ErrFetchingCertSecret: {
    meaning: 'The CA bundle Secret could not be read.',
    remedy:
      'The Secret is missing, or RBAC on secrets is. The built-in provider makes an absent Secret itself, so look at RBAC and the API server first. Once it is back, restart controller, injector and bootstrap.',
  },
  ErrObtainingCertFromSecret: {
    meaning: 'The CA bundle Secret has no key ca.crt.',
    remedy:
      'Recreate the Secret with ca.crt and private.key, or delete it so that the built-in provider makes a new one; then restart all three components.',
  },
  ErrObtainingPrivateKeyFromSecret: {
    meaning: 'The CA bundle Secret has no key private.key.',
    remedy:
      'Recreate the Secret with ca.crt and private.key, or delete it so that the built-in provider makes a new one; then restart all three components.',
  },
  ErrObtainingCertExpirationFromSecret: {
    meaning: 'The CA bundle Secret has no key for the expiry time.',
    remedy: 'No known release logs it; that key has long been unused.',
  },
  ErrParsingCertExpiration: {
    meaning: 'The expiry time in the CA bundle Secret cannot be read.',
    remedy: 'No known release logs it; that key has long been unused.',
  },
  ErrCreatingCertSecret: {
    meaning: 'The CA bundle Secret could not be created.',
    remedy: 'Check RBAC on secrets, the quota of the namespace, and whether the namespace is being deleted.',
  },
  ErrGeneratingPrivateKey: {
    meaning: 'A private RSA key could not be generated.',
    remedy: 'Check certKeyBitSize in the MeshConfig, and whether the container is starved of CPU.',
  },
  ErrEncodingKeyDERtoPEM: {
    meaning: 'A private key could not be turned from DER into PEM.',
    remedy: 'Report a bug, with the error text of the record.',
  },
  ErrCreatingCertReq: {
    meaning: 'A CertificateRequest for cert-manager could not be built.',
    remedy: 'Check that cert-manager is installed, that its issuer is ready, and RBAC on cert-manager.io.',
  },
  ErrCreatingRootCert: {
    meaning: 'The root certificate could not be generated.',
    remedy: 'Report a bug, with the error text of the record.',
  },
  ErrEncodingCertDERtoPEM: {
    meaning: 'A certificate could not be turned from DER into PEM.',
    remedy: 'Report a bug, with the error text of the record.',
  },
  ErrDecodingPEMCert: {
    meaning: 'A certificate is not readable as PEM.',
    remedy: 'The CA bundle Secret is damaged or not PEM: restore it, then restart all three components.',
  },
  ErrDecodingPEMPrivateKey: {
    meaning: 'The private key of the CA is not readable as PEM.',
    remedy:
      'The key in the CA bundle Secret is damaged or of another format: restore it, then restart all three components.',
  },
  ErrIssuingCert: {
    meaning: 'Vault refused or failed to issue a certificate.',
    remedy: 'Check whether Vault is sealed, whether the token expired, and that address and role are right.',
  },
  ErrCreatingCert: {
    meaning: 'An X.509 certificate could not be signed.',
    remedy:
      'Certificate and key of the CA probably do not belong together: restore the pair in the CA bundle Secret.',
  },
  ErrInvalidCA: {
    meaning: 'The issuer was given no usable certificate authority.',
    remedy: 'Recreate the CA bundle Secret and restart all three components.',
  },
  ErrRotatingCert: {
    meaning: 'A certificate in use could not be renewed.',
    remedy:
      'The error text of the record says why: check the CA, Vault or cert-manager, whichever issues certificates.',
  },
  ErrPubSubMessageFormat: {
    meaning: 'An internal message was of an unexpected type.',
    remedy: 'No known release logs it. If it shows, report a bug.',
  },
  ErrMeshConfigInformerInitCache: {
    meaning: 'The cache of MeshConfig objects could not be filled. Only v1.1 has this error.',
    remedy: 'Check that the CRD meshconfigs exists, and RBAC on it.',
  },
  ErrConfigInformerInitCache: {
    meaning: 'The caches of the mesh configuration objects could not be filled.',
    remedy: 'Check that the CRDs meshconfigs and meshrootcertificates exist, and RBAC on them.',
  },
  ErrMeshConfigStructCasting: {
    meaning: 'A cached object is no MeshConfig.',
    remedy: 'No known release logs it. If it shows, report a bug.',
  },
  ErrMeshConfigFetchFromCache: {
    meaning: 'The MeshConfig could not be looked up in the cache.',
    remedy: 'Check the CRD meshconfigs and the MeshConfig itself, then restart the component.',
  },
  ErrMeshConfigMarshaling: {
    meaning: 'The MeshConfig could not be written as JSON.',
    remedy: 'Check the content of the MeshConfig.',
  },
};
