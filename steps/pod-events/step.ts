import { type CheckInput, type CheckRun, defineCheck, type StepDefinition } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import { checkApplicationPods } from './application-pods.ts';
import { eventsDetail } from './detail.ts';
import { eventFindings } from './findings.ts';
import { nodeFindings } from './nodes.ts';
import { type EventsObserved, observeEvents } from './observe.ts';

/** Step 2: did Kubernetes run into errors while it scheduled, started or probed the pods? */
export const eventsStep = {
  id: 'pod-events',
  findings: eventFindings,
  observe: observeEvents,
  checks: [
    defineCheck({
      id: 'events',
      // Only the pods and ReplicaSets of now tell whether what an event says is over.
      required: ['events', 'pods', 'replicaSets'],
      run: checkEvents,
    }),
    defineCheck({
      id: 'container-states',
      required: ['pods'],
      supporting: ['events', 'replicaSets'],
      run: checkContainerStates,
    }),
    defineCheck({
      id: 'application-pods',
      required: ['creationFailures'],
      supporting: ['affectedWorkloads', 'enrolledNamespaces', 'mutatingWebhooks', 'endpoints'],
      optional: true,
      run: checkApplicationPods,
    }),
    defineCheck({ id: 'nodes', required: ['nodes', 'pods'], optional: true, run: checkNodes }),
  ],
  detail: eventsDetail,
} satisfies StepDefinition<'pod-events', EventsObserved>;

/** Which events of the last hour say that something is wrong with a control-plane object? */
function checkEvents(_: unknown, { events, findings }: EventsObserved): CheckRun {
  return { findings: restingOn(findings, ['events']), looked: events.length };
}

/** What do containers, conditions and ReplicaSets say? Events live an hour only. */
function checkContainerStates(_: unknown, { replicas, findings }: EventsObserved): CheckRun {
  const containers = replicas.flatMap(({ pod: { spec } }) => [...spec.initContainers, ...spec.containers]);
  return { findings: restingOn(findings, ['pods', 'replicaSets']), looked: containers.length };
}

/** Are the nodes well that the Pods are on? Few may read nodes. */
function checkNodes(input: CheckInput<'nodes' | 'pods'>): CheckRun {
  return { findings: nodeFindings(input), looked: Object.keys(input.facts.nodes).length };
}

/** A finding with evidence of both belongs to both checks; the runner joins them. */
function restingOn(
  findings: EventsObserved['findings'],
  facts: readonly FactName[],
): readonly FindingDraft[] {
  return [...findings.values()].filter(({ evidence }) =>
    evidence.some(({ fact }) => facts.some((name) => name === fact)),
  );
}
