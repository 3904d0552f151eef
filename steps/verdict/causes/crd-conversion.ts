import { requiredCrds } from '#mesh/crds.ts';
import { isBefore } from '#mesh/version.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { serviceInUrl } from '#mesh/webhook-owner.ts';
import { type ConversionFailure, conversionFailureOf } from '#steps/health/conversion-failures.ts';
import { change, kubectl, look } from './commands.ts';
import { byMesh, downSymptoms, lastWords, meshConfigCrd, sortedUnique } from './common.ts';
import { restartBootstrap } from './restart.ts';

type Logged = Finding<'log-fatal'> | Finding<'log-error'>;

const wordsOf = ({ params }: Logged): string => `${params.message} ${params.error}`;

/** CRDs whose conversion webhook does not convert (facts §5.5-4, §9; reports.md F). */
export const crdConversionCauses = {
  'crd-conversion-webhook': cause<{
    crds: string[];
    service: string;
    reason: ConversionFailure;
    message: string;
  }>({
    id: 'OED522',
    stage: 'api-access',
    example: { crds: ['<crd>'], service: '<namespace>/<service>', reason: 'no-service', message: '' },
    exampleSubject: { mesh: '<mesh>', kind: 'CustomResourceDefinition', name: '<crd>' },
    source: 'facts §5.5-4, §9 row "CRD conversion webhook" (osm#3848, #4967, #5065)',
    requires: [
      pattern(['crd-conversion-failing', 'log-fatal', 'log-error'], 'mesh', (finding) =>
        finding.code === 'crd-conversion-failing'
          ? true
          : conversionFailureOf(wordsOf(finding)) !== undefined,
      ),
    ],
    explains: [...downSymptoms, ...lastWords, pattern(['log-error', 'informers-stuck'], 'workload')],
    proof: true,
    leadsTo: [
      { cause: 'bootstrap-not-ready', relation: 'mesh' },
      ...(['probe-endpoint-unreachable', 'process-ends', 'slow-start', 'not-ready-unexplained'] as const).map(
        (effect) => ({ cause: effect, relation: 'workload' as const }),
      ),
    ],
    group: byMesh,
    describe(anchors, context) {
      const found = ofCode(anchors, 'crd-conversion-failing');
      const logged = [...ofCode(anchors, 'log-fatal'), ...ofCode(anchors, 'log-error')];
      if (logged.length === 0 && found.every((finding) => waitsForBootstrap(finding, context)))
        return undefined;
      const message = found[0]?.params.message || (logged[0] === undefined ? '' : wordsOf(logged[0]).trim());
      const crds = sortedUnique([
        ...found.map(({ subject }) => subject.name),
        ...logged.map((finding) => crdIn(wordsOf(finding), context) ?? meshConfigCrd(context)),
      ]);
      return {
        subject: { mesh: context.mesh.name, kind: 'CustomResourceDefinition', name: crds[0] ?? '' },
        params: {
          crds: [...crds],
          service: found[0]?.params.service || serviceInUrl(message),
          reason: found[0]?.params.reason ?? conversionFailureOf(message)?.reason ?? 'other',
          message,
        },
      };
    },
    remedy: ({ crds, service }, context) =>
      isNeeded(service, context)
        ? restartBootstrap(context)
        : [
            ...crds.map((crd) =>
              look(kubectl(context, 'get', 'crd', crd, '-o', 'jsonpath={.spec.conversion}'), {
                code: 'inspect-conversion',
                params: { crd },
              }),
            ),
            ...crds.map((crd) => clearConversion(context, crd)),
            ...restartBootstrap(context),
          ],
  }),
};

/** Up to 1.1 the bootstrap itself converts, and its absence has a cause of its own (facts §8). */
function waitsForBootstrap(
  { subject, params }: Finding<'crd-conversion-failing'>,
  context: RuleContext,
): boolean {
  const isDown = params.reason === 'no-endpoints' || params.reason === 'refused';
  return isDown && subject.dependsOn === context.flavour.apps.bootstrap;
}

/** Is it the mesh's own bootstrap that has to convert? From 1.2 on nobody has to. */
function isNeeded(service: string, { mesh, flavour }: RuleContext): boolean {
  const isOwn = service === `${mesh.namespace}/${flavour.services.bootstrap}`;
  return isOwn && flavour.family === 'osm' && mesh.version !== '' && isBefore(mesh.version, '1.2.0');
}

function clearConversion(context: RuleContext, crd: string): RemedyStep {
  return change(
    kubectl(
      context,
      'patch',
      'crd',
      crd,
      '--type=merge',
      '-p',
      // Without the null the API server refuses: no webhook may be set with strategy None.
      '{"spec":{"conversion":{"strategy":"None","webhook":null}}}',
    ),
    { code: 'clear-conversion', params: { crd } },
    [{ code: 'changes-workload', params: { workload: `crd/${crd}` } }],
  );
}

/** The CRD of `conversion webhook for config.openservicemesh.io/v1alpha1, Kind=MeshConfig failed`. */
function crdIn(message: string, { flavour, mesh }: RuleContext): string | undefined {
  const { group, kind } = conversionFailureOf(message) ?? {};
  if (group === undefined || kind === undefined) return undefined;
  return requiredCrds(flavour, mesh.version)
    .map(({ name }) => name)
    .find((name) => name.startsWith(kind.toLowerCase()) && name.endsWith(`.${group}`));
}
