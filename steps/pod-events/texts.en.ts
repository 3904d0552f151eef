import { count } from '#i18n/en/words.ts';
import { podRunFindings } from './findings-pod-run.en.ts';
import { podStartFindings } from './findings-pod-start.en.ts';
import { rejectedPodFindings } from './findings-rejected.en.ts';
import type { StepTexts } from '#i18n/types/steps.ts';
import type { eventFindings as definitions } from './findings.ts';
import type { eventsStep } from './step.ts';

const findings = { ...podStartFindings, ...podRunFindings, ...rejectedPodFindings };

/** The words of the tables and the screen. */
const words = {
  looked: (events: number, containers: number) =>
    `Checked ${count(events, 'event')} and the state of ${count(containers, 'container')}.`,
  labels: {
    eventsOf: (object: string) => `Events of ${object}`,
    noEvents: 'The API server has no events of the control plane. By default, events are kept for 1 h.',
    statesOf: (pod: string) => `Container states of ${pod}`,
  },
  columns: {
    state: 'STATE',
    last: 'LAST STATE',
  },
};

export type EventsTexts = StepTexts<
  keyof typeof definitions,
  (typeof eventsStep)['checks'][number]['id'],
  typeof words
>;

export const texts: EventsTexts = {
  tab: 'Events',
  question: 'Were there errors in scheduling or starting Pods?',
  guide: {
    title: 'Step 2: errors while a Pod is scheduled or started',
    paragraphs: [
      'Run "kubectl describe pod" for the unhealthy Pods of the controller and the injector, and look for recent errors.',
      'Fix the errors, then check the health of the mesh again.',
    ],
    stale: [
      'When there is no Pod, there is nothing to describe: for a rejected Pod, the event (FailedCreate) is on the ReplicaSet. Also, .items[0] shows only one replica.',
      'By default, events are kept for 1 h, so the absence of events proves nothing. The state and last state of the containers and the conditions of the Pod are kept longer.',
    ],
  },
  checks: {
    events: {
      question: 'Do events report errors in creating, scheduling or starting Pods?',
      passed: (looked) =>
        looked === 0
          ? 'There are no events; by default, they are kept for 1 h.'
          : `${count(looked, 'event')} read: none reports an ongoing problem.`,
    },
    'container-states': {
      question: 'Is every container running, and how did its previous run end?',
      passed: (looked) =>
        looked === 0
          ? 'There is no container to check.'
          : `${count(looked, 'container')} checked: none has a problem.`,
    },
    'application-pods': {
      question: 'Can new application Pods be created and injected?',
      passed: (looked) =>
        looked === 0
          ? 'No event reports an application Pod that could not be created; by default, events are kept for 1 h.'
          : `${count(looked, 'event')} of failed Pod creation read: none shows a failure of the mesh that is still ongoing.`,
    },
    nodes: {
      question: 'Are the nodes healthy that the Pods are on?',
      passed: (looked) =>
        looked === 0
          ? 'No Pod of the control plane is on a node.'
          : `${count(looked, 'node')} checked: ${looked === 1 ? 'it is' : 'all are'} Ready, without pressure and not cordoned.`,
    },
  },
  findings,
  words,
};
