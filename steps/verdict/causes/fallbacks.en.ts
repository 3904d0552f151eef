import type { CauseTexts } from '#i18n/types/causes.ts';
import { endpointOf } from '#i18n/ports.ts';
import { count, quoted, says, sentences } from '#i18n/en/words.ts';
import type { fallbackCauses } from './fallbacks.ts';
import type { loggedErrorCauses } from './logged-errors.ts';
import { nameOf, processOf } from './words.en.ts';

export const texts = {
  'process-ends': {
    headline: ({ container, exitCode, errorCode }, subject) =>
      `${processOf(container, subject)} exits with code ${exitCode}${errorCode === '' ? '' : ` (${errorCode})`}.`,
    explanation: ({ lastWords }) =>
      sentences(
        says('Its last log message', lastWords),
        'The kubelet restarts it with increasing delays; meanwhile, nothing answers its probes.',
      ),
  },
  'bootstrap-not-ready': {
    headline: ({ init }) =>
      init === ''
        ? 'The controller and the injector wait for the bootstrap, which is not Ready.'
        : `The bootstrap is not Ready, and ${init.includes(',') ? 'init containers' : 'init container'} ${init} wait${init.includes(',') ? '' : 's'} for it.`,
    explanation: () =>
      'The controller and the injector start only after the bootstrap answers on its health port. Their init containers wait about 4 to 6 minutes, fail, and start over. Once the bootstrap is running, both start by themselves.',
  },
  'probe-endpoint-unreachable': {
    headline: ({ container, url, status }, subject) =>
      `${processOf(container, subject)} ${status > 0 ? `returns ${status} to` : 'does not answer'} its probe${url === '' ? '' : ` at ${endpointOf(url)}`}.`,
    explanation: ({ status }) =>
      sentences(
        status > 0
          ? 'A server answers, but does not report success: the port, scheme or path of the probe may belong to another version.'
          : 'The process is still starting or has exited, or something holds up the call.',
        'No other finding explains it yet: check its log and the events of its Pod next.',
      ),
  },
  'not-ready-unexplained': {
    headline: ({ status }, subject) =>
      `${nameOf(subject)} is not Ready${status === '' ? '' : ` (${status})`}, and no finding explains it.`,
    explanation: () =>
      'Nothing that could be read shows a cause. Check what could not be checked, and watch the Pod while the problem happens: by default, events are kept for 1 h.',
  },
  'failed-before': {
    headline: ({ container, restarts, reason }, subject) =>
      `${processOf(container, subject)} works now, but failed before: ${count(restarts, 'restart')}${reason === '' ? '' : `, last ${quoted(reason, 60)}`}.`,
    explanation: () =>
      'All probes pass now, but the problem may come back. The previous log and the last termination state are the remaining evidence.',
  },
} satisfies Pick<CauseTexts, Exclude<keyof typeof fallbackCauses, keyof typeof loggedErrorCauses>>;
