import type { SignatureTexts } from '#i18n/types/signature.ts';
import { count } from './words.ts';

export const signature: SignatureTexts = {
  heading: 'All records of this kind',
  count: (records) => `${count(records, 'record')} in this log`,
  first: (time, age) => `first: ${time} (${age} ago)`,
  last: (time, age) => `last: ${time} (${age} ago)`,
  perMinute: (records) => `${records} per minute on average`,
  perHour: (records) => `${records} per hour on average`,
  most: (records, minutes) =>
    `at most ${records.toLocaleString('en')} in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`,
  component: (component) => `component: ${component}`,
  relation: {
    'last-words': 'It is among the last log lines of a run that ended.',
    'right-before': 'The last one came right before a run ended.',
  },
  restarts: (restarts, known) =>
    restarts === known
      ? `restarts of the container: ${restarts}`
      : `restarts of the container: ${restarts}; the end time is known for ${known} of its runs`,
  values: (place, values) => `<*> no. ${place}: ${values.join(' | ')}`,
  overTime: 'Over time',
  legend: '█ is the maximum, ▁ is none; ↻ marks where the container terminated and was restarted',
  ago: (age) => `${age} ago`,
  benign: 'Harmless records',
  reasons: {
    'in-cluster': 'logged at every start inside a cluster, where no kubeconfig is given',
    'server-closed': 'normal shutdown of a webhook server',
    'watch-ended': 'normal end of a watch when the process stops',
    'repo-came-up': 'normal wait during a start: the repo became ready',
  },
  openLog: 'Enter shows the log around it.',
};
