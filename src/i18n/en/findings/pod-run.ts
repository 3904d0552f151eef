import type { FindingTexts } from '#i18n/types/findings.ts';
import { titleWords } from '../../clip.ts';
import { isMeshProcess } from '../../containers.ts';
import { isInjectedPort } from '../../ports.ts';
import { consequence, meaningOfRefusal, meaningOfStatus } from '../probe-words.ts';
import { containerOf, count, inBrackets, says, sentences, times } from '../words.ts';

/** Events and states of a container that runs or ran: probes, restarts, ends (facts §2, §5.4, §7). */

/** What an exit code says; 1 and 2 have a meaning for the mesh's own processes only (facts §5.4). */
export function meaningOfExit(exitCode: number, container: string): string {
  if ((exitCode === 1 || exitCode === 2) && !isMeshProcess(container)) return '';
  switch (exitCode) {
    case 0:
      return 'Exit code 0 is a normal end: the process was asked to stop, as the kubelet does after failed liveness probes. The log shows no error then.';
    case 1:
      return 'The control plane ends with exit code 1 after a fatal line in its log.';
    case 2:
      return 'Exit code 2 stands for an unknown command-line flag or for a Go panic.';
    case 137:
      return 'Exit code 137 means killed: for memory, or because it did not stop in time.';
    case 143:
      return 'Exit code 143 means that it was asked to stop and did not handle the signal.';
    default:
      return '';
  }
}

/** The events of the mesh's own processes (facts §7). */
function meaningOfFatal(reason: string, message: string): string {
  switch (reason) {
    case 'FatalInvalidCLIParameters':
      return 'The process did not accept its command-line flags: chart and image may be of different versions.';
    case 'FatalInvalidCertificateManager':
      return 'The process did not get a certificate manager: the CA Secret, Vault or cert-manager is the place to look.';
    case 'FatalCertificateIssuanceFailure':
      return 'The controller could not issue the certificate of its own server.';
    default:
      break;
  }
  if (message.includes('informer'))
    return 'The process never finished its first lists: a CRD is missing, or RBAC denies one.';
  if (message.includes('proxy control server'))
    return 'The controller did not find its Pipy repo, or the repo was not ready.';
  if (message.includes('HTTP server')) return 'The process could not open its health port.';
  if (message.includes('webhook'))
    return 'The process could not write its webhook configuration or start its webhook.';
  return 'The process could not start.';
}

export const podRunFindings = {
  'probe-event-status': {
    title: ({ probe, container, status, count: failures }) =>
      `${probe} answered ${status}, ${times(failures)}${inBrackets(container)}`,
    explanation: ({ probe, status }) => sentences(meaningOfStatus(status, ''), consequence(probe)),
    next: ({ status }) =>
      status === 503
        ? 'Call the probe again under Health: the body names the check. The log has a "health" warning with the same words.'
        : 'Compare port, scheme and path of the probe with the version of the image.',
  },
  'probe-event-refused': {
    title: ({ probe, container, port, count: failures }) =>
      `${probe} refused${port === '' ? '' : ` on ${port}`}, ${times(failures)}${inBrackets(container)}`,
    explanation: ({ probe, port }) => sentences(meaningOfRefusal(port), consequence(probe)),
    next: ({ port }) =>
      isInjectedPort(port)
        ? 'Look at step Sidecar: which mesh injected the Pod.'
        : 'Look at restarts, at the last lines of the previous log, and at step Sidecar.',
  },
  'probe-event-timeout': {
    title: ({ probe, container, count: failures }) =>
      `${probe} timed out, ${times(failures)}${inBrackets(container)}`,
    explanation: ({ probe }) =>
      sentences(
        "No answer came within the probe's timeout, 5 s in the chart. The process is too busy, or something between kubelet and process holds the call.",
        consequence(probe),
      ),
    next: () => 'Look at CPU and memory of the Pod and its node, and at step Sidecar.',
  },
  'probe-event-other': {
    title: ({ probe, container, count: failures }) =>
      `${probe} failed, ${times(failures)}${inBrackets(container)}`,
    explanation: ({ probe, message }) => sentences(says('The kubelet says', message), consequence(probe)),
    next: () => 'Read the words of the kubelet, then look at the log of the container.',
  },
  'killed-by-liveness': {
    title: ({ container, count: kills }) => `restarted for liveness, ${times(kills)}${inBrackets(container)}`,
    explanation: () =>
      'The kubelet stops a container whose liveness probe keeps failing and starts it again. The control plane handles the stop signal, so it may end with exit code 0 and reason Completed, without an error in the log.',
    next: () =>
      'Look at the liveness failures before the restart: a status and a refused connection have different causes.',
  },
  'crash-loop': {
    title: ({ container, restarts }) =>
      `CrashLoopBackOff, ${count(restarts, 'restart')}${inBrackets(container)}`,
    explanation: ({ message }) =>
      sentences(
        'The container ends again and again, and the kubelet waits longer before each new start, up to 5 minutes. Nothing answers its probes in between.',
        says('The kubelet says', message),
      ),
    next: () => 'Read exit code and last lines of its previous log: a process that ends says why at the end.',
  },
  'out-of-memory': {
    title: ({ container, limit, restarts }) =>
      `OOMKilled${limit === '' ? '' : ` at ${limit}`}, ${count(restarts, 'restart')}${inBrackets(container)}`,
    explanation: ({ limit }) =>
      sentences(
        limit === ''
          ? 'The kernel ended the container because memory ran out; it has no limit of its own, or the limit is not known.'
          : `The container needed more than its memory limit of ${limit}, and the kernel ended it.`,
        'Its log is cut off at that moment and does not tell the reason.',
      ),
    next: () =>
      'Raise the memory limit. For a controller of osm-edge before 1.3.5 whose memory grows, upgrade to 1.3.5 or later.',
  },
  'container-terminated': {
    title: ({ container, exitCode, reason, restarts }) =>
      `exit code ${exitCode}${reason === '' ? '' : `, ${reason}`}, ${count(restarts, 'restart')}${inBrackets(container)}`,
    explanation: (params) =>
      sentences(
        meaningOfExit(params.exitCode, params.container),
        `While ${containerOf(params)} is down, its probes fail and the Pod is not Ready.`,
      ),
    next: ({ exitCode }) =>
      exitCode === 0
        ? 'Look for Unhealthy and Killing events before the end.'
        : 'Read the last lines of its previous log.',
  },
  'mesh-fatal-event': {
    title: ({ reason, message }) => `${reason}: ${titleWords(message)}`,
    explanation: ({ reason, message, count: events }) =>
      sentences(
        meaningOfFatal(reason, message),
        `It was reported ${times(events)}; each time the process ends with exit code 1.`,
        'The event never holds the error itself. Its source is always the controller, also when the injector or the bootstrap emits it.',
      ),
    next: () => 'Read the last line of the previous log: the fatal line holds the error.',
  },
  'transient-event': {
    title: ({ reason, count: events }) => `${reason}, ${times(events)}; over now`,
    explanation: ({ message }) =>
      sentences(
        'What it tells of is over: the Pod or ReplicaSet got past it.',
        says('The message says', message),
      ),
    next: () => 'Nothing needs to be done unless it comes back.',
  },
  'other-warning-event': {
    title: ({ reason, count: events }) => `warning ${reason}, ${times(events)}`,
    explanation: ({ message }) =>
      sentences(
        'Kubernetes warns of this, and it fits none of the known classes.',
        says('The message says', message),
      ),
    next: () => 'Read the message; if it is about another object, go on with the logs.',
  },
} satisfies Partial<FindingTexts>;
