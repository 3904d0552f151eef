import { defineCheck, type StepDefinition } from '#diagnosis/check.ts';
import { checkContainerStates, checkEvents, eventsDetail } from './diagnose.ts';

/** Step 2: did Kubernetes run into errors while it scheduled, started or probed the pods? */
export const eventsStep: StepDefinition<'pod-events'> = {
  id: 'pod-events',
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
  ],
  detail: eventsDetail,
};
