import { requiredSmi } from '#mesh/smi.ts';
import { valueOf } from '#snapshot/observed.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { pattern, ofCode, workloadOf } from '#diagnosis/finding-pattern.ts';
import { kubectl, look } from './commands.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import {
  appOf,
  byMesh,
  downSymptoms,
  lastWords,
  meshSubject,
  showMeshConfig,
  sortedUnique,
  workloadSubject,
} from './common.ts';
import { restoreRbac } from './rbac-remedy.ts';
import { restart, restartBootstrap } from './restart.ts';

const everythingOf = [...downSymptoms, ...lastWords, pattern(['log-error', 'informers-stuck'], 'workload')];

/** Causes of last resort that say no more than that the process does not come up. */
export const silence = [
  { cause: 'probe-endpoint-unreachable', relation: 'workload' },
  { cause: 'process-ends', relation: 'workload' },
  { cause: 'slow-start', relation: 'workload' },
  { cause: 'busy-process', relation: 'workload' },
  { cause: 'not-ready-unexplained', relation: 'workload' },
  { cause: 'failed-before', relation: 'workload' },
] as const;

/** SMI kinds belong to the probe's own check and have a cause of their own (facts §2.3). */
const isSmi = (name: string): boolean => name.endsWith('.smi-spec.io');

/** A cause that is told by the API server alone stands at no workload; it strikes the controller. */
const controllerSymptoms = downSymptoms.map(({ codes }) =>
  pattern(codes, 'mesh', ({ subject }) => workloadOf(subject).endsWith('-controller')),
);

/** Causes between the mesh's processes and the API server: CRDs, RBAC, MeshConfig (facts §2.3, §8, §9). */
export const apiCauses = {
  'smi-api-missing': cause<{ missing: string[] }>({
    id: 'OED505',
    stage: 'api-access',
    example: { missing: ['<kind> (<group>/<version>)'] },
    remedyExample: { missing: ['<kind> (split.smi-spec.io/v1alpha4)'] },
    source: 'facts §2.3, §9 row "SMI CRD deleted or wrong generation"',
    requires: [
      pattern(
        ['smi-kind-not-served', 'log-smi-check-failed'],
        'mesh',
        (finding) => finding.code === 'smi-kind-not-served' || saysMissing(finding.params),
      ),
    ],
    supports: [
      pattern(['probe-status', 'log-health-warning'], 'mesh', ({ params }) => params.subProbe === 'SMI'),
      pattern('log-missing-resource', 'mesh', ({ params }) => isSmi(params.resource)),
      pattern('crd-missing', 'mesh', ({ params }) => isSmi(params.crd)),
    ],
    contradicts: [
      pattern(
        'probe-status',
        'mesh',
        ({ params }) => params.status === 503 && params.subProbe !== '' && params.subProbe !== 'SMI',
      ),
    ],
    explains: [...everythingOf, ...controllerSymptoms],
    leadsTo: [
      { cause: 'liveness-answers-503', relation: 'mesh' },
      { cause: 'readiness-answers-503', relation: 'mesh' },
      ...silence,
    ],
    group: byMesh,
    describe: (anchors, context) => ({
      subject: meshSubject(context),
      params: {
        missing: [
          ...sortedUnique([
            ...ofCode(anchors, 'smi-kind-not-served').map(
              ({ params }) => `${params.kind} (${params.groupVersion})`,
            ),
            ...ofCode(anchors, 'log-smi-check-failed').flatMap(({ params }) =>
              groupVersionsIn(params.message),
            ),
          ]),
        ],
      },
    }),
    remedy: ({ missing }, context, _subject, anchors) => {
      const looks = groupVersionsIn(missing.join(' ')).map((groupVersion) =>
        look(kubectl(context, 'get', '--raw', `/apis/${groupVersion}`), {
          code: 'inspect-smi-api',
          params: { groupVersion },
        }),
      );
      // A log alone may be older than the repair: then there is nothing to apply again.
      if (anchors.every(({ code }) => code === 'log-smi-check-failed') && servesSmi(context)) return looks;
      return [...restartBootstrap(context), ...looks, ...restart(context, [appOf(context, 'controller')])];
    },
  }),
  'watched-crd-missing': cause<{ missing: string[] }>({
    id: 'OED506',
    stage: 'api-access',
    example: { missing: ['<crd>'] },
    source: 'facts §8 (CRDs that must be served), §9 row "Any watched CRD missing at start"',
    requires: [
      pattern(['crd-missing', 'crd-version-not-served', 'log-missing-resource'], 'mesh', ({ params }) =>
        'crd' in params ? !isSmi(params.crd) : !isSmi(params.resource),
      ),
    ],
    supports: [pattern(['informers-stuck', 'mesh-fatal-event'], 'mesh')],
    // Every CRD that is watched at all is watched by the controller (facts §8).
    explains: [
      ...everythingOf,
      ...controllerSymptoms,
      pattern(['crd-missing', 'crd-version-not-served', 'log-missing-resource'], 'mesh'),
    ],
    leadsTo: silence,
    group: byMesh,
    describe: (anchors, context) => ({
      subject: meshSubject(context),
      params: {
        missing: [
          ...sortedUnique([
            ...ofCode(anchors, 'crd-missing').map(({ params }) => params.crd),
            ...ofCode(anchors, 'crd-version-not-served').map(
              ({ params }) => `${params.crd} (${params.version})`,
            ),
            ...ofCode(anchors, 'log-missing-resource').map(({ params }) => params.resource),
          ]),
        ],
      },
    }),
    remedy: (_params, context) => [
      look(
        kubectl(
          context,
          'get',
          'crds',
          '-l',
          // The CRDs of group flomesh.io carry that name in every flavour (facts §8).
          `app.kubernetes.io/name in (${sortedUnique([context.flavour.chartName, 'flomesh.io']).join(',')})`,
        ),
        { code: 'inspect-crds', params: {} },
      ),
      ...restartBootstrap(context),
    ],
  }),
  'rbac-missing': cause<{ resources: string[]; account: string }>({
    id: 'OED507',
    stage: 'api-access',
    example: { resources: ['<resource>'], account: '<account>' },
    source: 'facts §1.1 (accounts named after the release), §9 row "RBAC removed"',
    requires: [pattern('log-forbidden', 'mesh')],
    supports: [pattern(['informers-stuck', 'mesh-fatal-event', 'log-fatal'], 'workload')],
    explains: [
      ...everythingOf,
      pattern(['log-certificate-error', 'log-injection-error'], 'workload', isForbidden),
    ],
    leadsTo: [...silence, { cause: 'ca-secret-broken', relation: 'mesh' }],
    group: (finding) => accountIn(finding),
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: {
        resources: [...sortedUnique(ofCode(anchors, 'log-forbidden').map(({ params }) => params.resource))],
        account: anchors[0] === undefined ? '' : accountIn(anchors[0]),
      },
    }),
    remedy: ({ resources, account }, context, _subject, anchors) =>
      restoreRbac(context, resources[0] ?? '', account, anchors),
  }),
  'mesh-config-missing': cause<{ name: string }>({
    id: 'OED508',
    stage: 'api-access',
    example: { name: '<meshconfig>' },
    source: 'facts §8 "Missing MeshConfig", §9 row "MeshConfig deleted"',
    requires: [
      pattern(
        ['mesh-config-absent', 'log-mesh-config-missing'],
        'mesh',
        ({ severity }) => severity !== 'info',
      ),
    ],
    supports: [pattern(['log-repo-down', 'log-mesh-config-missing'], 'mesh')],
    explains: [...everythingOf, pattern(['log-repo-down', 'log-injection-error'], 'mesh')],
    proof: true,
    leadsTo: [{ cause: 'repo-server-down', relation: 'mesh' }, ...silence],
    group: byMesh,
    describe: (_anchors, context) => ({
      subject: {
        mesh: context.mesh.name,
        kind: 'MeshConfig',
        namespace: context.mesh.namespace,
        name: context.flavour.meshConfig.name,
      },
      params: { name: context.flavour.meshConfig.name },
    }),
    remedy: (_params, context) => [
      ...restartBootstrap(context),
      showMeshConfig(context),
      ...restart(context, [appOf(context, 'controller'), appOf(context, 'injector')]),
    ],
  }),
};

/** The check fails as well when it cannot ask; only these words say that a kind is not there (facts §5.5 rows 5, 6). */
function saysMissing({ message, error }: { readonly message: string; readonly error: string }): boolean {
  return /could not find the requested resource|missing SMI CRDs|is not available$/.test(
    `${message}\n${error}`,
  );
}

/** Does the API server serve every SMI kind that this version needs, as it told us? */
function servesSmi({ facts, flavour, mesh }: RuleContext): boolean {
  return requiredSmi(flavour, mesh.version).every(({ groupVersion, kind }) =>
    valueOf(facts.apiResources[groupVersion])?.kinds.includes(kind),
  );
}

function groupVersionsIn(text: string): readonly string[] {
  return sortedUnique(text.match(/[a-z]+\.smi-spec\.io\/v\d+\w*/g) ?? []);
}

function isForbidden(finding: Finding): boolean {
  return 'error' in finding.params && finding.params.error.includes('forbidden');
}

/** `system:serviceaccount:NS:NAME` as the API server's refusal names it. */
function accountIn(finding: Finding): string {
  const text = finding.evidence.map(({ quote }) => quote).join(' ');
  return /system:serviceaccount:[\w.-]+:[\w.-]+/.exec(text)?.[0] ?? '';
}
