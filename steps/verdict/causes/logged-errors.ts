import { cause } from '#diagnosis/cause-rule.ts';
import { pattern } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import { byWorkload, errorInfo, showLogs, sortedUnique, workloadSubject } from './common.ts';
import { container as anyContainer } from '#steps/shared/placeholders.ts';

/** Last of all: errors in the logs that no other row explains (facts §5.6, §6). */
export const loggedErrorCauses = {
  'logged-errors': cause<{
    errorCodes: string[];
    signatures: number;
    records: number;
    panics: number;
    container: string;
  }>({
    id: 'OED533',
    stage: 'errors',
    example: { errorCodes: [], signatures: 2, records: 3, panics: 0, container: anyContainer },
    remedyExample: { errorCodes: ['<code>'], signatures: 2, records: 3, panics: 0, container: anyContainer },

    source: 'facts §5.6, §6',
    requires: [
      pattern(
        [
          'log-error',
          'log-injection-error',
          'log-certificate-error',
          'recovered-panic',
          'log-repo-down',
          'log-missing-resource',
          'log-smi-check-failed',
          'log-api-unreachable',
          'log-health-warning',
          'log-init-wait',
        ],
        'mesh',
        ({ severity }) => severity !== 'info',
      ),
    ],
    explains: [],
    proof: true,
    fallback: true,
    isSymptom: true,
    group: byWorkload,
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: countsOf(anchors),
    }),
    remedy: ({ container, errorCodes }, context, _subject, anchors) => [
      ...anchors
        .slice(0, 1)
        .map((anchor) => showLogs(context, anchor.subject.name, container, isOnlyPrevious(anchor))),
      ...errorCodes.slice(0, 1).flatMap((code) => errorInfo(context, code)),
    ],
  }),
};

function countsOf(anchors: readonly Finding[]): {
  errorCodes: string[];
  signatures: number;
  records: number;
  panics: number;
  container: string;
} {
  const logged = anchors.flatMap(({ code, params }) => ('errorCode' in params ? [{ code, ...params }] : []));
  const errors = logged.filter(({ code }) => code !== 'recovered-panic');
  const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);
  return {
    errorCodes: [...sortedUnique(logged.map(({ errorCode }) => errorCode).filter((code) => code !== ''))],
    // Panics are told apart from errors, so they are not counted among them.
    signatures: errors.length,
    records: sum(errors),
    panics: sum(logged) - sum(errors),
    container: logged[0]?.container ?? '',
  };
}

/** Does it stand in the log of the run before the last restart only? */
function isOnlyPrevious({ evidence }: Finding): boolean {
  return evidence.length > 0 && evidence.every(({ at }) => at.includes(', previous]'));
}
