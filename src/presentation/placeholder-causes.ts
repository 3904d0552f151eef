import type { CauseCode, CauseParams } from '#diagnosis/cause-catalogue.ts';
import type { Subject } from '#diagnosis/finding.ts';
import { placeholderNamespace, placeholderPod } from './placeholder-findings.ts';

const container = '<container>';

/** Params that stand for any cluster, for the reference and `explain`: names in angle brackets. */
export const placeholderCauses: CauseParams = {
  'injected-by-other-mesh': {
    injector: '<mesh>',
    injectorNamespace: '<its namespace>',
    workloads: ['<workload>'],
    enrolled: true,
  },
  'injected-by-other-product': { product: '<product>', workloads: ['<workload>'] },
  'bootstrap-not-ready': { init: 'init-osm-controller' },
  'image-not-pullable': { image: '<image>', container, init: false, failure: '' },
  'smi-api-missing': { missing: ['<kind> (<group>/<version>)'] },
  'watched-crd-missing': { missing: ['<crd>'] },
  'rbac-missing': { resources: ['<resource>'], account: '<account>' },
  'mesh-config-missing': { name: '<meshconfig>' },
  'repo-server-down': {},
  'port-in-use': { port: '<port>' },
  'ca-secret-broken': { errorCode: '', secret: '<secret>' },
  'certificate-provider-failing': { provider: '<provider>', errorCode: '' },
  'webhook-ca-mismatch': { webhook: '<webhook>' },
  'stale-webhook-configuration': { configuration: '<webhook configuration>', service: '<service>' },
  'webhook-unreachable': { webhook: '<webhook>' },
  'webhook-denies-pods': { webhook: '<webhook>', message: '' },
  'quota-or-policy-rejects-pods': { message: '' },
  'out-of-memory': { container, limit: '<limit>' },
  'node-resources': { message: '' },
  'node-constraints': { message: '' },
  'version-mismatch': { message: '' },
  'crd-conversion-webhook': { message: '' },
  'slow-start': { container },
  'config-object-missing': { message: '' },
  'pod-network': { message: '' },
  'node-failure': { message: '' },
  'second-mesh-refused': { message: '' },
  'invalid-injection-annotation': { value: '<value>' },
  'liveness-answers-503': { subProbe: '', path: '', container },
  'readiness-answers-503': { subProbe: '', path: '', container },
  'probe-endpoint-unreachable': { url: '<url>', container },
  'process-ends': { container, exitCode: 1, lastWords: '', errorCode: '' },
  'logged-errors': { errorCodes: [], signatures: 2, records: 3, panics: 0, container },
  'scaled-to-zero': { component: '<component>' },
  'component-deleted': { component: '<component>' },
  'control-plane-removed': { remains: [] },
  'failed-before': { container, reason: '', restarts: 3 },
  'not-ready-unexplained': { status: '<status>' },
  'enrolled-in-other-mesh': { mesh: '<mesh>', namespace: '<namespace>' },
  'enrolled-in-own-mesh': { mesh: '<mesh>', namespace: '<namespace>' },
};

/** What the rules take, so that every command they can give is there: a product that can be told, an image to mend. */
export const placeholderForRemedies: CauseParams = {
  ...placeholderCauses,
  'injected-by-other-product': { product: 'istio', workloads: ['<workload>'] },
  'image-not-pullable': {
    image: '<image>:<tag>',
    container: 'osm-controller',
    init: false,
    failure: 'not-found',
  },
  'ca-secret-broken': { errorCode: '<code>', secret: '<secret>' },
  'smi-api-missing': { missing: ['<kind> (split.smi-spec.io/v1alpha4)'] },
  'out-of-memory': { container, limit: '64M' },
  'process-ends': { container, exitCode: 1, lastWords: '', errorCode: '<code>' },
  'logged-errors': { errorCodes: ['<code>'], signatures: 2, records: 3, panics: 0, container },
};

const aboutNamespace: ReadonlySet<CauseCode> = new Set([
  'injected-by-other-mesh',
  'injected-by-other-product',
  'invalid-injection-annotation',
]);

/** What a cause speaks of, where no cluster is at hand. */
export function placeholderCauseSubject(code: CauseCode): Subject {
  return aboutNamespace.has(code) ? placeholderNamespace : placeholderPod;
}
