import type { FindingTexts } from '#i18n/types/findings.ts';
import { list, sentences, times } from '../words.ts';
import { logPlace, logTitle } from './log-words.ts';

/** Log findings about a process that ends, or does not come up (facts §2.4, §5.4, §5.5). */
export const logEndFindings = {
  'log-fatal': {
    title: (params) => logTitle('fatal', params),
    explanation: (params) =>
      sentences(
        'A fatal line ends the process with exit code 1; after it nothing answers the probes until the next start.',
        logPlace(params),
      ),
    next: () => 'Mend what the error names. The lines before it often say more.',
  },
  'go-panic': {
    title: (params) => logTitle('Go panic', params),
    explanation: (params) =>
      sentences(
        'A panic ends the process with exit code 2; the stack below it shows where.',
        logPlace(params),
      ),
    next: () => 'Look at the lines before the panic, then at the known issues of this version.',
  },
  'recovered-panic': {
    title: (params) => logTitle('recovered panic', params),
    explanation: (params) =>
      sentences(
        'One request made the server panic; the server caught it and goes on, so the process does not end. That request got no proper answer.',
        logPlace(params),
      ),
    next: () => 'Look at what the request was about, and at the errors around it.',
  },
  'log-version-mismatch': {
    title: (params) => logTitle('flags do not fit the image', params),
    explanation: (params) =>
      sentences(
        'The process does not know one of its flags, or misses one. This happens when chart or CLI and the image are of different versions.',
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
        'A stray sidecar takes 6060, the port of the Pipy repo.',
        logPlace(params),
      ),
    next: () =>
      'Look at step Sidecar for a container that does not belong here, and whether the Pod uses hostNetwork.',
  },
  'log-repo-down': {
    title: (params) => logTitle('Pipy repo not up', params),
    explanation: (params) =>
      sentences(
        'The controller waits for its Pipy repo before it opens its health port, and in most versions ends when the repo does not come. Once, right after the start of a Pod, this is harmless.',
        logPlace(params),
      ),
    next: () =>
      'Look at the repo container, at port 6060 and at the MeshConfig: without it the controller asks port 15128 instead.',
  },
  'log-init-wait': {
    title: (params) => logTitle('waits for the bootstrap', params),
    explanation: (params) =>
      sentences(
        'The init container calls the bootstrap until it answers, about 4 to 6 minutes; then it fails and is started again.',
        logPlace(params),
      ),
    next: () => 'Look at the bootstrap first; controller and injector follow by themselves.',
  },
  'informers-stuck': {
    title: ({ kinds }) =>
      kinds.length === 0 ? 'waits for its informer caches' : `waits for informer caches: ${list(kinds, 3)}`,
    explanation: ({ container, kinds }) =>
      sentences(
        `Before it opens its health port, the process${container === '' ? '' : ` in "${container}"`} lists every kind it watches, and waits without end while a CRD is missing or RBAC denies a list.`,
        kinds.length > 0 && `Not synchronised: ${list(kinds, 12)}.`,
        'Its probes are refused meanwhile, and the kubelet restarts it.',
      ),
    next: () => 'Look for klog lines "Failed to list": they name the kind that is missing or denied.',
  },
  'log-level-silences': {
    title: ({ level }) => `log level "${level}" writes no error lines`,
    explanation: ({ level, where }) =>
      `${where === '' ? 'The log level' : `The log level in ${where}`} is "${level}". At the levels fatal, panic and disabled no error lines are written, so an empty log proves nothing.`,
    next: () =>
      'Set the level to "info" and check again. Controller and injector follow a change in the MeshConfig; the bootstrap follows only its flag --verbosity.',
  },
} satisfies Partial<FindingTexts>;
