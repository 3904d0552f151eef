import type { FindingTexts } from '#i18n/types/findings.ts';
import { titleWords } from '#i18n/clip.ts';
import { isMeshProcess } from '#i18n/containers.ts';
import { isInjectedPort } from '#i18n/ports.ts';
import { consequence, meaningOfRefusal, meaningOfStatus } from '#steps/shared/probe-words.en.ts';
import { containerOf, count, inBrackets, says, sentences, times } from '#i18n/en/words.ts';

/** Events and states of a container that runs or ran: probes, restarts, ends (facts §2, §5.4, §7). */

/** What an exit code says; 1 and 2 have a meaning for the mesh's own processes only (facts §5.4). */
export function meaningOfExit(exitCode: number, container: string): string {
  if ((exitCode === 1 || exitCode === 2) && !isMeshProcess(container)) return '';
  switch (exitCode) {
    case 0:
      return 'Exit code 0 is a normal exit: the process was asked to stop, for example by the kubelet after failed liveness probes. In this case, the log shows no error.';
    case 1:
      return 'A control-plane process exits with code 1 after a fatal line in its log.';
    case 2:
      return 'Exit code 2 means an unknown command-line flag or a Go panic.';
    case 137:
      return 'Exit code 137 means that the process was killed (SIGKILL). After a stop request, it did not stop within the grace period; a container that ran out of memory has the reason OOMKilled.';
    case 143:
      return 'Exit code 143 means that the process was asked to stop and did not handle the signal.';
    default:
      return '';
  }
}

/** The events of the mesh's own processes (facts §7). */
function meaningOfFatal(reason: string, message: string): string {
  switch (reason) {
    case 'FatalInvalidCLIParameters':
      return 'The process did not accept its command-line flags: the chart and the image may have different versions.';
    case 'FatalInvalidCertificateManager':
      return 'The process could not set up its certificate manager: check the CA Secret, Vault or cert-manager.';
    case 'FatalCertificateIssuanceFailure':
      return 'The controller could not issue the certificate of its own server.';
    default:
      break;
  }
  if (message.includes('informer'))
    return 'The process never completed its initial lists: a CRD is missing, or RBAC denies a list.';
  if (message.includes('proxy control server'))
    return 'The controller could not reach its Pipy repo, or the repo was not ready.';
  if (message.includes('HTTP server')) return 'The process could not open its health port.';
  if (message.includes('webhook'))
    return 'The process could not write its webhook configuration or start its webhook.';
  return 'The process could not start.';
}

export const podRunFindings = {
  'probe-event-status': {
    title: ({ probe, container, status, count: failures }) =>
      `${probe} returned ${status}, ${times(failures)}${inBrackets(container)}`,
    explanation: ({ probe, status }) => sentences(meaningOfStatus(status, ''), consequence(probe)),
    next: ({ status }) =>
      status === 503
        ? 'Call the probe again under Health: the response body names the check that fails. The log has the same text in a warning of the component "health".'
        : 'Compare the port, scheme and path of the probe with the version of the image.',
  },
  'probe-event-refused': {
    title: ({ probe, container, port, count: failures }) =>
      `${probe} refused${port === '' ? '' : ` on ${port}`}, ${times(failures)}${inBrackets(container)}`,
    explanation: ({ probe, port }) => sentences(meaningOfRefusal(port), consequence(probe)),
    next: ({ port }) =>
      isInjectedPort(port)
        ? 'Check in step Sidecar which mesh injected the Pod.'
        : 'Check the restarts, the last lines of the previous log, and step Sidecar.',
  },
  'probe-event-timeout': {
    title: ({ probe, container, count: failures }) =>
      `${probe} timed out, ${times(failures)}${inBrackets(container)}`,
    explanation: ({ probe }) =>
      sentences(
        'The probe timed out; its timeout is 5 s in the chart. The process is too busy, or something between the kubelet and the process holds up the call.',
        consequence(probe),
      ),
    next: () => 'Check the CPU and memory usage of the Pod and its node, and step Sidecar.',
  },
  'probe-event-other': {
    title: ({ probe, container, count: failures }) =>
      `${probe} failed, ${times(failures)}${inBrackets(container)}`,
    explanation: ({ probe, message }) => sentences(says('The kubelet reports', message), consequence(probe)),
    next: () => 'Read the message of the kubelet, then check the log of the container.',
  },
  'killed-by-liveness': {
    title: ({ container, count: kills }) =>
      `restarted by liveness probe, ${times(kills)}${inBrackets(container)}`,
    explanation: () =>
      'The kubelet stops a container whose liveness probe keeps failing and starts it again. The control plane handles the stop signal, so the container may terminate with exit code 0 and reason Completed, without an error in the log.',
    next: () =>
      'Check the liveness failures before the restart: an HTTP status and a refused connection have different causes.',
  },
  'crash-loop': {
    title: ({ container, restarts }) =>
      `CrashLoopBackOff, ${count(restarts, 'restart')}${inBrackets(container)}`,
    explanation: ({ message }) =>
      sentences(
        'The container terminates repeatedly, and the kubelet waits longer before each restart, up to 5 minutes. Meanwhile, nothing answers its probes.',
        says('The kubelet reports', message),
      ),
    next: () =>
      'Check the exit code and the last lines of the previous log: a process logs at its end why it exits.',
  },
  'out-of-memory': {
    title: ({ container, limit, restarts }) =>
      `OOMKilled${limit === '' ? '' : ` at ${limit}`}, ${count(restarts, 'restart')}${inBrackets(container)}`,
    explanation: ({ limit }) =>
      sentences(
        limit === ''
          ? 'The kernel killed the container because memory ran out; the container has no memory limit, or its limit is not known.'
          : `The container needed more than its memory limit of ${limit}, and the kernel killed it.`,
        'Its log stops at that moment and does not show the reason.',
      ),
    next: () =>
      'Raise the memory limit. If the memory usage of a controller before osm-edge 1.3.5 keeps growing, upgrade to 1.3.5 or later.',
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
        ? 'Look for Unhealthy and Killing events before it terminated.'
        : 'Read the last lines of its previous log.',
  },
  'mesh-fatal-event': {
    title: ({ reason, message }) => `${reason}: ${titleWords(message)}`,
    explanation: ({ reason, message, count: events }) =>
      sentences(
        meaningOfFatal(reason, message),
        `It was reported ${times(events)}; the process exits with code 1 each time.`,
        'The event does not contain the error itself. Its source is always the controller, even when the injector or the bootstrap emits it.',
      ),
    next: () => 'Read the last line of the previous log: the fatal line contains the error.',
  },
  'transient-event': {
    title: ({ reason, count: events }) => `${reason}, ${times(events)}; resolved`,
    explanation: ({ message }) =>
      sentences('The problem is resolved: the Pod or ReplicaSet has recovered.', says('Message', message)),
    next: () => 'No action is needed unless it comes back.',
  },
  'other-warning-event': {
    title: ({ reason, count: events }) => `warning ${reason}, ${times(events)}`,
    explanation: ({ message }) =>
      sentences(
        'This is a Kubernetes warning that matches none of the known classes.',
        says('Message', message),
      ),
    next: () => 'Read the message; if it is about another object, continue with the logs.',
  },
} satisfies Partial<FindingTexts>;
