import { valueOf } from '#snapshot/observed.ts';
import { writerOf } from '#mesh/field-writers.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { describeRefusal, type Refused, refusedCommon, refusedExample, retry } from './admission-policies.ts';
import { change, kubectl, look } from './commands.ts';
import { refused } from './refused-pods.ts';

const enforceLabel = 'pod-security.kubernetes.io/enforce';

/** Pods that do not meet the Pod Security Standard of their namespace (reports.md G). */
export const podSecurityCauses = {
  'pod-security-rejects-pods': cause<
    Refused & { namespace: string; level: string; setBy: string; setAt: string }
  >({
    ...refusedCommon,
    id: 'OED580',
    example: {
      ...refusedExample,
      object: 'restricted:latest',
      namespace: '<namespace>',
      level: 'restricted',
      setBy: '',
      setAt: '',
    },
    source: 'reports.md G (r4, osm#4826)',
    requires: [refused(['pod-security'])],
    identity: ['object', 'namespace'],
    describe: (anchors, context) => {
      const { subject, params } = describeRefusal(anchors, context);
      const namespace = subject.kind === 'Namespace' ? subject.name : context.mesh.namespace;
      const writer = labelWriter(context, namespace);
      return {
        subject,
        params: {
          ...params,
          namespace,
          level: params.object.split(':')[0] ?? '',
          setBy: writer?.manager ?? '',
          setAt: writer?.at ?? '',
        },
      };
    },
    remedy: ({ namespace, level, workloads }, context) => [
      look(kubectl(context, 'get', 'namespace', namespace, '--show-labels'), {
        code: 'inspect-annotation',
        params: { namespace },
      }),
      change(
        kubectl(
          context,
          'label',
          'namespace',
          namespace,
          // The chart's own Pods keep to baseline; what an injector adds needs NET_ADMIN and root (facts §1.1, §1.3).
          `${enforceLabel}=${level === 'restricted' && namespace === context.mesh.namespace ? 'baseline' : 'privileged'}`,
          '--overwrite',
        ),
        { code: 'relax-pod-security', params: { namespace } },
        [{ code: 'admits-more-pods', params: { namespace } }],
        { before: labelOwner(context, namespace) },
      ),
      ...retry(context, workloads),
    ],
  }),
};

function labelWriter({ mesh, facts }: RuleContext, namespace: string) {
  const object =
    namespace === mesh.namespace
      ? valueOf(facts.namespace)
      : valueOf(facts.enrolledNamespaces)?.find(({ metadata }) => metadata.name === namespace);
  return object && writerOf(object.metadata, 'labels', enforceLabel);
}

function labelOwner(context: RuleContext, namespace: string): RemedyStep['before'] {
  const writer = labelWriter(context, namespace);
  if (writer === undefined || writer.manager === '') return [];
  return [{ code: 'label-owner', params: { manager: writer.manager, time: writer.at }, answer: 'known' }];
}
