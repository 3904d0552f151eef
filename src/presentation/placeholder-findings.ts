import type { FindingCode, FindingParams } from '#diagnosis/finding-catalogue.ts';
import type { Subject } from '#diagnosis/finding.ts';

/** The params that show all that a finding can say: one set, or one for each of its kinds. */
type Cases = { readonly [C in FindingCode]: readonly [FindingParams[C], ...FindingParams[C][]] };

const container = '<container>';
const image = '<image>';
const log = {
  container,
  previous: false,
  count: 3,
  message: '<message>',
  error: '',
  errorCode: '',
  component: '',
};
const pull = { container, image, init: false, message: '' };
const rejected = { webhook: '<webhook>', message: '', count: 0 };
const probe = { container, probe: 'liveness', count: 3 } as const;
const live = { container, probe: 'liveness', url: '<url>', consistent: true } as const;
const ended = { container: 'osm-controller', reason: '', restarts: 3 };

/**
 * Params that stand for any cluster: names in angle brackets. Where the sentence depends on a word or a number, it is
 * an example, and where there are several kinds, there is one set for each. For the reference and `explain`.
 */
export const placeholderFindings: Cases = {
  'stray-sidecar': [
    {
      container,
      image,
      injector: '<mesh>',
      injectorNamespace: '<its namespace>',
      basis: 'repo-url',
      marks: [],
      enrolment: 'active',
    },
    {
      container,
      image,
      injector: '',
      injectorNamespace: '',
      basis: 'unknown',
      marks: [],
      enrolment: 'unknown',
    },
  ],
  'foreign-mesh-sidecar': [{ container, product: '<product>', image }],
  'injection-label-only': [{ label: '<label>' }],
  'namespace-enrolled': [
    { mesh: '<mesh>', injection: 'enabled', injectionEnabled: true, setBy: '', setAt: '' },
    { mesh: '<mesh>', injection: '', injectionEnabled: false, setBy: '', setAt: '' },
  ],
  'namespace-enrolled-in-own-mesh': [
    { mesh: '<mesh>', guardedBy: '' },
    { mesh: '<mesh>', guardedBy: '<label>' },
  ],
  'invalid-injection-annotation': [{ value: '<value>', key: '<annotation>' }],
  'pipy-image-in-unknown-container': [{ container, image }],
  'unexpected-container': [{ container, image }],

  unschedulable: [
    { reason: 'resources', message: '' },
    { reason: 'node-affinity', message: '' },
    { reason: 'taint', message: '' },
    { reason: 'volume', message: '' },
    { reason: 'other', message: '' },
  ],
  'image-pull': [
    { ...pull, failure: 'not-found' },
    { ...pull, failure: 'unauthorized' },
    { ...pull, failure: 'rate-limit' },
    { ...pull, failure: 'network' },
    { ...pull, failure: 'invalid-name' },
    { ...pull, failure: 'unknown' },
  ],
  'config-missing': [{ container, message: '' }],
  'volume-mount': [{ volume: '<volume>', message: '', count: 3 }],
  'pod-sandbox': [{ message: '', count: 3 }],
  'probe-event-status': [
    { ...probe, status: 503 },
    { ...probe, status: 404 },
  ],
  'probe-event-refused': [
    { ...probe, port: '9091' },
    { ...probe, port: '15901' },
  ],
  'probe-event-timeout': [probe],
  'probe-event-other': [{ ...probe, message: '' }],
  'killed-by-liveness': [{ container, count: 3 }],
  'crash-loop': [{ container, restarts: 3, message: '' }],
  'out-of-memory': [{ container, limit: '<limit>', restarts: 3 }],
  'container-terminated': [
    { ...ended, exitCode: 1 },
    { ...ended, exitCode: 0 },
    { ...ended, exitCode: 2 },
    { ...ended, exitCode: 137 },
  ],
  evicted: [{ reason: '<reason>', message: '' }],
  'create-rejected': [
    { ...rejected, failure: 'webhook-no-service' },
    { ...rejected, failure: 'webhook-x509' },
    { ...rejected, failure: 'webhook-timeout' },
    { ...rejected, failure: 'webhook-refused' },
    { ...rejected, failure: 'webhook-denied' },
    { ...rejected, failure: 'quota' },
    { ...rejected, failure: 'pod-security' },
    { ...rejected, failure: 'other' },
  ],
  'mesh-fatal-event': [{ reason: '<reason>', message: '<message>', count: 3 }],
  'init-not-done': [{ container: 'init-osm-controller', state: 'running', restarts: 0, exitCode: 0 }],
  'node-trouble': [{ reason: '<reason>', message: '' }],
  'hook-job-failed': [{ message: '<message>' }],
  'transient-event': [{ reason: '<reason>', message: '', count: 3 }],
  'other-warning-event': [{ reason: '<reason>', message: '', count: 3 }],

  'log-fatal': [log],
  'go-panic': [log],
  'recovered-panic': [log],
  'log-missing-resource': [{ ...log, resource: '<resource>' }],
  'log-forbidden': [{ ...log, resource: '<resource>' }],
  'log-smi-check-failed': [log],
  'log-health-warning': [{ ...log, probe: 'liveness', subProbe: 'SMI' }],
  'log-certificate-error': [log],
  'log-injection-error': [log],
  'log-port-in-use': [{ ...log, port: '<port>' }],
  'log-repo-down': [log],
  'log-mesh-config-missing': [log],
  'log-version-mismatch': [log],
  'log-init-wait': [log],
  'log-error': [log],
  'log-policy-error': [log],
  'log-data-plane-error': [log],
  'log-benign': [log],
  'log-level-silences': [{ level: 'fatal', where: 'MeshConfig <meshconfig>' }],
  'informers-stuck': [{ container, kinds: ['<kind>'] }],

  'component-missing': [
    { component: 'osm-controller' },
    { component: 'osm-injector' },
    { component: 'osm-bootstrap' },
  ],
  'scaled-to-zero': [
    { component: 'osm-controller' },
    { component: 'osm-injector' },
    { component: 'osm-bootstrap' },
  ],
  'no-pods': [
    { component: 'osm-controller', wanted: 1 },
    { component: 'osm-injector', wanted: 1 },
    { component: 'osm-bootstrap', wanted: 1 },
  ],
  'component-down': [
    { component: 'osm-controller', ready: 0, wanted: 2 },
    { component: 'osm-injector', ready: 0, wanted: 2 },
    { component: 'osm-bootstrap', ready: 0, wanted: 2 },
    { component: 'osm-controller', ready: 1, wanted: 2 },
  ],
  'replica-not-ready': [{ ready: '1/2', status: '<status>', restarts: 3 }],
  'probe-status': [
    { ...live, status: 503, body: '', subProbe: '' },
    { ...live, status: 503, body: '', subProbe: 'SMI' },
    { ...live, status: 404, body: '', subProbe: '' },
  ],
  'probe-refused': [live],
  'probe-no-answer': [{ ...live, seconds: 5 }],
  'restarted-before': [{ ...ended, exitCode: 1, finishedAt: '' }],
  'rollout-in-progress': [{ component: '<deployment>', updated: 1, wanted: 2 }],
  'rollout-stuck': [{ component: '<deployment>', message: '' }],
  'control-plane-leftovers': [{ remains: ['<object>'] }],
  'service-without-endpoints': [
    { service: 'osm-controller' },
    { service: 'osm-injector' },
    { service: 'osm-validator' },
  ],
  'stale-webhook': [{ webhook: '<webhook>', service: '<service>' }],
  'smi-kind-not-served': [{ kind: '<kind>', groupVersion: '<group>/<version>' }],
  'crd-missing': [{ crd: '<crd>' }],
  'mesh-config-absent': [{ name: '<meshconfig>' }],
};

const place = { mesh: '<mesh>', namespace: '<namespace>' };

export const placeholderPod: Subject = {
  ...place,
  kind: 'Pod',
  name: '<pod>',
  container,
  workload: '<workload>',
};
export const placeholderNamespace: Subject = { ...place, kind: 'Namespace', name: '<namespace>' };

/** The findings whose sentences speak of something else than a Pod. */
const otherSubjects: Partial<Record<FindingCode, Subject>> = {
  'namespace-enrolled': placeholderNamespace,
  'namespace-enrolled-in-own-mesh': placeholderNamespace,
  'invalid-injection-annotation': placeholderNamespace,
  'stale-webhook': { ...place, kind: 'MutatingWebhookConfiguration', name: '<webhook configuration>' },
};

/** What a finding speaks of, where no cluster is at hand. */
export function placeholderSubject(code: FindingCode): Subject {
  return otherSubjects[code] ?? placeholderPod;
}
