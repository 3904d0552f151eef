import { finding } from '#diagnosis/finding-definition.ts';
import type { NodeTrouble } from '#mesh/node-trouble.ts';
import type { ProbeName } from '#snapshot/probe-call.ts';
import type { StartFailure } from '#steps/shared/start-failure.ts';
import { container, image, meshPlace, namespaceSubject } from '#steps/shared/placeholders.ts';
import { type CreateFailure, createFailures } from './create-failures.ts';

/** Why an image cannot be pulled, as far as the message says. */
export type PullFailure =
  'not-found' | 'unauthorized' | 'rate-limit' | 'network' | 'invalid-name' | 'unknown';

const pull = { container, image, init: false, message: '' };
const rejected = { webhook: '<webhook>', service: '<service>', object: '<object>', message: '', count: 3 };
/** Why new Pods are rejected: the kind of failure, and the names that its message gives ('' for none). */
interface Rejected {
  failure: CreateFailure;
  /** The entry of the webhook configuration, e.g. `osm-inject.k8s.io`. */
  webhook: string;
  /** The Service that the API server called, as `NAMESPACE/NAME`. */
  service: string;
  /** The quota, PriorityClass, policy or ServiceAccount. */
  object: string;
  message: string;
  count: number;
}
const probe = { container, probe: 'liveness', count: 3 } as const;
const ended = { container: 'osm-controller', reason: '', restarts: 3 };

/** Step 2, events and states of Pods: OED2xx. */
export const eventFindings = {
  unschedulable: finding<{
    reason: 'resources' | 'node-trouble' | 'node-affinity' | 'taint' | 'volume' | 'other';
    message: string;
  }>({
    id: 'OED201',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [
      { reason: 'resources', message: '' },
      { reason: 'node-trouble', message: '' },
      { reason: 'node-affinity', message: '' },
      { reason: 'taint', message: '' },
      { reason: 'volume', message: '' },
      { reason: 'other', message: '' },
    ],
  }),
  'image-pull': finding<{
    container: string;
    image: string;
    init: boolean;
    failure: PullFailure;
    message: string;
  }>({
    id: 'OED202',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [
      { ...pull, failure: 'not-found' },
      { ...pull, failure: 'unauthorized' },
      { ...pull, failure: 'rate-limit' },
      { ...pull, failure: 'network' },
      { ...pull, failure: 'invalid-name' },
      { ...pull, failure: 'unknown' },
    ],
  }),
  'config-missing': finding<{ container: string; message: string }>({
    id: 'OED203',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [{ container, message: '' }],
  }),
  'volume-mount': finding<{ volume: string; message: string; count: number }>({
    id: 'OED204',
    severities: ['critical', 'warning', 'info'],
    identity: ['volume'],
    examples: [{ volume: '<volume>', message: '', count: 3 }],
  }),
  'pod-sandbox': finding<{ message: string; count: number }>({
    id: 'OED205',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [{ message: '', count: 3 }],
  }),
  'probe-event-status': finding<{ container: string; probe: ProbeName; status: number; count: number }>({
    id: 'OED206',
    severities: ['critical', 'warning', 'info'],
    identity: ['probe', 'status'],
    examples: [
      { ...probe, status: 503 },
      { ...probe, status: 404 },
    ],
  }),
  'probe-event-refused': finding<{ container: string; probe: ProbeName; port: string; count: number }>({
    id: 'OED207',
    severities: ['critical', 'warning', 'info'],
    identity: ['probe', 'port'],
    examples: [
      { ...probe, port: '9091' },
      { ...probe, port: '15901' },
    ],
  }),
  'probe-event-timeout': finding<{ container: string; probe: ProbeName; count: number }>({
    id: 'OED208',
    severities: ['critical', 'warning', 'info'],
    identity: ['probe'],
    examples: [probe],
  }),
  'probe-event-other': finding<{ container: string; probe: ProbeName; message: string; count: number }>({
    id: 'OED209',
    severities: ['critical', 'warning', 'info'],
    identity: ['probe'],
    examples: [{ ...probe, message: '' }],
  }),
  'killed-by-liveness': finding<{ container: string; count: number }>({
    id: 'OED210',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [{ container, count: 3 }],
  }),
  'crash-loop': finding<{ container: string; restarts: number; message: string }>({
    id: 'OED211',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [{ container, restarts: 3, message: '' }],
  }),
  'out-of-memory': finding<{ container: string; limit: string; restarts: number }>({
    id: 'OED212',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [{ container, limit: '<limit>', restarts: 3 }],
  }),
  'container-terminated': finding<{ container: string; exitCode: number; reason: string; restarts: number }>({
    id: 'OED213',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [
      { ...ended, exitCode: 1 },
      { ...ended, exitCode: 0 },
      { ...ended, exitCode: 2 },
      { ...ended, exitCode: 137 },
    ],
  }),
  'start-failed': finding<{ container: string; failure: StartFailure; program: string; message: string }>({
    id: 'OED222',
    severities: ['critical', 'warning', 'info'],
    identity: ['failure'],
    examples: [
      { container, failure: 'architecture', program: '', message: '' },
      { container, failure: 'not-found', program: '', message: '' },
      { container, failure: 'not-executable', program: '', message: '' },
    ],
  }),
  evicted: finding<{ reason: string; message: string }>({
    id: 'OED214',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [{ reason: '<reason>', message: '' }],
  }),
  'create-rejected': finding<Rejected>({
    id: 'OED215',
    severities: ['critical', 'warning', 'info'],
    identity: ['failure', 'webhook'],
    similar: ['object'],
    examples: createFailures.map((failure) => ({ ...rejected, failure })) as [Rejected, ...Rejected[]],
  }),
  'app-create-rejected': finding<Rejected & { workloads: string[] }>({
    id: 'OED240',
    severities: ['critical', 'warning', 'info'],
    identity: ['failure', 'webhook', 'service'],
    similar: ['object'],
    examples: createFailures.map((failure) => ({ ...rejected, failure, workloads: ['<workload>'] })) as [
      Rejected & { workloads: string[] },
      ...(Rejected & { workloads: string[] })[],
    ],
    exampleSubject: namespaceSubject,
  }),
  'mesh-fatal-event': finding<{ reason: string; message: string; count: number }>({
    id: 'OED216',
    severities: ['critical', 'warning', 'info'],
    identity: ['reason'],
    examples: [{ reason: '<reason>', message: '<message>', count: 3 }],
  }),
  'init-not-done': finding<{
    container: string;
    state: 'running' | 'waiting' | 'failed';
    restarts: number;
    exitCode: number;
  }>({
    id: 'OED217',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [
      { container: 'init-osm-controller', state: 'running', restarts: 0, exitCode: 0 },
      { container: 'init-osm-controller', state: 'failed', restarts: 3, exitCode: 7 },
    ],
  }),
  'node-trouble': finding<{ reason: string; message: string }>({
    id: 'OED218',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [{ reason: '<reason>', message: '' }],
  }),
  'node-unhealthy': finding<{ node: string; trouble: NodeTrouble; workload: string }>({
    id: 'OED241',
    severities: ['critical', 'warning', 'info'],
    identity: ['trouble', 'workload'],
    examples: [
      { node: '<node>', trouble: 'not-ready', workload: '' },
      { node: '<node>', trouble: 'network-unavailable', workload: '' },
      { node: '<node>', trouble: 'disk-pressure', workload: '' },
      { node: '<node>', trouble: 'memory-pressure', workload: '' },
      { node: '<node>', trouble: 'pid-pressure', workload: '' },
      { node: '<node>', trouble: 'cordoned', workload: '' },
    ],
    exampleSubject: { ...meshPlace, kind: 'Node', name: '<node>' },
  }),
  'hook-job-failed': finding<{ message: string }>({
    id: 'OED219',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [{ message: '<message>' }],
  }),
  'transient-event': finding<{ reason: string; message: string; count: number }>({
    id: 'OED220',
    severities: ['info'],
    identity: ['reason'],
    examples: [{ reason: '<reason>', message: '', count: 3 }],
  }),
  'other-warning-event': finding<{ reason: string; message: string; count: number }>({
    id: 'OED221',
    severities: ['critical', 'warning', 'info'],
    identity: ['reason'],
    examples: [{ reason: '<reason>', message: '', count: 3 }],
  }),
};
