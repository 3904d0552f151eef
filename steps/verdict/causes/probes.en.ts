import type { CauseTexts } from '#i18n/types/causes.ts';
import { endpointOf } from '#i18n/ports.ts';
import { sentences } from '#i18n/en/words.ts';
import type { probeCauses } from './probes.ts';
import { processOf } from './words.en.ts';

export const texts = {
  'liveness-answers-503': {
    headline: ({ container, path, subProbe }, subject) =>
      `${processOf(container, subject)} returns 503 to its liveness probe${path === '' ? '' : ` ${path}`}${subProbe === '' ? '' : `: check ${subProbe} fails`}.`,
    explanation: ({ subProbe }) =>
      sentences(
        'The process is running, but reports that it is not alive, so the kubelet restarts it repeatedly.',
        subProbe === '' || subProbe === 'SMI'
          ? 'Since osm-edge 1.2, this almost always comes from the SMI API check: CRDs are missing or have another version, or API discovery has a problem.'
          : 'The log lines around it show the reason.',
      ),
  },
  'readiness-answers-503': {
    headline: ({ container, path, subProbe }, subject) =>
      `${processOf(container, subject)} returns 503 to its readiness probe${path === '' ? '' : ` ${path}`}${subProbe === '' ? '' : `: check ${subProbe} fails`}.`,
    explanation: ({ subProbe }) =>
      sentences(
        'The process is running, but its Pod receives no traffic through its Services: sidecars get no configuration from it.',
        (subProbe === '' || subProbe === 'SMI') &&
          'Since osm-edge 1.2, this almost always comes from the SMI API check, which then makes liveness fail as well.',
      ),
  },
  'probe-edited': {
    headline: ({ container, probes, url, chart }, subject) =>
      `${probes.length === 1 ? `The ${probes[0]} probe` : 'A probe'} of ${processOf(container, subject)} was edited: it calls ${endpointOf(url)} instead of ${endpointOf(chart)}.`,
    explanation: ({ chart, status }) =>
      sentences(
        status > 0
          ? `The process is healthy: it responds with ${status} at ${endpointOf(chart)}, where the probe of the chart goes.`
          : 'The process runs and responds, but not where the edited probe asks.',
        'The kubelet acts on the edited probe: after failed readiness probes the Pod receives no traffic, after failed liveness probes the container is restarted. A response such as 404 is a response: the server is there, the path or port is wrong.',
      ),
  },
} satisfies Pick<CauseTexts, keyof typeof probeCauses>;
