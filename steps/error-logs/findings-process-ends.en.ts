import type { FindingTexts } from '#i18n/types/findings.ts';
import { list, sentences, times } from '#i18n/en/words.ts';
import { startFailureWords } from '#steps/shared/start-failure-words.en.ts';
import { logPlace, logTitle } from './log-words.en.ts';

/** Log findings about a process that ends, or does not come up (facts §2.4, §5.4, §5.5). */
export const logEndFindings = {
  'log-fatal': {
    title: (params) => logTitle('fatal', params),
    explanation: (params) =>
      sentences(
        'After a fatal line, the process exits with code 1. Nothing answers its probes until it starts again.',
        logPlace(params),
      ),
    next: () => 'Fix the problem that the error reports. The lines before it often give details.',
  },
  'log-exec-failed': {
    title: ({ failure, count }) => `cannot be started, ${times(count)}: ${startFailureWords[failure].short}`,
    explanation: (params) => sentences(startFailureWords[params.failure].why, logPlace(params)),
    next: ({ failure }) => startFailureWords[failure].next,
  },
  'go-panic': {
    title: (params) => logTitle('Go panic', params),
    explanation: (params) =>
      sentences(
        'A panic ends the process with exit code 2; the stack trace shows where it happened.',
        logPlace(params),
      ),
    next: () => 'Check the lines before the panic, then the known issues of this version.',
  },
  'recovered-panic': {
    title: (params) => logTitle('recovered panic', params),
    explanation: (params) =>
      sentences(
        'A request caused a panic. The server recovered, so the process keeps running, but that request did not get a proper response.',
        logPlace(params),
      ),
    next: () => 'Find out which request caused it, and check the errors around it.',
  },
  'log-version-mismatch': {
    title: (params) => logTitle('flags do not match the image', params),
    explanation: (params) =>
      sentences(
        'The process does not recognize a flag, or a flag that it needs is missing. This happens when the version of the image differs from that of the chart or CLI.',
        logPlace(params),
      ),
    next: () => "Compare the container's arguments and image tag with the version label of the Deployment.",
  },
  'log-port-in-use': {
    title: (params) =>
      params.port === ''
        ? logTitle('port in use', params)
        : `port ${params.port} is in use, ${times(params.count)}`,
    explanation: (params) =>
      sentences(
        `Another process in the Pod already listens on ${params.port === '' ? 'the port' : `port ${params.port}`}: the containers of a Pod share its network.`,
        'A stray sidecar uses 6060, the port of the Pipy repo.',
        logPlace(params),
      ),
    next: () =>
      'Check step Sidecar for a container that does not belong in the Pod, and whether the Pod uses hostNetwork.',
  },
  'log-repo-down': {
    title: (params) => logTitle('Pipy repo not ready', params),
    explanation: (params) =>
      sentences(
        'The controller waits for its Pipy repo before it opens its health port; in most versions it exits when the repo does not become ready. A single occurrence right after the Pod starts is harmless.',
        logPlace(params),
      ),
    next: () =>
      'Check the repo container, port 6060 and the MeshConfig: without a MeshConfig, the controller uses port 15128 instead.',
  },
  'log-init-wait': {
    title: (params) => logTitle('waiting for the bootstrap', params),
    explanation: (params) =>
      sentences(
        'The init container calls the bootstrap until it answers. After about 4 to 6 minutes it fails and is started again.',
        logPlace(params),
      ),
    next: () =>
      'Check the bootstrap first. If it is Ready, check the cluster DNS, its Service and the NetworkPolicies.',
  },
  'informers-stuck': {
    title: ({ kinds }) =>
      kinds.length === 0
        ? 'waiting for its informer caches'
        : `waiting for informer caches: ${list(kinds, 3)}`,
    explanation: ({ container, kinds }) =>
      sentences(
        `Before it opens its health port, the process${container === '' ? '' : ` in "${container}"`} lists every kind that it watches. It waits indefinitely while a CRD is missing or RBAC denies a list.`,
        kinds.length > 0 && `Not synchronized: ${list(kinds, 12)}.`,
        'Meanwhile, its probes are refused, and the kubelet restarts it.',
      ),
    next: () => 'Look for klog lines with "Failed to list": they name the kind that is missing or denied.',
  },
  'log-level-silences': {
    title: ({ level }) => `log level "${level}" hides error lines`,
    explanation: ({ level, where }) =>
      `${where === '' ? 'The log level' : `The log level in ${where}`} is "${level}". At the levels fatal, panic and disabled, no error lines are written, so a log without errors proves nothing.`,
    next: () =>
      'Set the level to "info" and check again. The controller and the injector pick up a change in the MeshConfig; the bootstrap uses only its flag --verbosity.',
  },
} satisfies Partial<FindingTexts>;
