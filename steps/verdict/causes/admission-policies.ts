import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { namespaceSubject } from '#steps/shared/placeholders.ts';
import type { CreateFailure } from '#steps/pod-events/create-failures.ts';
import { change, kubectl, look } from './commands.ts';
import { downSymptoms } from './common.ts';
import { applyRelease } from './release.ts';
import { type LostPods, lostPods, refusalsIn, refused, refusedSubject } from './refused-pods.ts';
import { restart } from './restart.ts';

/** What the API server itself does not admit: the object that it names, and its own words. */
export type Refused = LostPods & { object: string; message: string };

export const refusedExample: Refused = {
  workloads: ['<workload>'],
  namespaces: [],
  object: '<object>',
  message: '',
};

export const refusedCommon = {
  stage: 'admission',
  example: refusedExample,
  explains: [...downSymptoms, pattern(['no-pods', 'component-down'], 'workload')],
  proof: true,
  group: byNamespace,
} as const;

/** Each namespace has its own quotas, labels and accounts. */
function byNamespace(finding: Finding): string {
  if (finding.code !== 'create-rejected' && finding.code !== 'app-create-rejected') return '';
  const { code, subject, params } = finding;
  return `${code === 'app-create-rejected' ? subject.name : ''} ${params.object}`;
}

export function describeRefusal(anchors: readonly Finding[], context: RuleContext) {
  const { object = '', message = '' } = refusalsIn(anchors)[0]?.params ?? {};
  const words = message.split(' is forbidden: ').at(-1) ?? message;
  return {
    subject: refusedSubject(anchors, context),
    params: { ...lostPods(anchors), object, message: words },
  };
}

/** A policy of the API server: `failures` are its messages, and no command is known to be right everywhere. */
const policy = (
  id: `OED${number}`,
  source: string,
  failures: readonly CreateFailure[],
  remedy: (params: Refused, context: RuleContext, namespace: string) => readonly RemedyStep[],
) =>
  cause<Refused>({
    ...refusedCommon,
    id,
    source,
    requires: [refused(failures)],
    describe: describeRefusal,
    identity: ['object'],
    remedy: (params, context, subject) =>
      remedy(params, context, subject.kind === 'Namespace' ? subject.name : context.mesh.namespace),
  });

/** Pods that the API server does not admit, before or after any webhook (facts §7; reports.md G, K). */
export const admissionPolicyCauses = {
  'quota-exceeded': policy(
    'OED581',
    'facts §7; reports.md G',
    ['quota-exceeded', 'quota-incomplete'],
    ({ object }, context, namespace) => [
      look(
        kubectl(context, '-n', namespace, 'describe', 'resourcequota', ...(object === '' ? [] : [object])),
        { code: 'inspect-quota', params: { namespace } },
      ),
      look(kubectl(context, '-n', namespace, 'get', 'pods', '-o', 'wide'), {
        code: 'inspect-workloads',
        params: { namespace },
      }),
    ],
  ),
  'priority-class-not-admitted': policy(
    'OED582',
    'reports.md G (GKE; osm#4408)',
    ['quota-scope'],
    ({ object, workloads }, context, namespace) => [
      look(kubectl(context, '-n', namespace, 'get', 'resourcequota'), {
        code: 'inspect-quota',
        params: { namespace },
      }),
      addQuota(context, namespace, classesIn(object)),
      ...retry(context, workloads),
    ],
  ),
  'priority-class-missing': policy('OED583', 'reports.md G', ['priority-class'], (_params, context) => [
    look(kubectl(context, 'get', 'priorityclasses'), { code: 'inspect-priority-classes', params: {} }),
  ]),
  'security-constraint-rejects-pods': policy(
    'OED584',
    'reports.md G (OpenShift SCC; osm#4006)',
    ['security-constraint'],
    (_params, context, namespace) => [
      look(kubectl(context, 'get', 'securitycontextconstraints'), {
        code: 'inspect-constraints',
        params: {},
      }),
      look(kubectl(context, '-n', namespace, 'get', 'serviceaccounts'), {
        code: 'inspect-service-accounts',
        params: { namespace },
      }),
    ],
  ),
  'limit-range-rejects-pods': policy(
    'OED585',
    'reports.md G (LimitRange)',
    ['limit-range'],
    (_params, context, namespace) => [
      look(kubectl(context, '-n', namespace, 'describe', 'limitrange'), {
        code: 'inspect-limit-ranges',
        params: { namespace },
      }),
    ],
  ),
  'service-account-missing': policy(
    'OED586',
    'ServiceAccount admission; facts §1.1 (account named after the release)',
    ['service-account'],
    ({ object, workloads }, context, namespace) => [
      look(kubectl(context, '-n', namespace, 'get', 'serviceaccounts'), {
        code: 'inspect-service-accounts',
        params: { namespace },
      }),
      ...(namespace === context.mesh.namespace && object !== ''
        ? [applyRelease(context, object, { code: 'restore-service-account', params: { release: object } })]
        : []),
      ...retry(context, workloads),
    ],
  ),
  'namespace-terminating': cause<LostPods & { namespace: string; holds: string[] }>({
    ...refusedCommon,
    id: 'OED587',
    example: { workloads: [], namespaces: [], namespace: '<namespace>', holds: ['<condition>'] },
    exampleSubject: namespaceSubject,
    source: 'reports.md K, L (namespace Terminating)',
    requires: [
      pattern(['namespace-terminating', 'create-rejected'], 'mesh', ({ code, params }) =>
        code === 'create-rejected' && 'failure' in params
          ? params.failure === 'namespace-terminating'
          : code === 'namespace-terminating',
      ),
    ],
    // Whatever is deleted with the namespace is missing because of that.
    explains: [
      ...refusedCommon.explains,
      pattern(['no-pods', 'component-down', 'component-missing', 'mesh-config-absent'], 'namespace'),
    ],
    leadsTo: [
      { cause: 'component-deleted', relation: 'namespace' },
      { cause: 'mesh-config-missing', relation: 'namespace' },
    ],
    group: () => '',
    describe: (anchors, { mesh }) => ({
      subject: { mesh: mesh.name, kind: 'Namespace', namespace: mesh.namespace, name: mesh.namespace },
      params: {
        ...lostPods(anchors),
        namespace: mesh.namespace,
        holds: [...(ofCode(anchors, 'namespace-terminating')[0]?.params.holds ?? [])],
      },
    }),
    remedy: ({ namespace }, context) => [
      look(kubectl(context, 'get', 'namespace', namespace, '-o', 'yaml'), {
        code: 'inspect-namespace',
        params: { namespace },
      }),
    ],
  }),
  'quota-or-policy-rejects-pods': policy(
    'OED517',
    'facts §7, FailedCreate',
    ['other'],
    (_params, context, namespace) => [
      look(kubectl(context, '-n', namespace, 'get', 'events', '--field-selector', 'reason=FailedCreate'), {
        code: 'inspect-events',
        params: { namespace },
      }),
      look(kubectl(context, '-n', namespace, 'describe', 'resourcequota,limitrange'), {
        code: 'inspect-quota',
        params: { namespace },
      }),
    ],
  ),
};

/** A ReplicaSet that was refused tries again after up to 17 minutes; a new one tries at once. */
export function retry(context: RuleContext, workloads: readonly string[]): readonly RemedyStep[] {
  return workloads.length === 0 ? [] : restart(context, workloads);
}

/** `system-node-critical system-cluster-critical`, as the API server lists the classes of its rule. */
const classesIn = (object: string): readonly string[] => object.split(/[\s,]+/).filter((name) => name !== '');

/** The quota that admits these classes: its hard limit is generous, since it is there for its scope. */
function addQuota(context: RuleContext, namespace: string, classes: readonly string[]): RemedyStep {
  const quota = {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'critical-pods', namespace },
    spec: {
      hard: { pods: '100' },
      scopeSelector: {
        matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: [...classes] }],
      },
    },
  };
  return change(
    ['echo', JSON.stringify(quota)],
    { code: 'add-quota', params: { namespace, quota: quota.metadata.name } },
    [{ code: 'creates-object', params: { object: `resourcequota/${quota.metadata.name}` } }],
    { pipe: kubectl(context, 'apply', '-f', '-') },
  );
}
