import { cause } from '#diagnosis/cause-rule.ts';
import { ofCode, pattern } from '#diagnosis/finding-pattern.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import type { RuleContext } from '#diagnosis/rule-context.ts';
import { change, kubectl, look } from './commands.ts';
import { downSymptoms, sortedUnique } from './common.ts';
import { refused } from './refused-pods.ts';

const serviceNamespace = (service: string): string => service.split('/')[0] ?? '';

/** Webhook configurations that are left of a mesh: its processes made them, so nothing removes them with it (facts §3.3). */
export const staleWebhookCauses = {
  'stale-webhook-configuration': cause<{
    configurations: string[];
    service: string;
    namespaces: string[];
    mutating: boolean;
  }>({
    id: 'OED514',
    stage: 'admission',
    example: {
      configurations: ['<webhook configuration>'],
      service: '<service>',
      namespaces: ['<namespace>'],
      mutating: true,
    },
    source: 'facts §9 row "Stale webhook config", §3.3 (osm#5084); reports.md D, L',
    requires: [pattern('stale-webhook', 'mesh')],
    supports: [refused(['webhook-no-service'])],
    explains: [...downSymptoms, pattern('create-rejected', 'workload')],
    // The configurations of one removed mesh call Services of one namespace.
    group: (finding) => (finding.code === 'stale-webhook' ? serviceNamespace(finding.params.service) : ''),
    describe(anchors, context) {
      const stale = ofCode(anchors, 'stale-webhook');
      const [first] = stale;
      if (first === undefined) return undefined;
      return {
        subject: { ...first.subject, mesh: context.mesh.name },
        params: {
          configurations: [...sortedUnique(stale.map(({ subject }) => subject.name))],
          service: first.params.service,
          namespaces: [...sortedUnique(stale.flatMap(({ params }) => params.namespaces))],
          mutating: stale.some(isMutating),
        },
      };
    },
    remedy: ({ service }, context, _subject, anchors) => {
      const namespace = serviceNamespace(service);
      return [
        look(kubectl(context, '-n', namespace, 'get', 'deployments,services'), {
          code: 'inspect-workloads',
          params: { namespace },
        }),
        ...deleteStaleWebhooks(context, ofCode(anchors, 'stale-webhook')),
      ];
    },
  }),
};

const isMutating = ({ subject }: Finding): boolean => subject.kind === 'MutatingWebhookConfiguration';

/** Deletes each configuration once. */
export function deleteStaleWebhooks(
  context: RuleContext,
  findings: readonly Finding<'stale-webhook'>[],
): readonly RemedyStep[] {
  const objects = new Map(
    findings.map(({ subject: { kind, name } }) => [`${kind}/${name}`, { kind: kind.toLowerCase(), name }]),
  );
  return [...objects.values()].map(({ kind, name }) =>
    change(
      kubectl(context, 'delete', kind, name),
      { code: 'delete-webhook', params: { webhook: name } },
      [{ code: 'deletes-object', params: { object: `${kind}/${name}` } }],
      // The finding is only there where a whole list shows that no Deployment is behind it.
      { before: [{ code: 'webhook-unused', params: { webhook: name }, answer: 'clear' }] },
    ),
  );
}
