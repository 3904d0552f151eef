import { cause } from '#diagnosis/cause-rule.ts';
import { pattern, ofCode } from '#diagnosis/finding-pattern.ts';
import { change, kubectl, kubectlInNamespace, look } from './commands.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import {
  appOf,
  byMesh,
  byWorkload,
  downSymptoms,
  meshSubject,
  sortedUnique,
  workloadSubject,
} from './common.ts';
import { deleteStaleWebhooks } from './stale-webhooks.ts';
import { applyRelease } from './release.ts';
import { watch } from './restart.ts';

/** Causes that somebody's hand left: scaled down, deleted, half removed, or refused at installation. */
export const absenceCauses = {
  'scaled-to-zero': cause<{ component: string }>({
    id: 'OED534',
    stage: 'admission',
    example: { component: '<component>' },
    source: 'design §4 step 0 (replicas: 0 is its own finding)',
    requires: [pattern('scaled-to-zero', 'mesh')],
    explains: [...downSymptoms, pattern('create-rejected', 'workload')],
    proof: true,
    group: byWorkload,
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: { component: workloadSubject(anchors, context).name },
    }),
    remedy: (_params, context, { name: workload }) => [
      change(
        kubectlInNamespace(context, 'scale', `deployment/${workload}`, '--replicas=1'),
        { code: 'scale-up', params: { workload } },
        [{ code: 'changes-workload', params: { workload } }],
      ),
      watch(context, workload),
    ],
  }),
  'component-deleted': cause<{ component: string }>({
    id: 'OED535',
    stage: 'admission',
    example: { component: '<component>' },
    source: 'facts §1.1',
    requires: [pattern('component-missing', 'mesh')],
    explains: downSymptoms,
    proof: true,
    leadsTo: [{ cause: 'bootstrap-not-ready', relation: 'mesh' }],
    group: byWorkload,
    describe: (anchors, context) => ({
      subject: workloadSubject(anchors, context),
      params: { component: workloadSubject(anchors, context).name },
    }),
    remedy: (_params, context) => reinstall(context),
  }),
  'control-plane-removed': cause<{ remains: string[]; namespaces: string[] }>({
    id: 'OED536',
    stage: 'admission',
    example: { remains: [], namespaces: [] },
    source: 'design §4 step 0 (leftovers); facts §3.3; reports.md L',
    requires: [pattern('control-plane-leftovers', 'mesh')],
    explains: [
      pattern(
        ['component-missing', 'stale-webhook', 'service-without-endpoints', 'mesh-config-absent'],
        'mesh',
      ),
    ],
    proof: true,
    leadsTo: [{ cause: 'stale-webhook-configuration', relation: 'mesh' }],
    group: byMesh,
    describe: (anchors, context) => ({
      subject: meshSubject(context),
      params: {
        remains: ofCode(anchors, 'control-plane-leftovers').flatMap(({ params }) => params.remains),
        namespaces: [
          ...sortedUnique(
            ofCode(context.findings, 'stale-webhook').flatMap(({ params }) => params.namespaces),
          ),
        ],
      },
    }),
    // Where nothing runs any more, somebody removed it: what is left must not block Pods. A new installation writes it again.
    remedy: ({ remains }, context) => {
      const stale = ofCode(context.findings, 'stale-webhook');
      const isGone = stale.length > 0 && !remains.some((object) => object.startsWith('Deployment/'));
      return isGone ? [showWorkloads(context), ...deleteStaleWebhooks(context, stale)] : reinstall(context);
    },
  }),
  'second-mesh-refused': cause<{ message: string }>({
    id: 'OED527',
    stage: 'admission',
    example: { message: '' },
    source: 'facts §3.4, §5.5-18, §9 row "Second mesh refused"',
    requires: [pattern('hook-job-failed', 'mesh')],
    proof: true,
    group: byMesh,
    describe: (anchors, context) => ({
      subject: meshSubject(context),
      params: { message: ofCode(anchors, 'hook-job-failed')[0]?.params.message ?? '' },
    }),
    remedy: (_params, context) => [
      look(
        kubectl(
          context,
          'get',
          'deployments',
          '-A',
          '-l',
          `app=${appOf(context, 'controller')}`,
          '-L',
          'meshName,enforceSingleMesh',
        ),
        { code: 'inspect-workloads', params: { namespace: context.mesh.namespace } },
      ),
    ],
  }),
};

function reinstall(context: RuleContext): readonly RemedyStep[] {
  const { name, namespace } = context.mesh;
  const mesh = name === '' ? context.flavour.defaults.mesh : name;
  return [
    showWorkloads(context),
    applyRelease(context, mesh, { code: 'reinstall', params: { mesh, namespace } }),
  ];
}

function showWorkloads(context: RuleContext): RemedyStep {
  const { namespace } = context.mesh;
  return look(kubectlInNamespace(context, 'get', 'deployments,pods'), {
    code: 'inspect-workloads',
    params: { namespace },
  });
}
