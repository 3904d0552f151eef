import { finding } from '#diagnosis/finding-definition.ts';
import type { ProbeName } from '#snapshot/probe-call.ts';
import { container } from '#steps/shared/placeholders.ts';
import type { StartFailure } from '#steps/shared/start-failure.ts';
import type { TransportFailure } from './api-requests.ts';

/** The params that every finding from a log has. */
export interface LogParams {
  container: string;
  previous: boolean;
  count: number;
  /** The record's message, raw. */
  message: string;
  /** The record's `error` field, raw; '' when it has none. */
  error: string;
  /** The mesh's error code, e.g. E4000; '' when the record has none. */
  errorCode: string;
  component: string;
}

const log: LogParams = {
  container,
  previous: false,
  count: 3,
  message: '<message>',
  error: '',
  errorCode: '',
  component: '',
};

/** Two records of one container are the same finding when they say the same. */
const logIdentity = {
  identity: ['errorCode', 'component'],
  similar: ['message', 'error'],
} as const;

/** Step 3, error logs: OED3xx. */
export const logFindings = {
  'log-fatal': finding<LogParams>({
    id: 'OED301',
    severities: ['critical', 'warning', 'info'],
    ...logIdentity,
    examples: [log],
  }),
  'go-panic': finding<LogParams>({
    id: 'OED302',
    severities: ['critical', 'warning', 'info'],
    ...logIdentity,
    examples: [log],
  }),
  'recovered-panic': finding<LogParams>({
    id: 'OED303',
    severities: ['warning'],
    ...logIdentity,
    examples: [log],
  }),
  'log-missing-resource': finding<LogParams & { resource: string }>({
    id: 'OED304',
    severities: ['critical', 'warning', 'info'],
    identity: ['errorCode', 'component', 'resource'],
    similar: ['message', 'error'],
    examples: [{ ...log, resource: '<resource>' }],
  }),
  'log-forbidden': finding<LogParams & { resource: string }>({
    id: 'OED305',
    severities: ['critical', 'warning', 'info'],
    identity: ['errorCode', 'component', 'resource'],
    similar: ['message', 'error'],
    examples: [{ ...log, resource: '<resource>' }],
  }),
  'log-smi-check-failed': finding<LogParams>({
    id: 'OED306',
    severities: ['critical', 'warning', 'info'],
    ...logIdentity,
    examples: [log],
  }),
  'log-health-warning': finding<LogParams & { probe: ProbeName; subProbe: string }>({
    id: 'OED307',
    severities: ['critical', 'warning', 'info'],
    identity: ['errorCode', 'component', 'probe'],
    similar: ['message', 'error'],
    examples: [{ ...log, probe: 'liveness', subProbe: 'SMI' }],
  }),
  'log-certificate-error': finding<LogParams>({
    id: 'OED308',
    severities: ['critical', 'warning', 'info'],
    ...logIdentity,
    examples: [log],
  }),
  'log-injection-error': finding<LogParams>({
    id: 'OED309',
    severities: ['warning'],
    ...logIdentity,
    examples: [log],
  }),
  'log-port-in-use': finding<LogParams & { port: string }>({
    id: 'OED310',
    severities: ['critical', 'warning', 'info'],
    identity: ['errorCode', 'component', 'port'],
    similar: ['message', 'error'],
    examples: [{ ...log, port: '<port>' }],
  }),
  'log-repo-down': finding<LogParams>({
    id: 'OED311',
    severities: ['critical', 'warning', 'info'],
    ...logIdentity,
    examples: [log],
  }),
  'log-mesh-config-missing': finding<LogParams>({
    id: 'OED312',
    severities: ['critical', 'warning', 'info'],
    ...logIdentity,
    examples: [log],
  }),
  'log-version-mismatch': finding<LogParams>({
    id: 'OED313',
    severities: ['critical', 'warning', 'info'],
    ...logIdentity,
    examples: [log],
  }),
  'log-init-wait': finding<LogParams>({
    id: 'OED314',
    severities: ['critical', 'warning', 'info'],
    ...logIdentity,
    examples: [log],
  }),
  'log-error': finding<LogParams>({
    id: 'OED315',
    severities: ['warning'],
    ...logIdentity,
    examples: [log],
  }),
  'log-policy-error': finding<LogParams>({
    id: 'OED316',
    severities: ['info'],
    ...logIdentity,
    examples: [log],
  }),
  'log-data-plane-error': finding<LogParams>({
    id: 'OED317',
    severities: ['info'],
    ...logIdentity,
    examples: [log],
  }),
  'log-benign': finding<LogParams>({
    id: 'OED318',
    severities: ['info'],
    ...logIdentity,
    examples: [log],
  }),
  'log-level-silences': finding<{ level: string; where: string }>({
    id: 'OED319',
    severities: ['info'],
    identity: ['where'],
    examples: [{ level: 'fatal', where: 'MeshConfig <meshconfig>' }],
  }),
  'log-exec-failed': finding<LogParams & { failure: StartFailure; program: string }>({
    id: 'OED341',
    severities: ['critical', 'warning', 'info'],
    identity: ['failure'],
    examples: [
      { ...log, failure: 'architecture', program: '' },
      { ...log, failure: 'not-found', program: '' },
      { ...log, failure: 'not-executable', program: '' },
    ],
  }),
  'log-api-unreachable': finding<LogParams & { host: string; failure: TransportFailure }>({
    id: 'OED340',
    severities: ['critical', 'warning', 'info'],
    identity: ['errorCode', 'component', 'host', 'failure'],
    similar: ['message', 'error'],
    examples: [
      { ...log, host: '<host>:443', failure: 'refused' },
      { ...log, host: '<host>:443', failure: 'timeout' },
      { ...log, host: '<host>:443', failure: 'no-route' },
      { ...log, host: '<host>:443', failure: 'dns' },
      { ...log, host: '<host>:443', failure: 'tls' },
      { ...log, host: '<host>:443', failure: 'closed' },
    ],
  }),
  'informers-stuck': finding<{ container: string; kinds: string[] }>({
    id: 'OED320',
    severities: ['critical', 'warning'],
    identity: [],
    examples: [{ container, kinds: ['<kind>'] }],
  }),
};
