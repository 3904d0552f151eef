import type { BenignReason } from './rows.ts';
import type { FindingCode, FindingParams } from '#diagnosis/registry.ts';
import { flavourOf } from '#mesh/flavours.ts';
import { subProbeOf } from '#mesh/probes.ts';
import { type FailedApiRequest, failedRequestOf } from './api-requests.ts';
import { isBenignRepoWait, isRepoWait } from './repo-wait.ts';
import { programIn, startFailureOf } from '#steps/shared/start-failure.ts';
import { forbiddenResource, missingResource } from './resources.ts';
import { type LogLine, textOf } from './record.ts';

type LogParams = FindingParams['log-fatal'];
/** The codes whose params are those of a log record, with or without more. */
export type LogCode = { [K in FindingCode]: FindingParams[K] extends LogParams ? K : never }[FindingCode];

/**
 * What a class of records means for its container (facts §5.6):
 * - `ends`: it ended the process; critical while the container is not Ready or loops
 * - `blocks`: it keeps the process from working; critical while the container is not Ready
 * - `fails`: a function fails now although probes may pass
 * - `connects`: a request failed on its way; the same as `blocks`, and over when the container is Ready and it was not
 *   seen for a while
 * - `warns`, `tells`: errors without loss of function; context
 */
export type Weight = 'ends' | 'blocks' | 'fails' | 'connects' | 'warns' | 'tells';

interface LogClass<C extends LogCode> {
  readonly code: C;
  readonly source: string;
  readonly weight: Weight;
  fits(line: LogLine): boolean;
  readonly more?: (line: LogLine) => Omit<FindingParams[C], keyof LogParams>;
  /** Why it is harmless. */
  readonly benign?: BenignReason;
}

/** A row with its code forgotten, so that rows of all codes stand in one list. */
export interface AnyLogClass {
  readonly code: LogCode;
  readonly weight: Weight;
  fits(line: LogLine): boolean;
  more(line: LogLine): object;
  readonly benign?: BenignReason;
}

function defineClass<C extends LogCode>(row: LogClass<C>): AnyLogClass {
  const { benign, code, weight } = row;
  return {
    code,
    weight,
    fits: (line) => row.fits(line),
    more: (line) => row.more?.(line) ?? {},
    ...(benign === undefined ? {} : { benign }),
  };
}

const isDeadly = ({ signature }: LogLine): boolean =>
  signature.level === 'fatal' || signature.level === 'panic';
const isError = (line: LogLine): boolean => line.signature.level === 'error' || isDeadly(line);
const isComponent = ({ signature }: LogLine, ...names: readonly string[]): boolean =>
  names.includes(signature.component ?? '');
const isCode = ({ signature }: LogLine, pattern: RegExp): boolean => pattern.test(signature.code ?? '');
/** Reflectors of client-go write some of theirs as warnings. */
const isTold = (line: LogLine): boolean => isError(line) || line.signature.form === 'klog';
const isRepoContainer = ({ read, mesh }: LogLine): boolean =>
  read.container === flavourOf(mesh).repoContainer;

/** The port of `listen tcp :9091: bind: address already in use`. */
const portInUse =
  /listen tcp\S* \S*?:(\d+): bind: address already in use|:(\d+): bind: address already in use/;

/** The first row that fits a record wins; records of level warn that fit none are no finding. */
export const logClasses: readonly AnyLogClass[] = [
  defineClass({
    code: 'log-exec-failed',
    source: 'osm#4702: the runtime writes into the log of the container',
    weight: 'ends',
    fits: (line) => line.signature.form === 'plain' && startFailureOf(line.message) !== undefined,
    more: ({ message }) => ({
      failure: startFailureOf(message) ?? 'not-found',
      program: programIn(message),
    }),
  }),
  // The repo container logs in Pipy's own format; the rules below are never for it (facts §5.5, end).
  defineClass({
    code: 'log-error',
    source: 'facts §5.5, last paragraph',
    weight: 'warns',
    fits: (line) => isRepoContainer(line) && isError(line),
  }),
  defineClass({
    code: 'log-benign',
    source: 'facts §5.5: client_config.go, at every start',
    weight: 'tells',
    benign: 'in-cluster',
    fits: ({ message, signature }) =>
      signature.form === 'klog' && message.startsWith('Neither --kubeconfig nor --master'),
  }),
  defineClass({
    code: 'log-benign',
    source: 'facts §5.5 row 15, §5.6: the normal end of a webhook server',
    weight: 'tells',
    benign: 'server-closed',
    fits: (line) =>
      line.message.endsWith('webhook HTTP server shutdown') && line.error === 'http: Server closed',
  }),
  defineClass({
    code: 'log-benign',
    source: 'facts §5.6: termination',
    weight: 'tells',
    benign: 'watch-ended',
    fits: ({ message }) => /context canceled with error\. stopping MRC watch/i.test(message),
  }),
  defineClass({
    code: 'log-benign',
    source: 'facts §5.6: the repo came up after all',
    weight: 'tells',
    benign: 'repo-came-up',
    fits: (line) => isRepoWait(line) && isBenignRepoWait(line),
  }),
  defineClass({ code: 'log-repo-down', source: 'facts §5.5 row 7, §5.6', weight: 'ends', fits: isRepoWait }),
  defineClass({
    code: 'log-api-unreachable',
    source: 'osm#4820: a request to an API path that ends in a transport error',
    weight: 'ends',
    fits: (line) => isDeadly(line) && failedRequestOf(line) !== undefined,
    more: apiRequestIn,
  }),
  defineClass({
    code: 'log-api-unreachable',
    source: 'osm#4820: the same from a reflector, the SMI check, any component',
    weight: 'connects',
    fits: (line) => isTold(line) && failedRequestOf(line) !== undefined,
    more: apiRequestIn,
  }),
  defineClass({
    code: 'log-init-wait',
    source: 'facts §2.4: curl of the init containers',
    weight: 'blocks',
    fits: ({ read, message }) => read.init && /^curl: \(\d+\)/.test(message),
  }),
  defineClass({
    code: 'log-version-mismatch',
    source: 'facts §5.4 (unknown flag), §7 (CLI check texts), §6 ErrInvalidCLIArgument',
    weight: 'ends',
    fits: (line) =>
      /\bunknown (?:shorthand )?flag: /.test(textOf(line)) ||
      /Please specify the .* using --/.test(line.error) ||
      line.signature.reason === 'FatalInvalidCLIParameters' ||
      (isDeadly(line) && line.errorName === 'ErrInvalidCLIArgument'),
  }),
  defineClass({
    code: 'log-port-in-use',
    source: 'facts §5.5 row 15: a webhook listener that no probe shows',
    weight: 'fails',
    fits: (line) => !isDeadly(line) && portInUse.test(textOf(line)),
    more: (line) => ({ port: portIn(line) }),
  }),
  defineClass({
    code: 'log-port-in-use',
    source: 'facts §5.5 row 16',
    weight: 'ends',
    fits: (line) => isDeadly(line) && portInUse.test(textOf(line)),
    more: (line) => ({ port: portIn(line) }),
  }),
  defineClass({
    code: 'log-mesh-config-missing',
    source: 'facts §5.5 row 3; level warn',
    weight: 'blocks',
    fits: ({ message }) => /^MeshConfig \S+ does not exist\. Default config values/.test(message),
  }),
  defineClass({
    code: 'log-smi-check-failed',
    source: 'facts §5.5 rows 5 and 6',
    weight: 'blocks',
    fits: (line) => isComponent(line, 'smi-mesh-spec') && isError(line),
  }),
  defineClass({
    code: 'log-health-warning',
    source: 'facts §5.6: evidence that names the failing sub-probe',
    weight: 'blocks',
    fits: (line) => isComponent(line, 'health') && subProbeOf(line.message) !== '',
    more: ({ message }) => ({
      probe: message.startsWith('Readiness') ? ('readiness' as const) : ('liveness' as const),
      subProbe: subProbeOf(message),
    }),
  }),
  defineClass({
    code: 'log-missing-resource',
    source: 'facts §5.5, klog paragraph; §5.6',
    weight: 'blocks',
    fits: (line) => missingResource(textOf(line)) !== undefined,
    more: (line) => ({ resource: missingResource(textOf(line)) ?? '' }),
  }),
  defineClass({
    code: 'log-forbidden',
    source: 'facts §5.5, klog paragraph and rows 10, 11; §5.6',
    weight: 'blocks',
    fits: (line) => forbiddenResource(textOf(line)) !== undefined,
    more: (line) => ({ resource: forbiddenResource(textOf(line)) ?? '' }),
  }),
  defineClass({
    code: 'go-panic',
    source: 'facts §5.4: exit 2',
    weight: 'ends',
    fits: ({ signature }) => signature.form === 'go-panic',
  }),
  defineClass({
    code: 'recovered-panic',
    source: 'Go net/http: the server goes on',
    weight: 'warns',
    fits: ({ signature }) => signature.form === 'http-panic',
  }),
  defineClass({ code: 'log-fatal', source: 'facts §5.4, §5.6', weight: 'ends', fits: isDeadly }),
  defineClass({
    code: 'log-policy-error',
    source: 'facts §5.6, §6: mistakes in policies of users',
    weight: 'tells',
    fits: (line) => isCode(line, /^E2\d{3}$/),
  }),
  defineClass({
    code: 'log-data-plane-error',
    source: 'facts §5.6: E5002, E5003, E5010 and E5018 of v1.3, by name since the numbers shift',
    weight: 'tells',
    fits: ({ errorName }) =>
      errorName === 'ErrFetchingPodFromCert' ||
      errorName === 'ErrPodBelongsToMultipleServices' ||
      errorName === 'ErrMismatchedServiceAccount' ||
      errorName === 'ErrFetchingServiceList',
  }),
  defineClass({
    code: 'log-certificate-error',
    source: 'facts §5.5 row 9, §5.6, §6: E4000 to E4016',
    weight: 'blocks',
    fits: (line) =>
      isCode(line, /^E40(?:0\d|1[0-6])$/) ||
      (isError(line) && /\bCertificate from PEM\b/i.test(textOf(line))) ||
      (isError(line) &&
        isComponent(line, 'certificate', 'certificate/provider', 'tresor', 'vault', 'cert-manager')),
  }),
  defineClass({
    code: 'log-injection-error',
    source: 'facts §5.5 rows 12 to 14, §5.6, §6: E6103 to E6114, E6703',
    weight: 'warns',
    fits: (line) =>
      isError(line) &&
      (isCode(line, /^E(?:610[3-9]|611[0-4]|6703)$/) || isComponent(line, 'sidecar-injector', 'webhook')),
  }),
  defineClass({ code: 'log-error', source: 'facts 0.12', weight: 'warns', fits: isError }),
];

function apiRequestIn(line: LogLine): FailedApiRequest {
  return failedRequestOf(line) ?? { host: '', failure: 'closed' };
}

function portIn(line: LogLine): string {
  const match = portInUse.exec(textOf(line));
  return match?.[1] ?? match?.[2] ?? '';
}
