import type { FindingTexts } from '#i18n/types/findings.ts';
import { inBrackets, sentences, times } from '#i18n/en/words.ts';
import { logPlace, logTitle } from './log-words.en.ts';

/** Log findings about a process that goes on (facts §5.5, §5.6). */
export const logErrorFindings = {
  'log-missing-resource': {
    title: (params) =>
      params.resource === ''
        ? logTitle('resource not served', params)
        : `${params.resource} not served, ${times(params.count)}`,
    explanation: (params) =>
      sentences(
        `The API server does not serve ${params.resource === '' ? 'a resource that the process watches' : params.resource}: its CRD is missing or has another version.`,
        'A starting process waits for it indefinitely and never opens its health port.',
        logPlace(params),
      ),
    next: () => 'Compare the CRDs with the version of the mesh. Restarting the bootstrap applies them again.',
  },
  'log-forbidden': {
    title: (params) =>
      params.resource === ''
        ? logTitle('forbidden', params)
        : `${params.resource} forbidden, ${times(params.count)}`,
    explanation: (params) =>
      sentences(
        `RBAC denies the control plane access to ${params.resource === '' ? 'a resource that it needs' : params.resource}.`,
        'A starting process waits for it indefinitely or exits after a fatal line.',
        logPlace(params),
      ),
    next: () =>
      'Check the ClusterRole and the ClusterRoleBinding: both are named after the Helm release, which usually has the name of the mesh.',
  },
  'log-smi-check-failed': {
    title: (params) => logTitle('SMI check failed', params),
    explanation: (params) =>
      sentences(
        'On every call of its probes, the controller asks the API server for the SMI kinds. While one is missing, liveness and readiness both return 503.',
        logPlace(params),
      ),
    next: () => 'Check whether the SMI CRDs exist, and which versions they serve.',
  },
  'log-health-warning': {
    title: (params) => `${params.probe} failed${inBrackets(params.subProbe)}, ${times(params.count)}`,
    explanation: (params) =>
      sentences(
        'The controller logs this warning each time it returns 503 to a probe; the warning names the check that failed.',
        params.subProbe === 'SMI' && 'The check SMI tests whether the API server serves the SMI kinds.',
        params.subProbe === 'pipy-Repo' &&
          'The check pipy-Repo tests the configuration server of the controller.',
        params.subProbe === 'ADS' && 'The check ADS tests the discovery server for Envoy.',
        logPlace(params),
      ),
    next: ({ subProbe }) =>
      subProbe === 'SMI'
        ? 'Check the SMI API under Health, and the errors of the component smi-mesh-spec.'
        : 'Check the error lines around the warning.',
  },
  'log-certificate-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'certificate error' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        'The certificate manager reports an error. While the process starts, this makes it exit after about 10 s; later, the probes can still pass while certificates are not renewed.',
        logPlace(params),
      ),
    next: () => 'Check the CA Secret, or Vault or cert-manager if they issue the certificates of the mesh.',
  },
  'log-injection-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'injection error' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        'The injector or a webhook of the control plane reports an error. New Pods may be rejected although its own probe passes.',
        logPlace(params),
      ),
    next: () =>
      'Read the error, then check the annotations of the namespace and the Pod that it names, and the webhook configuration.',
  },
  'log-mesh-config-missing': {
    title: (params) => logTitle('MeshConfig missing', params),
    explanation: (params) =>
      sentences(
        'Without its MeshConfig, the process uses default values: the controller looks for its repo on port 15128 and exits, and the injector rejects Pods, because no sidecar image is set.',
        logPlace(params),
      ),
    next: () => 'Restart the bootstrap: it creates the MeshConfig if it does not exist.',
  },
  'log-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'error' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        'This is an error line of the control plane. On its own, it does not end the process.',
        params.component !== '' && `It comes from the component "${params.component}".`,
        logPlace(params),
      ),
    next: ({ errorCode }) =>
      errorCode === ''
        ? 'Read the lines around it, and compare its time with the times of the probe failures.'
        : `Read what ${errorCode} means in this version, and compare its time with the times of the probe failures.`,
  },
  'log-policy-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'policy error' : params.errorCode, params),
    explanation: (params) =>
      sentences('A traffic policy of a user is invalid. This does not make a probe fail.', logPlace(params)),
    next: () => 'Tell the owner of the policy; it is not the cause of the probe failure.',
  },
  'log-data-plane-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'data plane' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        'This concerns a proxy of the mesh, not the control plane. It does not make a probe fail.',
        logPlace(params),
      ),
    next: () => 'Look into it after the probes pass again.',
  },
  'log-benign': {
    title: (params) => logTitle('harmless', params),
    explanation: (params) =>
      sentences(
        'This line is known to be harmless in this version: it is part of a normal start, stop or configuration change.',
        logPlace(params),
      ),
    next: () => 'No action is needed.',
  },
} satisfies Partial<FindingTexts>;
