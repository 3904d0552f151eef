import { createFailures } from '#steps/pod-events/create-failures.ts';
import { conversionFailures } from '#steps/health/conversion-failures.ts';

/** Every value of the params that are one of a few words. */
const choices: Readonly<Record<string, readonly unknown[]>> = {
  basis: ['mesh-name-env', 'repo-url', 'namespace-label', 'unknown'],
  enrolment: ['active', 'removed', 'ignored', 'unknown'],
  probe: ['liveness', 'readiness', 'startup'],
  subProbe: ['', 'SMI', 'ADS', 'pipy-Repo'],
  status: [200, 404, 500, 503],
  exitCode: [0, 1, 2, 6, 137, 143, 255],
  port: ['', '6060', '9091', '15901'],
  product: ['istio', 'app-mesh', 'unheard-of'],
};
const choicesByCode: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  unschedulable: { reason: ['resources', 'node-affinity', 'taint', 'volume', 'other'] },
  'image-pull': {
    failure: ['not-found', 'unauthorized', 'rate-limit', 'network', 'invalid-name', 'unknown'],
  },
  'create-rejected': { failure: createFailures },
  'app-create-rejected': { failure: createFailures },
  'ca-bundle-not-valid': { state: ['expired', 'not-yet-valid', 'unreadable'] },
  'webhook-ca-not-valid': { state: ['expired', 'unreadable'] },
  'crd-conversion-failing': { reason: conversionFailures, service: [''] },
  'crd-conversion-webhook': { reason: conversionFailures, service: [''] },
  ...Object.fromEntries(
    [
      'webhook-without-endpoints',
      'webhook-not-listening',
      'webhook-unreachable',
      'webhook-gives-errors',
      'webhook-denies-pods',
      'webhook-ca-mismatch',
      'webhook-certificate-expired',
      'webhook-certificate-name',
    ].map((code) => [
      code,
      { owner: ['own', 'other-mesh', 'removed-mesh', 'other-software'], service: [''] },
    ]),
  ),
  'init-not-done': {
    state: ['running', 'waiting', 'failed'],
    container: ['init-osm-injector', 'osm-init', 'x'],
  },
  'mesh-fatal-event': {
    reason: [
      'FatalInvalidCLIParameters',
      'FatalInvalidCertificateManager',
      'FatalCertificateIssuanceFailure',
      'X',
    ],
    message: [
      'Error initializing proxy control server',
      'Error starting HTTP server',
      'sidecar injector webhook',
    ],
  },
};
/** Words that are '' when they are not known; all others are always there. */
const mayBeEmpty: ReadonlySet<string> = new Set([
  'injector',
  'injectorNamespace',
  'injection',
  'setBy',
  'setAt',
  'value',
  'message',
  'error',
  'errorCode',
  'volume',
  'webhook',
  'object',
  'certificate',
  'names',
  'limit',
  'reason',
  'resource',
  'port',
  'subProbe',
  'body',
  'finishedAt',
  'where',
  'init',
  'account',
  'provider',
  'lastWords',
]);

/** The sample, and what follows from it when one param takes another value or is not known. */
export function variants<P extends object>(code: string, sample: P): readonly P[] {
  const ownChoices = choicesByCode[code] ?? {};
  return [
    sample,
    ...Object.entries(sample).flatMap(([key, value]) =>
      [...others(key, value, key in ownChoices), ...(ownChoices[key] ?? [])].map((other): P => ({
        ...sample,
        [key]: other,
      })),
    ),
  ];
}

function others(key: string, value: unknown, hasOwnChoices: boolean): readonly unknown[] {
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value)) return [[], Array.from({ length: 20 }, (_, index) => `item-${index}`)];
  const chosen = (choices[key] ?? []).filter((choice) => typeof choice === typeof value);
  if (typeof value === 'number') return [1, ...chosen];
  return mayBeEmpty.has(key) && !hasOwnChoices ? ['', 'x'.repeat(2_000), ...chosen] : chosen;
}
