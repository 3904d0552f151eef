import { type CauseRule, defineCause } from '../cause-rule.ts';
import { clue, ofCode } from '../clue.ts';
import { change, kubectl, kubectlInNamespace, look } from '../commands.ts';
import type { RemedyStep } from '../remedy.ts';
import type { Scene } from '../scene.ts';
import { appOf, byMesh, byWorkload, meshSubject, workloadSubject } from './common.ts';
import { applyRelease } from './release.ts';
import { watch } from './restart.ts';

/** Causes that somebody's hand left: scaled down, deleted, half removed, or refused at installation. */
export const absenceRules: readonly CauseRule[] = [
  defineCause({
    code: 'scaled-to-zero',
    source: 'design §4 step 0 (replicas: 0 is its own finding)',
    requires: [clue('scaled-to-zero', 'mesh')],
    explains: [clue(['service-without-endpoints', 'component-down', 'create-rejected'], 'workload')],
    proof: true,
    group: byWorkload,
    describe: (anchors, scene) => ({
      subject: workloadSubject(anchors, scene),
      params: { component: workloadSubject(anchors, scene).name },
    }),
    remedy: (_params, scene, { name: workload }) => [
      change(
        kubectlInNamespace(scene, 'scale', `deployment/${workload}`, '--replicas=1'),
        { code: 'scale-up', params: { workload } },
        [{ code: 'changes-workload', params: { workload } }],
      ),
      watch(scene, workload),
    ],
  }),
  defineCause({
    code: 'component-deleted',
    source: 'facts §1.1',
    requires: [clue('component-missing', 'mesh')],
    explains: [clue(['service-without-endpoints'], 'workload')],
    proof: true,
    leadsTo: [{ cause: 'bootstrap-not-ready', relation: 'mesh' }],
    group: byWorkload,
    describe: (anchors, scene) => ({
      subject: workloadSubject(anchors, scene),
      params: { component: workloadSubject(anchors, scene).name },
    }),
    remedy: (_params, scene) => reinstall(scene),
  }),
  defineCause({
    code: 'control-plane-removed',
    source: 'design §4 step 0 (leftovers); facts §3.3',
    requires: [clue('control-plane-leftovers', 'mesh')],
    explains: [
      clue(['component-missing', 'stale-webhook', 'service-without-endpoints', 'mesh-config-absent'], 'mesh'),
    ],
    proof: true,
    leadsTo: [{ cause: 'stale-webhook-configuration', relation: 'mesh' }],
    group: byMesh,
    describe: (anchors, scene) => ({
      subject: meshSubject(scene),
      params: { remains: ofCode(anchors, 'control-plane-leftovers').flatMap(({ params }) => params.remains) },
    }),
    remedy: (_params, scene) => reinstall(scene),
  }),
  defineCause({
    code: 'second-mesh-refused',
    source: 'facts §3.4, §5.5-18, §9 row "Second mesh refused"',
    requires: [clue('hook-job-failed', 'mesh')],
    proof: true,
    group: byMesh,
    describe: (anchors, scene) => ({
      subject: meshSubject(scene),
      params: { message: ofCode(anchors, 'hook-job-failed')[0]?.params.message ?? '' },
    }),
    remedy: (_params, scene) => [
      look(
        kubectl(
          scene,
          'get',
          'deployments',
          '-A',
          '-l',
          `app=${appOf(scene, 'controller')}`,
          '-L',
          'meshName,enforceSingleMesh',
        ),
        { code: 'inspect-workloads', params: { namespace: scene.mesh.namespace } },
      ),
    ],
  }),
];

function reinstall(scene: Scene): readonly RemedyStep[] {
  const { name, namespace } = scene.mesh;
  const mesh = name === '' ? scene.flavour.defaults.mesh : name;
  return [
    look(kubectlInNamespace(scene, 'get', 'deployments,pods'), {
      code: 'inspect-workloads',
      params: { namespace },
    }),
    applyRelease(scene, mesh, { code: 'reinstall', params: { mesh, namespace } }),
  ];
}
