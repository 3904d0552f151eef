import type { FindingTexts } from '#i18n/types/findings.ts';
import { titleWords } from '#i18n/clip.ts';
import { endpointOf, portOf } from '#i18n/ports.ts';
import { consequence, meaningOfRefusal, meaningOfStatus } from '#steps/shared/probe-words.en.ts';
import { about, count, list, says, sentences } from '#i18n/en/words.ts';
import { meaningOfExit } from '#steps/pod-events/findings-pod-run.en.ts';

/** What stops while a component does not run. */
export function lossOf(component: string): string {
  if (component.includes('injector')) {
    return 'New Pods in enrolled namespaces cannot be created, because its webhook fails closed.';
  }
  if (component.includes('bootstrap')) {
    return 'New Pods of the controller and the injector wait in their init container; running Pods keep working.';
  }
  return 'Sidecars receive no new configuration, and the validating webhook cannot be reached.';
}

const flapping = (consistent: boolean): string => (consistent ? '' : ', intermittent');

export const healthFindings = {
  'component-missing': {
    title: ({ component }, subject) => about(component, subject, 'has no Deployment'),
    explanation: ({ component }) =>
      `The control plane has no Deployment for ${component}. ${lossOf(component)}`,
    next: () => 'Find out who deleted it. The Helm chart of the same version restores it.',
  },
  'scaled-to-zero': {
    title: ({ component }, subject) => about(component, subject, 'is scaled to 0 replicas'),
    explanation: ({ component }) =>
      `The Deployment specifies 0 replicas, so there is no Pod to probe. ${lossOf(component)}`,
    next: () => 'Find out who scaled it down, then scale it up.',
  },
  'no-pods': {
    title: ({ component, wanted }, subject) => about(component, subject, `has no Pods; ${wanted} desired`),
    explanation: ({ component }) =>
      `The Deployment specifies replicas, but no Pod exists: Pod creation is rejected or was not attempted yet. ${lossOf(component)}`,
    next: () =>
      'Check the events of the ReplicaSet: FailedCreate is recorded there, because a rejected Pod does not exist.',
  },
  'component-down': {
    title: ({ component, ready, wanted }, subject) =>
      about(component, subject, `has ${ready} of ${count(wanted, 'replica')} Ready`),
    explanation: ({ component, ready }) =>
      ready === 0
        ? `No replica of ${component} is Ready. ${lossOf(component)}`
        : `Some replicas of ${component} are missing or not Ready. The Ready replicas do all the work.`,
    next: () => 'Check its replicas, then go through the steps Sidecar, Events and Logs.',
  },
  'replica-not-ready': {
    title: ({ ready, status, restarts }) => `is not Ready: ${ready} ${status}, ${count(restarts, 'restart')}`,
    explanation: ({ ready, status }) =>
      sentences(
        `The Pod shows READY ${ready} and STATUS ${status}. It receives no traffic through its Services until every container is Ready.`,
        ready === '1/2' &&
          'In a controller Pod with a Pipy repo, 1/2 usually means that the repo is Ready and the controller is not.',
      ),
    next: () => 'Check its probes, then its containers, events and logs.',
  },
  'probe-status': {
    title: ({ probe, status, subProbe, consistent }) =>
      `${probe} returns ${status}${subProbe === '' ? '' : ` (${subProbe})`}${flapping(consistent)}`,
    explanation: ({ probe, status, subProbe, body }) =>
      sentences(meaningOfStatus(status, subProbe), says('Response body', body), consequence(probe)),
    next: ({ status, subProbe }) =>
      status === 503 && (subProbe === 'SMI' || subProbe === '')
        ? 'Check the SMI CRDs and API versions, and the log for errors of the component smi-mesh-spec.'
        : 'Check the log of the container at the time of the call.',
  },
  'probe-refused': {
    title: ({ probe, url, consistent }) =>
      `${probe}: connection refused at ${endpointOf(url)}${flapping(consistent)}`,
    explanation: ({ probe, url }) => sentences(meaningOfRefusal(portOf(url)), consequence(probe)),
    next: () =>
      'Check the restarts and the previous log for a process that exits, and step Sidecar for a stray sidecar.',
  },
  'probe-no-answer': {
    title: ({ probe, url, seconds, consistent }) =>
      `${probe}: no answer in ${seconds} s at ${endpointOf(url)}${flapping(consistent)}`,
    explanation: ({ probe, seconds }) =>
      sentences(
        `The probe timed out after ${seconds} s. The process is too busy, or something in between, such as a stray sidecar, holds up the call.`,
        consequence(probe),
      ),
    next: () => 'Check step Sidecar, and the CPU and memory usage of the Pod.',
  },
  'probe-edited': {
    title: ({ probe, url, chart }) =>
      `${probe} probes ${endpointOf(url)}, not ${endpointOf(chart)} as in the chart`,
    explanation: ({ chart, status }) =>
      sentences(
        'The port, path or scheme of this probe differs from the chart of this version, and the ports of the process are fixed: somebody edited the probe.',
        status > 0 && `The process responds with ${status} at ${endpointOf(chart)}.`,
      ),
    next: () => 'Compare the probe with the chart, and find out who edited it.',
  },
  'restarted-before': {
    title: ({ container, restarts }) => `${count(restarts, 'restart')}, Ready now: "${container}"`,
    explanation: ({ exitCode, reason, finishedAt, container }) =>
      sentences(
        `The last run of "${container}" ended${finishedAt === '' ? '' : ` at ${finishedAt}`} with exit code ${exitCode}${reason === '' ? '' : ` (${reason})`}.`,
        meaningOfExit(exitCode, container),
        'The Pod is Ready now, but the problem may come back.',
      ),
    next: () =>
      'Read the previous log. One restart of an osm-edge 1.3 controller right after its Pod started is harmless.',
  },
  'rollout-in-progress': {
    title: ({ component, updated, wanted }, subject) =>
      about(component, subject, `is being rolled out: ${updated} of ${wanted} updated`),
    explanation: () =>
      'New Pods replace old ones, and the rollout is within its deadline. A Pod that is not Ready may still be starting.',
    next: () => 'Wait until the rollout is complete, then check again.',
  },
  'rollout-stuck': {
    title: ({ component }, subject) => about(component, subject, 'rollout is not progressing'),
    explanation: ({ message }) =>
      sentences(
        'The new Pods did not become Ready within the deadline of the Deployment. Old Pods may still be serving.',
        says('The Deployment reports', message),
      ),
    next: () => 'Check the newest Pod and its ReplicaSet.',
  },
  'control-plane-leftovers': {
    title: ({ remains }) =>
      `no controller, but parts of a mesh are left over${remains.length === 0 ? '' : `: ${titleWords(list(remains, 3))}`}`,
    explanation: ({ remains }) =>
      sentences(
        'No controller Deployment exists here, but parts of a mesh do.',
        remains.length > 0 && `Found: ${list(remains, 8)}.`,
        'A webhook configuration that is left over fails closed: it can prevent Pods in enrolled namespaces from being created.',
      ),
    next: () => 'If the mesh is still needed, reinstall it; otherwise, remove what is left over.',
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
    next: () => 'Fix the Pods behind it; the Service then recovers by itself.',
  },
  'service-selects-nothing': {
    title: ({ service, selector }, subject) =>
      about(service, subject, `selects no Pod${selector === '' ? ': it has no selector' : `: ${selector}`}`),
    explanation: ({ service, selector }) =>
      `The Pods behind ${service} are Ready, but ${selector === '' ? 'the Service has no selector' : `no Pod has the labels ${selector}`}: calls to the Service fail although every probe passes.`,
    next: () => 'Compare the selector with the labels of the Pods, and find out who edited it.',
  },
  'stale-webhook': {
    title: ({ service }) => `calls Service ${service}, which no Deployment serves`,
    explanation: ({ namespaces }, subject) =>
      sentences(
        'The Deployment behind this Service does not exist. A mesh process created this configuration, not Helm, so it can be left over after the mesh is removed.',
        subject.kind === 'ValidatingWebhookConfiguration'
          ? 'It fails closed: the objects that it validates are rejected.'
          : `It fails closed: Pods in ${namespaces.length === 0 ? 'the namespaces that it selects' : list(namespaces)} cannot be created.`,
      ),
    next: () => 'Make sure that its mesh is no longer installed, then delete it.',
  },
  'smi-kind-not-served': {
    title: ({ kind, groupVersion }, subject) =>
      subject.name === groupVersion ? `does not serve ${kind}` : `${kind} is not served in ${groupVersion}`,
    explanation: ({ kind, groupVersion }) =>
      `On every call of its probes the controller asks the API server for ${kind} in ${groupVersion}. While it is not served, liveness and readiness return 503, and the kubelet restarts the controller.`,
    next: () => 'Check the CRD: it was deleted, or it serves another version after an upgrade or downgrade.',
  },
  'crd-missing': {
    title: ({ crd }, subject) => about(crd, subject, 'does not exist'),
    explanation: ({ crd }) =>
      `The control plane of this version watches ${crd}. A starting process waits for it indefinitely; its probes are refused, and the kubelet restarts it.`,
    next: () => 'Restart the bootstrap: it applies the CRDs when it starts.',
  },
  'crd-version-not-served': {
    title: ({ crd, version }, subject) => about(crd, subject, `does not serve version ${version}`),
    explanation: ({ version, served }) =>
      `The control plane of this version watches ${version}${served.length === 0 ? '' : `, but the CRD serves ${list(served, 5)}`}. A starting process waits for it indefinitely. This happens when the CRDs belong to another release, after an upgrade or downgrade.`,
    next: () => 'Restart the bootstrap: it applies the CRDs of its release when it starts.',
  },
  'version-differs': {
    title: ({ component, version, mesh }, subject) =>
      about(component, subject, `runs ${version} in a mesh of version ${mesh}`),
    explanation: () =>
      'The components of a mesh are made for each other: flags, probes and CRDs differ between releases. An upgrade was not completed, or somebody set the image by hand.',
    next: () => 'Find out which version is meant, and bring all components to it with the chart.',
  },
  'kubernetes-too-old': {
    title: ({ version, minimum }) => `Kubernetes ${version} is older than ${minimum}`,
    explanation: ({ minimum }) => `The mesh is documented to need Kubernetes ${minimum} or later.`,
    next: () => 'Upgrade the cluster before you look for other causes.',
  },
  'sidecar-version-differs': {
    title: ({ image }) => `sets the sidecar of another release: ${image}`,
    explanation: ({ expected, mesh }) =>
      `Release ${mesh} comes with Pipy ${expected}. The bootstrap creates the MeshConfig only if there is none, so an upgrade leaves the sidecar image as it is.`,
    next: () => 'If this is not on purpose, set the image of the release in the MeshConfig.',
  },
  'mesh-config-absent': {
    title: ({ name }, subject) => about(name, subject, 'does not exist'),
    explanation: () =>
      'Running processes continue with default values. A controller that starts without it looks for its repo on the wrong port and exits; the injector rejects Pods, because no sidecar image is set.',
    next: () => 'Restart the bootstrap: it creates the MeshConfig again.',
  },
} satisfies Partial<FindingTexts>;
