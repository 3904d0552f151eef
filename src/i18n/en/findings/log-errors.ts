import type { FindingTexts } from '#i18n/types/findings.ts';
import { inBrackets, sentences, times } from '../words.ts';
import { logPlace, logTitle } from './log-words.ts';

/** Log findings about a process that goes on (facts §5.5, §5.6). */
export const logErrorFindings = {
  'log-missing-resource': {
    title: (params) =>
      params.resource === ''
        ? logTitle('resource not served', params)
        : `${params.resource} not served, ${times(params.count)}`,
    explanation: (params) =>
      sentences(
        `The API server does not serve ${params.resource === '' ? 'a resource that the process watches' : params.resource}: its CRD is missing or of another version.`,
        'A process that starts waits for it without end and never opens its health port.',
        logPlace(params),
      ),
    next: () =>
      'Compare the CRDs with the version of the mesh. A restart of the bootstrap applies them again.',
  },
  'log-forbidden': {
    title: (params) =>
      params.resource === ''
        ? logTitle('forbidden', params)
        : `${params.resource} forbidden, ${times(params.count)}`,
    explanation: (params) =>
      sentences(
        `RBAC denies the control plane access to ${params.resource === '' ? 'a resource that it needs' : params.resource}.`,
        'A process that starts waits for it without end or ends with a fatal line.',
        logPlace(params),
      ),
    next: () =>
      'Look at the ClusterRole and ClusterRoleBinding: both carry the name of the Helm release, mostly the mesh name.',
  },
  'log-smi-check-failed': {
    title: (params) => logTitle('SMI check failed', params),
    explanation: (params) =>
      sentences(
        'The controller asks the API server for the SMI kinds on every call of its probes. While one is missing, liveness and readiness both answer 503.',
        logPlace(params),
      ),
    next: () => 'Look at the SMI CRDs: whether they exist, and which versions they serve.',
  },
  'log-health-warning': {
    title: (params) => `${params.probe} failed${inBrackets(params.subProbe)}, ${times(params.count)}`,
    explanation: (params) =>
      sentences(
        'The controller writes this warning each time it answers a probe with 503; it names the check behind it.',
        params.subProbe === 'SMI' && 'SMI is the check that the API server serves the SMI kinds.',
        params.subProbe === 'pipy-Repo' && 'pipy-Repo is the check of its configuration server.',
        params.subProbe === 'ADS' && 'ADS is the check of its discovery server for Envoy.',
        logPlace(params),
      ),
    next: ({ subProbe }) =>
      subProbe === 'SMI'
        ? 'Look at the SMI API under Health, and at errors of the component smi-mesh-spec.'
        : 'Look at the error lines around the warning.',
  },
  'log-certificate-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'certificate error' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        'The certificate manager reports an error. At the start of the process this ends it after about 10 s; later the probes can stay green while certificates are not renewed.',
        logPlace(params),
      ),
    next: () =>
      'Look at the CA Secret, or at Vault or cert-manager if the mesh takes its certificates from there.',
  },
  'log-injection-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'injection error' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        'The injector or a webhook of the control plane reports an error. New Pods may be rejected or not created while its own probe is green.',
        logPlace(params),
      ),
    next: () =>
      'Read the error; look at the annotations of the namespace and Pod it names, and at the webhook configuration.',
  },
  'log-mesh-config-missing': {
    title: (params) => logTitle('MeshConfig missing', params),
    explanation: (params) =>
      sentences(
        'Without its MeshConfig the process works with default values: the controller looks for its repo on port 15128 and ends, and the injector rejects Pods because no sidecar image is set.',
        logPlace(params),
      ),
    next: () => 'Restart the bootstrap: it creates the MeshConfig again when it is absent.',
  },
  'log-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'error' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        'An error line of the control plane. It does not end the process by itself.',
        params.component !== '' && `It comes from the component "${params.component}".`,
        logPlace(params),
      ),
    next: ({ errorCode }) =>
      errorCode === ''
        ? 'Read the lines around it, and compare its time with that of the probe failures.'
        : `Read what ${errorCode} means in this version, and compare its time with that of the probe failures.`,
  },
  'log-policy-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'policy error' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        'A traffic policy of a user is not right. This does not make a probe fail.',
        logPlace(params),
      ),
    next: () => 'Hand it to the owner of the policy; it is not the cause here.',
  },
  'log-data-plane-error': {
    title: (params) => logTitle(params.errorCode === '' ? 'data plane' : params.errorCode, params),
    explanation: (params) =>
      sentences(
        'It concerns a proxy of the mesh, not the control plane. This does not make a probe fail.',
        logPlace(params),
      ),
    next: () => 'Look at it after the probes pass again.',
  },
  'log-benign': {
    title: (params) => logTitle('harmless', params),
    explanation: (params) =>
      sentences(
        'This line is known to be harmless in this version: it belongs to a normal start, stop or change.',
        logPlace(params),
      ),
    next: () => 'Nothing needs to be done.',
  },
} satisfies Partial<FindingTexts>;
