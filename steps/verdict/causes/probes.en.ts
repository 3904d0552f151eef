import type { CauseTexts } from '#i18n/types/causes.ts';
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
} satisfies Pick<CauseTexts, keyof typeof probeCauses>;
