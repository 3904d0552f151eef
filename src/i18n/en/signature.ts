import type { SignatureTexts } from '#i18n/types/signature.ts';
import { count } from './words.ts';

export const signature: SignatureTexts = {
  heading: 'All records of this kind',
  count: (records) => `${count(records, 'record')} in this log`,
  first: (time, age) => `first: ${time} (${age} ago)`,
  last: (time, age) => `last: ${time} (${age} ago)`,
  perMinute: (records) => `${records} a minute on average`,
  perHour: (records) => `${records} an hour on average`,
  most: (records, minutes) =>
    `at most ${records.toLocaleString('en')} in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`,
  component: (component) => `component: ${component}`,
  relation: {
    'last-words': 'It is among the last words of a run that ended.',
    'right-before': 'The last one came right before a run ended.',
  },
  restarts: (restarts, known) =>
    restarts === known
      ? `restarts of the container: ${restarts}`
      : `restarts of the container: ${restarts}; the kubelet remembers when ${known} of its runs ended`,
  values: (place, values) => `<*> number ${place}: ${values.join(' | ')}`,
  overTime: 'Over time',
  legend: '█ is the most at a time, ▁ is none; ↻ stands where the container ended and was restarted',
  ago: (age) => `${age} ago`,
  benign: 'Harmless, set apart',
  reasons: {
    'in-cluster': 'inside a cluster no kubeconfig is given: at every start',
    'server-closed': 'the normal end of a webhook server',
    'watch-ended': 'the normal end of a watch when the process stops',
    'repo-came-up': 'the wait of a normal start: the repo came up',
  },
  openLog: 'Enter shows the log around it.',
};
