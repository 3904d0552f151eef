import { injectionState } from '#mesh/enrolment.ts';
import { valueOf } from '#snapshot/observed.ts';
import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern, workloadOf } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { namespaceSubject } from '#steps/shared/placeholders.ts';
import { change, kubectl, kubectlInNamespace, look } from './commands.ts';
import { downSymptoms } from './common.ts';
import { refusalsIn } from './refused-pods.ts';

/** What an injector says of an annotation that it cannot read (facts §5.5-13). */
export const isAnnotationMessage = (message: string): boolean => message.includes('Invalid annotation value');

/** An annotation that no injector can read: Pods are denied, not merely left without a sidecar (facts §3.2). */
export const injectionAnnotationCauses = {
  'invalid-injection-annotation': cause<{ value: string; namespace: string }>({
    id: 'OED528',
    stage: 'admission',
    example: { value: '<value>', namespace: '<namespace>' },
    exampleSubject: namespaceSubject,
    source: 'facts §3.2 rule 9, §9 row "Invalid injection annotation"',
    requires: [
      pattern(
        ['invalid-injection-annotation', 'create-rejected', 'app-create-rejected'],
        'mesh',
        (finding) =>
          finding.code === 'invalid-injection-annotation'
            ? finding.severity !== 'info'
            : isAnnotationMessage(finding.params.message),
      ),
    ],
    supports: [
      pattern('log-injection-error', 'mesh', ({ params }) => ['E6108', 'E6109'].includes(params.errorCode)),
    ],
    explains: [...downSymptoms, pattern('create-rejected', 'workload')],
    proof: true,
    group: (finding) => (finding.code === 'app-create-rejected' ? finding.subject.name : ''),
    describe(anchors, context) {
      const annotation = ofCode(anchors, 'invalid-injection-annotation')[0];
      const namespace = namespaceOf(anchors, context);
      return {
        subject: { mesh: context.mesh.name, kind: 'Namespace', namespace, name: namespace },
        params: { namespace, value: annotation?.params.value ?? wordsIn(anchors).value },
      };
    },
    remedy: ({ namespace, value }, context, _subject, anchors) => {
      const annotation = ofCode(anchors, 'invalid-injection-annotation')[0];
      const key = annotation?.params.key ?? wordsIn(anchors).key ?? context.flavour.keys.injection;
      if (namespace !== context.mesh.namespace) return ofApplications(context, namespace, key, anchors);
      return annotation?.subject.kind === 'Pod'
        ? ofTemplate(context, workloadOf(annotation.subject), key)
        : ofNamespace(context, namespace, key, value);
    },
  }),
};

function namespaceOf(anchors: readonly Finding[], { mesh }: RuleContext): string {
  return ofCode(anchors, 'app-create-rejected')[0]?.subject.name ?? mesh.namespace;
}

/** The refusal names the key, which may be another family's (facts §11.3), and the value. */
function wordsIn(anchors: readonly Finding[]): { readonly key: string | undefined; readonly value: string } {
  const message = refusalsIn(anchors)[0]?.params.message ?? '';
  return {
    key: /Invalid annotation value for key "([^"]+)"/.exec(message)?.[1],
    value: /Invalid annotation value[^:]*: *(\S+)/.exec(message)?.[1] ?? '',
  };
}

/** The control plane's namespace should not be injected at all; one of applications was meant to be. */
function ofNamespace(
  context: RuleContext,
  namespace: string,
  key: string,
  value: string,
): readonly RemedyStep[] {
  const isMeant = namespace !== context.mesh.namespace && /^\W*(?:en|on|y|t|1)/i.test(value);
  const show = look(kubectl(context, 'get', 'namespace', namespace, '-o', 'yaml'), {
    code: 'inspect-annotation',
    params: { namespace },
  });
  if (isMeant) {
    return [
      show,
      change(
        kubectl(context, 'annotate', 'namespace', namespace, `${key}=enabled`, '--overwrite'),
        { code: 'enable-injection', params: { namespace } },
        [{ code: 'starts-injection', params: { namespace } }],
      ),
    ];
  }
  return [
    show,
    change(
      kubectl(context, 'annotate', 'namespace', namespace, `${key}-`),
      { code: 'fix-annotation', params: { namespace, key } },
      [{ code: 'removes-labels-and-annotations', params: { keys: [key] } }],
    ),
  ];
}

/** Where the namespace's own annotation is right, that of the workload's template is not, and whose template is not known. */
function ofApplications(
  context: RuleContext,
  namespace: string,
  key: string,
  anchors: readonly Finding[],
): readonly RemedyStep[] {
  const enrolled = valueOf(context.facts.enrolledNamespaces)?.find(
    ({ metadata }) => metadata.name === namespace,
  );
  const value = enrolled?.metadata.annotations[key];
  if (value !== undefined && injectionState(value) === 'invalid') {
    return ofNamespace(context, namespace, key, value);
  }
  const workloads = ofCode(anchors, 'app-create-rejected').flatMap(({ params }) => params.workloads);
  return workloads.slice(0, 3).map((workload) =>
    look(kubectl(context, '-n', namespace, 'describe', workload.toLowerCase()), {
      code: 'inspect-workload',
      params: { workload },
    }),
  );
}

/** A pod has it from its Deployment's template: changing that makes new pods. */
function ofTemplate(context: RuleContext, workload: string, key: string): readonly RemedyStep[] {
  const { namespace } = context.mesh;
  const patch = { spec: { template: { metadata: { annotations: { [key]: null } } } } };
  return [
    change(
      kubectlInNamespace(context, 'patch', 'deployment', workload, '-p', JSON.stringify(patch)),
      { code: 'fix-annotation', params: { namespace, key } },
      [
        { code: 'removes-labels-and-annotations', params: { keys: [key] } },
        { code: 'restarts-pods', params: { workloads: [workload] } },
      ],
    ),
  ];
}
