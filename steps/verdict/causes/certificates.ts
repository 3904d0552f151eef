import { cause } from '#diagnosis/cause-rule.ts';
import { pattern, ofCode } from '#diagnosis/finding-pattern.ts';
import { change, kubectlInNamespace, look } from './commands.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { argument } from './arguments.ts';
import {
  appOf,
  byMesh,
  downSymptoms,
  errorInfo,
  lastWords,
  showLogs,
  sortedUnique,
  workloadSubject,
} from './common.ts';
import { ends } from './running-process.ts';
import { restart } from './restart.ts';

/** Codes that say what is wrong in the CA Secret: its keys, or what stands in them (facts §6). */
const contentCodes: ReadonlySet<string> = new Set([
  'E4001',
  'E4002',
  'E4003',
  'E4004',
  'E4011',
  'E4012',
  'E4014',
  'E4015',
]);

/** Codes that say that it could not be read or created: absent, refused, or the API server is in trouble (facts §5.5-9). */
const accessCodes: ReadonlySet<string> = new Set(['E4000', 'E4005']);

/** What tresor says of a CA Secret whose content is no PEM, with or without a code. */
const noPem = /new Certificate from PEM|(?:decod|pars)ing (?:a )?PEM|failed to (?:decode|find any) PEM/i;

const saysNoPem = ({ params: { message, error } }: Finding<'log-certificate-error'>): boolean =>
  noPem.test(message) || noPem.test(error);

const hasCaCode = (finding: Finding<'log-certificate-error'>): boolean => {
  const { errorCode } = finding.params;
  return contentCodes.has(errorCode) || accessCodes.has(errorCode) || saysNoPem(finding);
};

const aboutCaSecret = (finding: Finding<'log-certificate-error'>): boolean =>
  hasCaCode(finding) && !finding.params.error.includes('forbidden');

/** Where the certificates come from, when they do not come from the mesh itself. */
const providers: ReadonlySet<string> = new Set(['vault', 'cert-manager']);

/** Codes that only one of them emits (facts §6). */
const emitters: ReadonlyMap<string, string> = new Map([
  ['E4008', 'cert-manager'],
  ['E4013', 'vault'],
]);

/** A certificate that could not be issued or renewed; E4016 comes while probes are green (facts §9). */
const issuingCodes: ReadonlySet<string> = new Set(['E4008', 'E4013', 'E4016']);

const aboutProvider = (finding: Finding<'log-certificate-error'>): boolean =>
  !hasCaCode(finding) &&
  (finding.severity === 'critical' ||
    issuingCodes.has(finding.params.errorCode) ||
    providers.has(finding.params.component));

/** Causes among the certificates of the control plane itself (facts §5.5-9, §6, §8, §9). */
export const certificateCauses = {
  'ca-secret-broken': cause<{ errorCode: string; secret: string }>({
    id: 'OED511',
    stage: 'certificates',
    example: { errorCode: '', secret: '<secret>' },
    remedyExample: { errorCode: '<code>', secret: '<secret>' },
    source: 'facts §5.5-9, §8 (osm-ca-bundle), §9 row "CA Secret broken"',
    requires: [pattern('log-certificate-error', 'mesh', aboutCaSecret)],
    supports: [
      pattern('mesh-fatal-event', 'mesh', ({ params }) => params.reason === 'FatalInvalidCertificateManager'),
      pattern('log-fatal', 'mesh', ({ params }) =>
        /certificate manager/i.test(`${params.message} ${params.error}`),
      ),
    ],
    contradicts: [
      pattern('log-forbidden', 'workload', ({ params }) => params.resource.startsWith('secrets')),
    ],
    explains: [...downSymptoms, ...lastWords, pattern('log-certificate-error', 'mesh')],
    leadsTo: [
      ...ends,
      { cause: 'certificate-provider-failing', relation: 'mesh' },
      { cause: 'logged-errors', relation: 'workload' },
    ],
    group: byMesh,
    describe: (anchors, context) => {
      const errors = ofCode(anchors, 'log-certificate-error');
      // Content before access: what stands in the Secret says more than that reading failed.
      const error =
        errors.find((item) => contentCodes.has(item.params.errorCode) || saysNoPem(item)) ?? errors[0];
      return {
        subject: workloadSubject(anchors, context),
        params: {
          errorCode: error?.params.errorCode ?? '',
          secret:
            argument(context.facts.pods, error?.subject.name, '--ca-bundle-secret-name') ??
            context.flavour.caSecret,
        },
      };
    },
    remedy: ({ secret, errorCode }, context, _subject, anchors) => [
      // `describe` names the keys and their sizes, never what stands in them.
      look(kubectlInNamespace(context, 'describe', 'secret', secret), {
        code: 'inspect-secret-name',
        params: { secret },
      }),
      ...(mayBeDeleted(context, errorCode, anchors) ? [deleteSecret(context, secret)] : []),
      ...restart(context, [
        appOf(context, 'bootstrap'),
        appOf(context, 'controller'),
        appOf(context, 'injector'),
      ]),
      ...errorInfo(context, errorCode),
    ],
  }),
  'certificate-provider-failing': cause<{ provider: string; errorCode: string }>({
    id: 'OED512',
    stage: 'certificates',
    example: { provider: '<provider>', errorCode: '' },
    source: 'facts §6 (E4008, E4013, E4016), §9 row "CA or Vault token expired, cert-manager absent"',
    requires: [pattern('log-certificate-error', 'mesh', aboutProvider)],
    supports: [
      pattern('mesh-fatal-event', 'mesh', ({ params: { reason } }) =>
        ['FatalCertificateIssuanceFailure', 'FatalInvalidCertificateManager'].includes(reason),
      ),
    ],
    contradicts: [pattern('log-certificate-error', 'mesh', aboutCaSecret)],
    explains: [...downSymptoms, ...lastWords, pattern('log-certificate-error', 'mesh')],
    leadsTo: ends,
    group: byMesh,
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: { errorCode: codesOf(anchors)[0] ?? '', provider: providerOf(anchors, context) },
    }),
    remedy: ({ errorCode }, context, subject, anchors) => [
      ...ofCode(anchors, 'log-certificate-error')
        .slice(0, 1)
        .map(({ subject: { name }, params }) =>
          showLogs(context, name, params.container || subject.name, params.previous),
        ),
      ...errorInfo(context, errorCode),
    ],
  }),
};

/** Codes of v1.3 and before say the same from E4000 to E4016 (facts §6). */
function codesOf(anchors: readonly Finding[]): readonly string[] {
  return sortedUnique(ofCode(anchors, 'log-certificate-error').map(({ params }) => params.errorCode)).filter(
    (code) => code !== '',
  );
}

/** What the log names, else what the pod was told to use, else what the code is known for. */
function providerOf(anchors: readonly Finding[], context: RuleContext): string {
  const errors = ofCode(anchors, 'log-certificate-error');
  const components = errors.map(({ params }) => params.component);
  return (
    components.find((component) => providers.has(component)) ??
    argument(context.facts.pods, errors[0]?.subject.name, '--certificate-manager') ??
    errors.map(({ params }) => emitters.get(params.errorCode)).find((provider) => provider !== undefined) ??
    components[0] ??
    ''
  );
}

/**
 * The mesh makes a new CA only where it is its own, and only a Secret with bad content is worth it: one that could not be
 * read may be sound, and every certificate of the mesh hangs on it (facts §5.5-9, §6, §8).
 */
function mayBeDeleted(context: RuleContext, errorCode: string, anchors: readonly Finding[]): boolean {
  const pod = ofCode(anchors, 'log-certificate-error')[0]?.subject.name;
  const manager = argument(context.facts.pods, pod, '--certificate-manager');
  return !accessCodes.has(errorCode) && manager === 'tresor';
}

function deleteSecret(context: RuleContext, secret: string): RemedyStep {
  return change(
    kubectlInNamespace(context, 'delete', 'secret', secret),
    { code: 'delete-secret', params: { secret } },
    [
      { code: 'deletes-object', params: { object: `secret/${secret}` } },
      { code: 'new-root-certificate', params: {} },
    ],
    { before: [{ code: 'secret-in-use', params: { secret }, answer: 'check-first' }] },
  );
}
