import type { FindingTexts } from '#i18n/types/findings.ts';
import { titleWords } from '../../clip.ts';
import { endpointOf, portOf } from '../../ports.ts';
import { consequence, meaningOfRefusal, meaningOfStatus } from '../probe-words.ts';
import { about, count, list, says, sentences } from '../words.ts';
import { meaningOfExit } from './pod-run.ts';

/** What stops while a component does not run. */
export function lossOf(component: string): string {
  if (component.includes('injector')) {
    return 'New Pods in enrolled namespaces are not created, since its webhook fails closed.';
  }
  if (component.includes('bootstrap')) {
    return 'New Pods of controller and injector wait in their init container; running ones go on.';
  }
  return 'Sidecars get no new configuration, and the validating webhook cannot be reached.';
}

const flapping = (consistent: boolean): string => (consistent ? '' : ', not every time');

export const healthFindings = {
  'component-missing': {
    title: ({ component }, subject) => about(component, subject, 'has no Deployment'),
    explanation: ({ component }) =>
      `The control plane has no Deployment for ${component}. ${lossOf(component)}`,
    next: () => 'Find out who deleted it. The chart of the same version brings it back.',
  },
  'scaled-to-zero': {
    title: ({ component }, subject) => about(component, subject, 'is scaled to 0 replicas'),
    explanation: ({ component }) =>
      `The Deployment wants no Pods, so none of its probes can fail or pass. ${lossOf(component)}`,
    next: () => 'Find out who scaled it down, then scale it up.',
  },
  'no-pods': {
    title: ({ component, wanted }, subject) => about(component, subject, `has no Pods; ${wanted} wanted`),
    explanation: ({ component }) =>
      `The Deployment wants Pods, but none exists: their creation is rejected, or was not tried yet. ${lossOf(component)}`,
    next: () =>
      'Look at the events of the ReplicaSet: a rejected Pod leaves FailedCreate there, not on a Pod.',
  },
  'component-down': {
    title: ({ component, ready, wanted }, subject) =>
      about(component, subject, `has ${ready} of ${count(wanted, 'replica')} Ready`),
    explanation: ({ component, ready }) =>
      ready === 0
        ? `No replica of ${component} is Ready. ${lossOf(component)}`
        : `Some replicas of ${component} are missing or not Ready. The Ready ones carry the load alone.`,
    next: () => 'Look at the replica below, then walk through sidecar, events and logs.',
  },
  'replica-not-ready': {
    title: ({ ready, status, restarts }) => `is not Ready: ${ready} ${status}, ${count(restarts, 'restart')}`,
    explanation: ({ ready, status }) =>
      sentences(
        `The Pod shows ${ready} containers Ready and the status ${status}. It gets no traffic through its Services until every container is Ready.`,
        ready === '1/2' &&
          'In a controller Pod with a Pipy repo, 1/2 mostly means that the repo is Ready and the controller is not.',
      ),
    next: () => 'Look at its probes, then at its containers, events and logs.',
  },
  'probe-status': {
    title: ({ probe, status, subProbe, consistent }) =>
      `${probe} answers ${status}${subProbe === '' ? '' : ` (${subProbe})`}${flapping(consistent)}`,
    explanation: ({ probe, status, subProbe, body }) =>
      sentences(meaningOfStatus(status, subProbe), says('The body says', body), consequence(probe)),
    next: ({ status, subProbe }) =>
      status === 503 && (subProbe === 'SMI' || subProbe === '')
        ? 'Look at the SMI CRDs and API versions, and at errors of the component smi-mesh-spec in the log.'
        : 'Look at the log of the container at the time of the call.',
  },
  'probe-refused': {
    title: ({ probe, url, consistent }) => `${probe} refused at ${endpointOf(url)}${flapping(consistent)}`,
    explanation: ({ probe, url }) => sentences(meaningOfRefusal(portOf(url)), consequence(probe)),
    next: () =>
      'Look at restarts and the previous log for a process that ends, and at step Sidecar for a stray sidecar.',
  },
  'probe-no-answer': {
    title: ({ probe, url, seconds, consistent }) =>
      `${probe}: no answer in ${seconds} s at ${endpointOf(url)}${flapping(consistent)}`,
    explanation: ({ probe, seconds }) =>
      sentences(
        `No answer came within the ${seconds} s that the probe allows. The process is too busy, or something in between holds the call, such as a stray sidecar.`,
        consequence(probe),
      ),
    next: () => 'Look at step Sidecar, and at CPU and memory of the Pod.',
  },
  'restarted-before': {
    title: ({ container, restarts }) => `${count(restarts, 'restart')}, Ready now: "${container}"`,
    explanation: ({ exitCode, reason, finishedAt, container }) =>
      sentences(
        `The last run of "${container}" ended${finishedAt === '' ? '' : ` at ${finishedAt}`} with exit code ${exitCode}${reason === '' ? '' : ` (${reason})`}.`,
        meaningOfExit(exitCode, container),
        'The Pod is Ready now; the cause may come back.',
      ),
    next: () =>
      'Read the previous log. One restart of an osm-edge 1.3 controller right after its Pod started is harmless.',
  },
  'rollout-in-progress': {
    title: ({ component, updated, wanted }, subject) =>
      about(component, subject, `is being rolled out: ${updated} of ${wanted} updated`),
    explanation: () =>
      'New Pods replace old ones, and the rollout is inside its deadline. A Pod that is not Ready yet may only be starting.',
    next: () => 'Wait for the rollout and check again.',
  },
  'rollout-stuck': {
    title: ({ component }, subject) => about(component, subject, 'makes no progress in its rollout'),
    explanation: ({ message }) =>
      sentences(
        'The new Pods did not become Ready within the deadline of the Deployment. Old Pods may still serve.',
        says('The Deployment says', message),
      ),
    next: () => 'Look at the newest Pod and its ReplicaSet.',
  },
  'control-plane-leftovers': {
    title: ({ remains }) =>
      `no controller, but remains of a mesh${remains.length === 0 ? '' : `: ${titleWords(list(remains, 3))}`}`,
    explanation: ({ remains }) =>
      sentences(
        'No controller Deployment exists here, but parts of a mesh do.',
        remains.length > 0 && `Found: ${list(remains, 8)}.`,
        'A webhook configuration that is left fails closed: it can keep Pods of enrolled namespaces from being created.',
      ),
    next: () => 'Decide whether the mesh is to come back: then reinstall it; if not, remove what is left.',
  },
  'service-without-endpoints': {
    title: ({ service }, subject) => about(service, subject, 'has no Ready Pod behind it'),
    explanation: ({ service }) =>
      `No Pod behind Service ${service} is Ready, so calls to it fail. ${
        service.includes('injector')
          ? 'The API server calls it before it creates a Pod in an enrolled namespace.'
          : service.includes('validator')
            ? 'The API server calls it when policies of the mesh are created or changed.'
            : 'Sidecars and other components call it.'
      }`,
    next: () => 'Mend the Pods behind it; the Service follows by itself.',
  },
  'stale-webhook': {
    title: ({ service }) => `calls Service ${service}, which no Deployment serves`,
    explanation: (_, subject) =>
      sentences(
        'The Deployment that would answer it does not exist. A process of the mesh wrote this configuration, not Helm, so it can outlive the mesh.',
        subject.kind === 'ValidatingWebhookConfiguration'
          ? 'It fails closed: objects that it is asked about are rejected.'
          : 'It fails closed: Pods in the namespaces that it selects cannot be created.',
      ),
    next: () => 'Make sure that its mesh is no longer installed, then delete it.',
  },
  'smi-kind-not-served': {
    title: ({ kind, groupVersion }, subject) =>
      subject.name === groupVersion ? `does not serve ${kind}` : `${kind} is not served in ${groupVersion}`,
    explanation: ({ kind, groupVersion }) =>
      `On every call of its probes the controller asks the API server for ${kind} in ${groupVersion}. While it is not served, liveness and readiness answer 503, and the kubelet restarts the controller.`,
    next: () => 'Look at the CRD: it is deleted, or serves another version after an upgrade or downgrade.',
  },
  'crd-missing': {
    title: ({ crd }, subject) => about(crd, subject, 'does not exist'),
    explanation: ({ crd }) =>
      `The control plane of this version watches ${crd}. A process that starts waits for it without end, its probes are refused, and the kubelet restarts it.`,
    next: () => 'Restart the bootstrap: it applies the CRDs when it starts.',
  },
  'mesh-config-absent': {
    title: ({ name }, subject) => about(name, subject, 'does not exist'),
    explanation: () =>
      'Running processes go on with default values. A controller that starts without it looks for its repo on the wrong port and ends; the injector rejects Pods, because no sidecar image is set.',
    next: () => 'Restart the bootstrap: it creates the MeshConfig again.',
  },
} satisfies Partial<FindingTexts>;
