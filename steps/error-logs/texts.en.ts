import { count } from '#i18n/en/words.ts';
import { instant } from '#i18n/instant.ts';
import { logErrorFindings } from './findings-errors.en.ts';
import { logNetworkFindings } from './findings-network.en.ts';
import { logEndFindings } from './findings-process-ends.en.ts';
import type { StepTexts } from '#i18n/types/steps.ts';
import type { logFindings as definitions } from './findings.ts';
import type { logsStep } from './step.ts';

const findings = { ...logEndFindings, ...logErrorFindings, ...logNetworkFindings };

/** The words of the tables and the screen. */
const words = {
  looked: (logs: number, lines: number, since?: string) =>
    `Checked ${count(logs, 'log')} with ${count(lines, 'line')}${since === undefined ? '' : ` since ${instant(since)}`}.`,
  labels: {
    logsOf: (pod: string) => `Logs of ${pod}`,
    signatures: 'Log records, most severe first',
    firstRecord: 'First record',
    lastRecord: 'Last record',
    linesBefore: (lines: number) => `${count(lines, 'line')} before it`,
    linesAfter: (lines: number) => `${count(lines, 'line')} after it`,
    agoSpan: (from: string, to: string) => `${from} - ${to} ago`,
    errorCode: (code: string, name: string) => `${code} (${name})`,
    errorCodeUnknown: (code: string) => `${code} is unknown in this version.`,
    previous: 'previous',
    current: 'current',
  },
  columns: {
    log: 'LOG',
    lines: 'LINES',
    errors: 'ERRORS',
    period: 'FROM - TO',
    count: 'COUNT',
    overTime: 'OVER TIME',
    why: 'WHY HARMLESS',
    level: 'LEVEL',
    code: 'CODE',
    message: 'MESSAGE',
  },
  rows: {
    signature: (number: number, what: string, previous: boolean, message: string) =>
      `${what} x${number}${previous ? ' (previous log)' : ''}: ${message}`,
    log: (container: string, previous: boolean, lines: number, errors: string) =>
      `${previous ? 'log before the last restart' : 'log'} of ${container}: ${count(lines, 'line')}${errors === '0' ? '' : `, ${errors}`}`,
    benign: (text: string) => `harmless: ${text}`,
  },
  signature: {
    heading: 'All records of this kind',
    count: (records: number) => `${count(records, 'record')} in this log`,
    first: (time: string, age: string) => `first: ${time} (${age} ago)`,
    last: (time: string, age: string) => `last: ${time} (${age} ago)`,
    perMinute: (records: string) => `${records} per minute on average`,
    perHour: (records: string) => `${records} per hour on average`,
    most: (records: number, minutes: number) =>
      `at most ${records.toLocaleString('en')} in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`,
    component: (component: string) => `component: ${component}`,
    relation: {
      'last-words': 'It is among the last log lines of a run that ended.',
      'right-before': 'The last one came right before a run ended.',
    },
    restarts: (restarts: number, known: number) =>
      restarts === known
        ? `restarts of the container: ${restarts}`
        : `restarts of the container: ${restarts}; the end time is known for ${known} of its runs`,
    values: (place: number, values: readonly string[]) => `<*> no. ${place}: ${values.join(' | ')}`,
    overTime: 'Over time',
    legend: '█ is the maximum, ▁ is none; ↻ marks where the container terminated and was restarted',
    ago: (age: string) => `${age} ago`,
    benign: 'Harmless records',
    reasons: {
      'in-cluster': 'logged at every start inside a cluster, where no kubeconfig is given',
      'server-closed': 'normal shutdown of a webhook server',
      'watch-ended': 'normal end of a watch when the process stops',
      'repo-came-up': 'normal wait during a start: the repo became ready',
    },
    openLog: 'Enter shows the log around it.',
  },
};

export type LogsTexts = StepTexts<
  keyof typeof definitions,
  (typeof logsStep)['checks'][number]['id'],
  typeof words
>;

export const texts: LogsTexts = {
  tab: 'Logs',
  question: 'Have the processes logged errors since they started?',
  guide: {
    title: 'Step 3: errors while a Pod runs',
    paragraphs: [
      'Check the logs of the controller and the injector for errors since the container started. Look for the string "level":"error".',
      'Fix the errors, then check the health of the mesh again.',
    ],
    stale: [
      'Without -c, "kubectl logs" reads the first container of the controller Pod, which is osm-pipy-repo. Specify the container osm-controller or osm-injector.',
      'The lines that end the process have "level":"fatal". Missing CRDs and RBAC problems appear as klog lines without JSON, and failing probes as "level":"warn". Some error lines at the start are harmless.',
    ],
  },
  checks: {
    'current-logs': {
      question: 'Do the current logs contain errors?',
      passed: (looked, since) =>
        looked === 0
          ? 'There is no current log to read.'
          : `${count(looked, 'current log')} read${sinceWords(since)}: no error affects the control plane.`,
    },
    'previous-logs': {
      question: 'Do the logs before the last restart contain errors?',
      passed: (looked, since) =>
        looked === 0
          ? 'There is no previous log to read.'
          : `${count(looked, 'previous log')} read${sinceWords(since)}: no error affects the control plane.`,
    },
    'log-levels': {
      question: 'Does the log level allow error lines?',
      passed: (looked) =>
        looked === 0
          ? 'There is no Pod to check.'
          : `${count(looked, 'Pod')} checked: no log level hides error lines.`,
    },
  },
  findings,
  words,
};

function sinceWords(since: string | undefined): string {
  return since === undefined ? '' : ` (lines since ${instant(since)})`;
}
