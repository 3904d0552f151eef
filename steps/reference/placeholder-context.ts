import type { CauseCode } from '#diagnosis/registry.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { RemedyStep } from '#diagnosis/remedy.ts';
import { type RuleContext, ruleContextOf } from '#diagnosis/rule-context.ts';
import type { MeshFacts } from '#mesh/mesh-facts.ts';
import { pod } from '#snapshot/kubernetes.ts';
import { pending } from '#snapshot/observed.ts';
import { causeDefinition, findingDefinition } from '#steps/catalogue.ts';
import { podSubject } from '#steps/shared/placeholders.ts';

/** Some remedies depend on how the mesh is run: this one signs its certificates itself, as the chart does. */
const controller = pod.parse({
  metadata: { name: podSubject.name },
  spec: { containers: [{ name: 'osm-controller', args: ['--certificate-manager', 'tresor'] }] },
  status: {},
});

const facts: MeshFacts = {
  deployments: pending,
  enrolledNamespaces: pending,
  mutatingWebhooks: pending,
  validatingWebhooks: pending,
  customResourceDefinitions: pending,
  apiResources: {},
  version: pending,
  creationFailures: pending,
  affectedWorkloads: {},
  namespace: pending,
  replicaSets: pending,
  pods: { state: 'read', value: [controller], at: '' },
  events: pending,
  services: pending,
  endpoints: pending,
  meshConfig: pending,
  autoscalers: pending,
  nodes: {},
  probes: {},
  logs: {},
};

function contextWith(findings: readonly Finding[]): RuleContext {
  const mesh = {
    name: '<mesh>',
    namespace: '<namespace>',
    flavour: 'osm-edge',
    version: '<version>',
    presence: 'controller',
  } as const;
  return ruleContextOf({ mesh, meshes: [mesh], source: { kind: 'live' }, facts, findings, backends: {} });
}

/** The remedy of a cause as its rule gives it where everything it can ask for is there, with names in angle brackets. */
export function placeholderRemedy(code: CauseCode): readonly RemedyStep[] {
  const rule = causeDefinition(code);
  const anchors = rule.requires[0].codes.flatMap((finding) =>
    findingDefinition(finding).examples.map(
      (params) =>
        ({
          code: finding,
          severity: 'critical',
          subject: podSubject,
          params,
          evidence: [],
        }) as unknown as Finding,
    ),
  );
  const subject = { ...podSubject, kind: 'Deployment', name: '<workload>' } as const;
  return rule.remedy(rule.remedyExample ?? rule.example, contextWith(anchors), subject, anchors);
}
