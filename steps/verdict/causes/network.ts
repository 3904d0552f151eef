import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern, workloadOf } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import type { TransportFailure } from '#steps/error-logs/api-requests.ts';
import { replicasOf } from '#steps/shared/replicas.ts';
import { silence } from './api.ts';
import { kubectl, look } from './commands.ts';
import { byMesh, downSymptoms, lastWords, meshSubject, sortedUnique, workloadSubject } from './common.ts';
import { dns, networkPods, networkPolicies } from './network-commands.ts';
import { watch } from './restart.ts';

/** Causes on the way from Pods to the API server. */
export const networkCauses = {
  'api-server-unreachable': cause<{
    host: string;
    failure: TransportFailure;
    workloads: string[];
    /** The one node that shows it while Pods on others do not; '' when there is none. */
    node: string;
  }>({
    id: 'OED560',
    stage: 'api-access',
    example: { host: '<host>:443', failure: 'refused', workloads: ['osm-controller'], node: '' },
    source: 'osm#4820, linkerd2#7350, #7251',
    requires: [pattern('log-api-unreachable', 'mesh')],
    supports: [
      pattern(['informers-stuck', 'mesh-fatal-event'], 'workload'),
      pattern('log-health-warning', 'workload', ({ params }) => params.subProbe === 'SMI'),
    ],
    explains: [
      ...downSymptoms,
      ...lastWords,
      pattern(['informers-stuck', 'log-smi-check-failed'], 'workload'),
      // What comes with it and has no error of its own.
      pattern(
        ['log-error', 'log-certificate-error', 'log-injection-error'],
        'workload',
        ({ params }) => params.error === '',
      ),
    ],
    leadsTo: [
      ...silence,
      { cause: 'liveness-answers-503', relation: 'mesh' },
      { cause: 'readiness-answers-503', relation: 'mesh' },
      { cause: 'bootstrap-not-ready', relation: 'mesh' },
      { cause: 'ca-secret-broken', relation: 'workload' },
      { cause: 'certificate-provider-failing', relation: 'workload' },
    ],
    group: byMesh,
    describe(anchors, context) {
      const failed = ofCode(anchors, 'log-api-unreachable');
      const named = failed.find(({ params }) => params.host !== '') ?? failed[0];
      if (named === undefined || isAnswered(failed, context)) return undefined;
      const workloads = [...sortedUnique(failed.map(({ subject }) => workloadOf(subject)))];
      const { host, failure } = named.params;
      return {
        subject: workloads.length === 1 ? workloadSubject(failed, context) : meshSubject(context),
        params: { host, failure, workloads, node: onlyNodeOf(failed, context) },
      };
    },
    remedy: ({ failure, workloads, node }, context, _subject, anchors) => [
      look(kubectl(context, '-n', 'default', 'get', 'endpointslices', 'kubernetes', '-o', 'wide'), {
        code: 'inspect-api-endpoints',
        params: {},
      }),
      networkPolicies(context),
      ...(failure === 'dns' ? dns(context) : [networkPods(context, node)]),
      ...(node === ''
        ? []
        : [look(kubectl(context, 'describe', 'node', node), { code: 'inspect-node', params: { node } })]),
      ...workloads
        .filter((workload) => isDown(workload, anchors))
        .map((workload) => watch(context, workload)),
    ],
  }),
};

/** A process that works, and that the API server answers (a refusal is an answer), reaches it but for single requests. */
function isAnswered(failed: readonly Finding[], { findings }: RuleContext): boolean {
  const answers = findings.filter(
    ({ code, severity }) =>
      severity !== 'info' && (code === 'log-forbidden' || code === 'log-missing-resource'),
  );
  const answered = new Set(answers.map(({ subject }) => workloadOf(subject)));
  return failed.every(
    ({ severity, subject }) => severity !== 'critical' && answered.has(workloadOf(subject)),
  );
}

/** No replica of the workload is Ready, as the findings of its Pods say. */
function isDown(workload: string, anchors: readonly Finding[]): boolean {
  return anchors.some(({ subject, severity }) => workloadOf(subject) === workload && severity === 'critical');
}

/** The node that all Pods with the finding are on, when Pods on other nodes do not have it. */
function onlyNodeOf(findings: readonly Finding[], { mesh, facts }: RuleContext): string {
  const active = (replicasOf(mesh, facts.pods) ?? []).filter(({ isActive }) => isActive);
  const nodesOf = (isHit: boolean): readonly string[] =>
    sortedUnique(
      active
        .filter(({ name }) => findings.some(({ subject }) => subject.name === name) === isHit)
        .flatMap(({ pod }) => pod.spec.nodeName ?? []),
    );
  const [node = '', ...more] = nodesOf(true);
  const others = nodesOf(false);
  return more.length === 0 && others.length > 0 && !others.includes(node) ? node : '';
}
