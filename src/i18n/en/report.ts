import type { LeftOutWords, ReportTexts } from '#i18n/types/report.ts';
import { instant } from '../instant.ts';
import { count } from './words.ts';

/** `2 findings (OED101 ×2)`; '' for none. */
function leftOutWords({ count: number, ids }: LeftOutWords, one: string, many: string): string {
  return number === 0 ? '' : `${count(number, one, many)} (${ids.join(', ')})`;
}

export const report: ReportTexts = {
  title: 'Health of the osm-edge control plane',
  contents: 'Contents',
  leftOut: {
    item: (id) => `${id}: left out by hand`,
    findings: (findings) => `Left out by hand: ${leftOutWords(findings, 'finding', 'findings')}.`,
    sentence: (findings, causes) => {
      const parts = [leftOutWords(findings, 'finding', 'findings'), leftOutWords(causes, 'cause', 'causes')];
      return `Left out by hand: ${parts.filter((part) => part !== '').join(', ')}. The verdict counts everything that was found.`;
    },
  },
  firstCommand: 'Run this first:',
  facts: {
    readAt: 'Read at',
    context: 'Context',
    kubeconfig: 'Kubeconfig',
    server: 'API server',
    scenario: 'Demo scenario',
    narrowed: 'Narrowed to',
    mesh: 'Mesh',
    verdict: 'Verdict',
  },
  narrowedTo: ({ mesh, namespace }, { since, logBytes }) =>
    [
      mesh === undefined ? '' : `mesh ${mesh}`,
      namespace === undefined ? '' : `namespace ${namespace}`,
      since === undefined ? '' : `log lines since ${instant(since)}`,
      logBytes === undefined ? '' : `${count(logBytes, 'byte')} from the start of each log`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  exitCode: (code) => `exit code ${code}`,
  meshIn: (mesh, namespace) =>
    mesh === '' ? `Mesh without a name in ${namespace}` : `Mesh ${mesh} in ${namespace}`,
  meshColumns: { mesh: 'MESH', namespace: 'NAMESPACE', product: 'PRODUCT', verdict: 'VERDICT' },
  sections: {
    causes: 'Root causes, and what to run',
    step: (number, tab) => (number === 0 ? tab : `Step ${number} · ${tab}`),
    unexplained: 'Found, but explained by no known cause',
    checks: 'What was checked',
    seen: 'What was seen',
    notChecked: 'What could not be checked',
    reproduce: 'Make this report again',
    more: 'To see more',
    about: 'About this report',
  },
  seeFindings: (question) => `${question} See what was found below.`,
  noCause: 'No root cause was found.',
  noCauseInPart: 'No root cause was found in what could be read.',
  mendThenCheck: 'Mend it, then diagnose again; the command stands at the end of this report.',
  allChecked: 'Nothing is missing: every check was made.',
  soFar: 'The cluster was still being read when this was written: it tells what was known so far.',
  reproduce: {
    again: 'Diagnose again, and print the result.',
    everything: 'Write a report with all evidence, tables and the timeline.',
    wizard: 'Walk through the same in the wizard.',
    file: 'Keep what was read, to look at it later or elsewhere.',
  },
  about: [
    'The program only reads: every request is a GET, and nothing in the cluster was changed.',
    'Tokens, passwords and private keys were taken out before anything was stored or judged. Control characters in the words of the cluster are shown by their names.',
    'All times are UTC; ages are counted back from the moment of reading.',
  ],
  timeline: {
    picture: (entries, from, to) => `${count(entries, 'entry', 'entries')} from ${from} to ${to}`,
    before: (age) => `${age} before`,
    readNow: 'read',
  },
  marks: {
    critical: 'critical',
    warning: 'warning',
    ok: 'OK',
    unknown: 'not known',
    info: 'note',
    pending: 'being read',
  },
};
