import { count } from '#i18n/en/words.ts';
import { certificateFindings } from './findings-certificates.en.ts';
import { healthFindings } from './findings.en.ts';
import type { StepTexts } from '#i18n/types/steps.ts';
import type { healthFindings as definitions } from './findings.ts';
import type { healthStep } from './step.ts';
import type { ProbeMeaning } from '#mesh/probes.ts';
import type { ProbeVerdict } from './rows.ts';

/** The words of the tables and the screen. */
const words = {
  looked: (replicas: number, probes: number, services: number) =>
    `Checked ${count(replicas, 'replica')}, ${count(probes, 'probe')} and ${count(services, 'Service')}.`,
  labels: {
    manual: 'Call the probe manually',
    manualForward: 'in one terminal, forward the port of the Pod',
    manualCall: (expect: string) => `in a second terminal, call it; the healthy answer is "${expect}"`,
    meaningOfAnswers: 'What the answers of a probe mean',
    breaksNow: 'impact now',
    breaksWhileFailing: 'impact while it fails',
    replicas: 'Replicas',
    probesOf: (pod: string) => `Probes of ${pod}`,
    notCalled: 'This probe was not called, so it is not part of the result.',
    services: 'Services',
    kubelet: 'What the kubelet reports',
    kubeletSays: (failures: number, age: string) =>
      `the kubelet reported ${count(failures, 'failure')}, the last one ${age} ago`,
    kubeletSilent: 'no failure in its events (by default, events are kept for 1 h)',
    kubeletUnknown: 'unknown: its events were not read',
  },
  columns: {
    probe: 'PROBE',
    endpoint: 'ENDPOINT',
    answer: 'ANSWER NOW',
    kubelet: 'KUBELET',
    readyEndpoints: 'READY ENDPOINTS',
  },
  rows: {
    replica: (ready: string, status: string, restarts: number, age: string) =>
      `${ready} ${status}, ${count(restarts, 'restart')}, age ${age}`,
    probe: (probe: string, container: string, answer: string) => `${probe} ${answer}, ${container}`,
    answered: (status: number, milliseconds: number) => `${status} in ${milliseconds} ms`,
    repeated: (answer: string, failed: number, attempts: number) =>
      `${answer}, ${failed} of ${attempts} failed`,
    refused: 'connection refused',
    noAnswer: (seconds: number) => `no answer in ${seconds} s`,
    proxyFailed: 'not reachable through the API server',
  },
  verdicts: {
    passes: 'passes',
    fails: 'fails',
    flaps: 'fails intermittently',
    'not-checked': 'not checked',
    pending: 'calling',
  } satisfies Record<ProbeVerdict, string>,
  meanings: {
    'controller-alive': {
      ok: '200 "Service is alive": the controller process is running, and its SMI API check passes.',
      failing:
        '503: the process is running, but one of its own checks fails. Since osm-edge 1.2, this is almost always the SMI API check, unless the response body names another check.',
      silent:
        'Connection refused or no answer: the process is still starting or has crashed, or a stray sidecar is in the way.',
      breaks: 'After 3 failures, 10 s apart, the kubelet restarts the container.',
    },
    'controller-ready': {
      ok: '200 "Service is ready": the controller process is running, its SMI API check passes, and it can serve sidecars.',
      failing:
        '503: the process is running, but one of its own checks fails. Since osm-edge 1.2, this is almost always the SMI API check, which also makes liveness fail.',
      silent:
        'Connection refused or no answer: the process is still starting or has crashed, or a stray sidecar is in the way.',
      breaks:
        'The Pod is removed from the endpoints of its Services and receives no traffic. Without another Ready replica, sidecars receive no new configuration, and the validating webhook cannot be reached.',
    },
    injector: {
      ok: '200 "Health OK": the injector process is running. Since osm-edge 1.2, this does not cover its webhook on port 9090.',
      failing:
        'This endpoint itself only returns 200. A 404 means the wrong port or scheme: it is HTTPS on port 9090 in 1.1, and HTTP on port 9091 since 1.2.',
      silent:
        'Connection refused or no answer: the process is still starting or has crashed, or a stray sidecar is in the way.',
      breaks:
        'Without a Ready injector, new Pods in enrolled namespaces cannot be created (failurePolicy Fail). After 3 liveness failures, 10 s apart, the kubelet restarts it.',
    },
    bootstrap: {
      ok: '200 "Health OK": the bootstrap is running; it has applied the CRDs and made sure that the MeshConfig exists.',
      failing:
        'This endpoint itself only returns 200. A 404 means the wrong port: it is 9095 in 1.1, and 9091 since 1.2.',
      silent:
        'Connection refused or no answer: the bootstrap is still processing the CRDs and the MeshConfig, or has crashed.',
      breaks:
        'The init containers of the controller and the injector wait for it for about 4 to 6 minutes, then fail and start over. Running controllers and injectors keep working.',
    },
    'repo-server': {
      ok: 'The Pipy repo in the controller Pod answers: its container is running.',
      failing: 'The Pipy repo answers, but does not report success.',
      silent:
        'Connection refused or no answer: the repo container is starting or has terminated, or another process uses its port.',
      breaks:
        'The controller cannot distribute configuration. The Pod is not Ready; after 3 liveness failures, 10 s apart, the kubelet restarts the repo.',
    },
    'rewritten-by-injection': {
      ok: '200: the injected sidecar forwarded the call, and the container behind it answered.',
      failing: 'The injected sidecar answers, but the call to the container behind it does not succeed.',
      silent: 'The injected sidecar answers only after its own mesh has configured it.',
      breaks:
        'The kubelet acts on this answer, not on that of port 9091: a manual call to port 9091 can succeed while the kubelet restarts the container or the Pod is removed from its Services.',
    },
    other: {
      ok: 'A status from 200 to 399 is a success.',
      failing: 'Any status outside 200 to 399 is a failure.',
      silent:
        'Connection refused or no answer: nothing listens on the port, or the process does not answer in time.',
      breaks:
        'Liveness: the kubelet restarts the container. Readiness: the Pod receives no traffic through its Services.',
    },
  } satisfies Record<ProbeMeaning, unknown>,
};

export type HealthTexts = StepTexts<
  keyof typeof definitions,
  (typeof healthStep)['checks'][number]['id'],
  typeof words
>;

export const texts: HealthTexts = {
  tab: 'Health',
  question: 'Which component, replica and probe is failing?',
  guide: {
    title: 'Health probes of the control plane',
    paragraphs: [
      'The components of the control plane report their health through HTTP probes. Kubernetes calls the probes, shows the result in the status of the Pod and acts on it.',
      'The controller has two endpoints on port 9091. /health/alive returns 200 when the process is running. /health/ready returns 200 when it can serve proxies; if it returns 503 or does not answer, proxies cannot connect.',
      'The injector has the endpoint /healthz. It returns 200 when the injector can inject sidecars into new Pods; otherwise it does not answer.',
      'When liveness fails, Kubernetes records an event and restarts the container. When readiness fails, it records an event, and the Pod receives no traffic through its Services. "kubectl describe pod" shows the events, and "kubectl get pod" shows the READY column.',
      'To check manually, forward port 9091 of the Pod, then call /health/alive with curl in a second terminal. A healthy controller returns 200 and "Service is alive".',
    ],
    stale: [
      'The guide gives port 9090 for the injector. That is the HTTPS port of 1.1. Since 1.2, the probe uses HTTP on port 9091 and does not cover the webhook on port 9090.',
      'The images in the guide are those of OSM 0.8. Images of osm-edge have names like flomesh/osm-edge-controller:1.3.9, without a leading v in the tag.',
      'READY 0/1 is out of date: a healthy osm-edge controller shows 2/2 (repo and controller), and 1/2 means that only one of them is Ready.',
      'While a controller is starting, connections to it are refused. In 1.2 and later, a 503 almost always comes from the SMI API check.',
      'The commands use only the first Pod (.items[0]). They fail when there is no Pod, and they hide other replicas. Check every replica; when there is no Pod, check the events of the ReplicaSet.',
      'The guide does not cover osm-bootstrap. The other two components wait for it in an init container, so check it first when a Pod shows Init:0/1.',
    ],
  },
  checks: {
    'control-plane-found': {
      question: 'Does a control plane of a mesh exist?',
      passed: (looked) =>
        looked === 0
          ? 'There is no Deployment to check.'
          : `${count(looked, 'Deployment')} of all meshes checked: this mesh has a controller.`,
    },
    components: {
      question: 'Does every component have its Deployment, its Pods and a Ready replica?',
      passed: (looked) =>
        looked === 0
          ? 'There is no controller, so there are no components to check.'
          : `${count(looked, 'Deployment')} of this mesh: none is missing, each has a Pod that is Ready or starting.`,
    },
    replicas: {
      question: 'Is every replica Ready, and has it stayed Ready?',
      passed: (looked) =>
        looked === 0
          ? 'There is no Pod to check.'
          : `${count(looked, 'Pod')} checked: each is Ready or starting, and no restart needs attention.`,
    },
    'probes-now': {
      question: 'Does every probe pass now?',
      passed: (looked) =>
        looked === 0
          ? 'There is no probe to call.'
          : `${count(looked, 'probe')} called through the API server: no unexpected failure.`,
    },
    services: {
      question: 'Does every Service of the control plane have a Ready Pod behind it?',
      passed: (looked) =>
        looked === 0
          ? 'There is no Service to check.'
          : `${count(looked, 'Service')} checked: each has a Pod behind it that is Ready or starting.`,
    },
    'smi-api': {
      question: 'Does the API server serve the SMI kinds that the controller asks for?',
      passed: (looked) =>
        looked === 0
          ? 'There is no SMI kind to check.'
          : `${count(looked, 'SMI kind')} checked: the API server serves ${looked === 1 ? 'it' : 'all of them'}.`,
    },
    'custom-resource-definitions': {
      question: 'Do all CRDs that the control plane watches exist?',
      passed: (looked) =>
        looked === 0
          ? 'There is no CRD to check.'
          : `${count(looked, 'CRD')} checked: ${looked === 1 ? 'it exists' : 'all exist'}.`,
    },
    'mesh-config': {
      question: 'Does the MeshConfig exist?',
      passed: (looked) => (looked === 0 ? 'There is no MeshConfig to check.' : 'The MeshConfig exists.'),
    },
    'webhook-configurations': {
      question: 'Is a webhook configuration left over from a removed mesh?',
      passed: (looked) =>
        looked === 0
          ? 'There is no webhook configuration to check.'
          : `${count(looked, 'webhook configuration')} checked: none is left over from a removed mesh.`,
    },
    'namespace-usable': {
      question: 'Can objects be created in the namespace of the control plane?',
      passed: (looked) =>
        looked === 0 ? 'There is no namespace to check.' : 'The namespace is not being deleted.',
    },
    'webhook-certificates': {
      question: 'Are the CA bundles of the webhooks valid, and of one CA?',
      passed: (looked) =>
        looked === 0
          ? 'There is no CA bundle to check.'
          : `${count(looked, 'CA bundle')} checked: ${looked === 1 ? 'it is valid' : 'all are valid'} and of one CA.`,
    },
    'crd-conversion': {
      question: 'Does every conversion webhook of the CRDs work?',
      passed: (looked) =>
        looked === 0
          ? 'There is no CRD to check.'
          : `${count(looked, 'CRD')} checked: no conversion webhook is missing or failing.`,
    },
  },
  findings: { ...healthFindings, ...certificateFindings },
  words,
};
