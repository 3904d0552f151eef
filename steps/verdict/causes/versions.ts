import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern } from '#diagnosis/finding-pattern.ts';
import { kubectl, kubectlInNamespace, look } from './commands.ts';
import { byMesh, meshSubject, sortedUnique } from './common.ts';
import { showRevisions } from './restart.ts';

/**
 * Releases that do not fit together. They are told where nothing more specific follows from them; which version is meant only
 * a person knows, so nothing is changed.
 */
export const versionCauses = {
  'mixed-versions': cause<{ mesh: string; others: string[]; workloads: string[] }>({
    id: 'OED568',
    stage: 'errors',
    example: { mesh: '1.3.9', others: ['1.3.4'], workloads: ['<deployment>'] },
    source: 'facts §9 row "Chart/CLI and image version differ"',
    requires: [pattern('version-differs', 'mesh')],
    explains: [],
    proof: true,
    fallback: true,
    group: byMesh,
    describe(anchors, context) {
      const found = ofCode(anchors, 'version-differs');
      return {
        subject: meshSubject(context),
        params: {
          mesh: context.mesh.version,
          others: [...sortedUnique(found.map(({ params }) => params.version))],
          workloads: [...sortedUnique(found.map(({ params }) => params.component))],
        },
      };
    },
    remedy: ({ workloads }, context) => [
      look(kubectlInNamespace(context, 'get', 'deployments', '-o', 'wide', '--show-labels'), {
        code: 'inspect-workloads',
        params: { namespace: context.mesh.namespace },
      }),
      ...workloads.map((workload) => showRevisions(context, workload)),
    ],
  }),
  'kubernetes-too-old': cause<{ version: string; minimum: string }>({
    id: 'OED569',
    stage: 'errors',
    example: { version: 'v1.18.20', minimum: '1.19.0' },
    source: 'facts §12',
    requires: [pattern('kubernetes-too-old', 'mesh')],
    explains: [],
    proof: true,
    fallback: true,
    group: byMesh,
    describe(anchors, context) {
      const found = ofCode(anchors, 'kubernetes-too-old')[0];
      return found && { subject: meshSubject(context), params: { ...found.params } };
    },
    remedy: (_params, context) => [
      look(kubectl(context, 'version'), { code: 'inspect-kubernetes-version', params: {} }),
    ],
  }),
};
