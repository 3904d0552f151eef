import { finding } from '#diagnosis/finding-definition.ts';
import type { ProbeName } from '#snapshot/probe-call.ts';
import { container, meshPlace, namespaceSubject } from '#steps/shared/placeholders.ts';
import { type ConversionFailure, conversionFailures } from './conversion-failures.ts';

const live = { container, probe: 'liveness', url: '<url>', consistent: true } as const;
const configuration = {
  ...meshPlace,
  kind: 'MutatingWebhookConfiguration',
  name: '<webhook configuration>',
} as const;
const ended = { container: 'osm-controller', reason: '', restarts: 3 };

/** Step 0, health: OED4xx. */
export const healthFindings = {
  'component-missing': finding<{ component: string }>({
    id: 'OED401',
    severities: ['critical'],
    identity: [],
    examples: [
      { component: 'osm-controller' },
      { component: 'osm-injector' },
      { component: 'osm-bootstrap' },
    ],
  }),
  'scaled-to-zero': finding<{ component: string }>({
    id: 'OED402',
    severities: ['critical'],
    identity: [],
    examples: [
      { component: 'osm-controller' },
      { component: 'osm-injector' },
      { component: 'osm-bootstrap' },
    ],
  }),
  'no-pods': finding<{ component: string; wanted: number }>({
    id: 'OED403',
    severities: ['critical'],
    identity: [],
    examples: [
      { component: 'osm-controller', wanted: 1 },
      { component: 'osm-injector', wanted: 1 },
      { component: 'osm-bootstrap', wanted: 1 },
    ],
  }),
  'component-down': finding<{ component: string; ready: number; wanted: number }>({
    id: 'OED404',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [
      { component: 'osm-controller', ready: 0, wanted: 2 },
      { component: 'osm-injector', ready: 0, wanted: 2 },
      { component: 'osm-bootstrap', ready: 0, wanted: 2 },
      { component: 'osm-controller', ready: 1, wanted: 2 },
    ],
  }),
  'replica-not-ready': finding<{ ready: string; status: string; restarts: number }>({
    id: 'OED405',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [{ ready: '1/2', status: '<status>', restarts: 3 }],
  }),
  'probe-status': finding<{
    container: string;
    probe: ProbeName;
    url: string;
    status: number;
    body: string;
    /** The sub-probe that the body names, e.g. `SMI` (facts §2.2); '' when it names none. */
    subProbe: string;
    consistent: boolean;
  }>({
    id: 'OED406',
    severities: ['critical', 'warning', 'info'],
    identity: ['probe', 'url', 'status'],
    examples: [
      { ...live, status: 503, body: '', subProbe: '' },
      { ...live, status: 503, body: '', subProbe: 'SMI' },
      { ...live, status: 404, body: '', subProbe: '' },
    ],
  }),
  'probe-refused': finding<{ container: string; probe: ProbeName; url: string; consistent: boolean }>({
    id: 'OED407',
    severities: ['critical', 'warning', 'info'],
    identity: ['probe', 'url'],
    examples: [live],
  }),
  'probe-no-answer': finding<{
    container: string;
    probe: ProbeName;
    url: string;
    seconds: number;
    consistent: boolean;
  }>({
    id: 'OED408',
    severities: ['critical', 'warning', 'info'],
    identity: ['probe', 'url'],
    examples: [{ ...live, seconds: 5 }],
  }),
  'probe-edited': finding<{
    container: string;
    probe: ProbeName;
    url: string;
    /** Where the chart's probe of this version goes. */
    chart: string;
    /** What the process answers there; 0 when it did not answer, or was not asked. */
    status: number;
  }>({
    id: 'OED440',
    severities: ['critical', 'warning', 'info'],
    identity: ['probe', 'url'],
    examples: [
      { container, probe: 'liveness', url: '<url>', chart: '<url of the chart>', status: 200 },
      { container, probe: 'liveness', url: '<url>', chart: '<url of the chart>', status: 0 },
    ],
  }),
  'restarted-before': finding<{
    container: string;
    restarts: number;
    reason: string;
    exitCode: number;
    finishedAt: string;
  }>({
    id: 'OED409',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [{ ...ended, exitCode: 1, finishedAt: '' }],
  }),
  'rollout-in-progress': finding<{ component: string; updated: number; wanted: number }>({
    id: 'OED410',
    severities: ['info'],
    identity: [],
    examples: [{ component: '<deployment>', updated: 1, wanted: 2 }],
  }),
  'rollout-stuck': finding<{ component: string; message: string }>({
    id: 'OED411',
    severities: ['warning'],
    identity: [],
    examples: [{ component: '<deployment>', message: '' }],
  }),
  'control-plane-leftovers': finding<{ remains: string[] }>({
    id: 'OED412',
    severities: ['critical'],
    identity: [],
    examples: [{ remains: ['<object>'] }],
  }),
  'service-without-endpoints': finding<{ service: string }>({
    id: 'OED413',
    severities: ['critical', 'warning', 'info'],
    identity: [],
    examples: [{ service: 'osm-controller' }, { service: 'osm-injector' }, { service: 'osm-validator' }],
  }),
  'service-selects-nothing': finding<{ service: string; selector: string }>({
    id: 'OED441',
    severities: ['critical'],
    identity: [],
    examples: [
      { service: 'osm-controller', selector: 'app=<label>' },
      { service: 'osm-injector', selector: '' },
    ],
  }),
  'stale-webhook': finding<{
    webhook: string;
    service: string;
    /** Those in which no Pod can be created because of it. */
    namespaces: string[];
  }>({
    id: 'OED414',
    severities: ['critical', 'warning'],
    identity: ['webhook', 'service'],
    examples: [{ webhook: '<webhook>', service: '<service>', namespaces: ['<namespace>'] }],
    exampleSubject: configuration,
  }),
  'smi-kind-not-served': finding<{ kind: string; groupVersion: string }>({
    id: 'OED415',
    severities: ['critical'],
    identity: ['kind', 'groupVersion'],
    examples: [{ kind: '<kind>', groupVersion: '<group>/<version>' }],
  }),
  'crd-missing': finding<{ crd: string }>({
    id: 'OED416',
    severities: ['critical', 'warning'],
    identity: ['crd'],
    examples: [{ crd: '<crd>' }],
  }),
  'crd-version-not-served': finding<{ crd: string; version: string; served: string[] }>({
    id: 'OED442',
    severities: ['critical', 'warning'],
    identity: ['crd', 'version'],
    examples: [{ crd: '<crd>', version: '<version>', served: ['<other version>'] }],
  }),
  'version-differs': finding<{ component: string; version: string; mesh: string }>({
    id: 'OED443',
    severities: ['warning'],
    identity: [],
    examples: [{ component: '<deployment>', version: '1.3.4', mesh: '1.3.9' }],
  }),
  'kubernetes-too-old': finding<{ version: string; minimum: string }>({
    id: 'OED444',
    severities: ['warning'],
    identity: [],
    examples: [{ version: 'v1.18.20', minimum: '1.19.0' }],
  }),
  'sidecar-version-differs': finding<{ image: string; expected: string; mesh: string }>({
    id: 'OED445',
    severities: ['info'],
    identity: [],
    examples: [{ image: '<image>', expected: '0.90.3-38', mesh: '1.3.9' }],
  }),
  'mesh-config-absent': finding<{ name: string }>({
    id: 'OED417',
    severities: ['critical'],
    identity: [],
    examples: [{ name: '<meshconfig>' }],
  }),
  /** `time`: when it ended or will begin, RFC 3339; '' for a bundle that cannot be read. */
  'ca-bundle-not-valid': finding<{
    webhook: string;
    state: 'expired' | 'not-yet-valid' | 'unreadable';
    time: string;
    certificate: string;
  }>({
    id: 'OED430',
    severities: ['critical'],
    identity: ['webhook'],
    examples: [
      { webhook: '<webhook>', state: 'expired', time: '2026-11-23T09:15:35Z', certificate: '<subject>' },
      {
        webhook: '<webhook>',
        state: 'not-yet-valid',
        time: '2026-11-23T09:15:35Z',
        certificate: '<subject>',
      },
      { webhook: '<webhook>', state: 'unreadable', time: '', certificate: '' },
    ],
    exampleSubject: configuration,
  }),
  'ca-bundle-expires-soon': finding<{ webhook: string; until: string; days: number; certificate: string }>({
    id: 'OED431',
    severities: ['warning'],
    identity: ['webhook'],
    examples: [{ webhook: '<webhook>', until: '2026-11-23T09:15:35Z', days: 12, certificate: '<subject>' }],
    exampleSubject: configuration,
  }),
  'ca-bundles-differ': finding<{ objects: string[] }>({
    id: 'OED432',
    severities: ['warning'],
    identity: [],
    examples: [{ objects: ['<webhook configuration>', '<webhook configuration>'] }],
    exampleSubject: { ...meshPlace, kind: 'Mesh', name: '<mesh>' },
  }),
  'namespace-terminating': finding<{ namespace: string; since: string; holds: string[] }>({
    id: 'OED434',
    severities: ['critical'],
    identity: [],
    examples: [{ namespace: '<namespace>', since: '2026-11-23T09:15:35Z', holds: ['<condition>'] }],
    exampleSubject: namespaceSubject,
  }),
  'crd-conversion-failing': finding<{ service: string; reason: ConversionFailure; message: string }>({
    id: 'OED433',
    severities: ['critical', 'warning'],
    identity: [],
    examples: conversionFailures.map((reason) => ({
      service: '<namespace>/<service>',
      reason,
      message: '',
    })) as unknown as readonly [{ service: string; reason: ConversionFailure; message: string }],
    exampleSubject: { ...meshPlace, kind: 'CustomResourceDefinition', name: '<crd>' },
  }),
};
